"""BibTeX: entries that classic BibTeX, biblatex and reference managers read.

Letters beyond ASCII stay as they are (the file is UTF-8). What TeX would take for a command is escaped, capitals
are braced so that no style lowers them, and names are written so that their parts are found again. A variable
that BibTeX has no field for stands in a field of its own whose name begins with ``csl-``; BibTeX passes over it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from sightline.cite.formats.held import Held
from sightline.cite.formats.values import KEPT, Person

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
_NAMES = {entry_type: FIELDS | own for entry_type, own in OF_TYPE.items()}
_IN_SERIES = {
    entry_type: _NAMES.get(entry_type, FIELDS) | {"collection-number": "number", "number": f"{KEPT}number"}
    for entry_type in ("book", "incollection", "inproceedings")
}
"""Fields of a book, or of a part of one, that stands in a series: its number is that in the series."""
TITLES = frozenset(("title", "shorttitle", "booktitle", "journal", "series", "eventtitle", f"{KEPT}container-title"))
"""Fields whose capitals a style may lower."""
VERBATIM = frozenset(("url", "doi"))
"""Fields that are addresses; they are not typeset as text."""
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

_ESCAPES = {
    "\\": r"{\textbackslash}", "{": r"{\textbraceleft}", "}": r"{\textbraceright}", "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}", "&": r"\&", "%": r"\%", "_": r"\_", "#": r"\#", "$": r"\$",
}  # fmt: skip
_SPECIAL = re.compile(r"[\\{}~^&%_#$`'?!-](?:(?<![`'?!-])|(?<=-)(?=-)|(?<=`)(?=`)|(?<=')(?=')|(?<=[?!])(?=`))")
"""What TeX would take for a command, and signs that it would draw together with the next. All begin with one of a set
of characters, which the search for them jumps to."""
_RANGE = re.compile(r"(?<=\d)-(?=\d)")
_KEY = re.compile(r"[^A-Za-z0-9:._+-]")
_IN_ADDRESS = {"{": "%7B", "}": "%7D", "\\": "%5C"}
_NO_ADDRESS = re.compile(r"[\s{}\\]")
"""What no address holds, and no field that holds one gives back."""
_END = "\n}\n"


def entry(held: Held) -> str:
    """One entry, with a line for each field."""
    entry_type = TYPES.get(held.kind, "misc")
    key = _KEY.sub("_", held.id) or "work"
    fields = chain(_fields(held, entry_type), _own(held, entry_type, key))
    lines = "".join([f",\n  {name} = {value}" for name, value in fields])
    return f"@{entry_type}{{{key}{lines}{_END}"


def completed(written: str, lost: str) -> str:
    """An entry with what it alone cannot say (``kept``)."""
    return f"{written.removesuffix(_END)},\n  {KEPT}json = {_braced(lost)}{_END}"


def _own(held: Held, entry_type: str, key: str) -> Iterator[tuple[str, str]]:
    """What the type and key of the entry, and the names in it, leave open."""
    if BACK[entry_type] != held.kind:
        yield f"{KEPT}type", _braced(held.kind)
    if held.id and key != held.id:
        yield f"{KEPT}id", _braced(held.id)
    if bare := _bare(held):
        yield f"{KEPT}family", _braced(bare)


def _bare(held: Held) -> str:
    """The family names that stand alone, which BibTeX cannot tell from the name of a body."""
    people = chain.from_iterable(held.people.values())
    return " and ".join([one.family for one in people if one.family and not any(one[1:])])


def _fields(held: Held, entry_type: str) -> Iterator[tuple[str, str]]:
    numbered = _IN_SERIES.get(entry_type) if "collection-title" in held.texts else None
    names = numbered or _NAMES.get(entry_type, FIELDS)
    for role, people in held.people.items():
        yield names.get(role, f"{KEPT}{role}"), f"{{{' and '.join(map(name, people))}}}"
    for variable, text in held.texts.items():
        if variable == "issued":
            yield from _issued(held)
        else:
            field = names.get(variable) or f"{KEPT}{variable}"
            yield field, _value(field, text)


def _value(field: str, text: str) -> str:
    if field in VERBATIM:
        return f"{{{_NO_ADDRESS.sub(_in_address, text)}}}"
    if field == "pages":
        return _RANGE.sub("--", _braced(text))
    return f"{{{capitals_kept(text)}}}" if field in TITLES else _braced(text)


def _braced(text: str) -> str:
    return f"{{{escaped(text)}}}"


def _issued(held: Held) -> Iterator[tuple[str, str]]:
    """The date as precise as it is (EDTF, for biblatex), and what of it classic BibTeX has fields for."""
    text, day = _braced(held.texts["issued"]), held.days.get("issued")
    yield "date", text
    yield "year", f"{{{day.year}}}" if day else text.replace("/", "--")
    if day and day.month:
        yield "month", MONTHS[day.month - 1]


def escaped(text: str) -> str:
    """Text in which nothing is a command or a dash of TeX's, and all braces pair."""
    return _SPECIAL.sub(_escape, text)


def _escape(sign: re.Match[str]) -> str:
    return _ESCAPES.get(sign[0], f"{sign[0]}{{}}")


def _in_address(sign: re.Match[str]) -> str:
    return _IN_ADDRESS.get(sign[0], sign[0])


def capitals_kept(text: str) -> str:
    """Escaped text in which every word with a capital is braced."""
    return " ".join([f"{{{word}}}" if word != word.lower() else word for word in escaped(text).split(" ")])


@lru_cache(maxsize=200)
def name(person: Person) -> str:
    """A name as BibTeX takes it apart: ``von Last, Jr, First``. What must stay whole is braced.

    All parts of a brief have its authors, and many works have the same, so the last names are remembered.
    """
    if person.literal:
        return _braced(person.literal)
    last = f"{_particle(person.particle)} {_family(person)}".strip()
    first = f"{_given(person.given)} {escaped(person.dropping)}".strip()
    return ", ".join([part for part in (last, escaped(person.suffix), first) if part])


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


def says_all(held: Held, written: str) -> bool:
    """True where an entry is certain to be read as it was written; names and dates are ``kept``'s to judge."""
    texts = held.texts
    return (
        (written.isascii() or unicodedata.is_normalized("NFC", written))
        and "–" not in texts.get("page", "")  # a range has a hyphen when it comes back
        and "PMID" not in texts and "PMCID" not in texts  # the names of fields have no capitals
        and not texts.get("container-title", "").startswith("http")  # an address under howpublished
        and not _NO_ADDRESS.search(texts.get("URL", ""))
        and not _NO_ADDRESS.search(texts.get("DOI", ""))
    )  # fmt: skip


__all__ = ["entry", "says_all"]
