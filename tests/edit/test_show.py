"""``sightline show``: one record, and the line of sight in both directions."""

from __future__ import annotations

from pathlib import Path

import pytest
from sightline.cli import main
from sightline.edit.show import show
from sightline.edit.workspace import open_workspace

from tests.trees import plant

TREE = """\
--- base
--- mkdocs.yml
--- content/sources/mole-1990.yml
id: mole-1990
type: book
title: On Quays
author:
  - family: Mole
    given: Ada
  - literal: The Board
issued: 1990
aliases: [mole]
--- content/briefs/b/endnotes.yml
- number: 1
  citations:
    - source: mole-1990
      locator: 12
- number: 2
  citations:
    - form: ibid
--- content/briefs/b/findings.yml
- id: lamps
  section: one
  statement: Lamps fail.[^2]
  kind: fact
  figures:
    - value: 3
      measures: lamps
--- content/briefs/b/recommendations.yml
- id: lamps
  title: Light the lamps
  statement: Light them, as [they](theme:light) should be.
  addressees: [board]
  rests_on:
    - finding: lamps
      role: supports
      why: They fail.
--- content/actors/board.yml
id: board
name: The Board
kind: body
--- content/themes/light.yml
id: light
title: Light
summary: What shines.
"""


def shown(root: Path, capsys: pytest.CaptureFixture[str], *words: str, tree: str = TREE) -> str:
    plant(root, tree)
    assert main(["--root", str(root), "show", *words]) == 0
    return capsys.readouterr().out


def test_a_recommendation_down_to_its_sources(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        shown(tmp_path, capsys, "recommendation:b/lamps")
        == """\
recommendation b/lamps
  content/briefs/b/recommendations.yml:1:3
  /briefs/b/recommendations/lamps/

  title      Light the lamps
  statement  Light them, as [they](theme:light) should be.
  addressees board
  rests_on
    - finding    lamps
      role       supports
      why        They fail.
  support    1 finding, 1 note, 1 source (one source)

Rests on
  finding b/lamps: Lamps fail.[^2]  (supports)
    note b/2: mole-1990
      source mole-1990: On Quays  (page 12, ibid for note 1)

Names
  actor board: The Board  (addressees)
  theme light: Light  (statement)
"""
    )


def test_a_source_up_to_the_recommendations(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        shown(tmp_path, capsys, "mole")
        == """\
source mole-1990
  content/sources/mole-1990.yml:1:1
  /sources/mole-1990/

  type       book
  title      On Quays
  issued     1990
  author     Ada Mole; The Board
  aliases    mole

Rests on it, or names it
  note b/1: mole-1990
  note b/2: mole-1990
    finding b/lamps: Lamps fail.[^2]
      recommendation b/lamps: Light the lamps  (supports)

Would fall with it
  finding b/lamps: Lamps fail.[^2]
  recommendation b/lamps: Light the lamps
"""
    )


def test_what_says_nothing_is_not_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = (
        TREE
        + """\
--- content/briefs/b/source-notes.yml
- id: slip
  kind: misprint
  what: A slip.
  treatment: Left as it is.
  where:
    - finding: lamps
"""
    )
    assert "label" not in shown(tmp_path, capsys, "note 2", tree=tree)
    assert "label      page" in shown(tmp_path, capsys, "note 1", tree=tree)
    assert "summary" not in shown(tmp_path, capsys, "source-note:slip", tree=tree)


def test_a_finding_is_not_counted_by_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "  support    1 note, 1 source (one source)\n" in shown(tmp_path, capsys, "finding:b/lamps")


def test_a_long_name_of_a_field_moves_those_beside_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tree = TREE.replace("issued: 1990", "issued: 1990\nnumber-of-volumes: 2")
    assert "  type              book\n  title             On Quays\n  number-of-volumes 2\n" in shown(
        tmp_path, capsys, "mole", tree=tree
    )


def test_an_address_is_never_broken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    address = f"https://example.org/{'well-built-quays/' * 8}"
    tree = TREE.replace("issued: 1990", f"issued: 1990\nURL: {address}")
    assert f"  URL        {address}\n" in shown(tmp_path, capsys, "mole", tree=tree)


FOUND = {
    "finding:b/lamps": "finding b/lamps",
    "finding:lamps": "finding b/lamps",
    "finding lamps": "finding b/lamps",
    "note b/2": "endnote b/2",
    "endnote:2": "endnote b/2",
    "b/2": "endnote b/2",
    "light": "theme light",
    "source:mole": "source mole-1990",
    "brief:b": "brief b",
}


@pytest.mark.parametrize("words", FOUND)
def test_ways_to_name_a_record(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(tmp_path, capsys, *words.split()).startswith(f"{FOUND[words]}\n")


NOT_FOUND = {
    "lamp": "there is no record 'lamp'; did you mean 'lamps'?",
    "source:mole-1991": "there is no source 'source:mole-1991'; did you mean 'mole-1990'?",
    "lamps": "may be any of these:\n  finding:b/lamps\n  recommendation:b/lamps",
    "nonsense:x": "there is no kind 'nonsense'",
    "???": "names no record",
}


@pytest.mark.parametrize("words", NOT_FOUND)
def test_a_record_that_is_not_found(words: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, TREE)
    assert main(["--root", str(tmp_path), "show", words]) == 2
    assert NOT_FOUND[words] in capsys.readouterr().err


def test_while_there_are_errors(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, TREE + "--- content/themes/broken.yml\nid: broken\n")
    assert main(["--root", str(tmp_path), "show", "light"]) == 1
    assert "theme:light cannot be shown" in capsys.readouterr().out
    assert main(["--root", str(tmp_path), "show", "broken"]) == 2
    assert capsys.readouterr().err == (
        "sightline: there is no record 'broken'\nthe content has errors, which may hide it: see sightline check\n"
    )


@pytest.mark.parametrize("root", [Path(__file__).parents[2], Path(__file__).parents[1] / "site"], ids=["real", "tiny"])
def test_every_record_can_be_shown(root: Path) -> None:
    space = open_workspace(root)
    assert space.corpus
    for key in space.corpus.records:
        assert len(list(show(space, space.corpus, key))) > 3
