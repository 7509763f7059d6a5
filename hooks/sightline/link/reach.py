"""What a page depends on: digests of records together with everything within reach of them.

A page shows a record, what it names and what names it, and what those name in turn; never more than three steps
away. Wherever a record is shown, so is what it says: its texts name others by their titles, and mark notes, which
stand for works and may mark other notes in their comments. That takes no step. So a page is as it was where the digest
of its records with what they say, taken over three steps, is as it was. How well a statement is supported, what a note
stands for and what rests on a source follow from records that may be further away, so they count as a part of it.
Themes, actors, terms and briefs are named by so many that nobody looks through them: they count with their own content
alone, but on their own pages, which show all that names them.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Container, Mapping, Sequence
from dataclasses import asdict
from functools import cached_property
from typing import Any

from sightline.model.corpus import PROGRAM, TIES, Corpus, Key, Shown, Written
from sightline.model.keys import source_key
from sightline.model.kinds import KINDS

STEPS = 3
"""As far as any page looks."""
HUBS = frozenset(("theme", "actor", "glossary-term", "brief"))


def fingerprint(value: Any) -> bytes:  # noqa: ANN401  # what YAML holds
    """A digest of plain data (maps, lists, text), the same for the same data."""
    return _digest(marshal.dumps(value, 2))  # format 2 has no references, so equal data make equal bytes


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=12).digest()


class Reach:
    """The digests of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self._keys = tuple(corpus.order)
        """All records; below, each is told by its place here."""
        self._prints = [corpus.prints[key] for key in self._keys]
        self._briefs = {one.id: corpus.prints[Key("brief", "", one.id)] for one in corpus.briefs}
        self._digests, self._naming = self._spread()
        self._wholes: dict[Key, bytes] = {}
        self._asked: tuple[tuple[Shown, ...], str] | None = None
        self._told = ""
        """What was asked for last, and its digest."""
        terms = [corpus.prints[Key("glossary-term", "", one.id)] for one in corpus.glossary]
        several = len(corpus.briefs) > 1  # where there is one alone, pages do not say which
        self._base = fingerprint([asdict(corpus.site), several, *terms])  # any text may use a term

    def _spread(self) -> tuple[list[bytes], Places]:
        """Each record's digest, with those of its neighbours taken in, step by step; and by each hub, what names it."""
        named, near = _ties(self.corpus)
        hubs = {place: near[place] for place, key in enumerate(self._keys) if key.kind in HUBS}
        own = digests = self._said(hubs, named)
        for _ in range(STEPS):
            before = digests.__getitem__
            digests = [
                own[place] if place in hubs else _digest(b"".join(map(before, others)))
                for place, others in enumerate(near)
            ]
        return digests, hubs

    def _said(self, hubs: Container[int], named: Sequence[list[int]]) -> list[bytes]:
        """Each record with what it says: the records that it names, and the notes among them with what these say."""
        own = [self._own(place) for place in range(len(self._keys))]
        full = own.copy()
        for key in self.corpus.notes:
            full[self.corpus.order[key]] = self._note_in_full(key, own, named)
        return [
            own[place] if place in hubs else _digest(b"".join([full[one] for one in others]))
            for place, others in enumerate(named)
        ]

    def _note_in_full(self, key: Key, own: list[bytes], named: Sequence[list[int]]) -> bytes:
        """A note with the works that it stands for, and so the notes that comments mark from here on, however many."""
        found = [key]
        for note in found:
            found += [one for one in self._marked.get(note, ()) if one not in found]
        said = [own[one] for note in found for one in named[self.corpus.order[note]]]
        return _digest(b"".join(said))

    @cached_property
    def _marked(self) -> dict[Key, list[Key]]:
        """The notes that comments of notes mark."""
        marked: dict[Key, list[Key]] = {}
        for key, note in self.corpus.notes.items():
            for use in note.uses:
                if use.record.kind == "endnote":
                    marked.setdefault(use.record, []).append(key)
        return marked

    def of(self, shows: tuple[Shown, ...], also: str = "") -> str:
        """The digest of a page that shows these records and lists; without any, of one that shows everything."""
        if (shows, also) != self._asked:  # one record has several files in a row
            parts = [self._shown(one) for one in shows] or [self.everything]
            self._told = _digest(b"".join((self._base, *parts, also.encode()))).hex()
            self._asked = shows, also
        return self._told

    def _shown(self, one: Shown) -> bytes:
        if isinstance(one, Written):
            return self.corpus.prints[one.key]
        if isinstance(one, str):
            return self._ties if one == TIES else self._lists[one]
        return self._whole(one) if one.kind in HUBS else self._digests[self.corpus.order[one]]

    @cached_property
    def _lists(self) -> dict[str, bytes]:
        """All records of each kind as they are written, whatever is in their reach, and none."""
        prints: dict[str, list[bytes]] = {kind.name: [] for kind in KINDS}
        for key, print_ in zip(self._keys, self._prints, strict=True):
            prints[key.kind].append(print_)
        return {PROGRAM: b"", **{kind: _digest(b"".join(those)) for kind, those in prints.items()}}

    @cached_property
    def _ties(self) -> bytes:
        """Who names whom, and the works that each note stands for; lines of sight and support follow from these."""
        corpus, sum_ = self.corpus, hashlib.blake2b(digest_size=12)
        sum_.update("\n".join(map(str, corpus.order)).encode())
        for named in (corpus.backlinks, corpus.marks):
            for key, others in named.items():
                sum_.update("\n".join(map(str, (key, *others, ""))).encode())
        for links in corpus.source_links.values():
            for keys in (links.recommendations, links.findings, links.falls):
                sum_.update("\n".join(map(str, (*keys, ""))).encode())
        for note in corpus.notes.values():
            sum_.update(marshal.dumps([*map(tuple, note.resolved)], 2))
        return sum_.digest()

    @cached_property
    def everything(self) -> bytes:
        """The digest of all records in their order."""
        return _digest(b"".join(self._prints))

    def _whole(self, key: Key) -> bytes:
        """A hub with everything that names it, or a brief with all its records."""
        if key not in self._wholes:
            order = self.corpus.order
            held = (order[one] for one in (self.corpus.of_brief[key.id] if key.kind == "brief" else ()))
            shown = (*self._naming[order[key]], *held)
            self._wholes[key] = _digest(b"".join([self._digests[one] for one in shown]))
        return self._wholes[key]

    def _own(self, place: int) -> bytes:
        """A record with the brief that it stands in and with what is worked out of it."""
        key = self._keys[place]
        return b"".join((self._prints[place], self._briefs.get(key.brief, b""), self._worked_out(key)))

    def _worked_out(self, key: Key) -> bytes:
        """How well a statement is supported, what rests on a source, or what a note stands for; no words of others."""
        match key.kind:
            case "finding" | "recommendation":
                return fingerprint(tuple(self.corpus.support[key]))
            case "source":
                resting = ("\n".join(map(str, keys)) for keys in self.corpus.source_links[key.id])
                return _digest("\n\n".join(resting).encode())
            case "endnote":
                return fingerprint([*map(tuple, self.corpus.notes[key].resolved)])
            case _:
                return b""


Places = Mapping[int, Sequence[int]]
"""By the place of a record its own and those of others, in the order of the corpus."""


def _ties(corpus: Corpus) -> tuple[list[list[int]], list[list[int]]]:
    """Each record with those that it names or stands for, and with all that are one step away from it."""
    named = _named(corpus)
    near = [others.copy() for others in named]
    for here, others in enumerate(named):
        for there in others:
            near[there].add(here)
    return list(map(sorted, named)), list(map(sorted, near))


def _named(corpus: Corpus) -> list[set[int]]:
    """Each record with those that it names or stands for."""
    order = corpus.order
    named = [{place} for place in range(len(order))]
    for key, origins in corpus.backlinks.items():
        there = order[key]
        for origin in origins:
            named[order[origin]].add(there)
    for key, note in corpus.notes.items():
        here = named[order[key]]
        for source, _, _, _, refers_to in note.resolved:
            here.add(order[source_key(source)])
            if refers_to:
                here.add(order[key.named(str(refers_to))])
    return named
