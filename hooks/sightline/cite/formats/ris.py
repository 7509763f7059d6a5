"""RIS: one line for each value, as reference managers have exchanged them for forty years.

A variable that RIS has no tag for stands in a note (``N1``) that begins with ``csl-`` and its name. So does what RIS
cannot say of a name: that one with a comma is a body's (``csl-body``), that a small word is part of a family name
(``csl-family``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sightline.cite.formats.held import Held
from sightline.cite.formats.values import DATES, KEPT, Person
from sightline.model.dates import Day

TYPES = {
    "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN", "article-newspaper": "NEWS",
    "bill": "BILL", "book": "BOOK", "broadcast": "SOUND", "chapter": "CHAP", "classic": "CLSWK",
    "dataset": "DATA", "document": "GEN", "entry": "ENCYC", "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC", "figure": "FIGURE", "graphic": "ART", "hearing": "HEAR",
    "interview": "PCOMM", "legal_case": "CASE", "legislation": "STAT", "manuscript": "MANSCPT", "map": "MAP",
    "motion_picture": "MPCT", "musical_score": "MUSIC", "pamphlet": "PAMP", "paper-conference": "CPAPER",
    "patent": "PAT", "periodical": "JFULL", "personal_communication": "PCOMM", "post": "ELEC",
    "post-weblog": "BLOG", "regulation": "STAT", "report": "RPRT", "review": "JOUR", "review-book": "JOUR",
    "software": "COMP", "song": "SOUND", "speech": "SLIDE", "standard": "STAND", "thesis": "THES",
    "webpage": "ELEC",
}  # fmt: skip
"""CSL type to type of reference; all others are ``GEN``."""
BACK = {
    "UNPB": "article", "JOUR": "article-journal", "MGZN": "article-magazine", "NEWS": "article-newspaper",
    "BILL": "bill", "BOOK": "book", "SOUND": "song", "CHAP": "chapter", "CLSWK": "classic", "DATA": "dataset",
    "GEN": "document", "ENCYC": "entry-encyclopedia", "DICT": "entry-dictionary", "FIGURE": "figure",
    "ART": "graphic", "HEAR": "hearing", "PCOMM": "personal_communication", "CASE": "legal_case",
    "STAT": "legislation", "MANSCPT": "manuscript", "MAP": "map", "MPCT": "motion_picture",
    "MUSIC": "musical_score", "PAMP": "pamphlet", "CPAPER": "paper-conference", "PAT": "patent",
    "JFULL": "periodical", "BLOG": "post-weblog", "RPRT": "report", "COMP": "software", "SLIDE": "speech",
    "STAND": "standard", "THES": "thesis", "ELEC": "webpage",
}  # fmt: skip
"""What a type of reference means where no note says otherwise."""

TAGS = {
    "title": "TI", "title-short": "ST", "container-title": "T2", "collection-title": "T3", "publisher": "PB",
    "publisher-place": "CY", "volume": "VL", "issue": "IS", "number": "M1", "edition": "ET", "section": "SE",
    "number-of-volumes": "NV", "DOI": "DO", "URL": "UR", "abstract": "AB", "language": "LA", "genre": "M3",
    "call-number": "CN", "source": "DP", "archive": "DB", "note": "N1",
}  # fmt: skip
BOOKS = frozenset(
    ("BOOK", "EBOOK", "EDBOOK", "CHAP", "ECHAP", "CONF", "CPAPER", "RPRT", "ENCYC", "DICT", "THES", "PAMP")
)
"""Types whose ``SN`` is an ISBN."""
NAMES = {"author": "AU", "editor": "A2", "collection-editor": "A3", "translator": "A4"}
_RANGE = re.compile(r"([^\s,;–-]+)[–-]([^\s,;–-]+)")
_END = "\r\n"
_LAST = f"ER  - {_END}"


def record(held: Held) -> str:
    """One reference; its lines end as the format wants them to."""
    tag = TYPES.get(held.kind, "GEN")
    lines = [("TY", tag), ("ID", held.id), *_lines(held)]
    if BACK[tag] != held.kind:
        lines.append(("N1", f"{KEPT}type: {held.kind}"))
    return "".join([f"{name}  - {value}{_END}" for name, value in lines if value]) + _LAST


def completed(written: str, lost: str) -> str:
    """A reference with what it alone cannot say (``kept``)."""
    return f"{written.removesuffix(_LAST)}N1  - {KEPT}json: {lost}{_END}{_LAST}"


def says_all(held: Held) -> bool:
    """True where a reference is certain to be read as it was written; names and dates are ``kept``'s to judge."""
    texts = held.texts
    numbers = [variable for variable in ("ISBN", "ISSN") if variable in texts]
    words = texts.get("keyword", "")
    return (
        (not numbers or numbers == ["ISBN" if TYPES.get(held.kind) in BOOKS else "ISSN"])
        and ", ".join(_keywords(words)) == words
        and "–" not in texts.get("page", "")  # a range has a hyphen when it comes back
        and not texts.get("note", "").startswith(KEPT)
        and ("container-title-short" not in texts or "container-title" in texts)
    )


