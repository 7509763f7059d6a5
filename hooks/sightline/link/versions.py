"""The version of a record: a short hash of the hashes of the record and of everything that it rests on.

It changes when any of these changes, and stays as it is when something else comes to rest on them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import chain

from pydantic_core import to_json

from sightline.link.index import key_for
from sightline.link.record_data import Json, backlinks, own_data
from sightline.model.brief import Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.model.keys import source_key
from sightline.model.kinds import KINDS
from sightline.model.walk import texts

LENGTH = 12
"""Hexadecimal digits of a version: enough to tell versions apart, short enough to be printed."""


def rests_on(corpus: Corpus, key: Key) -> tuple[Key, ...]:
    """A record and all it rests on, each once: the record itself, its findings, their notes, their sources.

    A brief rests on all its records, and on what these rest on.
    """
    below = _below(corpus, key)
    return (key, *(together(corpus, below) if key.kind == "brief" else below))


def together(corpus: Corpus, keys: Iterable[Key]) -> tuple[Key, ...]:
    """Records and all they rest on, each once and kind by kind: each in their order, then their notes and sources."""
    found = dict.fromkeys(keys)
    for key in list(found):
        found |= dict.fromkeys(_below(corpus, key))
    of_kind: dict[str, list[Key]] = {kind.name: [] for kind in KINDS}
    for key in found:
        of_kind[key.kind].append(key)
    return tuple(chain.from_iterable(of_kind.values()))


def _below(corpus: Corpus, key: Key) -> Iterable[Key]:
    """What a record rests on, each once and kind by kind; of a brief, the records that it holds."""
    match key.kind:
        case "brief":
            return corpus.of_brief[key.id]
        case "recommendation":
            grounds = _grounds(corpus, key)
            return [*grounds, *_with_works(corpus, chain.from_iterable([corpus.marks[one] for one in (key, *grounds)]))]
        case "event" | "source-note":
            marks = chain.from_iterable(text.marks for _, text in texts(corpus.records[key]))
            return _with_works(corpus, (key_for("endnote", mark, key.brief) for mark in marks))
        case "finding":
            return _with_works(corpus, corpus.marks[key])
        case "endnote":
            return _works(corpus, (key,))
        case _:
            return ()


def _grounds(corpus: Corpus, key: Key) -> list[Key]:
    record = corpus.records[key]
    assert isinstance(record, Recommendation)
    return list(dict.fromkeys([key_for("finding", ground.finding, key.brief) for ground in record.rests_on]))


def _with_works(corpus: Corpus, notes: Iterable[Key]) -> list[Key]:
    """Notes, and then the works that they stand for."""
    own = dict.fromkeys(notes)
    return [*own, *_works(corpus, own)]


def _works(corpus: Corpus, notes: Iterable[Key]) -> Iterable[Key]:
    return dict.fromkeys([source_key(work.source) for note in notes for work in corpus.notes[note].resolved])


@dataclass(slots=True)
class Versions:
    """The versions of the records of one corpus, and the records as they are published.

    Whoever wants the one will want the other, and both are made of the same data, which is much of the work.
    """

    corpus: Corpus
    _digests: dict[Key, bytes] = field(default_factory=dict)
    _published: dict[Key, bytes] = field(default_factory=dict)
    _asked: tuple[Key | None, tuple[Key, ...], str] = (None, (), "")
    """The record that was asked for last, what it rests on, and its version."""

    def of(self, key: Key) -> str:
        """The version of a record."""
        return self.resting(key)[1]

    def resting(self, key: Key) -> tuple[tuple[Key, ...], str]:
        """A record with all it rests on, and its version."""
        if key != self._asked[0]:  # its page says the version, and its twin is made right afterwards
            keys = rests_on(self.corpus, key)
            self._asked = key, keys, self.of_all(keys)
        return self._asked[1:]

    def of_all(self, keys: Iterable[Key]) -> str:
        """The version of several records in their order, as of a list."""
        return _version([self._digests.get(key) or self._make(key) for key in keys])

    def published(self, key: Key) -> bytes:
        """A record as JSON, and last what rests on it, of which its version says nothing."""
        if key not in self._published:
            self._make(key)
        return self._published[key]

    def taken(self, keys: Iterable[Key]) -> list[tuple[Key, bytes]]:
        """The records that were made as they are published, of which nothing is kept here then."""
        return [(key, self._published.pop(key)) for key in keys if key in self._published]

    def _make(self, key: Key) -> bytes:
        """Make a record as it is published; returns its digest."""
        own = dense(own_data(self.corpus, key))
        later = backlinks(self.corpus, key)
        self._published[key] = own[:-1] + b"," + dense(later)[1:] if later else own
        made = self._digests[key] = _sum(own)
        return made


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
