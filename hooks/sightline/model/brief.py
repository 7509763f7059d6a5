"""A brief and what it says: sections, findings, recommendations and events. Its endnotes are in ``notes``, what is said of
the document itself in ``source_notes``."""

from typing import Annotated, Literal

from sightline.model.csl import Names
from sightline.model.fields import (
    ActorRef,
    BriefId,
    Date,
    FindingRef,
    Id,
    Limits,
    Line,
    Markdown,
    RecommendationRef,
    RefTo,
    Seen,
    SourceRef,
    ThemeRef,
    Title,
    Url,
    in_digits,
)
from sightline.model.keys import Keyed
from sightline.model.record import record
from sightline.model.shared import Relation

SectionRef = Annotated[str, RefTo(("section",))]
Page = Annotated[str, Limits(max_length=40)]
"""A printed page or a range of pages, ``9`` or ``9-10``; text, because pages may be ``iv``."""
Whole = Annotated[int, Limits(ge=0), Seen(in_digits)]


@record
class Section:
    """A section of a brief, in the order of the document."""

    id: Id
    """Permanent id, unique in the brief."""
    title: Title
    """The heading as it is printed."""
    pages: Page | None = None
    """The printed pages."""
    summary: Markdown | None = None
    """What the section argues, in a sentence or two."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their anchors stay on the pages."""


@record
class Illustration:
    """A picture of the printed brief: its caption and credit, without the picture."""

    caption: Line
    """What the picture shows, as its caption says."""
    credit: Line | None = None
    """Who made or owns the picture."""
    page: Page | None = None
    """The printed page."""
    section: SectionRef | None = None
    """The section that it stands in."""


@record
class AuthorNote:
    """What a brief says about one of its authors."""

    author: Title
    """The author's name."""
    about: Markdown
    """Posts, degrees and work, as the brief gives them."""


@record
class Brief(Keyed):
    """A document that the site publishes."""

    KIND = "brief"
    id: Id
    """Permanent id: the name of the folder, and part of every address of the brief."""
    title: Title
    """The title as it is printed."""
    short_title: Title | None = None
    """A shorter title for lists and navigation."""
    kind: Literal["report", "curated-brief"]
    """A report with authors and notes, or a brief put together from other material."""
    publisher: Title
    """Who published it."""
    authors: Names = ()
    """The authors in printed order; empty where none is named."""
    series: Title | None = None
    """The series that it belongs to."""
    issued: Date | None = None
    """When it was published, as precisely as it says."""
    updated: Date | None = None
    """When it was last changed, as precisely as it says."""
    standfirst: Markdown
    """What the brief is about, in one or two sentences."""
    summary: Annotated[tuple[Markdown, ...], Limits(min_length=1)]
    """The key messages, in order."""
    sections: Annotated[tuple[Section, ...], Limits(min_length=1)]
    """The sections, in the order of the document."""
    url: Url | None = None
    """Where the original is published."""
    declared_sources: Whole | None = None
    """How many sources the document says that it has."""
    about_the_authors: tuple[AuthorNote, ...] = ()
    """What the document says about its authors."""
    illustrations: tuple[Illustration, ...] = ()
    """Pictures of the printed document, by caption and credit."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their addresses redirect here."""


@record
class Figure:
    """A number that a finding states."""

    value: Line
    """The number as it is printed: 2, 35, one-fifth."""
    unit: Line | None = None
    """What is counted: per cent of GDP, senators, years."""
    measures: Line
    """What the number says, in a few words."""


@record
class Finding(Keyed):
    """One statement of a brief, in our own words, with the note marks of the original."""

    KIND = "finding"
    brief: BriefId = ""
    id: Id
    """Permanent id, unique in the brief; the anchor on the findings page."""
    section: SectionRef
    """The section that it stands in."""
    statement: Markdown
    """What the brief says here, with its note marks."""
    kind: Literal["fact", "judgement", "attributed-view", "forecast"]
    """A fact, a judgement of the authors, the view of somebody they name, or a forecast."""
    themes: tuple[ThemeRef, ...] = ()
    """The themes that it belongs to."""
    actors: tuple[ActorRef, ...] = ()
    """Who and what it speaks of."""
    page: Page | None = None
    """The printed page or pages."""
    figures: tuple[Figure, ...] = ()
    """The numbers in it."""
    no_note_because: Markdown | None = None
    """Why it carries no note, where the editor knows; shown on the ledger."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their anchors stay on the page."""


@record
class Action:
    """One thing that a recommendation asks for."""

    what: Markdown
    """What should be done."""
    by: tuple[ActorRef, ...] = ()
    """Who should do it; empty means all addressees."""


@record
class Ground:
    """A finding that a recommendation rests on."""

    finding: FindingRef
    """The finding; one of another brief as brief/finding."""
    role: Literal["supports", "qualifies", "contradicts", "background"] = "supports"
    """What the finding does for the recommendation."""
    why: Markdown
    """How the one bears on the other."""


@record
class Related:
    """A recommendation or finding that belongs beside this recommendation."""

    recommendation: RecommendationRef | None = None
    """The other recommendation; one of another brief as brief/recommendation."""
    finding: FindingRef | None = None
    """Or a finding; one of another brief as brief/finding."""
    relation: Relation
    """How the two stand to each other."""
    why: Markdown
    """In what they agree, differ or pull apart."""


@record
class StatusEntry:
    """What became of a recommendation, on one day."""

    date: Date
    """When."""
    status: Literal["open", "accepted", "partly-accepted", "rejected", "in-progress", "implemented", "superseded"]
    """What it came to."""
    source: SourceRef
    """The source that says so."""
    note: Markdown | None = None
    """In a sentence, what happened."""


@record
class Recommendation(Keyed):
    """What a brief says should be done."""

    KIND = "recommendation"
    brief: BriefId = ""
    id: Id
    """Permanent id, unique in the brief; part of the address."""
    title: Title
    """The title as it is printed: its name."""
    statement: Markdown
    """What is recommended, with the note marks of the original."""
    addressees: Annotated[tuple[ActorRef, ...], Limits(min_length=1)]
    """Who should act."""
    actions: tuple[Action, ...] = ()
    """What they should do, step by step."""
    rests_on: tuple[Ground, ...] = ()
    """The findings that carry it, each with its role and the reason."""
    section: SectionRef | None = None
    """The section that it stands in."""
    themes: tuple[ThemeRef, ...] = ()
    """The themes that it belongs to."""
    related: tuple[Related, ...] = ()
    """Recommendations and findings beside it, also of other briefs."""
    status: tuple[StatusEntry, ...] = ()
    """What became of it, oldest first."""
    page: Page | None = None
    """The printed page or pages."""
    no_note_because: Markdown | None = None
    """Why no note is marked in it, where the editor knows; shown on the ledger."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their addresses redirect here."""


@record
class Event(Keyed):
    """Something that happened on a date that the brief gives."""

    KIND = "event"
    brief: BriefId = ""
    id: Id
    """Permanent id, unique in the brief; the anchor on the timeline."""
    date: Date
    """When, as precisely as the brief says."""
    title: Markdown
    """What happened, with the note marks that carry it."""
    actors: tuple[ActorRef, ...] = ()
    """Who took part."""
    themes: tuple[ThemeRef, ...] = ()
    """The themes that it belongs to."""
    findings: tuple[FindingRef, ...] = ()
    """The findings that speak of it."""
    page: Page | None = None
    """The printed page."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their anchors stay on the page."""