def _lines(held: Held) -> Iterator[tuple[str, str]]:
    for role, people in held.people.items():
        yield from _names(role, people)
    for variable, text in held.texts.items():
        if variable in TAGS:
            yield TAGS[variable], text
        elif variable in DATES:
            yield from _dates(held, variable)
        else:
            yield from _texts(variable, text)


def _texts(variable: str, value: str) -> Iterator[tuple[str, str]]:
    """What takes more than a tag of its own, or has none and stands in a note that names the variable."""
    match variable:
        case "page" if both := _RANGE.fullmatch(value):
            yield "SP", both[1]
            yield "EP", both[2]
        case "page":
            yield "SP", value
        case "keyword":
            yield from (("KW", word) for word in _keywords(value))
        case "ISBN":
            yield "SN", value
        case "ISSN":
            yield "SN", value
        case _:
            yield "N1", f"{KEPT}{variable}: {value}"


def _keywords(value: str) -> list[str]:
    return [word.strip() for word in value.split(",") if word.strip()]


def _names(role: str, people: list[Person]) -> Iterator[tuple[str, str]]:
    for person in people:
        text = name(person)
        yield (NAMES[role], text) if role in NAMES else ("N1", f"{KEPT}{role}: {text}")
        if "," in person.literal:
            yield "N1", f"{KEPT}body: {person.literal}"
        if person.family[:1].islower():
            yield "N1", f"{KEPT}family: {person.family}"


def name(person: Person) -> str:
    """``Family, Given, Suffix``; a particle that stays with the family name before it, one that drops after the given."""
    if person.literal:
        return person.literal
    family = f"{person.particle} {person.family}".strip()
    given = f"{person.given} {person.dropping}".strip()
    return (
        ", ".join([family, given, *([person.suffix] if person.suffix else [])])
        if given or person.suffix
        else f"{family},"
    )


def _dates(held: Held, variable: str) -> Iterator[tuple[str, str]]:
    """Year and date of publication, date of access; what is no plain date stands behind the third slash."""
    text, day = held.texts[variable], held.days[variable]
    if variable == "issued":
        year = str(day.year) if day else text[:4] if text[:4].isdecimal() else ""
        yield "PY", year
        yield "DA", _slashes(day) if day else f"{year}///{text}"
    elif variable == "accessed":
        yield "Y2", _slashes(day) if day else f"///{text}"
    else:
        yield "N1", f"{KEPT}{variable}: {text}"


def _slashes(day: Day) -> str:
    """``2001/05//``."""
    month, number = (f"{part:02}" if part else "" for part in (day.month, day.day))
    return f"{day.year:04}/{month}/{number}/"
