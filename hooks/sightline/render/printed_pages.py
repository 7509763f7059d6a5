"""The way from a printed page to the statements on it and the notes that they mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sightline.link import key_of
from sightline.model.brief import Brief, Finding, Recommendation
from sightline.model.corpus import Corpus, Key


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page, or one range where a statement runs over several."""

    page: str
    records: tuple[Key, ...]
    """The findings and recommendations on it."""
    notes: tuple[Key, ...]
    """The notes marked in them, in the order of their numbers."""


def by_page(corpus: Corpus, brief: Brief) -> Iterator[PrintedPage]:
    """The printed pages of a brief in order; what has no page is left out."""
    sorted_out: dict[str, list[Key]] = {}
    statements: tuple[Finding | Recommendation, ...] = (*corpus.findings, *corpus.recommendations)
    for one in statements:
        if one.brief == brief.id and one.page:
            sorted_out.setdefault(one.page, []).append(key_of(one))
    for page in sorted(sorted_out, key=_order):
        marked = dict.fromkeys(note for key in sorted_out[page] for note in corpus.marks[key])
        notes = sorted(marked, key=lambda note: (note.brief, int(note.id)))
        yield PrintedPage(page, tuple(sorted_out[page]), tuple(notes))


def _order(page: str) -> tuple[int, str]:
    """Numbers by value; pages such as ``iv`` first."""
    number = re.match(r"\d+", page)
    return int(number[0]) if number else 0, page
