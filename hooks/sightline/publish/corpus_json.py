"""``data/corpus.json``: the whole linked corpus, as a contract with those who build on it."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.link.record_data import Json, record_data
from sightline.model.corpus import Corpus
from sightline.model.kinds import KINDS
from sightline.publish.artifact import Artifact
from sightline.publish.corpus_schema import SCHEMA_VERSION, corpus_schema
from sightline.publish.json_text import as_json, as_json_lines
from sightline.render import Renderer


def exports(render: Renderer) -> Iterator[Artifact]:
    """The corpus and its schema."""
    yield Artifact("data/corpus.json", lambda: as_json_lines(corpus_data(render.corpus)))
    yield Artifact("data/corpus.schema.json", lambda: as_json(corpus_schema()))


def corpus_data(corpus: Corpus) -> dict[str, Json]:
    """The corpus as plain data, in the order of the kinds."""
    data: dict[str, Json] = {"schema_version": SCHEMA_VERSION, "title": corpus.site.title}
    for kind in KINDS:
        data[kind.plural] = [record_data(corpus, record) for record in getattr(corpus, kind.plural)]
    return data
