"""CSL 1.0.2: the types and variables of a source, as the specification lists them.

Source: https://docs.citationstyles.org/en/stable/specification.html, appendices III and IV.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias, TypedDict

from pydantic_core import PydanticCustomError

from sightline.model.dates import Edtf
from sightline.model.fields import Date, Line, Seen, Url

CslType = Literal[
    "article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast",
    "chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary",
    "entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case",
    "legislation", "manuscript", "map", "motion_picture", "musical_score", "pamphlet",
    "paper-conference", "patent", "performance", "periodical", "personal_communication", "post",
    "post-weblog", "regulation", "report", "review", "review-book", "software", "song", "speech",
    "standard", "thesis", "treaty", "webpage",
]  # fmt: skip
"""The kinds of work."""

TEXT_VARIABLES = (
    "abstract", "annote", "archive", "archive-place", "archive_collection", "archive_location",
    "authority", "call-number", "collection-title", "container-title", "container-title-short",
    "dimensions", "division", "DOI", "event-place", "event-title", "genre", "ISBN", "ISSN",
    "jurisdiction", "keyword", "language", "license", "medium", "note", "original-publisher",
    "original-publisher-place", "original-title", "part-title", "PMCID", "PMID", "publisher",
    "publisher-place", "references", "reviewed-genre", "reviewed-title", "scale", "source", "status",
    "title", "title-short", "volume-title", "volume-title-short",
)  # fmt: skip
NUMBER_VARIABLES = (
    "chapter-number", "collection-number", "edition", "issue", "number", "number-of-pages",
    "number-of-volumes", "page", "page-first", "part-number", "printing-number", "section",
    "supplement-number", "version", "volume",
)  # fmt: skip
DATE_VARIABLES = ("accessed", "available-date", "event-date", "issued", "original-date", "submitted")
NAME_VARIABLES = (
    "author", "chair", "collection-editor", "compiler", "composer", "container-author", "contributor",
    "curator", "director", "editor", "editor-translator", "editorial-director", "executive-producer",
    "guest", "host", "illustrator", "interviewer", "narrator", "organizer", "original-author",
    "performer", "producer", "recipient", "reviewed-author", "script-writer", "series-creator",
    "translator",
)  # fmt: skip

USUAL_WORDS = {
    "address": "publisher-place", "booktitle": "container-title", "city": "publisher-place", "conference": "event-title", "date": "issued",
    "institution": "publisher", "journal": "container-title", "link": "URL", "location": "publisher-place",
    "magazine": "container-title", "newspaper": "container-title", "place": "publisher-place", "retrieved": "accessed",
    "school": "publisher", "series": "collection-title", "urldate": "accessed", "website": "container-title",
    "year": "issued",
}  # fmt: skip
"""What a variable is called elsewhere, where its name does not show that."""

Name = TypedDict(
    "Name",
    {
        "family": Line,
        "given": Line,
        "dropping-particle": Line,
        "non-dropping-particle": Line,
        "suffix": Line,
        "literal": Line,
    },
    total=False,
)
"""A person (family, given) or a body or nickname (literal)."""


def _one_name(value: object) -> object:
    """Refuse a name of nobody, and one that is both a body and a person: a reference would show only a part of it."""
    if isinstance(value, dict) and value.keys() <= {"dropping-particle", "non-dropping-particle", "suffix"}:
        raise PydanticCustomError("name-of-nobody", "there is no name here: write family and given, or literal")
    if isinstance(value, dict) and "literal" in value and len(value) > 1:
        raise PydanticCustomError("name-of-two", "literal stands alone: a person has family and given, a body literal")
    return value


Names = tuple[Annotated[Name, Seen(_one_name)], ...]

USUAL_VARIABLES = (
    "author", "editor", "container-title", "publisher", "publisher-place", "issued", "volume", "issue", "page", "DOI", "URL",
)  # fmt: skip
"""The variables that most sources do with, of more than a hundred."""
VARIABLES_PAGE = "https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables"

CslValue: TypeAlias = str | Edtf | tuple[Name, ...]
"""What a CSL variable holds here."""

if TYPE_CHECKING:
    CslItem: TypeAlias = dict[str, CslValue]
else:
    CslItem = TypedDict(
        "CslItem",
        {
            **dict.fromkeys(TEXT_VARIABLES + NUMBER_VARIABLES, Line),
            **dict.fromkeys(DATE_VARIABLES, Date),
            **dict.fromkeys(NAME_VARIABLES, Names),
            "URL": Url,
        },
        total=False,
    )
    """The CSL variables of a source, by their CSL names; absent means unknown."""
