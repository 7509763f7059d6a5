"""The first half of the data flow in one call: from the content folder to a corpus or a list of problems."""

from __future__ import annotations

import gc
from dataclasses import dataclass
from pathlib import Path

from sightline.check import Checked, check
from sightline.diagnostics import Problem, Report
from sightline.link import link
from sightline.link.handwritten import check_pages
from sightline.model.corpus import Corpus
from sightline.model.shared import Site
from sightline.read import Content, read_content, read_pages


@dataclass(frozen=True, slots=True)
class Loaded:
    """What the content folder came to."""

    corpus: Corpus | None
    """None where an error stands in the way."""
    site: Site
    problems: list[Problem]
    """All problems, in the order of files and lines."""
    content: Content
    checked: Checked
    """The steps on the way, from which the next load starts."""

    @property
    def stopping(self) -> list[Problem]:
        """The problems that stop a build."""
        report = Report(self.problems)
        return report.errors(self.site.stop_on)


def load(root: Path, before: Loaded | None = None) -> Loaded:
    """Read, check and link the content and the hand-written pages below ``root``. Problems are returned, never raised.

    ``before`` is what was loaded last: only files that changed since are parsed and checked again, all is linked anew.
    The garbage collector rests meanwhile: millions of small objects are made and none is dropped. Nor does it look
    through them afterwards: nothing in them refers back, so they go as soon as nobody holds them.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        content = read_content(root, before=before.content if before else None)
        checked = check(content, before.checked if before else None)
        corpus, problems = link(checked)
        report = Report()
        pages, unfit = read_pages(root)
        report.add([*checked.problems, *problems, *unfit])
        if corpus:
            report.add(check_pages(corpus, pages))
        return Loaded(corpus, checked.site, report.ordered, content, checked)
    finally:
        if collecting:
            gc.freeze()
            gc.enable()
