"""The corpus: all records, linked and sealed, with everything that is derived from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from sightline.model.brief import Brief, Event, Finding, Recommendation
from sightline.model.keys import Key as Key  # what all here is found by
from sightline.model.kinds import Record
from sightline.model.notes import Citation, Endnote
from sightline.model.record import record
from sightline.model.shared import Actor, GlossaryTerm, Site, Source, Theme
from sightline.model.source_notes import SourceNote


class Written(NamedTuple):
    """A record as it is written, whatever is in its reach."""

    key: Key


TIES = "ties"
"""Which record names which, and what notes stand for: what lists count, whatever the words of the records are."""
PROGRAM = "program"
"""Nothing of the records: what follows from the program alone."""
Shown = Key | Written | str
"""What a page is made of: a record with everything in its reach; a record as it is written; all records of a kind as
they are written, by its name; the ties of all records; or the program."""


class Resolved(NamedTuple):
    """One work that a note stands for, after ibids and short forms are followed."""

    source: str
    """The citation key."""
    locator: str | None
    label: str
    """What the locator counts, by its CSL name."""
    form: str
    """How this note prints it: full, short or ibid."""
    refers_to: int | None
    """The note that the printed form points back to; None for a full form."""


class Use(NamedTuple):
    """One place where a note is marked."""

    record: Key
    path: tuple[str | int, ...]
    """The field of the record."""
    position: int
    """Which of the field's marks it is, from 0."""
    section: str | None
    """The section of the record; None where it has none."""


@dataclass(frozen=True, slots=True)  # pages read it all the time, and to read a named tuple takes three times as long
class Note:
    """An endnote with what it stands for and where it is marked."""

    key: Key
    record: Endnote
    citations: tuple[Citation, ...]
    """As printed, with every ``refers_to`` worked out."""
    resolved: tuple[Resolved, ...]
    uses: tuple[Use, ...]
    section: str | None
    """The section of its mark; None where no text with a section marks it."""


class Line(NamedTuple):
    """One line of sight: from a recommendation to a source."""

    finding: Key | None
    """The finding it passes through; None where the note is marked in the recommendation itself."""
    note: Key
    source: str


class Support(NamedTuple):
    """How well a recommendation or finding is supported, counted and never typed."""

    findings: int
    notes: int
    sources: int
    """Distinct works."""
    publishers: int
    """Distinct houses; works without a publisher count by their container or not at all."""
    kinds: tuple[tuple[str, int], ...]
    """(CSL type, works), most first."""
    interviews: int
    open: int
    """Works that anyone can check for free."""
    oldest: int | None
    """The year of the oldest work; None where none is dated."""
    newest: int | None
    labels: tuple[str, ...]
    """Plain warnings: one source, interviews only, no note at all, note without a source."""


class SourceLinks(NamedTuple):
    """What a source carries."""

    notes: tuple[Key, ...]
    """Every endnote that stands for it, in order."""
    findings: tuple[Key, ...]
    recommendations: tuple[Key, ...]
    falls: tuple[Key, ...]
    """Findings and recommendations that would have no source left without it."""
    weakens: tuple[Key, ...]
    """Those that would keep some of their sources."""


class LedgerEntry(NamedTuple):
    """Something that an editor or a reader should know is missing."""

    code: str
    record: Key
    message: str
    reason: str
    """The editor's reason in plain words; empty where none is given."""


@record
class Corpus:
    """All records with all links; nothing in it changes after it is made."""

    site: Site
    briefs: tuple[Brief, ...]
    themes: tuple[Theme, ...]
    findings: tuple[Finding, ...]
    recommendations: tuple[Recommendation, ...]
    endnotes: tuple[Endnote, ...]
    sources: tuple[Source, ...]
    events: tuple[Event, ...]
    source_notes: tuple[SourceNote, ...]
    actors: tuple[Actor, ...]
    glossary: tuple[GlossaryTerm, ...]
    records: Mapping[Key, Record]
    order: Mapping[Key, int]
    """The place of each record in the order of kinds and of the lists above."""
    of_brief: Mapping[str, tuple[Key, ...]]
    """The records that each brief holds, in the order of ``records``."""
    files: Mapping[Key, str]
    """The file that holds each record, from the project's root."""
    prints: Mapping[Key, bytes]
    """A digest of each record as it is written, and of where."""
    notes: Mapping[Key, Note]
    marks: Mapping[Key, tuple[Key, ...]]
    """The notes that each finding and recommendation marks in its texts, each once, in order."""
    lines: Mapping[Key, tuple[Line, ...]]
    """The line of sight of each recommendation."""
    support: Mapping[Key, Support]
    """Of each finding and recommendation."""
    source_links: Mapping[str, SourceLinks]
    backlinks: Mapping[Key, tuple[Key, ...]]
    """The records that name a record, in the order of kinds and files; none of its own kind's lists."""
    ledger: tuple[LedgerEntry, ...]
