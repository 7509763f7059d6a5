"""Reference data for other programs: BibTeX, RIS and CSL-JSON, each from the same CSL items."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sightline.cite.csl_json import to_csl_json
from sightline.cite.formats import bibtex, bibtex_reader, kept, ris, ris_reader
from sightline.cite.work import Item


@dataclass(frozen=True, slots=True)
class Format:
    """A format of reference data."""

    name: str
    """What people call it."""
    suffix: str
    """What ends the name of a file of many works."""
    one: str
    """What ends the name of a file of one work."""
    media: str
    """Its media type."""
    write: Callable[[Iterable[Item]], str]
    """A whole file from items, in their order."""


def bib(items: Iterable[Item]) -> str:
    """A BibTeX file, from which ``reading`` makes the same items again."""
    return "\n".join(bibtex.entry(item, kept.lost(item, bibtex.entry(item), bibtex_reader.first)) for item in items)


def ris_file(items: Iterable[Item]) -> str:
    """A RIS file, from which ``reading`` makes the same items again."""
    return "".join(ris.record(item, kept.lost(item, ris.record(item), ris_reader.first)) for item in items)


def csl_json(items: Iterable[Item]) -> str:
    """A CSL-JSON file."""
    return json.dumps([to_csl_json(item) for item in items], ensure_ascii=False, indent=1, allow_nan=False) + "\n"


FORMATS = (
    Format("BibTeX", "bib", "bib", "application/x-bibtex", bib),
    Format("RIS", "ris", "ris", "application/x-research-info-systems", ris_file),
    Format("CSL-JSON", "csl.json", "json", "application/vnd.citationstyles.csl+json", csl_json),
)
"""In the order in which they are offered."""
