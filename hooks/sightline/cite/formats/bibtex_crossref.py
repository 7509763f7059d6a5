"""What a part takes over from the whole that its field ``crossref`` names: a paper the year and the editors of its volume.

As BibTeX has it, a field of the part's own goes before one of the whole; as biblatex has it, the title of the whole
is what the part stands in, and not the title of the part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sightline.cite.formats.bibtex_syntax import Entry, Field
from sightline.cite.formats.library import Library
from sightline.cite.formats.values import KEPT

_OWN = frozenset(
    ("abstract", "annotation", "annote", "chapter", "crossref", "doi", "eprint", "file", "ids", "key", "keywords", "label",
     "note", "pages", "pagetotal", "shorttitle", "subtitle", "title", "titleaddon", "type", "url", "urldate", "xref")
)  # fmt: skip
"""Fields that say something of the whole alone. An address is one: a work is recognized by it."""
_DATES = frozenset(("date", "day", "month", "year"))
_STANDS_IN = {"article": ("journal", "journaltitle", "booktitle")}
"""What the title of the whole is for a part; for all but articles, the title of a book."""


def followed(entries: Sequence[Entry], library: Library) -> Iterator[Entry]:
    """The entries, each with what it takes over; a name that no entry has is noted down."""
    wholes = {entry.key.lower(): entry for entry in reversed(entries) if entry.key}
    for entry in entries:
        named = next((one for one in entry.fields if one.name == "crossref"), None)
        whole = wholes.get(named.value.strip().lower()) if named else None
        if named and whole is None:
            library.remark(
                named.place, f"'crossref' names '{named.value.strip()[:60]}', which is no entry of this file"
            )
        taken = _taken_over(entry, whole) if whole and whole is not entry else ()
        yield replace(entry, fields=[*entry.fields, *taken])


def _taken_over(part: Entry, whole: Entry) -> Iterator[Field]:
    own = {one.name for one in part.fields}
    dated = not own.isdisjoint(_DATES)
    theirs: Mapping[str, Field] = {one.name: one for one in reversed(whole.fields)}
    for name, one in theirs.items():
        if name not in own | _OWN and not (dated and name in _DATES) and not name.startswith(KEPT):
            yield one
    places = _STANDS_IN.get(part.type, ("booktitle",))
    if "title" in theirs and own.isdisjoint(places) and places[0] not in theirs:
        yield replace(theirs["title"], name=places[0])
