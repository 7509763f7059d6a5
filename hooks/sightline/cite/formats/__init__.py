"""Reference data for other programs: BibTeX, RIS and CSL-JSON, each from the same CSL items."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from pydantic_core import to_json

from sightline.cite.csl_json import to_csl_json
from sightline.cite.formats import bibtex, kept, ris
from sightline.cite.formats.held import Held
from sightline.cite.work import Item


class Format(NamedTuple):
    """A format of reference data."""

    name: str
    """What people call it."""
    suffix: str
    """What ends the name of a file of many works."""
    one: str
    """What ends the name of a file of one work."""
    media: str
    """Its media type."""
    of_held: Callable[[Held], str]
    """One work, once it is known what it holds."""
    whole: Callable[[Iterable[str]], str]
    """A file from its entries."""

    def entry(self, item: Item) -> str:
        """One work."""
        return self.of_held(Held.of(item))

    def write(self, items: Iterable[Item]) -> str:
        """A whole file from items, in their order. ``reading`` makes the same items of it again."""
        return self.whole(map(self.entry, items))


def _bibtex(held: Held) -> str:
    written = bibtex.entry(held)
    lost = kept.lost(held, bibtex.says_all(held, written), written, _first_of_bibtex)
    return bibtex.completed(written, lost) if lost else written


def _ris(held: Held) -> str:
    written = ris.record(held)
    lost = kept.lost(held, ris.says_all(held), written, _first_of_ris)
    return ris.completed(written, lost) if lost else written


def _first_of_bibtex(written: str) -> Mapping[str, object]:
    from sightline.cite.formats import bibtex_reader  # not at the start: hardly any work has to be read back

    return bibtex_reader.first(written)


def _first_of_ris(written: str) -> Mapping[str, object]:
    from sightline.cite.formats import ris_reader

    return ris_reader.first(written)


def _csl_json(held: Held) -> str:
    return to_json([to_csl_json(held.item)], indent=1)[2:-2].decode()  # indented as in an array, whose brackets go


def _array(entries: Iterable[str]) -> str:
    listed = ",\n".join(entries)
    return f"[\n{listed}\n]\n" if listed else "[]\n"


FORMATS = (
    Format("BibTeX", "bib", "bib", "application/x-bibtex", _bibtex, "\n".join),
    Format("RIS", "ris", "ris", "application/x-research-info-systems", _ris, "".join),
    Format("CSL-JSON", "csl.json", "json", "application/vnd.citationstyles.csl+json", _csl_json, _array),
)
"""In the order in which they are offered."""


def entries(held: Held) -> dict[str, str]:
    """One work in each format, by the name of the format: whoever wants one of them will want the others."""
    return {form.name: form.of_held(held) for form in FORMATS}
