"""The way from a printed page to the statements on it and the notes that they mark."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from sightline.model.brief import Brief, Finding, Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.render.groups import Groups

LONGEST = 20
"""Pages of a range that is taken apart; a longer one names a part of the report."""


class PrintedPage(NamedTuple):
    """One page; what runs over several stands on each of them."""

    page: str
    records: tuple[Key, ...]
    """The findings and recommendations on it."""
    notes: tuple[Key, ...]
    """The notes marked in them, in the order of their numbers."""


def by_page(corpus: Corpus, groups: Groups, brief: Brief) -> Iterator[PrintedPage]:
    """The printed pages of a brief in order; what has no page is left out."""
    sorted_out: dict[str, list[Key]] = {}
    statements: tuple[Finding | Recommendation, ...] = (*groups.findings[brief.id], *groups.recommendations[brief.id])
    for one in statements:
        for page in _pages(one.page) if one.page else ():
            sorted_out.setdefault(page, []).append(one.key)
    for page in sorted(sorted_out, key=_order):
        marked = dict.fromkeys(note for key in sorted_out[page] for note in corpus.marks[key])
        notes = sorted(marked, key=lambda note: (note.brief, int(note.id)))
        yield PrintedPage(page, tuple(sorted_out[page]), tuple(notes))


def _pages(pages: str) -> Iterator[str]:
    """The single pages of ``8-9`` and ``2, 13``; what is written in another way stays as it is."""
    for part in re.split(r"\s*,\s*", pages):
        ends = re.fullmatch(r"(\d{1,5})-(\d{1,5})", part)
        first, last = (int(ends[1]), int(ends[2])) if ends else (0, -1)
        if ends and 0 <= last - first < LONGEST:
            yield from map(str, range(first, last + 1))
        else:
            yield part


def _order(page: str) -> tuple[int, str]:
    """Numbers by value; pages such as ``iv`` first."""
    number = re.match(r"\d+", page)
    return int(number[0]) if number else 0, page
