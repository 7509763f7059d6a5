"""The way from a printed page to the findings on it and the notes that they mark."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sightline.link import key_of
from sightline.model.brief import Finding
from sightline.model.corpus import Corpus, Key


@dataclass(frozen=True, slots=True)
class PrintedPage:
    """One page, or one range where a finding runs over several."""

    page: str
    findings: tuple[Finding, ...]
    notes: tuple[Key, ...]
    """The notes marked in these findings, in the order of their numbers."""


def by_page(corpus: Corpus, findings: Iterable[Finding]) -> Iterator[PrintedPage]:
    """The printed pages in order; findings without a page are left out."""
    sorted_out: dict[str, list[Finding]] = {}
    for finding in findings:
        if finding.page:
            sorted_out.setdefault(finding.page, []).append(finding)
    for page in sorted(sorted_out, key=_order):
        marked = dict.fromkeys(note for one in sorted_out[page] for note in corpus.marks[key_of(one)])
        notes = sorted(marked, key=lambda note: (note.brief, int(note.id)))
        yield PrintedPage(page, tuple(sorted_out[page]), tuple(notes))


def _order(page: str) -> tuple[int, str]:
    """Numbers by value; pages such as ``iv`` first."""
    number = re.match(r"\d+", page)
    return int(number[0]) if number else 0, page
