"""PDF files in a build: there, left out on demand, or missing with a word about it."""

from __future__ import annotations

import pytest
from sightline.publish import pdf
from sightline.publish.pdf import press

from tests.build.projects import Project

PAGE = "briefs/night-ferries/index.html"
FILE = "briefs/night-ferries/night-ferries.pdf"


def linked(project: Project) -> bool:
    return 'href="night-ferries.pdf"' in (project.site / PAGE).read_text("utf-8")


def test_there_and_left_out(project: Project) -> None:
    assert project.build().code == 0
    assert (project.site / FILE).read_bytes().startswith(b"%PDF")
    assert linked(project)
    assert project.build("--no-pdf").code == 0
    assert not list(project.site.rglob("*.pdf"))
    assert not linked(project)
    assert project.sightline("links", "site").code == 0


def test_without_typst(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(press, "typst_version", lambda: "")
    done = project.build()
    assert done.code == 0
    assert pdf.MISSING in done.err
    assert not list(project.site.rglob("*.pdf"))
    assert not linked(project)
