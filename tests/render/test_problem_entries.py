"""Every code has an entry on the page of problems, and its examples are true."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from sightline import urls
from sightline.diagnostics import CODES
from sightline.load import Loaded, load
from sightline.render import Page
from sightline.render.problem_entries import Entry, ExampleFile, entries

from tests.trees import File, plant

BY_CODE = {entry.code.name: entry for entry in entries()}
BASE = """\
--- content/briefs/night-ferries/brief.yml
id: night-ferries
title: Night ferries
kind: report
publisher: Harbour Press
standfirst: On ferries at night.
summary:
  - Lamps fail.
sections:
  - id: routes
    title: Routes
  - id: fares
    title: Fares
--- content/briefs/night-ferries/endnotes.yml
- number: 1
  citations:
    - source: lund-2001
- number: 2
  comment: The authors thank the pilots.
--- content/briefs/night-ferries/findings/routes.yml
- id: lamps-fail
  section: routes
  statement: Lamps fail.[^1] Pilots say so.[^2]
  kind: fact
  themes:
    - ferries
  actors:
    - harbour-board
--- content/themes/ferries.yml
id: ferries
title: Ferries
summary: All that crosses the water.
--- content/sources/lund-2001.yml
id: lund-2001
type: book
title: Lamps at Sea
--- content/actors/harbour-board.yml
id: harbour-board
name: Harbour Board
kind: body
"""
"""A small project without a problem, to which the files of an example are added."""
WITHOUT_BASE = ("no-content",)


def loaded_with(root: Path, entry: Entry, example: Iterable[ExampleFile]) -> Loaded:
    if entry.code.name not in WITHOUT_BASE:
        plant(root, BASE)
    for file in example:
        number, _, times = file.how.partition(" ")
        if times == "times":
            File(file.path, "", file.text * int(number)).write(root)
        else:
            File(file.path, file.how, file.text).write(root)
    return load(root)


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_an_entry(code: str) -> None:
    assert code in BY_CODE, f"no hooks/sightline/render/problems/{code}.txt"
    entry = BY_CODE[code]
    assert entry.explanation
    assert entry.wrong
    assert entry.right


def test_no_entry_has_a_code_that_does_not_exist() -> None:
    folder = Path(__file__).parents[2] / "hooks" / "sightline" / "render" / "problems"
    assert {path.stem for path in folder.iterdir()} == set(CODES)


def test_the_base_has_no_problem(tmp_path: Path) -> None:
    plant(tmp_path, BASE)
    assert load(tmp_path).problems == []


@pytest.mark.parametrize("code", BY_CODE)
def test_the_wrong_example_causes_the_problem(code: str, tmp_path: Path) -> None:
    entry = BY_CODE[code]
    assert code in {problem.code for problem in loaded_with(tmp_path, entry, entry.wrong).problems}


@pytest.mark.parametrize("code", BY_CODE)
def test_the_right_example_is_right(code: str, tmp_path: Path) -> None:
    entry = BY_CODE[code]
    problems = loaded_with(tmp_path, entry, entry.right).problems
    assert [str(problem) for problem in problems if problem.severity == "error" or problem.code == code] == []


def test_each_entry_is_an_anchor_of_the_page(tiny_pages: dict[str, Page]) -> None:
    body = tiny_pages[urls.PROBLEMS].body
    assert [code for code in CODES if body.count(f'id="{code}"') != 1] == []
    assert "What &lt;b&gt;lights&lt;/b&gt; the way." in body
