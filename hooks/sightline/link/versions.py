"""The version of a record: a short hash of the hashes of the record and of everything that it rests on.

It changes when any of these changes, and stays as it is when something else comes to rest on them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain

from pydantic_core import to_json

from sightline.link.index import key_for
from sightline.link.record_data import Json, backlinks, own_data
from sightline.model.brief import Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.model.kinds import KINDS
from sightline.model.walk import texts

LENGTH = 12
"""Hexadecimal digits of a version: enough to tell versions apart, short enough to be printed."""
_ORDER = {kind.name: place for place, kind in enumerate(KINDS)}


def rests_on(corpus: Corpus, key: Key) -> tuple[Key, ...]:
    """A record and all it rests on, each once: the record itself, its findings, their notes, their sources.

    A brief rests on all its records, and on what these rest on.
    """
    found = dict.fromkeys(_next(corpus, key))
    if key.kind == "brief":
        for one in list(found):
            found |= dict.fromkeys(_next(corpus, one))
    return (key, *sorted(found, key=_kind))


def together(corpus: Corpus, keys: Iterable[Key]) -> tuple[Key, ...]:
    """Records of one kind and all they rest on, each once: the records in their order, then their notes and sources."""
    found = dict.fromkeys(keys)
    for key in list(found):
        found |= dict.fromkeys(_next(corpus, key))
    return tuple(sorted(found, key=_kind))


def _kind(key: Key) -> int:
    return _ORDER[key.kind]


def _next(corpus: Corpus, key: Key) -> Iterator[Key]:
    match key.kind:
        case "brief":
            yield from corpus.of_brief[key.id]
        case "recommendation":
            yield from _through(corpus, corpus.marks[key])
            for ground in _grounds(corpus, key):
                yield ground
                yield from _through(corpus, corpus.marks[ground])
        case "event" | "source-note":
            marks = chain.from_iterable(text.marks for _, text in texts(corpus.records[key]))
            yield from _through(corpus, (key_for("endnote", mark, key.brief) for mark in marks))
        case "finding":
            yield from _through(corpus, corpus.marks[key])
        case "endnote":
            yield from (Key("source", "", work.source) for work in corpus.notes[key].resolved)
        case _:
            return


def _grounds(corpus: Corpus, key: Key) -> Iterator[Key]:
    record = corpus.records[key]
    assert isinstance(record, Recommendation)
    yield from (key_for("finding", ground.finding, key.brief) for ground in record.rests_on)


def _through(corpus: Corpus, notes: Iterable[Key]) -> Iterator[Key]:
    """Notes, and the works that they stand for."""
    for note in notes:
        yield note
        yield from _next(corpus, note)


@dataclass(slots=True)
class Versions:
    """The versions of the records of one corpus, and the records as they are published.

    Whoever wants the one will want the other, and both are made of the same data, which is much of the work.
    """

    corpus: Corpus
    _digests: dict[Key, bytes] = field(default_factory=dict)
    _published: dict[Key, bytes] = field(default_factory=dict)

    def of(self, key: Key) -> str:
        """The version of a record."""
        return self.of_all(rests_on(self.corpus, key))

    def of_all(self, keys: Iterable[Key]) -> str:
        """The version of several records in their order, as of a list."""
        return _version(map(self._digest, keys))

    def published(self, key: Key) -> bytes:
        """A record as JSON, and last what rests on it, of which its version says nothing."""
        if key not in self._published:
            self._make(key)
        return self._published[key]

    def taken(self, keys: Iterable[Key]) -> list[tuple[Key, bytes]]:
        """The records that were made as they are published, of which nothing is kept here then."""
        return [(key, self._published.pop(key)) for key in keys if key in self._published]

    def _digest(self, key: Key) -> bytes:
        if key not in self._digests:
            self._make(key)
        return self._digests[key]

    def _make(self, key: Key) -> None:
        record = self.corpus.records[key]
        own = dense(own_data(self.corpus, record))
        later = backlinks(self.corpus, record)
        self._digests[key] = _sum(own)
        self._published[key] = own[:-1] + b"," + dense(later)[1:] if later else own


def digest(entries: Iterable[Json]) -> str:
    """The version of a list of what are no records."""
    return _version(_sum(dense(entry)) for entry in entries)


def dense(data: Json) -> bytes:
    """JSON without blanks, as it is published."""
    return to_json(data)


def _sum(text: bytes) -> bytes:
    return hashlib.sha256(text).digest()


def _version(digests: Iterable[bytes]) -> str:
    return hashlib.sha256(b"".join(digests)).hexdigest()[:LENGTH]
