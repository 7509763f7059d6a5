"""The list of exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sightline.model.corpus import Corpus
from sightline.publish.corpus_json import corpus_data
from sightline.publish.corpus_schema import corpus_schema
from sightline.publish.json_text import as_json
from sightline.publish.record_schemas import record_schemas


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file that is no page."""

    path: str
    """From the site's root."""
    content: bytes


def artifacts(corpus: Corpus) -> Iterator[Artifact]:
    """Every export of a corpus, in the order of the list below."""
    for make in EXPORTS:
        yield from make(corpus)


def _corpus(corpus: Corpus) -> Iterator[Artifact]:
    yield Artifact("data/corpus.json", as_json(corpus_data(corpus)))
    yield Artifact("data/corpus.schema.json", as_json(corpus_schema()))


def _schemas(corpus: Corpus) -> Iterator[Artifact]:
    for name, schema in record_schemas().items():
        yield Artifact(f"data/schema/{name}.schema.json", as_json(schema))


EXPORTS: tuple[Callable[[Corpus], Iterator[Artifact]], ...] = (_corpus, _schemas)
