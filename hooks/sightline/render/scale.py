"""What an entry weighs by its own words: for those that are longer than usual, or carry more notes.

``WEIGHTS`` says what is usual, and nothing counts less than that. What is reckoned here are bytes of HTML, from the
lengths of texts alone: nothing is formatted to be weighed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sightline.link import key_for
from sightline.model.brief import Event, Finding, Recommendation
from sightline.model.corpus import Corpus, Key, LedgerEntry, Note, Support
from sightline.model.keys import source_key
from sightline.model.kinds import Record
from sightline.model.prose import Prose
from sightline.model.shared import GlossaryTerm, Source, Theme
from sightline.model.source_notes import SourceNote
from sightline.model.walk import texts
from sightline.render.changes import Change
from sightline.render.chart import FEW
from sightline.render.listing import WEIGHTS

MARK, SIDE, USE = 140, 180, 320
"""Bytes of a mark, of the short reference beside it, and of a sentence in which a note is used."""
_UNPRINTED = frozenset(("abstract", "annote", "keyword", "note", "references"))
_COUNTED = 0.7
"""How much of what is reckoned counts: the room of a page leaves two fifths more, and what is usual is usually reckoned
heavier than it is."""


def _counted(usual: int, own: int) -> int:
    return max(usual, round(_COUNTED * own))


def size(*texts: Prose | str | None) -> int:
    """Bytes of texts as they are written."""
    return sum(len((text.source if isinstance(text, Prose) else text).encode()) for text in texts if text)


def of_support(support: Support) -> int:
    """The line that says how well a statement is supported, with its chart."""
    drawn = 90 * min(support.sources, FEW) + 45 * max(support.sources - FEW, 0)
    return 240 + drawn if drawn else 100


class Scale:
    """Weighs the records of one corpus."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._references: dict[str, int] = {}

    def listed(self, kind: str, one: Record | LedgerEntry | Change) -> int:
        """An entry of a list of this kind."""
        return _counted(WEIGHTS[kind], self._listed(one))

    def _listed(self, one: Record | LedgerEntry | Change) -> int:
        match one:
            case Finding():
                return 400 + size(one.statement) + of_support(self._corpus.support[one.key])
            case Recommendation():
                return 450 + size(one.title, one.statement) + of_support(self._corpus.support[one.key])
            case Source():
                return 600 + self._reference(one.id)
            case Event():
                return 350 + size(one.title)
            case Theme():
                return 150 + size(one.title, one.summary)
            case GlossaryTerm():
                return 350 + size(one.expansion, one.meaning)
            case LedgerEntry():
                return 300 + size(one.reason)
            case _:
                return 0

    def set_out(self, one: Recommendation) -> int:
        """A recommendation in a list that shows its marks."""
        return _counted(WEIGHTS["recommendation"], self._listed(one) + MARK * len(one.statement.marks))

    def told(self, one: Finding) -> int:
        """A finding in its own words, with its marks."""
        return _counted(WEIGHTS["told"], 450 + size(one.statement) + MARK * len(one.statement.marks))

    def argued(self, one: Finding, before: Iterable[Finding] = ()) -> int:
        """A finding with all that is known of it, on a page that has the notes of others already."""
        return self._argued(one, {note for other in before for note in self._corpus.marks[other.key]})

    def argued_together(self, findings: Iterable[Finding]) -> int:
        """Findings with all that is known of them, on one page."""
        there: set[Key] = set()
        total = 0
        for one in findings:
            total += self._argued(one, there)
            there.update(self._corpus.marks[one.key])
        return total

    def _argued(self, one: Finding, there: Collection[Key]) -> int:
        notes = self._corpus.marks[one.key]
        own = 1200 + size(one.statement, *(figure.measures for figure in one.figures))
        own += of_support(self._corpus.support[one.key]) + self._noted(one.statement, notes, there)
        return _counted(WEIGHTS["argued"] + WEIGHTS["noted"] * len(notes), own)

    def dated(self, one: Event) -> int:
        """An event on the timeline of its brief, without its line in the drawing."""
        return self._with_notes(WEIGHTS["dated"], one)

    def remarked(self, one: SourceNote) -> int:
        """A source note of a brief."""
        return self._with_notes(WEIGHTS["remarked"], one)

    def _with_notes(self, usual: int, one: Event | SourceNote) -> int:
        own = 700
        for _, text in texts(one):
            own += size(text) + self._noted(text, [key_for("endnote", mark, one.brief) for mark in text.marks])
            usual += WEIGHTS["noted"] * len(text.marks)
        return _counted(usual, own)

    def note(self, note: Note) -> int:
        """A note among all notes, with each place where it is marked."""
        return _counted(WEIGHTS["note"], 700 + self._body(note) + USE * len(note.uses))

    def printed(self, note: Note) -> int:
        """A note as it is printed."""
        return _counted(WEIGHTS["printed"], 250 + sum(self._reference(work.source) for work in note.resolved))

    def _noted(self, text: Prose, notes: Iterable[Key], there: Collection[Key] = ()) -> int:
        """The marks of a text, their notes beside it, and at the foot of the page those that are not ``there`` yet."""
        found = [self._corpus.notes[key] for key in notes]
        beside = sum(min(len(note.resolved), 2) for note in found)
        foot = sum(350 + self._body(note) for note in found if note.key not in there)
        return MARK * len(text.marks) + SIDE * beside + foot

    def _body(self, note: Note) -> int:
        """What a note says and stands for."""
        works = sum(320 + self._reference(work.source) for work in note.resolved)
        return works + size(note.record.comment)

    def _reference(self, source: str) -> int:
        """The reference of a work with the link to it, longer than most that are made of it; reckoned once."""
        if source not in self._references:
            record = self._corpus.records[source_key(source)]
            assert isinstance(record, Source)
            shown = (value for name, value in record.item.items() if name not in _UNPRINTED)
            self._references[source] = size(*map(str, shown), str(record.item.get("URL", "")))
        return self._references[source]
