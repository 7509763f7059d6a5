"""``sightline check`` for people, for GitHub and for programs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sightline.cli import main

from tests.trees import plant

TREE = """\
--- base
--- mkdocs.yml
site_name: Lamps
--- content/themes/lamps.yml
id: lamps
title: Lamps
summary: See [x](theme:lamp) and [y](ftp:100%).
--- content/briefs/b/findings.yml
- id: a
  section: one
  statement: A
  kind: fact
--- content/notes, and: more.txt
Words.
"""


def check(root: Path, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    code = main(["--root", str(root), "check", *words])
    return code, capsys.readouterr().out


def test_annotations_of_github(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, TREE.partition("--- content/notes")[0])
    (tmp_path / "content" / "notes, and: more.txt").write_text("Words.\n", "utf-8")
    code, printed = check(tmp_path, capsys, "--format=github")
    lines = printed.splitlines()
    assert code == 1
    assert lines[0].startswith("::error file=content/notes%2C and%3A more.txt,title=unknown-file::")
    assert lines[1].startswith("::error file=content/themes/lamps.yml,line=3,col=")
    assert ",title=bad-url::summary links to 'ftp:100%25'" in lines[1]
    assert lines[-1] == "2 errors, 0 warnings"


def test_a_hint_is_part_of_the_annotation(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(
        tmp_path,
        '--- base\n--- mkdocs.yml\nsite_name: Lamps\n--- content/themes/lamps.yml\nid: lamps\ntitle: L\nsummary: "[x](theme:lamp)"\n',
    )
    _, printed = check(tmp_path, capsys, "--format=github")
    expected = "::error file=content/themes/lamps.yml,line=3,col=14,title=unknown-theme::'lamp': no such theme%0Adid you mean 'lamps'?"
    assert printed.splitlines()[0] == expected


def test_a_warning_that_stops_a_build_is_an_error_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(
        tmp_path,
        "--- base\n--- mkdocs.yml\nsite_name: Lamps\n--- content/themes/lamps.yml\nid: lamps\ntitle: L\nsummary: S\n",
    )
    assert check(tmp_path, capsys, "--format=github")[1].startswith("::warning ")
    (tmp_path / "content/site.yml").write_text("title: T\ndescription: D\nstop_on: [theme-unused]\n", "utf-8")
    code, printed = check(tmp_path, capsys, "--format=github")
    assert code == 1
    assert printed.startswith("::error ")


def test_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(
        tmp_path,
        "--- base\n--- mkdocs.yml\nsite_name: Lamps\n--- content/themes/lamps.yml\nid: lamps\ntitel: L\nsummary: S\n",
    )
    code, printed = check(tmp_path, capsys, "--format", "json")
    assert code == 1
    assert json.loads(printed)[1] == {
        "code": "unknown-key",
        "severity": "error",
        "file": "content/themes/lamps.yml",
        "line": 2,
        "column": 1,
        "message": "there is no key 'titel' here",
        "hint": "did you mean 'title'?",
    }


@pytest.mark.parametrize("words", [("--format=json",), ("--format=json", "--errors-only")])
def test_json_of_clean_content_is_an_empty_list(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(tmp_path, "--- base\n--- mkdocs.yml\nsite_name: Lamps\n")
    assert check(tmp_path, capsys, *words) == (0, "[]\n")


def test_another_format_is_wrong_use(tmp_path: Path) -> None:
    plant(tmp_path, "--- base\n--- mkdocs.yml\nsite_name: Lamps\n")
    with pytest.raises(SystemExit) as ended:
        main(["--root", str(tmp_path), "check", "--format=xml"])
    assert ended.value.code == 2


SETTINGS = {
    "a tab": ("site_name: Lamps\ntheme:\n\tname: material\n", "mkdocs.yml:3:1: error [yaml-syntax]"),
    "a colon": ("site_name: Lamps: a history\n", "mkdocs.yml:1:17: error [yaml-syntax]"),
    "a merge": ("<<<<<<< HEAD\nsite_name: A\n=======\nsite_name: B\n", "mkdocs.yml:1:1: error [yaml-syntax]"),
    "a repeated key": ("site_name: A\nnav: []\nsite_name: B\n", "mkdocs.yml:3:1: error [repeated-key]"),
    "no name": ("site_url: https://lamps.example.org/\n", "mkdocs.yml:1:1: error [missing-key]"),
    "no host": ("site_name: Lamps\nsite_url: lamps.example.org\n", "mkdocs.yml:2:11: error [bad-url]"),
    "a query": ("site_name: Lamps\nsite_url: https://x.org/?a\n", "mkdocs.yml:2:11: error [bad-url]"),
    "nothing": ("# Lamps\n", "mkdocs.yml:1: error [wrong-shape]"),
    "a list": ("- site_name: Lamps\n", "mkdocs.yml:1: error [wrong-shape]"),
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_that_a_build_would_refuse_or_lose(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, expected = SETTINGS[name]
    plant(tmp_path, "--- base\n")
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    code, printed = check(tmp_path, capsys)
    assert code == 1
    assert printed.startswith(f"{expected}\n    ")


@pytest.mark.parametrize(
    "text",
    [
        "site_name: Lamps  # a comment\nsite_url: http://localhost:8000/lamps\n",
        "site_name: !ENV [NAME, Lamps]\nextra: &x {a: 1}\nmore:\n  <<: *x\n",
        "site_name: Lamps\nsite_url: ''\n",
    ],
    ids=["comments", "tags and anchors", "no address yet"],
)
def test_what_the_engine_reads_is_left_to_it(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, "--- base\n")
    (tmp_path / "mkdocs.yml").write_text(text, "utf-8")
    assert check(tmp_path, capsys) == (0, "no problems\n")
