"""The text and the notes of a long brief, in parts: what is too long for one page stands on several in full.

The page of all findings, and that of all notes, are then short; there every one of them keeps its address.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Literal, NamedTuple

from sightline import urls
from sightline.model.brief import Brief, Finding, Section
from sightline.model.corpus import Note
from sightline.render.kinds.common import by_section
from sightline.render.listing import split
from sightline.render.printed_pages import PrintedPage
from sightline.render.site import Renderer

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


class Cited(NamedTuple):
    """As many findings as fit into one page that says how they are cited."""

    path: str
    findings: list[Finding]
    first: int
    """The place of the first of them in the brief, counted from 1."""

    @property
    def title(self) -> str:
        """Which of the brief's findings they are."""
        return f"Findings {self.first} to {self.first + len(self.findings) - 1}"


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
    return render.fits(argued=len(findings), noted=sum(_marks(render, one) for one in findings))


def findings_in_short(
    render: Renderer, brief: Brief, printed: list[PrintedPage]
) -> Literal["told", "begun", "numbered"]:
    """What the page of all findings has of each where they do not fit in full: its words, the first of them, a number."""
    number, paged = len(render.groups.findings[brief.id]), sum(len(one.records) for one in printed)
    if render.fits(told=number, paged=paged):
        return "told"
    return "begun" if render.fits(begun=number, paged=paged) else "numbered"


def notes_fit(render: Renderer, brief: Brief) -> bool:
    """True where all notes fit into one page with all that is known of them."""
    return render.fits(note=len(render.groups.notes[brief.id]))


def notes_fit_as_printed(render: Renderer, brief: Brief) -> bool:
    """True where all notes fit into one page as they are printed."""
    return render.fits(printed=len(render.groups.notes[brief.id]))


def cited(render: Renderer, brief: Brief) -> list[Cited]:
    """How the findings of a brief are cited, page by page; one where they fit into one."""
    runs = split(render.groups.findings[brief.id], "cited", render.room)
    if len(runs) < 2:
        return [Cited(urls.citing(brief.id), [*run], 1) for run in runs]
    return [
        Cited(urls.citing(brief.id, number), [*run], (number - 1) * len(runs[0]) + 1)
        for number, run in enumerate(runs, 1)
    ]


def cited_on(render: Renderer, brief: Brief) -> dict[str, str]:
    """By the id of a finding: the page that says how it is cited."""
    return {finding.id: one.path for one in cited(render, brief) for finding in one.findings}


def parts(render: Renderer, brief: Brief) -> list[Part]:
    """The sections of a brief, each with its findings, parted where they do not fit into one page."""
    found = []
    for section, findings in by_section(brief, render.groups.findings[brief.id]):
        runs = list(_runs(render, findings))
        for number, run in enumerate(runs, 1):
            found.append(Part(section, urls.section(brief.id, section.id, number), run, number, len(runs)))
    return found


def parts_by_section(render: Renderer, brief: Brief) -> dict[str, list[Part]]:
    """By section: its parts."""
    found: dict[str, list[Part]] = {}
    for part in parts(render, brief):
        found.setdefault(part.section.id, []).append(part)
    return found


def _runs(render: Renderer, findings: list[Finding]) -> Iterator[list[Finding]]:
    run: list[Finding] = []
    marks = 0
    for finding in findings:
        marks += (own := _marks(render, finding))
        if run and not render.fits(argued=round(_FULLER * (len(run) + 1)), noted=round(_FULLER * marks)):
            yield run
            run, marks = [], own
        run.append(finding)
    yield run


def _marks(render: Renderer, finding: Finding) -> int:
    return len(render.corpus.marks[finding.key])


def hundreds(render: Renderer, brief: Brief) -> list[Hundred]:
    """The notes of a brief, a hundred to a page."""
    grouped = groupby(render.groups.notes[brief.id], lambda note: urls.hundred(brief.id, note.record.number))
    return [Hundred(path, list(notes)) for path, notes in grouped]
