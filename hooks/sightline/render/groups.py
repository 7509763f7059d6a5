"""The records of a corpus as pages ask for them: each grouping is made once, when it is first needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol, TypeVar

from sightline.link import key_for
from sightline.model.brief import Brief, Event, Finding, Recommendation
from sightline.model.corpus import Corpus, Key, Note
from sightline.model.notes import Endnote
from sightline.model.shared import Theme
from sightline.model.source_notes import SourceNote


class _Owned(Protocol):
    @property
    def brief(self) -> str: ...


Owned = TypeVar("Owned", bound=_Owned)


class Groups:
    """A page that takes its records from here costs what it shows, however large the corpus is."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus

    def _by_brief(self, records: Iterable[Owned]) -> dict[str, list[Owned]]:
        """The records of each brief, in their order; a brief without any has an empty list."""
        found: dict[str, list[Owned]] = {brief.id: [] for brief in self._corpus.briefs}
        for record in records:
            found[record.brief].append(record)
        return found

    @cached_property
    def briefs(self) -> dict[str, Brief]:
        """The briefs by id."""
        return {brief.id: brief for brief in self._corpus.briefs}

    @cached_property
    def _ranks(self) -> dict[str, int]:
        return {brief: rank for rank, brief in enumerate(self.briefs)}

    def order(self, of_brief: tuple[str, object]) -> int:
        """Sorts what is paired with the id of a brief into the order of the briefs."""
        return self._ranks[of_brief[0]]

    @cached_property
    def findings(self) -> dict[str, list[Finding]]:
        """By brief."""
        return self._by_brief(self._corpus.findings)

    @cached_property
    def recommendations(self) -> dict[str, list[Recommendation]]:
        """By brief."""
        return self._by_brief(self._corpus.recommendations)

    @cached_property
    def endnotes(self) -> dict[str, list[Endnote]]:
        """By brief."""
        return self._by_brief(self._corpus.endnotes)

    @cached_property
    def events(self) -> dict[str, list[Event]]:
        """By brief."""
        return self._by_brief(self._corpus.events)

    @cached_property
    def source_notes(self) -> dict[str, list[SourceNote]]:
        """By brief."""
        return self._by_brief(self._corpus.source_notes)

    @cached_property
    def notes(self) -> dict[str, list[Note]]:
        """By brief: its endnotes with what they stand for."""
        found: dict[str, list[Note]] = {brief.id: [] for brief in self._corpus.briefs}
        for key, note in self._corpus.notes.items():
            found[key.brief].append(note)
        return found

    @cached_property
    def sources(self) -> dict[str, list[str]]:
        """By brief: the citation keys that its notes cite, in the order of first citation."""
        return {
            brief: list(dict.fromkeys(work.source for note in notes for work in note.resolved))
            for brief, notes in self.notes.items()
        }

    @cached_property
    def spoken_of(self) -> dict[Key, list[SourceNote]]:
        """By record: the source notes that speak of it, each once."""
        found: dict[Key, list[SourceNote]] = {}
        for note in self._corpus.source_notes:
            for key in dict.fromkeys(places(note)):
                found.setdefault(key, []).append(note)
        return found

    def speaking_of(self, keys: Iterable[Key]) -> list[SourceNote]:
        """The source notes that speak of any of these records, in the order of these, each once."""
        return list({id(note): note for key in keys for note in self.spoken_of.get(key, ())}.values())

    def source_notes_elsewhere(self, brief: str) -> list[SourceNote]:
        """The source notes of other briefs that speak of one, in the order of its records."""
        return [note for note in self.speaking_of(self._corpus.of_brief[brief]) if note.brief != brief]

    @cached_property
    def asked(self) -> dict[str, list[Recommendation]]:
        """By actor: the recommendations that ask something of it."""
        found: dict[str, list[Recommendation]] = {}
        for one in self._corpus.recommendations:
            for actor in asked_of(one):
                found.setdefault(actor, []).append(one)
        return found

    @cached_property
    def narrower(self) -> dict[str, list[Theme]]:
        """By theme: the themes that are part of it."""
        found: dict[str, list[Theme]] = {}
        for theme in self._corpus.themes:
            if theme.broader:
                found.setdefault(theme.broader, []).append(theme)
        return found

    @cached_property
    def events_on(self) -> dict[str, list[Event]]:
        """By theme: the events that belong to it."""
        found: dict[str, list[Event]] = {}
        for event in self._corpus.events:
            for theme in dict.fromkeys(event.themes):
                found.setdefault(theme, []).append(event)
        return found


def places(note: SourceNote) -> Iterator[Key]:
    """The records that a source note speaks of."""
    for place in note.where:
        for kind in ("finding", "recommendation", "endnote", "source"):
            if reference := getattr(place, kind):
                yield key_for(kind, reference, note.brief)


def asked_of(one: Recommendation) -> tuple[str, ...]:
    """Whom a recommendation asks for something, as a whole or in one of its actions; each once."""
    return tuple(dict.fromkeys([*one.addressees, *(actor for action in one.actions for actor in action.by)]))
