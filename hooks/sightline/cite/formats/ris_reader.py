"""RIS files, read into CSL items; tags that have no variable of CSL are noted down with their line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sightline.cite import csl_dates
from sightline.cite.csl_json import OWN
from sightline.cite.formats import kept, ris
from sightline.cite.formats.library import Found, Library
from sightline.cite.formats.values import KEPT
from sightline.cite.marks import clean
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from sightline.model.dates import Edtf

TYPES = ris.BACK | {
    "ABST": "article-journal", "AGGR": "dataset", "ANCIENT": "classic", "ADVS": "motion_picture", "BLOG": "post-weblog",
    "CHART": "figure", "CONF": "book", "CTLG": "book", "DBASE": "dataset", "EBOOK": "book", "ECHAP": "chapter",
    "EDBOOK": "book", "EJOUR": "article-journal", "EQUA": "figure", "GOVDOC": "report", "GRNT": "document",
    "ICOMM": "personal_communication", "INPR": "article-journal", "LEGAL": "legislation", "MULTI": "document",
    "SER": "book", "UNBILL": "bill", "VIDEO": "motion_picture", "WEB": "webpage", "PRESS": "document",
}  # fmt: skip
"""Type of reference to CSL type; all others are documents."""
TAGS = {tag: variable for variable, tag in ris.TAGS.items()} | {
    "T1": "title", "CT": "title", "JO": "container-title", "JF": "container-title", "BT": "container-title",
    "JA": "container-title-short", "J1": "container-title-short", "J2": "container-title-short", "PP": "publisher-place",
    "N2": "abstract", "RN": "note", "OP": "original-title", "RP": "status", "DP": "source", "AN": "archive_location",
}  # fmt: skip
NAMES = {tag: variable for variable, tag in ris.NAMES.items()} | {"A1": "author", "ED": "editor", "TA": "translator"}
_SILENT = frozenset(("TY", "ER", "ID", "SP", "EP", "PY", "Y1", "DA", "Y2", "SN", "KW"))
_KNOWN = frozenset((*TEXT_VARIABLES, *NUMBER_VARIABLES, "URL"))
_LINE = re.compile(r"(?P<tag>[A-Z][A-Z0-9]) {1,2}-(?: (?P<value>.*))?")
_NOTE = re.compile(rf"{KEPT}(?P<name>[\w-]+): (?P<value>.*)")
_SMALL = re.compile(r"(?:[a-z][\w’']*\s+)+(?=\S)")
_DATE = re.compile(r"(?P<year>\d{4})(?:/(?P<month>\d{0,2})(?:/(?P<day>\d{0,2}))?)?(?:/(?P<rest>.*))?")
_YEAR_FIRST = re.compile(r"(\d{4}) ([A-Za-z]{3,9}\.?(?:[-–/][A-Za-z]{3,9}\.?| \d{1,2})?)")
"""``2024 Jul 12``, as some databases write it."""


@dataclass(slots=True)
class Line:
    """A tag and its value, with what follows on further lines."""

    tag: str
    value: str
    number: int


@dataclass(slots=True)
class Reference:
    """The lines of one reference."""

    start: int
    lines: list[Line] = field(default_factory=list)

    def values(self, *tags: str) -> list[str]:
        """What stands under any of the tags, in the order of the file."""
        return [line.value for line in self.lines if line.tag in tags and line.value]

    @property
    def kind(self) -> str:
        """The type of reference."""
        return next(iter(self.values("TY")), "").upper()


def read(text: str) -> Library:
    """All works of a file."""
    library = Library()
    for reference in _references(text, library):
        item = _Reader(reference, library).item()
        library.found.append(Found(str(item.get("id", "")), item, reference.start, 1))
    return library


def first(text: str) -> Mapping[str, object]:
    """The first work of a file; nothing where there is none."""
    found = read(text).found
    return found[0].item if found else {}


def _references(text: str, library: Library) -> Iterator[Reference]:
    reference: Reference | None = None
    for number, row in enumerate(text.split("\n"), 1):
        match = _LINE.fullmatch(row.strip())
        if match and match["tag"] == "TY":
            if reference:
                library.remark(
                    (number, 1), f"the reference that begins in line {reference.start} has no ER line; it ends here"
                )
                yield reference
            reference = Reference(number)
        if reference is None:
            if row.strip() and not (match and match["tag"] == "ER"):
                library.remark((number, 1), "this line belongs to no reference: a reference begins with a TY line")
        elif match and match["tag"] == "ER":
            yield reference
            reference = None
        elif match:
            reference.lines.append(Line(match["tag"], (match["value"] or "").strip(), number))
        elif row.strip() and reference.lines:
            reference.lines[-1].value = f"{reference.lines[-1].value} {row.strip()}"
    if reference:
        library.remark((reference.start, 1), "this reference has no ER line; it was read to the end of the file")
        yield reference


class _Reader:
    """Reads one reference."""

    def __init__(self, reference: Reference, library: Library) -> None:
        self.reference, self.library = reference, library
        notes = [_NOTE.fullmatch(note) for note in reference.values("N1")]
        self.kept = [(note["name"], note["value"]) for note in notes if note]

    def item(self) -> dict[str, object]:
        kind = next(iter(self._notes("type")), "") or TYPES.get(self.reference.kind, "")
        if not kind:
            self.library.remark(
                (self.reference.start, 7), f"'{self.reference.kind}' is no type known here; it was taken for a document"
            )
        item: dict[str, object] = {"id": next(iter(self.reference.values("ID")), ""), "type": kind or "document"}
        for variable, value in self._all():
            held = item.setdefault(variable, value)
            if isinstance(held, tuple) and isinstance(value, tuple) and held is not value:
                item[variable] = held + value
        if "container-title-short" in item and "container-title" not in item:
            item["container-title"] = item.pop("container-title-short")
        for value in self._notes(kept.KEPT_JSON.removeprefix(KEPT)):
            if not kept.put_back(item, value):
                self.library.remark((self.reference.start, 1), f"'{kept.KEPT_JSON}' is no JSON")
        return item

    def _all(self) -> Iterator[tuple[str, object]]:
        for name, value in self.kept:
            if name in NAME_VARIABLES:
                yield name, (self._person(value),)
            elif name in DATE_VARIABLES:
                yield from self._dated(name, value)
            elif name in _KNOWN or name in OWN:
                yield name, value
        for line in self.reference.lines:
            if line.value:
                yield from self._line(line)
        yield from self._together()

    def _line(self, line: Line) -> Iterator[tuple[str, object]]:
        if line.tag in NAMES:
            yield NAMES[line.tag], (self._person(line.value),)
        elif line.tag in ("N1", "RN"):
            return
        elif variable := self._variable(line):
            taken = next(one for one in self.reference.lines if one.value and self._variable(one) == variable)
            if taken is line:
                yield variable, clean(line.value)
            elif taken.tag == line.tag:
                self.library.remark((line.number, 1), f"'{line.tag}' stands here again; only the first was taken")
            elif clean(taken.value) != clean(line.value):
                self.library.remark(
                    (line.number, 1), f"'{line.tag}' says something else than '{taken.tag}', which was taken"
                )
        elif line.tag not in _SILENT:
            self.library.remark((line.number, 1), f"the tag '{line.tag}' has no place in a record")

    def _variable(self, line: Line) -> str:
        """The CSL variable of a tag. JO is what a journal is called, or its abbreviation where another tag has the whole."""
        whole = self.reference.values("T2", "JF", "BT") if line.tag == "JO" else []
        return "container-title-short" if whole and line.value not in whole else TAGS.get(line.tag, "")

    def _together(self) -> Iterator[tuple[str, object]]:
        """What several lines say together."""
        values = self.reference.values
        if pages := _pages(*values("SP")[:1], *values("EP")[:1]):
            yield "page", pages
        if words := values("KW"):
            yield "keyword", ", ".join(map(clean, words))
        if numbers := values("SN"):
            yield "ISBN" if self.reference.kind in ris.BOOKS else "ISSN", numbers[0]
        if notes := [clean(note) for note in values("N1", "RN") if not _NOTE.fullmatch(note)]:
            yield "note", "; ".join(notes)
        if issued := values("DA") or values("PY", "Y1"):
            yield from self._dated("issued", issued[0], *values("PY", "Y1")[:1])
        if words := [word for text in values("DA", "PY", "Y1") if (word := csl_dates.status(text.removeprefix("///")))]:
            yield "status", words[0]
        if accessed := values("Y2"):
            yield from self._dated("accessed", accessed[0])

    def _dated(self, variable: str, *texts: str) -> Iterator[tuple[str, object]]:
        dates = [date for text in texts if (date := _date(text))]
        best = [date for date in dates if isinstance(date, Edtf)] or dates  # words that are no date are the last resort
        yield from ((variable, date) for date in best[:1])
        for lost in (date for date in dates if isinstance(date, str) and date not in best):
            self.library.remark(
                (self.reference.start, 1), f"'{lost}' is no date; another line of the reference has one"
            )

    def _person(self, text: str) -> dict[str, str]:
        """``Family, Given, Suffix``; without a comma, or where a note says so, a body."""
        text = clean(text)
        if "," not in text or text in self._notes("body"):
            return {"literal": text}
        family, given, suffix = ([*map(str.strip, text.split(",", 2)), ""])[:3]
        small = None if family in self._notes("family") else _SMALL.match(family)
        dropping = re.search(r"(?:\s[a-z][\w’']*)+$", given)
        parts = {
            "family": family[small.end() :] if small else family,
            "given": given[: dropping.start()] if dropping else given,
            "dropping-particle": dropping[0].strip() if dropping else "",
            "non-dropping-particle": small[0].strip() if small else "",
            "suffix": suffix,
        }
        return {key: part for key, part in parts.items() if part} or {"literal": text}

    def _notes(self, name: str) -> list[str]:
        return [value for one, value in self.kept if one == name]


def _pages(first: str = "", last: str = "") -> str:
    """``12-15``; many programs repeat the last page where the first line has them all, or there is but one."""
    if not last or last in re.split(r"\s*[-–,]\s*", first):
        return first
    return f"{first}-{last}"


def _date(text: str) -> object:
    """``2001/05/03/``; what stands behind the third slash says it in words."""
    match = _DATE.fullmatch(text)
    if not match:
        text = text.removeprefix("///")
        first = _YEAR_FIRST.fullmatch(text)
        return csl_dates.read(f"{first[2]} {first[1]}" if first else text)
    rest = (match["rest"] or "").strip()
    if rest:
        return csl_dates.read(rest if match["year"] in rest else f"{rest} {match['year']}")
    parts = [match["year"]]
    for part in (match["month"], match["day"]):
        if not part:
            break
        parts.append(f"{int(part):02}")
    return csl_dates.read("-".join(parts))
