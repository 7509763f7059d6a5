"""BibTeX: entries that classic BibTeX, biblatex and reference managers read.

Letters beyond ASCII stay as they are (the file is UTF-8). What TeX would take for a command is escaped, capitals
are braced so that no style lowers them, and names are written so that their parts are found again. A variable
that BibTeX has no field for stands in a field of its own whose name begins with ``csl-``; BibTeX passes over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sightline.cite.formats import values
from sightline.cite.formats.values import KEPT, Person
from sightline.cite.work import Item

TYPES = {
    "article-journal": "article", "article-magazine": "article", "article-newspaper": "article",
    "review": "article", "review-book": "article", "periodical": "article",
    "book": "book", "classic": "book", "pamphlet": "booklet",
    "chapter": "incollection", "entry": "incollection", "entry-dictionary": "incollection",
    "entry-encyclopedia": "incollection", "paper-conference": "inproceedings", "collection": "book",
    "report": "techreport", "thesis": "phdthesis", "manuscript": "unpublished",
    "webpage": "online", "post": "online", "post-weblog": "online", "dataset": "dataset", "software": "software",
}  # fmt: skip
"""CSL type to entry type; all others are ``misc``."""
BACK = {
    "article": "article-journal", "book": "book", "booklet": "pamphlet", "incollection": "chapter",
    "inproceedings": "paper-conference", "techreport": "report", "phdthesis": "thesis", "unpublished": "manuscript",
    "online": "webpage", "dataset": "dataset", "software": "software", "misc": "document",
}  # fmt: skip
"""What an entry type means where no ``csl-type`` says otherwise."""

FIELDS = {
    "title": "title", "title-short": "shorttitle", "author": "author", "editor": "editor", "translator": "translator",
    "publisher": "publisher", "publisher-place": "address", "volume": "volume", "number": "number",
    "edition": "edition", "collection-title": "series", "page": "pages", "chapter-number": "chapter",
    "DOI": "doi", "URL": "url", "accessed": "urldate", "ISBN": "isbn", "ISSN": "issn", "language": "language",
    "abstract": "abstract", "keyword": "keywords", "note": "note", "genre": "type", "version": "version",
    "event-title": "eventtitle", "event-place": "venue", "number-of-volumes": "volumes", "status": "pubstate",
}  # fmt: skip
"""CSL variable to field, but for what depends on the type of entry."""
OF_TYPE = {
    "article": {"container-title": "journal", "issue": "number", "number": f"{KEPT}number"},
    "incollection": {"container-title": "booktitle"},
    "inproceedings": {"container-title": "booktitle"},
    "techreport": {"publisher": "institution"},
    "phdthesis": {"publisher": "school"},
    "online": {"container-title": "organization"},
    "misc": {"container-title": "howpublished"},
}
"""Fields that depend on the type of entry."""
TITLES = frozenset(("title", "shorttitle", "booktitle", "journal", "series", "eventtitle", f"{KEPT}container-title"))
"""Fields whose capitals a style may lower."""
VERBATIM = frozenset(("url", "doi"))
"""Fields that are addresses; they are not typeset as text."""
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_ESCAPES = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}", "&": r"\&", "%": r"\%", "_": r"\_", "#": r"\#", "$": r"\$",
}  # fmt: skip
_LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`)")
"""Between signs that TeX would draw together into one."""
_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_KEY = re.compile(r"[^A-Za-z0-9:._+-]")
_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C"}


def write(items: Iterable[Item]) -> str:
    """A BibTeX file."""
    return "\n".join(map(entry, items))


def entry(item: Item, lost: str = "") -> str:
    """One entry, with a line for each field; ``lost`` is what it alone cannot say (``kept``)."""
    kind = str(item.get("type") or "document")
    entry_type = TYPES.get(kind, "misc")
    identity = values.text(item, "id")
    key = _KEY.sub("_", identity) or "work"
    kept = (
        {"type": kind if BACK[entry_type] != kind else "", "id": identity if key != identity else ""}
        | _bare(item)
        | {"json": lost}
    )
    fields = [*_fields(item, entry_type), *((f"{KEPT}{name}", _braced(value)) for name, value in kept.items() if value)]
    lines = ",\n".join(f"  {name} = {value}" for name, value in fields)
    return f"@{entry_type}{{{key},\n{lines}\n}}\n"


def _bare(item: Item) -> dict[str, str]:
    """The family names that stand alone, which BibTeX cannot tell from the name of a body."""
    people = (person for variable in values.variables(item) for person in values.people(item, variable))
    bare = [one.family for one in people if one.family and one == Person(one.family)]
    return {"family": " and ".join(bare)}


def _fields(item: Item, entry_type: str) -> Iterator[tuple[str, str]]:
    names = {**FIELDS, **OF_TYPE.get(entry_type, {})}
    for variable in values.variables(item):
        if variable == "issued":
            yield from _issued(item)
        elif values.is_names(variable):
            written = " and ".join(map(name, values.people(item, variable)))
            yield names.get(variable, f"{KEPT}{variable}"), f"{{{written}}}"
        else:
            field = names.get(variable, f"{KEPT}{variable}")
            yield field, _value(field, values.text(item, variable))


def _value(field: str, text: str) -> str:
    if field in VERBATIM:
        return "{" + "".join(_IN_ADDRESS.get(char, char) for char in text) + "}"
    if field == "pages":
        return _RANGE.sub("--", _braced(text))
    return f"{{{capitals_kept(text)}}}" if field in TITLES else _braced(text)


def _braced(text: str) -> str:
    return f"{{{escaped(text)}}}"


def _issued(item: Item) -> Iterator[tuple[str, str]]:
    """The date as precise as it is (EDTF, for biblatex), and what of it classic BibTeX has fields for."""
    yield "date", _braced(values.text(item, "issued"))
    day = values.day(item, "issued")
    yield "year", f"{{{day.year}}}" if day else _braced(values.text(item, "issued")).replace("/", "--")
    if day and day.month:
        yield "month", MONTHS[day.month - 1]


def escaped(text: str) -> str:
    """Text in which nothing is a command or a dash of TeX's, and all braces pair."""
    text = "".join(_ESCAPES.get(char, char) for char in text)
    return _LIGATURE.sub("{}", text)


def capitals_kept(text: str) -> str:
    """Escaped text in which every word with a capital is braced."""
    return "".join(
        f"{{{escaped(part)}}}" if part != part.lower() else escaped(part) for part in re.split(r"(\s+)", text)
    )


def name(person: Person) -> str:
    """A name as BibTeX takes it apart: ``von Last, Jr, First``. What must stay whole is braced."""
    if person.literal:
        return _braced(person.literal)
    last = " ".join(part for part in (_particle(person.particle), _family(person)) if part)
    first = " ".join(part for part in (_given(person.given), escaped(person.dropping)) if part)
    return ", ".join(part for part in (last, escaped(person.suffix), first) if part)


def _family(person: Person) -> str:
    """Braced where BibTeX would take a part of it for something else; a name of one word alone is a body to it."""
    alone = not (person.given or person.suffix or person.dropping)
    plain = len(person.family.split()) == 1 and person.family[:1].isupper() and not alone
    return escaped(person.family) if plain and "," not in person.family else _braced(person.family)


def _given(given: str) -> str:
    words = given.split()
    safe = "," not in given and "and" not in words and all(word[:1].isupper() for word in words[-1:])
    return escaped(given) if safe else _braced(given)


def _particle(particle: str) -> str:
    return escaped(particle) if particle[:1].islower() or not particle else _braced(particle)


__all__ = ["entry", "write"]
