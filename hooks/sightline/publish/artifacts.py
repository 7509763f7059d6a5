"""Every export, from the corpus alone."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.model.corpus import Corpus, Key
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
from sightline.publish.artifact import Artifact
from sightline.publish.markdown.phrases import Phrases
from sightline.render import Renderer


class Exports:
    """The exports of one corpus; each is planned here, and made when it is asked for."""

    def __init__(self, render: Renderer) -> None:
        self._render = render
        self._references = references.ReferenceFiles(render)
        self._twins = page_json.Twins(render)
        self._phrases = Phrases(render)

    def of(self, key: Key) -> Iterator[Artifact]:
        """Those of one record: reference files, the twins of its page, its PDF file; none for a kind that has none."""
        yield from self._references.of(key)
        yield from self._twins.of(key)
        yield from markdown.of(self._phrases, key)
        yield from pdf.of(self._render, key)

    def let_go(self, key: Key) -> None:
        """Forget what only the page of a record and its exports say: they have been made."""
        self._render.let_go(key)
        self._phrases.let_go(key)
        self._twins.let_go(key)

    def close(self) -> None:
        """Give back what the exports were made with."""
        self._twins.close()

    def of_many(self) -> Iterator[Artifact]:
        """Those of many records or of none."""
        yield from corpus_schema.exports(self._render)
        yield from record_schemas.exports(self._render)
        yield from self._references.of_many()
        yield from spreadsheets.exports(self._render)
        yield from feeds.exports(self._render)
        yield from self._twins.of_many()
        yield from markdown.of_many(self._phrases)
        yield from llms.exports(self._render)


def artifacts(corpus: Corpus, render: Renderer | None = None) -> Iterator[Artifact]:
    """Every export of a corpus. ``render`` knows the site's address and the references made already."""
    exports = Exports(render or Renderer(corpus))
    for key in corpus.records:
        yield from exports.of(key)
    yield from exports.of_many()
