"""``data/corpus.json``: the whole linked corpus, as a contract with those who build on it."""

from __future__ import annotations

from sightline.link.record_data import Json, record_data
from sightline.model.corpus import Corpus
from sightline.model.kinds import KINDS

SCHEMA_VERSION = "1.0"


def corpus_data(corpus: Corpus) -> dict[str, Json]:
    """The corpus as plain data, in the order of the kinds."""
    data: dict[str, Json] = {"schema_version": SCHEMA_VERSION, "title": corpus.site.title}
    for kind in KINDS:
        data[kind.plural] = [record_data(corpus, record) for record in getattr(corpus, kind.plural)]
    return data
