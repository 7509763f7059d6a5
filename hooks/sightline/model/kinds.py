"""The kinds of record: their names, their files and their classes, in one table."""

from __future__ import annotations

from typing import NamedTuple

from sightline.model.brief import Brief, Event, Finding, Recommendation
from sightline.model.notes import Endnote
from sightline.model.shared import Actor, GlossaryTerm, Source, Theme
from sightline.model.source_notes import SourceNote

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
    Kind(Brief.KIND, "briefs", Brief, "brief", in_brief=False),
    Kind(Theme.KIND, "themes", Theme, "themes", in_brief=False),
    Kind(Finding.KIND, "findings", Finding, "findings", in_brief=True),
    Kind(Recommendation.KIND, "recommendations", Recommendation, "recommendations", in_brief=True),
    Kind(Endnote.KIND, "endnotes", Endnote, "endnotes", in_brief=True, identity="number"),
    Kind(Source.KIND, "sources", Source, "sources", in_brief=False),
    Kind(Event.KIND, "events", Event, "events", in_brief=True),
    Kind(SourceNote.KIND, "source_notes", SourceNote, "source-notes", in_brief=True),
    Kind(Actor.KIND, "actors", Actor, "actors", in_brief=False),
    Kind(GlossaryTerm.KIND, "glossary", GlossaryTerm, "glossary", in_brief=False),
)
BY_NAME = {kind.name: kind for kind in KINDS}
