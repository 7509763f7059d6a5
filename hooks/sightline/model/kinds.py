"""The kinds of record: their names, their files and their classes, in one table."""

from __future__ import annotations

from typing import NamedTuple

from sightline.model.brief import Brief, Event, Finding, Recommendation, SourceNote
from sightline.model.notes import Endnote
from sightline.model.shared import Actor, GlossaryTerm, Source, Theme

Record = Brief | Theme | Finding | Recommendation | Endnote | Source | Event | SourceNote | Actor | GlossaryTerm


class Kind(NamedTuple):
    """A kind of record."""

    name: str
    """Its name in links, messages and commands: ``source-note``."""
    plural: str
    """Its key in the public data: ``source_notes``."""
    record: type[Record]
    """Its class."""
    files: str
    """The name of its list file or folder, without suffix: ``source-notes``."""
    in_brief: bool
    """True where each brief has its own."""
    identity: str = "id"
    """The field that names a record: ``id``, or ``number`` for endnotes."""


KINDS: tuple[Kind, ...] = (
    Kind("brief", "briefs", Brief, "brief", in_brief=False),
    Kind("theme", "themes", Theme, "themes", in_brief=False),
    Kind("finding", "findings", Finding, "findings", in_brief=True),
    Kind("recommendation", "recommendations", Recommendation, "recommendations", in_brief=True),
    Kind("endnote", "endnotes", Endnote, "endnotes", in_brief=True, identity="number"),
    Kind("source", "sources", Source, "sources", in_brief=False),
    Kind("event", "events", Event, "events", in_brief=True),
    Kind("source-note", "source_notes", SourceNote, "source-notes", in_brief=True),
    Kind("actor", "actors", Actor, "actors", in_brief=False),
    Kind("glossary-term", "glossary", GlossaryTerm, "glossary", in_brief=False),
)
BY_NAME = {kind.name: kind for kind in KINDS}
BY_CLASS = {kind.record: kind for kind in KINDS}
