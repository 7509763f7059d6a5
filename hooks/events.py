"""MkDocs events. The only file that knows MkDocs: each event hands over to the package ``sightline``.

Pages of records are no pages of MkDocs. It renders the hand-written pages, the lists that its navigation
names, and one empty page of each shape (a shell); the rest is filled in after the build.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from sightline.diagnostics import Problem, summary
from sightline.load import load
from sightline.render import Renderer
from sightline.site import handwritten, pages, shell
from sightline.site.output import MARKER

log = get_plugin_logger("sightline")
SHOWN = 200
"""How many problems one message lists at the most."""


@dataclass(slots=True)
class Build:
    """The state of one build; it lives in ``config.extra``, which is new each time."""

    render: Renderer
    generated: dict[str, Any] = field(default_factory=dict)
    """The generated pages that MkDocs renders, by address."""
    shapes: dict[str, tuple[str, int]] = field(default_factory=dict)
    """The shells that MkDocs renders, by address."""
    shells: dict[tuple[str, int], shell.Shell] = field(default_factory=dict)
    engine_paths: list[str] = field(default_factory=list)


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra["sightline"]
    return build


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the output folder; bad content ends the build here."""
    root = Path(config.config_file_path).parent
    loaded = load(root)
    problems = list(loaded.problems)
    if loaded.corpus:
        problems += handwritten.check_pages(loaded.corpus, root)
    stopping = [*loaded.stopping, *(problem for problem in problems if problem not in loaded.problems)]
    if stopping or loaded.corpus is None:
        raise PluginError(_message(stopping))
    for problem in problems:
        log.debug(str(problem))
    render = Renderer(loaded.corpus, config.site_url or "")
    build = Build(render, pages.engine_pages(render))
    build.shapes = {shell.address(*shape): shape for shape in shell.SHAPES}
    config.extra["sightline"] = build
    config.watch += [str(root / "content"), str(root / "hooks" / "sightline" / "render" / "templates")]
    return config


def _message(problems: list[Problem]) -> str:
    listed = "\n".join(map(str, problems[:SHOWN]))
    more = f"\n… and {len(problems) - SHOWN:,} more" if len(problems) > SHOWN else ""
    return f"the content has problems; nothing was built\n\n{listed}{more}\n\n{summary(problems)}"


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the generated pages that MkDocs renders, and the shells."""
    build = _build(config)
    for path, page in build.generated.items():
        files.append(File.generated(config, f"{path}index.md", content=f"# {page.title}\n"))
    for path in build.shapes:
        files.append(File.generated(config, f"{path}index.md", content=f"# {shell.TITLE}\n"))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give generated pages and shells what the theme asks of a page; expand hand-written ones."""
    build = _build(config)
    if page.url in build.shapes:
        page.meta.update(title=shell.TITLE, description=shell.DESCRIPTION, section=build.shapes[page.url][0])
    elif page.url in build.generated:
        made = build.generated[page.url]
        page.meta.update(title=made.title, description=made.description, section=made.section)
    else:
        sheet = build.render.sheet("" if page.is_homepage else page.url, keeps_notes=False)
        return handwritten.expand(markdown, sheet, build.render)
    page.meta.update(search={"exclude": True}, hide=["navigation", "toc"], generated=True)
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Hand over finished HTML instead of what Markdown made of nothing."""
    build = _build(config)
    if page.url in build.shapes:
        return shell.BODY
    made = build.generated.get(page.url)
    return made.body if made else html


def on_nav(nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
    """Refuse a navigation that leaves out a list: nobody would find it."""
    listed = {page.url for page in nav.pages}
    for path in _build(config).generated:
        if path not in listed:
            log.warning(f"mkdocs.yml: the navigation does not name {path}index.md")
    return nav


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep a shell instead of writing it."""
    build = _build(config)
    if shape := build.shapes.get(page.url):
        build.shells[shape] = shell.Shell.cut(output, page.url)
        return ""
    build.engine_paths.append("" if page.is_homepage else page.url)
    return output


def on_post_build(config: MkDocsConfig) -> None:
    """Write all other pages and exports; runs after the search plugin, so that its index is there."""
    build = _build(config)
    site = Path(config.site_dir)
    written = pages.complete(site, build.render, build.shells, build.engine_paths)
    (site / MARKER).write_text("Made by Sightline; replaced whole by the next build.\n", "utf-8")
    log.info(f"{written:,} pages of records written")
