"""MkDocs events. The only file that knows MkDocs: each event hands over to the package ``sightline``.

Pages of records are no pages of MkDocs. It renders the frame: the hand-written pages, and one empty page of
each shape (a shell). The records are filled in after its build, or, where the front command asks for the
frame alone (``SIGHTLINE_FRAME`` is set), by that command.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, TemplateNotFound
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.theme import Theme
from sightline.compiled import Compiled
from sightline.diagnostics import message
from sightline.site import shell
from sightline.site.engine import check_source_date
from sightline.site.files import Folder
from sightline.site.frame import Frame
from sightline.site.output import OutputError, guard
from sightline.site.policy import secure
from sightline.site.tokens import hide

ALONE = bool(os.environ.get("SIGHTLINE_FRAME"))
"""The front command wants the frame alone: it fills in the records itself."""
if not ALONE:  # to load these takes a third as long as to make a frame
    from sightline.load import Loaded, load
    from sightline.publish import pdf
    from sightline.render import Renderer
    from sightline.site.earlier import Earlier
    from sightline.site.pages import complete

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = get_plugin_logger("sightline")


@dataclass(slots=True)
class Build:
    """The state of one build; it lives in ``config.extra``, which is new each time."""

    frame: Frame
    render: Renderer | None
    """None where only the frame is wanted."""


@dataclass(slots=True)
class Process:
    """What does not change from one build of a process to the next."""

    command: str = "build"


PROCESS = Process()


class _Theme(Theme):
    """The theme, of which MkDocs goes through what it takes and compiles what has changed: nearly half of a frame."""

    def __init__(self, theme: Theme) -> None:
        """The same theme, which has found and read its settings already."""
        vars(self).update(vars(theme))

    def get_env(self) -> Environment:
        """The environment of MkDocs, with what it loads templates by, and what it keeps them in, put in its place."""
        made = super().get_env()
        made.loader, made.bytecode_cache = _Loader(self.dirs), Compiled("theme")
        return made


class _Loader(FileSystemLoader):
    """Lists no hidden folder: of the 14,500 files of Material all but 200 are icons in one, and MkDocs takes none."""

    def list_templates(self) -> list[str]:
        """The path of each template from its folder of the theme."""
        found: set[str] = set()
        for root in self.searchpath:
            for folder, folders, names in os.walk(root):
                folders[:] = [name for name in folders if not name.startswith(".")]
                found.update(Path(folder, name).relative_to(root).as_posix() for name in names)
        return sorted(found)


def _build(config: MkDocsConfig) -> Build:
    build: Build = config.extra["sightline"]
    return build


def on_startup(command: str, dirty: bool) -> None:
    """Let warnings count at any verbosity: ``--quiet`` would hide them from MkDocs' own count under strict.

    Also keep what MkDocs was started for.
    """
    PROCESS.command = command
    logger = logging.getLogger("mkdocs")
    if logger.level > logging.WARNING:
        for handler in logger.handlers:
            handler.setLevel(logger.level)
        logger.setLevel(logging.WARNING)
    # MkDocs does not check anchors where this logger lets debugging through, so not under ``--verbose``.
    logging.getLogger("mkdocs.structure.pages").setLevel(max(logger.level, logging.INFO))


@event_priority(100)  # the search's plugin asks the theme for words
def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Read and check everything before MkDocs empties the output folder; bad content ends the build here."""
    root = Path(config.config_file_path).parent
    try:
        check_source_date()
        if not ALONE:  # MkDocs would empty any folder that it is given, records included
            guard(root, Path(config.site_dir))
    except OutputError as error:
        raise PluginError(str(error)) from None
    if not config.use_directory_urls:
        raise PluginError("every address here ends with a slash; take 'use_directory_urls: false' out of mkdocs.yml")
    site_url = config.site_url or ""
    render = None if ALONE else Renderer(_corpus(load(root)), site_url, pdf_store=_pdf_store(root))
    config.extra["sightline"] = Build(Frame(site_url), render)
    config.theme = _Theme(config.theme)
    config.watch += [str(root / "content"), str(Path(__file__).parent / "sightline" / "render" / "templates")]
    return config


def _pdf_store(root: Path) -> Path | None:
    """Where PDF files are kept; without the package that makes them the site is made without."""
    store = pdf.store(root)
    if store is None:
        log.info(pdf.MISSING)
    return store


def _corpus(loaded: Loaded) -> Any:  # noqa: ANN401  # the corpus, whose type is no business of this file
    if loaded.stopping or loaded.corpus is None:
        raise PluginError(message(loaded.stopping))
    return loaded.corpus


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the shells."""
    for shape in shell.SHAPES:
        files.append(File.generated(config, f"{shell.address(shape)}index.md", content=f"# {shell.TITLE}\n"))
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Give shells what the theme asks of a page; put tokens into hand-written pages."""
    shape = _shape(page)
    if shape is None:
        return hide(markdown)
    page.meta.update(title=shell.TITLE, description=shell.DESCRIPTION, section=shape[0], generated=True)
    page.meta.update(search={"exclude": True}, hide=["navigation", "toc"], head=shell.HEAD)
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Mark where the body of a shell goes."""
    return html if _shape(page) is None else shell.BODY


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Keep what MkDocs rendered; a shell is not written."""
    frame, shape = _build(config).frame, _shape(page)
    if shape is None:
        frame.handwritten["" if page.is_homepage else page.url] = output
        return output
    frame.shells[shape] = shell.Shell.cut(output, page.url)
    return ""


@event_priority(-100)  # the search index must be there already
def on_post_build(config: MkDocsConfig) -> None:
    """Fill the frame with the records, or keep it for the front command."""
    build = _build(config)
    if PROCESS.command != "serve":  # MkDocs' server adds an inline script of its own to each page it sends
        secure(build.frame, Path(config.site_dir))
    if build.render is None:
        build.frame.save(Path(config.site_dir).parent)
    else:
        with closing(Earlier()) as earlier:
            made = complete(Folder(Path(config.site_dir)), build.render, build.frame, earlier)
        log.info(f"{made.pages:,} pages written")


def on_build_error(error: Exception) -> None:
    """Say in a line what stopped MkDocs, where it would show a traceback; it has named the page already."""
    if isinstance(error, MkDocsException) or os.environ.get("SIGHTLINE_DEBUG"):
        return
    ended = f"MkDocs ended with {type(error).__name__}: {error}"
    what = f"there is no template '{error.name}'" if isinstance(error, TemplateNotFound) else ended
    where = "look between the lines '---' at the start of the page, or in hooks/overrides"
    raise PluginError(f"{what}; {where} (SIGHTLINE_DEBUG=1 in the environment shows more)") from None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., None]) -> LiveReloadServer:
    """Let ``mkdocs serve`` live on after a broken edit, over the last good pages."""

    def guarded(*args: object) -> None:
        try:
            build(*args)
        except (Exception, SystemExit) as error:  # noqa: BLE001  # MkDocs would hang every request until the next good build
            log.error(f"{error}; the last good pages are still there")

    build, server.builder = server.builder, guarded
    return server


def _shape(page: Page) -> shell.Shape | None:
    """The shape of a shell; None for a hand-written page."""
    return next((shape for shape in shell.SHAPES if shell.address(shape) == page.url), None)
