"""The types of the fields: what a value may look like, whatever the record."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, get_type_hints

from pydantic_core import PydanticCustomError

from sightline.model.addresses import web_address
from sightline.model.dates import Edtf
from sightline.model.limits import MAX_ADDRESS, MAX_ID, MAX_LINE_FIELD, MAX_TITLE
from sightline.model.markdown import parse as parse_prose
from sightline.model.prose import Prose
from sightline.model.refused import ProseError

ID_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
RESERVED_IDS = frozenset(
    "index readme search assets sitemap feed constructor prototype con prn aux nul notes elsewhere"
    " sightline-shell page masthead-search masthead-search-field card drawn by-page find-note find-note-said".split()
)
_WHOLE = re.compile(r"0|-?[1-9][0-9]*")
_FLAGS = ("true", "True", "TRUE", "false", "False", "FALSE")
_RESERVED_FORM = re.compile(r"^((note|mark)-(.+-)?\d+$|decade-\d+$|(section|kind|filter)-|(com|lpt)\d$)")
"""The anchors that the site gives on pages where records have theirs, and names that Windows keeps for devices."""


class RefTo(NamedTuple):
    """Marks a field as the id of another record: of one of the kinds named."""

    kinds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FromFolder:
    """Marks a field that the reader fills from the file's place; an editor never writes it."""


class Limits(NamedTuple):
    """Marks what a text, a number or a list may be; None where there is no limit."""

    pattern: str | None = None
    min_length: int | None = None
    """Characters of a text, items of a list."""
    max_length: int | None = None
    ge: int | None = None
    le: int | None = None


class Seen(NamedTuple):
    """Marks a field with what looks at its value first, returns it and raises PydanticCustomError where it is wrong."""

    by: Callable[[Any], Any]


class Made(NamedTuple):
    """Marks a field with what makes its value of what was written, and raises PydanticCustomError where it cannot."""

    by: Callable[[Any], Any]


@cache
def hints_of(record: type) -> Mapping[str, Any]:
    """The types of a class's fields with all that marks them.

    The modules of records have no ``from __future__ import annotations``: to read types from text again takes long.
    """
    return get_type_hints(record, include_extras=True)


def _text(value: Any) -> Any:
    """Refuse blank text, and text in decomposed form, so that equal words are equal bytes (Unicode NFC)."""
    if isinstance(value, str) and not value.strip():
        raise PydanticCustomError("string_too_short", "is empty")
    if isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
        raise PydanticCustomError("not-nfc", "has letters with separate accents; type them as one letter each")
    return value


def in_digits(value: Any) -> Any:
    """Refuse a number that programs read differently, or that an editor may have meant as another: 010, 5.0, 1.000."""
    if isinstance(value, str) and not _WHOLE.fullmatch(value):
        raise PydanticCustomError("int_parsing", "should be a whole number")
    return value


def _true_or_false(value: Any) -> Any:
    """Refuse what is true or false to some programs only: yes, off, 1."""
    if isinstance(value, str) and value not in _FLAGS:
        raise PydanticCustomError("bool_parsing", "should be true or false")
    return value


def _record_id(value: Any) -> Any:
    if isinstance(value, str):
        if value in RESERVED_IDS or _RESERVED_FORM.match(value):
            raise PydanticCustomError("reserved-id", "'{id}' is a name the site needs for itself", {"id": value})
        if not re.fullmatch(ID_PATTERN, value):
            raise PydanticCustomError(
                "bad-id",
                "'{id}' is not an id: lower-case letters and digits in words joined by single hyphens,"
                " starting with a letter",
                {"id": value},
            )
    return value


def _prose(value: Any) -> Prose:
    if not isinstance(value, str):
        raise PydanticCustomError("string_type", "should be text")
    try:
        return parse_prose(_text(value))
    except ProseError as error:
        raise PydanticCustomError("bad-text", "{reason}", {"reason": str(error), "faults": error.faults}) from None


def _edtf(value: Any) -> Edtf:
    try:
        return Edtf.parse(value)
    except ValueError as error:
        given = {"date": str(value)[:60], "why": str(error)}
        raise PydanticCustomError("bad-date", "'{date}' is not a date: {why}", given) from None


def _url(value: Any) -> Any:
    if isinstance(value, str) and (wrong := web_address(value)):
        raise PydanticCustomError("bad-url", "'{url}' {wrong}", {"url": value[:200], "wrong": wrong})
    return value


Id = Annotated[str, Limits(ID_PATTERN, max_length=MAX_ID), Seen(_record_id)]
"""A permanent id: lower-case ASCII words joined by hyphens, 64 characters at most."""

Flag = Annotated[bool, Seen(_true_or_false)]
"""True or false."""

Line = Annotated[str, Limits(r"^[^\n]*$", 1, MAX_LINE_FIELD), Seen(_text)]
"""Plain text on one line; never Markdown."""

Title = Annotated[str, Limits(r"^[^\n]*$", 1, MAX_TITLE), Seen(_text)]
"""A plain title of 300 characters at most."""

Markdown = Annotated[Prose, Made(_prose)]
"""A text in restricted Markdown: emphasis, links, lists and note marks such as ``[^12]``."""

Date = Annotated[Edtf, Made(_edtf)]
"""An EDTF date, as precise as its source and no more."""

Url = Annotated[str, Limits(max_length=MAX_ADDRESS), Seen(_url)]
"""A web address, kept byte for byte."""

_LOCAL_REF = Limits(r"^([a-z][a-z0-9-]*/)?[a-z0-9][a-z0-9-]*$")

BriefRef = Annotated[str, RefTo(("brief",))]
ThemeRef = Annotated[str, RefTo(("theme",))]
SourceRef = Annotated[str, RefTo(("source",))]
ActorRef = Annotated[str, RefTo(("actor",))]
FindingRef = Annotated[str, RefTo(("finding",)), _LOCAL_REF]
RecommendationRef = Annotated[str, RefTo(("recommendation",)), _LOCAL_REF]
BriefId = Annotated[str, FromFolder()]
