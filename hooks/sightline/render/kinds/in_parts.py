"""A long brief, in parts: what is too long for one page stands on several in full.

The page of all findings, notes, events or source notes is then short; there every one of them keeps its address.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from itertools import groupby
from typing import Generic, Literal, NamedTuple, TypeVar

from sightline import urls
from sightline.model.brief import Brief, Finding, Section
from sightline.model.corpus import Note
from sightline.render.kinds.common import by_section
from sightline.render.listing import parted, weight
from sightline.render.printed_pages import PrintedPage
from sightline.render.site import Renderer

Item = TypeVar("Item")
_FULLER = 1.1
"""How much more than the page of all findings a page of some weighs for each: what notes repeat stands on each of them."""


class Part(NamedTuple):
    """A section of a brief, or as much of it as fits into one page."""

    section: Section
    path: str
    findings: list[Finding]
    number: int
    """Counted from 1."""
    total: int
    """Parts of this section."""

    @property
    def title(self) -> str:
        """That of the section, with the number where there are several."""
        return self.section.title if self.total == 1 else f"{self.section.title}, part {self.number} of {self.total}"


class Run(NamedTuple, Generic[Item]):
    """As many records of a brief, in their order, as fit into one page."""

    path: str
    items: list[Item]
    first: int
    """The place of the first of them in the brief, counted from 1."""
    what: str
    """What one of them is called."""

    @property
    def title(self) -> str:
        """Which of the brief's they are."""
        last = self.first + len(self.items) - 1
        return f"{self.what} {self.first}" if last == self.first else f"{self.what}s {self.first} to {last}"


class Hundred(NamedTuple):
    """Up to a hundred notes: 1 to 100, 101 to 200."""

    path: str
    notes: list[Note]

    @property
    def title(self) -> str:
        """The numbers from the first to the last."""
        first, last = self.notes[0].record.number, self.notes[-1].record.number
        return f"Note {first}" if first == last else f"Notes {first} to {last}"

    @property
    def anchor(self) -> str:
        """Where it begins among all notes."""
        return f"from-{self.notes[0].record.number}"


def findings_fit(render: Renderer, brief: Brief) -> bool:
    """True where all findings fit into one page with all that is known of them."""
    findings = render.groups.findings[brief.id]
    usual = render.fits(argued=len(findings), noted=sum(len(render.corpus.marks[one.key]) for one in findings))
    return usual and render.scale.argued_together(findings) <= _FULLER * render.room


def findings_in_short(
    render: Renderer, brief: Brief, printed: list[PrintedPage]
) -> Literal["told", "begun", "numbered"]:
    """What the page of all findings has of each where they do not fit in full: its words, the first of them, a number."""
    findings, paged = render.groups.findings[brief.id], sum(len(one.records) for one in printed)
    if sum(map(render.scale.told, findings)) + weight(paged=paged) <= render.room:
        return "told"
    return "begun" if render.fits(begun=len(findings), paged=paged) else "numbered"


def notes_fit(render: Renderer, brief: Brief) -> bool:
    """True where all notes fit into one page with all that is known of them."""
    return sum(map(render.scale.note, render.groups.notes[brief.id])) <= render.room


def notes_fit_as_printed(render: Renderer, brief: Brief) -> bool:
    """True where all notes fit into one page as they are printed."""
    return sum(map(render.scale.printed, render.groups.notes[brief.id])) <= render.room


def runs(
    render: Renderer, items: Iterable[Item], what: str, at: Callable[[int], str], weigh: Callable[[Item], int]
) -> list[Run[Item]]:
    """Records page by page, as many on each as fit, and at least one; ``at`` says where each page is, counted from 1."""
    found: list[Run[Item]] = []
    for number, run in enumerate(parted(items, lambda one, _: weigh(one), render.room), 1):
        found.append(Run(at(number), run, found[-1].first + len(found[-1].items) if found else 1, what))
    return found


def cited(render: Renderer, brief: Brief) -> list[Run[Finding]]:
    """How the findings of a brief are cited, page by page; one where they fit into one."""
    findings, at, own = render.groups.findings[brief.id], partial(urls.citing, brief.id), weight(cited=1)
    found = runs(render, findings, "Finding", at, lambda _: own)
    return found if len(found) > 1 else [one._replace(path=urls.citing(brief.id)) for one in found]


def cited_on(pages: list[Run[Finding]]) -> dict[str, str]:
    """By the id of a finding: the one of these pages that says how it is cited."""
    return {finding.id: one.path for one in pages for finding in one.items}


def parts(render: Renderer, brief: Brief) -> list[Part]:
    """The sections of a brief, each with its findings, parted where they do not fit into one page."""
    found = []
    for section, findings in by_section(brief, render.groups.findings[brief.id]):
        pages = parted(findings, partial(_in_full, render), render.room)
        for number, run in enumerate(pages, 1):
            found.append(Part(section, urls.section(brief.id, section.id, number), run, number, len(pages)))
    return found


def _in_full(render: Renderer, finding: Finding, before: list[Finding]) -> int:
    """What a finding weighs with all that is known of it, on a page of some."""
    return round(_FULLER * render.scale.argued(finding, before))


def parts_by_section(render: Renderer, brief: Brief) -> dict[str, list[Part]]:
    """By section: its parts."""
    found: dict[str, list[Part]] = {}
    for part in parts(render, brief):
        found.setdefault(part.section.id, []).append(part)
    return found


def hundreds(render: Renderer, brief: Brief) -> list[Hundred]:
    """The notes of a brief, a hundred to a page."""
    grouped = groupby(render.groups.notes[brief.id], lambda note: urls.hundred(brief.id, note.record.number))
    return [Hundred(path, list(notes)) for path, notes in grouped]
