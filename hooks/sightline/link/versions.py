"""The version of a record: a short hash of the record and of everything that it rests on.

It changes when any of these changes, and stays as it is when something else comes to rest on them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sightline.link.index import key_for
from sightline.link.record_data import own_data
from sightline.model.brief import Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.model.kinds import KINDS

LENGTH = 12
"""Hexadecimal digits of a version: enough to tell versions apart, short enough to be printed."""
_ORDER = {kind.name: place for place, kind in enumerate(KINDS)}


def rests_on(corpus: Corpus, key: Key) -> tuple[Key, ...]:
    """A record and all it rests on, each once: the record itself, its findings, their notes, their sources.

    A brief rests on all its records, and on what these rest on.
    """
    chain = dict.fromkeys([key, *_next(corpus, key)])
    if key.kind == "brief":
        for one in list(chain):
            chain |= dict.fromkeys(_next(corpus, one) if one != key else ())
    places = {one: place for place, one in enumerate(chain)}
    return tuple(sorted(chain, key=lambda one: (one != key, _ORDER[one.kind], places[one])))


def _next(corpus: Corpus, key: Key) -> Iterator[Key]:
    match key.kind:
        case "brief":
            kinds = ("finding", "recommendation", "endnote", "event", "source-note")
            yield from (one for one in corpus.records if one.brief == key.id and one.kind in kinds)
        case "recommendation":
            yield from _through(corpus, corpus.marks[key])
            for ground in _grounds(corpus, key):
                yield ground
                yield from _through(corpus, corpus.marks[ground])
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
    """The versions of the records of one corpus; the text of each record is made once."""

    corpus: Corpus
    _texts: dict[Key, str] = field(default_factory=dict)

    def of(self, key: Key) -> str:
        """The version of a record."""
        texts = ",".join(map(self._text, rests_on(self.corpus, key)))
        return hashlib.sha256(f"[{texts}]".encode()).hexdigest()[:LENGTH]

    def _text(self, key: Key) -> str:
        if key not in self._texts:
            data = own_data(self.corpus, self.corpus.records[key])
            self._texts[key] = json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return self._texts[key]
