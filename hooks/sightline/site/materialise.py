"""Writes all pages and exports as plain files that an engine builds as they are, without hooks.

The folder is a project of its own: ``mkdocs.yml``, ``overrides/`` and ``docs/``. Each page of records is a Markdown
file that holds finished HTML, so that no engine has anything to interpret in it.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from markupsafe import escape

from sightline import urls
from sightline.model.handwritten import REFERENCE
from sightline.publish import artifacts
from sightline.render import Page, Renderer, plan, redirects
from sightline.render.sheet import Sheet
from sightline.site import search
from sightline.site.extras import redirect_page
from sightline.site.files import Folder, page_file
from sightline.site.handwritten import expanded
from sightline.site.output import PLAIN
from sightline.site.shell import LISTS, STEP

CONFIG = "mkdocs.yml"
DOCS = "docs/"
OVERRIDES = "overrides"
TWIN = "index.txt"
"""Where the Markdown twin of a page stands in the folder: engines take every ``.md`` file for a page."""
_TWIN = re.compile(r"(?:(?<=[/\"])index\.md(?=\")|(?<=<code>)index\.md(?=</code>))")
"""In a link, or named alone; not the end of a path that is spoken of."""
_DROPPED = ("hooks", "docs_dir", "site_dir", "not_in_nav", "watch")
_SETTING = re.compile(r"^(?P<name>[A-Za-z_]+):", re.MULTILINE)
_CUSTOM = re.compile(r"^(?P<before> +custom_dir: *)(?P<folder>.*)$", re.MULTILINE)
_README = """# A Sightline site as plain files

Written by `sightline materialise`; written over by the next one. Build it with either of these, in this folder:

    mkdocs build
    properdocs build -f mkdocs.yml

The tests of Sightline build it with both. Zensical 0.0.73 builds it too (`zensical build -f mkdocs.yml`) and adds
a link of its own to skip to the content; the tests do not run it.

The Markdown twin of a page, `index.md` on the site that Sightline builds, is `index.txt` here.
"""


def materialise(root: Path, folder: Path, render: Renderer) -> int:
    """Write the project in ``root`` to ``folder``, which is empty; returns the number of pages."""
    settings = (root / CONFIG).read_text("utf-8")
    if custom := _CUSTOM.search(settings):
        shutil.copytree(root / custom["folder"].strip("\"' "), folder / OVERRIDES)
    into = Folder(folder)
    written = list(_handwritten(root / "docs", into, render))
    planned = list(plan(render))
    entries: list[search.Findable] = []
    for one in planned:
        page = one.make()
        into.write(f"{DOCS}{one.path}index.md", source(page).encode())
        entries += map(search.findable, page.search)
    for path, content in search.files(entries, render.corpus.briefs):
        into.write(DOCS + path, content)
    into.write(CONFIG, config(settings, [one.path for one in planned]).encode())
    for redirect in redirects(render.corpus, [one.path for one in planned]):
        into.write(DOCS + page_file(redirect.path), redirect_page(redirect, render.site_url, ""))
    for artifact in artifacts(render.corpus, render):
        path, content = artifact.path, artifact.content
        if path.endswith("index.md") or path == urls.LLMS:
            path, content = path.replace("index.md", TWIN), content.replace(b"index.md)", TWIN.encode() + b")")
        into.write(DOCS + path, content)
    into.write("README.md", _README.encode())
    into.write(PLAIN, b"Made by Sightline; replaced whole by the next materialise.\n")
    return len(written) + len(planned)


def site_url(root: Path) -> str:
    """The public address as the settings give it, ending with a slash; empty where they give none in plain words."""
    text = (root / CONFIG).read_text("utf-8")
    match = re.search(r"^site_url: *[\"']?(https?://[^\s\"'#]+)", text, re.MULTILINE)
    return f"{match[1].rstrip('/')}/" if match else ""


def config(text: str, paths: Iterable[str]) -> str:
    """The settings without hooks: what they name is in the folder, and no page at ``paths`` need be in the navigation."""
    starts = [match.start() for match in _SETTING.finditer(text)]
    blocks = [text[start:end] for start, end in zip([0, *starts], [*starts, len(text)], strict=True)]
    unlisted = sorted({f"/{path}" if (top := path.split("/")[0]) not in LISTS else f"/{top}/*/" for path in paths})
    kept = []
    for block in blocks:
        name = block.partition(":")[0]
        if name == "not_in_nav":
            unlisted += [
                line.strip() for line in block.splitlines()[1:] if line.strip().startswith("/") and STEP not in line
            ]
        if name not in _DROPPED:
            kept.append(_CUSTOM.sub(rf"\g<before>{OVERRIDES}", block) if name == "theme" else block)
    lines = "".join(f"  {line}\n" for line in unlisted)
    return "".join(kept).rstrip("\n") + f"\n\nnot_in_nav: |\n{lines}"


def source(page: Page) -> str:
    """A page as Markdown that an engine passes on: settings for the shell, and finished HTML.

    The theme writes titles and descriptions as they are, so they are escaped here.
    """
    meta: dict[str, object] = {
        "title": str(escape(page.title)),
        "description": str(escape(page.description)),
        "section": page.section,
        "generated": True,
        "hide": ["navigation", "toc"],
        "head": _with_twin(page.head),
    }
    if not page.search:
        meta["search"] = {"exclude": True}
    lines = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in meta.items())
    body = "\n".join(line for line in _with_twin(page.body).split("\n") if line.strip())
    return f"---\n{lines}---\n\n{body}\n"


def _with_twin(html: str) -> str:
    """A page that leads to Markdown twins, and speaks of them, by the name that they have in the folder."""
    return _TWIN.sub(TWIN, html).replace("text/markdown", "text/plain")


def _handwritten(docs: Path, into: Folder, render: Renderer) -> Iterator[str]:
    """Copy what lies under ``docs/``; yields each page, whose references are written out."""
    for path in sorted(docs.rglob("*")):
        name = path.relative_to(docs).as_posix()
        if path.is_file() and path.suffix == ".md":
            sheet = render.sheet(_address(name), keeps_notes=False)
            into.write(DOCS + name, written_out(path.read_text("utf-8"), sheet, render).encode())
            yield name
        elif path.is_file():
            into.write(DOCS + name, path.read_bytes())


def _address(name: str) -> str:
    """The address of the page that an engine makes of a file."""
    stem = name.removesuffix(".md")
    return stem.removesuffix("index") if stem.endswith(("/index", "/README")) or stem == "index" else f"{stem}/"


def written_out(text: str, sheet: Sheet, render: Renderer) -> str:
    """A hand-written page's Markdown with its marks, links and lists as HTML, in which nothing is Markdown."""

    def write_out(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        html = str(expanded(match, sheet, render))
        if match["block"]:
            return "\n".join(["", *(line for line in html.split("\n") if line.strip()), ""])
        return re.sub(r"(?<=>)[^<>]+(?=<)", lambda words: _SIGN.sub(_entity, words[0]), html)

    return REFERENCE.sub(write_out, text)


_SIGN = re.compile(r"[\\`*_{}\[\]()#+.!|~:-]")


def _entity(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"
