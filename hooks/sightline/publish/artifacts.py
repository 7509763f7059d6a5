"""The list of exports."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.model.corpus import Corpus
from sightline.publish import (
    corpus_schema,
    feeds,
    llms,
    markdown,
    page_json,
    pdf,
    record_schemas,
    references,
    spreadsheets,
)
from sightline.publish.artifact import Artifact, Exporter
from sightline.render import Renderer

EXPORTS: tuple[Exporter, ...] = (
    corpus_schema.exports,
    record_schemas.exports,
    references.exports,
    spreadsheets.exports,
    feeds.exports,
    page_json.exports,
    markdown.exports,
    llms.exports,
    pdf.exports,
)
"""In the order in which they are listed; each plans its files, which are made when they are asked for."""


def artifacts(corpus: Corpus, render: Renderer | None = None) -> Iterator[Artifact]:
    """Every export of a corpus. ``render`` knows the site's address and the references made already."""
    render = render or Renderer(corpus)
    for exports in EXPORTS:
        yield from exports(render)
