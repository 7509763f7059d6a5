"""BibTeX and biblatex files, read into CSL items; what has no variable of CSL is noted down with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from sightline.cite import csl_dates
from sightline.cite.csl_json import OWN
from sightline.cite.formats import bibtex, bibtex_crossref, kept
from sightline.cite.formats.bibtex_names import names, person
from sightline.cite.formats.bibtex_syntax import Entry, Field, Scanner
from sightline.cite.formats.latex import plain
from sightline.cite.formats.library import Found, Library, Places
from sightline.cite.formats.values import KEPT
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from sightline.model.dates import Edtf

TYPES = bibtex.BACK | {
    "inbook": "chapter", "bookinbook": "chapter", "suppbook": "chapter", "conference": "paper-conference",
    "proceedings": "book", "mvbook": "book", "mvproceedings": "book", "collection": "book", "mvcollection": "book",
    "reference": "book", "mvreference": "book", "inreference": "entry-encyclopedia", "report": "report",
    "manual": "report", "mastersthesis": "thesis", "thesis": "thesis", "electronic": "webpage", "www": "webpage",
    "letter": "personal_communication", "jurisdiction": "legal_case", "legislation": "legislation",
    "legal": "treaty", "movie": "motion_picture", "video": "motion_picture", "music": "song", "audio": "song",
    "image": "graphic", "artwork": "graphic", "patent": "patent", "standard": "standard", "periodical": "periodical",
    "review": "review", "performance": "performance", "newspaper": "article-newspaper",
}  # fmt: skip
"""Entry type to CSL type; all others are documents."""
FIELDS = {field: variable for variable, field in bibtex.FIELDS.items()} | {
    "journal": "container-title", "journaltitle": "container-title", "booktitle": "container-title",
    "maintitle": "volume-title", "shortjournal": "container-title-short", "institution": "publisher",
    "school": "publisher", "organization": "publisher", "location": "publisher-place", "issue": "issue",
    "langid": "language", "annote": "annote", "annotation": "annote", "eventdate": "event-date", "origdate": "original-date",
    "origpublisher": "original-publisher", "origlocation": "original-publisher-place", "origtitle": "original-title",
    "pagetotal": "number-of-pages", "bookauthor": "container-author", "pmid": "PMID", "pmcid": "PMCID",
    "howpublished": "medium", "library": "archive", "titleaddon": "genre", "entrysubtype": "genre", "rights": "license",
}  # fmt: skip
"""Field to CSL variable, but for what depends on the type of entry."""
_IN_SERIES = ("book", "chapter", "paper-conference", "entry-encyclopedia")
"""Types whose number is that in their series, if they stand in one."""
_SORTS = {
    "mathesis": "master's thesis", "phdthesis": "PhD thesis", "candthesis": "candidate thesis",
    "techreport": "technical report", "resreport": "research report",
}  # fmt: skip
"""What biblatex calls sorts of works in the field ``type``; it prints them in words."""
DATE_FIELDS = ("date", "year", "month", "day")
_KNOWN = frozenset((*TEXT_VARIABLES, *NUMBER_VARIABLES, *DATE_VARIABLES, "URL"))
_OWN_FIELDS = (f"{KEPT}id", f"{KEPT}type", f"{KEPT}family", "crossref", "subtitle", *DATE_FIELDS, kept.KEPT_JSON)
_ADDRESS = re.compile(r"\\url\s*\{(.*)\}|(.*)", re.DOTALL)
_ABOUT = re.compile(r"(?<=[\dX?])~(?=\s*(?:/|\Z))")
"""What says in a date of biblatex (1990~) that it is about right, and is a blank to TeX elsewhere."""
_ESCAPED = re.compile(r"\\([_%&#$~{}])")


def read(text: str) -> Library:
    """All works of a file."""
    library = Library()
    scanner = Scanner(text, Places(text))
    for entry in bibtex_crossref.followed([*scanner.entries()], library):
        item = _Reader(entry, library).item()
        library.found.append(Found(str(item.get("id", "")), item, *entry.place))
    library.remarks.extend(scanner.remarks)
    return library


def first(text: str) -> Mapping[str, object]:
    """The first work of a file; nothing where there is none."""
    found = read(text).found
    return found[0].item if found else {}


class _Reader:
    """Reads one entry."""

    def __init__(self, entry: Entry, library: Library) -> None:
        self.entry, self.library = entry, library
        self.fields: dict[str, Field] = {}
        for one in entry.fields:
            if one.name in self.fields:
                library.remark(one.place, f"the field '{one.name}' stands here a second time; only the first was taken")
            self.fields.setdefault(one.name, one)

    def item(self) -> dict[str, object]:
        kind = self._text(f"{KEPT}type") or TYPES.get(self.entry.type, "")
        if not kind:
            self.library.remark(
                self.entry.place, f"'@{self.entry.type}' is no type known here; it was taken for a document"
            )
        item: dict[str, object] = {"id": self._text(f"{KEPT}id") or self.entry.key, "type": kind or "document"}
        if title := self._title():
            item["title"] = title
        for name, one in self.fields.items():
            if name != "title":
                for variable, value in self._field(name, one):
                    item.setdefault(variable, value)
        if self.entry.type == "mastersthesis":
            item.setdefault("genre", _SORTS["mathesis"])
        if issued := self._issued():
            item["issued"] = issued
        elif status := csl_dates.status(self._text("date")) or csl_dates.status(self._text("year")):
            item.setdefault("status", status)
        if (held := self.fields.get(kept.KEPT_JSON)) and not kept.put_back(item, self._text(kept.KEPT_JSON)):
            self.library.remark(held.place, f"'{kept.KEPT_JSON}' is no JSON")
        return item

    def _field(self, name: str, one: Field) -> Iterator[tuple[str, object]]:
        variable = self._variable(name)
        if name in _OWN_FIELDS or not one.value.strip():
            return
        if name == "howpublished" and re.match(r"\s*(\\url\b|https?://\S+$)", one.value):
            yield "URL", self._address(one)
        elif variable in NAME_VARIABLES:
            if people := self._people(one):
                yield variable, people
        elif name in bibtex.VERBATIM or variable in ("URL", "DOI"):
            yield variable, self._address(one)
        elif variable in DATE_VARIABLES:
            if date := csl_dates.read(self._text(name)):
                yield variable, date
        elif variable in _KNOWN or (name.startswith(KEPT) and variable in OWN):
            value = self._text(name)
            value = _SORTS.get(value, value) if variable == "genre" else value
            yield variable, re.sub(r"\s*–\s*", "-", value) if variable == "page" else value
        else:
            self.library.remark(one.place, f"the field '{name}' has no place in a record")

    def _variable(self, name: str) -> str:
        """The CSL variable of a field."""
        if name == "number" and "series" in self.fields and TYPES.get(self.entry.type) in _IN_SERIES:
            return "collection-number"
        own = {field: variable for variable, field in bibtex.OF_TYPE.get(self._family(), {}).items()}
        return own.get(name) or FIELDS.get(name) or name.removeprefix(KEPT)

    def _family(self) -> str:
        """The type of entry whose fields this one has; for types that our writer does not use, the nearest one."""
        near = {
            "report": "techreport", "thesis": "phdthesis", "mastersthesis": "phdthesis", "conference": "inproceedings",
            "inbook": "incollection", "electronic": "online", "www": "online", "newspaper": "article",
        }  # fmt: skip
        return near.get(self.entry.type, self.entry.type)

    def _title(self) -> str:
        title, subtitle = self._text("title"), self._text("subtitle")
        return f"{title}: {subtitle}" if title and subtitle else title

    def _text(self, name: str) -> str:
        one = self.fields.get(name)
        if not one:
            return ""
        about = name in DATE_FIELDS or self._variable(name) in DATE_VARIABLES
        text, unknown = plain(_ABOUT.sub(r"\\textasciitilde{}", one.value) if about else one.value)
        for command in dict.fromkeys(unknown):
            self.library.remark(
                one.place, f"{command} in '{name}' is a command that is not known here; it was left out"
            )
        return text

    def _address(self, one: Field) -> str:
        match = _ADDRESS.fullmatch(one.value.strip())
        text = (match[1] or match[2] or "") if match else one.value
        return "".join(_ESCAPED.sub(r"\1", text.strip().removeprefix("{").removesuffix("}")).split())

    def _people(self, one: Field) -> tuple[Mapping[str, str], ...]:
        families = (
            [plain(name)[0] for name in names(self.fields[f"{KEPT}family"].value)]
            if f"{KEPT}family" in self.fields
            else []
        )
        found = []
        for text in names(one.value):
            if text.strip().lower() == "others":
                self.library.remark(one.place, f"'{one.name}' ends with 'and others'; only those named were taken")
            elif name := person(text):
                alone = name.get("literal", "") in families
                found.append({"family": name["literal"]} if alone else name)
        return tuple(found)

    def _issued(self) -> Edtf | str | None:
        date = csl_dates.read(self._text("date"))
        said = self._year_month_day(date.text[:4] if isinstance(date, Edtf) else "")
        if date and said and not _digits(date).startswith(_digits(said)):
            place = next(self.fields[name].place for name in ("month", "day", "year") if name in self.fields)
            self.library.remark(place, f"'{_written(said)}' is not what the field 'date' says, which was taken")
        return date or said

    def _year_month_day(self, year: str) -> Edtf | str | None:
        """What the three fields say together; ``year`` stands in for that of the date where there is none of its own."""
        year, month, day = self._text("year") or year, self._text("month"), self._text("day")
        if not year or csl_dates.status(year):
            return None
        year = re.sub(r"(\d{4})\s*[–—-]\s*(\d{4})", r"\1/\2", year)
        if months := re.fullmatch(r"(\d\d)\s*[-–/]\s*(\d\d)", month):  # jul # "/" # aug
            return csl_dates.read(f"{year}-{months[1]}/{year}-{months[2]}")
        if match := re.fullmatch(r"(\d{1,2})\W+(.*)|(.*?)\W+(\d{1,2})", month):
            month, day = match[2] or match[3], match[1] or match[4]
        month = f"{int(month):02}" if month.isdecimal() else month
        if month.isdecimal():
            return csl_dates.read("-".join([year, month, *([f"{int(day):02}"] if day.isdecimal() else [])]))
        return csl_dates.read(" ".join(part for part in (day, month, year) if part))


def _written(date: Edtf | str) -> str:
    return date.text if isinstance(date, Edtf) else date


def _digits(date: Edtf | str) -> str:
    return re.sub(r"\D", "", _written(date))
