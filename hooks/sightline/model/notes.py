"""The endnotes of a brief, and the works that they cite."""

from typing import Annotated, Literal

from pydantic_core import PydanticCustomError

from sightline.model.brief import Page
from sightline.model.fields import BriefId, Limits, Line, Markdown, Seen, SourceRef, in_digits
from sightline.model.keys import Keyed
from sightline.model.locators import labelled
from sightline.model.record import record

NoteNumber = Annotated[int, Limits(ge=1, le=99_999), Seen(in_digits)]
Form = Literal["full", "short", "ibid"]
LocatorLabel = Literal[
    "act", "appendix", "article-locator", "book", "canon", "chapter", "column", "elocation", "equation",
    "figure", "folio", "issue", "line", "note", "opus", "page", "paragraph", "part", "rule", "scene",
    "section", "sub-verbo", "supplement", "table", "timestamp", "title-locator", "verse", "version", "volume",
]  # fmt: skip
"""What a locator counts, by its CSL name."""


def _unlabelled(value: object) -> object:
    """Refuse a locator that begins with its label: it would be printed with two, or with that of pages."""
    if isinstance(value, str) and (given := labelled(value)):
        raise PydanticCustomError("labelled", "begins with a label", given._asdict())
    return value


Locator = Annotated[Line, Seen(_unlabelled)]
"""A place in a work without the label of what it counts: 189-190; 3, p. 4."""


@record
class Citation:
    """One work cited in an endnote, in the form in which it is printed there."""

    source: SourceRef | None = None
    """The work; left out for an ibid, which takes it from the note before."""
    form: Form = "full"
    """How the note prints it: in full, in a short form, or as ibid."""
    locator: Locator | None = None
    """Where in the work: 189-190."""
    label: LocatorLabel = "page"
    """What the locator counts."""
    refers_to: NoteNumber | None = None
    """The note that a short form or an ibid points back to; worked out where it is left out."""
    lead_in: Line | None = None
    """Words of the note before the citation: See also."""


@record
class PrintingSlip:
    """A place where the printed note is at odds with itself or with another note."""

    printed: Line
    """What is printed."""
    expected: Line | None = None
    """What one would expect; empty where that is not known."""
    why: Markdown | None = None
    """How one can tell."""


@record
class Endnote(Keyed):
    """A numbered note of a brief."""

    KIND = "endnote"
    brief: BriefId = ""
    number: NoteNumber
    """Its number in the brief."""
    citations: tuple[Citation, ...] = ()
    """The works it cites, in printed order; empty for a note that only comments."""
    comment: Markdown | None = None
    """What the note says beside its citations, in our own words."""
    page: Page | None = None
    """The printed page of the note."""
    printing_slips: tuple[PrintingSlip, ...] = ()
    """Misprints in the note."""

    @property
    def id(self) -> str:
        """The number as text: what ``[^12]`` names."""
        return str(self.number)
