"""Records that all briefs share: themes, sources, actors, glossary terms, and the site's settings."""

from dataclasses import field
from typing import Literal

from sightline.model.csl import CslItem, CslType, Names
from sightline.model.dates import Edtf
from sightline.model.fields import (
    ActorRef,
    BriefRef,
    FindingRef,
    Flag,
    Id,
    Line,
    Markdown,
    RecommendationRef,
    SourceRef,
    ThemeRef,
    Title,
    Url,
)
from sightline.model.keys import Keyed
from sightline.model.prose import Prose
from sightline.model.record import record

Relation = Literal["agrees", "differs", "in-tension"]
"""How two statements stand to each other: they agree, they differ, or holding both is hard."""


@record
class Comparison:
    """Findings or recommendations of several briefs on one theme, set side by side."""

    relation: Relation
    """How they stand to each other."""
    about: Title
    """What is compared, as a few plain words."""
    findings: tuple[FindingRef, ...] = ()
    """The findings compared, each as brief/finding."""
    recommendations: tuple[RecommendationRef, ...] = ()
    """The recommendations compared, each as brief/recommendation."""
    note: Markdown
    """What each holds, and where exactly they agree or part."""


@record
class Theme(Keyed):
    """A subject that findings and recommendations of all briefs share."""

    KIND = "theme"
    id: Id
    """Permanent id; part of the address."""
    title: Title
    """The name of the theme."""
    summary: Markdown
    """What the theme covers, in a few sentences."""
    broader: ThemeRef | None = None
    """The theme that this one is part of."""
    comparisons: tuple[Comparison, ...] = ()
    """Where the briefs agree, differ or are in tension."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their addresses redirect here."""


@record
class Source(Keyed):
    """A work that an endnote cites: a CSL item with what its readers need to judge it."""

    KIND = "source"
    id: Id
    """The citation key: permanent, and part of the address."""
    type: CslType
    """The kind of work, by its CSL name."""
    title: Title
    """The title as it is printed."""
    item: CslItem = field(default_factory=dict)
    """The other CSL variables (author, issued, publisher, URL, …); an absent one is unknown."""
    standing: Literal["primary", "secondary"] | None = None
    """Primary (a document of the events, an interview) or secondary (an account of them)."""
    access: Literal["open", "paywalled", "library", "personal-communication"] | None = None
    """How a reader gets at it; absent where nobody has looked."""
    archived: Url | None = None
    """Where a copy is kept."""
    publisher_group: Title | None = None
    """The house behind several publishers or series, where that matters for independence."""
    comment: Markdown | None = None
    """What a reader should know about this source."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their addresses redirect here."""

    @property
    def year(self) -> int | None:
        """The first year in which it may have been published; None where no date is known."""
        issued = self.item.get("issued")
        return issued.year if isinstance(issued, Edtf) else None


ActorKind = Literal[
    "person", "government", "department", "body", "alliance", "company", "agreement", "programme",
    "research-institute", "media", "law", "system",
]  # fmt: skip


@record
class Actor(Keyed):
    """Somebody or something that acts in the briefs, or that they act on."""

    KIND = "actor"
    id: Id
    """Permanent id; part of the address."""
    name: Title
    """The name in full."""
    kind: ActorKind
    """What it is: a person, a government, a body (board, committee), an agreement, a system (equipment), …"""
    also_known_as: tuple[Title, ...] = ()
    """Other names and abbreviations that the briefs use."""
    description: Markdown | None = None
    """Who or what this is, as far as the briefs say."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their addresses redirect here."""


@record
class TermUse:
    """How a brief uses an abbreviation."""

    brief: BriefRef
    """The brief that uses the term."""
    expanded: Flag
    """True where the brief itself says what the term stands for."""


@record
class GlossaryTerm(Keyed):
    """An abbreviation or a term of art."""

    KIND = "glossary-term"
    id: Id
    """Permanent id; the anchor on the glossary page."""
    term: Title
    """The term or abbreviation as the briefs print it."""
    expansion: Title
    """What the letters stand for, or the term in full."""
    meaning: Markdown | None = None
    """What it means, as far as the briefs say."""
    used_in: tuple[TermUse, ...] = ()
    """The briefs that use it, and whether they expand it."""
    actor: ActorRef | None = None
    """The actor of the same name."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their anchors stay on the page."""


@record
class Example:
    """The line of sight that the home page shows: one recommendation, finding, note and source."""

    recommendation: RecommendationRef
    """The recommendation, as brief/recommendation."""
    finding: FindingRef
    """A finding it rests on."""
    source: SourceRef
    """A source that the finding's note cites."""


@record
class Site:
    """The settings of the site."""

    title: Title
    """The name of the site."""
    description: Line
    """One sentence for search engines and link previews."""
    editors: Names = ()
    """Who curates the records; absent where nobody is named."""
    licence: Line | None = None
    """The licence of the content, in words."""
    example: Example | None = None
    """The line of sight shown on the home page."""
    stop_on: tuple[Line, ...] = ()
    """Codes of editorial warnings that stop a build."""


Shared = Theme | Source | Actor | GlossaryTerm
__all__ = ["Actor", "Comparison", "GlossaryTerm", "Prose", "Shared", "Site", "Source", "TermUse", "Theme"]
