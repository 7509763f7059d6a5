"""PDF files: an edition of each brief, and a sheet of two pages for each recommendation."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from sightline import urls
from sightline.model.brief import Brief, Recommendation
from sightline.model.corpus import Key
from sightline.publish.artifact import Artifact
from sightline.publish.pdf import press
from sightline.publish.pdf.edition import edition
from sightline.publish.pdf.sheet import sheet
from sightline.publish.pdf.store import KEPT, kept
from sightline.render import Renderer

MISSING = "no PDF files: the package 'typst' is not installed; 'make setup' installs it"


class PressError(Exception):
    """A PDF file could not be set; the message says which, and why."""


def store(root: Path) -> Path | None:
    """Where the project in ``root`` keeps its PDF files; None where nothing can make any."""
    return root / KEPT if press.typst_version() else None


def of(render: Renderer, key: Key) -> Iterator[Artifact]:
    """The edition of a brief, the sheet of a recommendation; none where the renderer keeps no PDF files."""
    match render.corpus.records[key] if render.pdf_store else None:
        case Brief() as brief:
            yield Artifact(urls.pdf(key), partial(edition_pdf, render, brief), (key,))
        case Recommendation() as one:
            yield Artifact(urls.pdf(key), partial(sheet_pdf, render, render.groups.briefs[one.brief], one), (key,))
        case _:
            return


def edition_pdf(render: Renderer, brief: Brief) -> bytes:
    """The edition of a brief."""
    return _made(render, urls.pdf(brief.key), "edition.typ", press.as_data(edition(render, brief)))


def sheet_pdf(render: Renderer, brief: Brief, one: Recommendation) -> bytes:
    """The sheet of a recommendation."""
    return _made(render, urls.pdf(one.key), "sheet.typ", press.as_data(sheet(render, brief, one)))


def _made(render: Renderer, path: str, template: str, data: str) -> bytes:
    def make() -> bytes:
        try:
            return press.set_pdf(template, data)
        except RuntimeError as error:
            raise PressError(f"{path} cannot be set: {error} ('--no-pdf' leaves out all PDF files)") from None

    return kept(render.pdf_store, path, template, data, make) if render.pdf_store else make()
