"""What is said of a printed document itself, and of which places in it."""

from typing import Annotated, Literal

from sightline.model.brief import Page, SectionRef
from sightline.model.fields import (
    BriefId,
    FindingRef,
    Flag,
    Id,
    Limits,
    Line,
    Markdown,
    RecommendationRef,
    RefTo,
    SourceRef,
)
from sightline.model.keys import Keyed
from sightline.model.record import record


@record
class Standpoint:
    """A place in a brief that a source note speaks of: exactly one of its fields is given besides page."""

    finding: FindingRef | None = None
    """A finding; one of another brief as brief/finding."""
    recommendation: RecommendationRef | None = None
    """A recommendation."""
    endnote: Annotated[str, RefTo(("endnote",))] | None = None
    """An endnote: its number, or brief/number."""
    section: SectionRef | None = None
    """A section as a whole."""
    source: SourceRef | None = None
    """A source."""
    summary: Flag = False
    """True for the key messages of the brief."""
    page: Page | None = None
    """The printed page."""
    printed: Line | None = None
    """The few words at fault, as they are printed."""


@record
class SourceNote(Keyed):
    """Something about the printed document that a careful reader should know."""

    KIND = "source-note"
    brief: BriefId = ""
    id: Id
    """Permanent id, unique in the brief; the anchor on the source notes page."""
    kind: Literal[
        "misprint", "internal-contradiction", "unsupported-claim", "dated-statement", "conflict-between-briefs"
    ]
    """What sort of problem it is."""
    what: Markdown
    """What stands in the document and why it is noted."""
    where: Annotated[tuple[Standpoint, ...], Limits(min_length=1, max_length=2)]
    """The one or two places concerned."""
    treatment: Markdown
    """How this site treats it."""
    aliases: tuple[Id, ...] = ()
    """Earlier ids; their anchors stay on the page."""
