"""``sightline fix``: what can hardly be wrong is done, the rest is left."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path

import pytest
from sightline.cli import main
from sightline.diagnostics import sure
from sightline.load import load

from tests.trees import plant

BASE = """\
--- base
--- mkdocs.yml
--- content/themes/governance.yml
id: governance
title: Governance
summary: S
aliases: [rule]
--- content/themes/self-reliance.yml
id: self-reliance
title: Self-reliance
summary: S
--- content/sources/perry-2016.yml
id: perry-2016
type: book
title: T
--- content/sources/lund-2001.yml
id: lund-2001
type: book
title: T
--- content/briefs/b/endnotes.yml
- number: 1
  citations:
    - source: lund-2001
- number: 2
  citations:
    - source: perry-2016
"""
FINDING = "- id: a\n  section: one\n  statement: A[^1][^2]\n  kind: fact\n"
FILE = "content/briefs/b/findings.yml"

FIXED = {
    "key": (FINDING.replace("section", "sektion"), FINDING),
    "key in capitals": (FINDING.replace("kind", "Kind"), FINDING),
    "value": (FINDING.replace("fact", "facts"), FINDING),
    "value in quotes": (FINDING.replace("fact", '"Fact"'), FINDING.replace("fact", '"fact"')),
    "section": (FINDING.replace("section: one", "section: ones"), FINDING),
    "id": (FINDING + "  themes: [governence]\n", FINDING + "  themes: [governance]\n"),
    "id in a list": (FINDING + "  themes:\n    - 'self-relience'\n", FINDING + "  themes:\n    - 'self-reliance'\n"),
    "old id": (FINDING + "  themes: [rule]\n", FINDING + "  themes: [governance]\n"),
    "link": (
        FINDING.replace("A[", "See [x](theme:governence) and [](theme:rule).["),
        FINDING.replace("A[", "See [x](theme:governance) and [](theme:governance).["),
    ),
    "hash": (
        FINDING.replace("A[", "Option #3[").replace("#3[^1][^2]", "#3[^1][^2]"),
        FINDING.replace("A[^1][^2]", "'Option #3[^1][^2]'"),
    ),
    "hash and quote": (
        FINDING.replace("A[^1][^2]", "It's #3[^1][^2]"),
        FINDING.replace("A[^1][^2]", "'It''s #3[^1][^2]'"),
    ),
    "two at once": (FINDING.replace("fact", "facts").replace("section", "sektion"), FINDING),
    "tabs": (FINDING.replace("  kind", "\tkind").replace("  ", "\t"), FINDING),
    "byte order mark": ("\ufeff" + FINDING, FINDING),
    "line ends": (FINDING.replace("\n", "\r\n"), FINDING),
    "accents": (
        FINDING.replace("A[", unicodedata.normalize("NFD", "Émile [").replace(" [", "[")),
        FINDING.replace("A[", "Émile["),
    ),
    "accents on several lines": (
        FINDING.replace("A[^1]", ">-\n    É one\n    é two[^1]".replace("É", "E\u0301").replace("é", "e\u0301")),
        FINDING.replace("A[^1]", ">-\n    É one\n    é two[^1]"),
    ),
    "comments stay": ("# one\n" + FINDING.replace("fact", "facts") + "# two", "# one\n" + FINDING + "# two"),
}


def fix(root: Path, *words: str) -> int:
    return main(["--root", str(root), "fix", *words])


def write(root: Path, text: str) -> Path:
    plant(root, BASE)
    (root / FILE).write_bytes(text.encode())
    return root / FILE


@pytest.mark.parametrize("case", FIXED)
def test_what_is_fixed(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wrong, right = FIXED[case]
    path = write(tmp_path, wrong)
    assert fix(tmp_path, "--dry-run") == 0
    assert path.read_bytes() == wrong.encode()
    would = capsys.readouterr().out
    assert f"+++ {FILE}" in would
    assert fix(tmp_path) == 0
    assert path.read_bytes().decode() == right
    assert capsys.readouterr().out == would.replace("would be changed", "changed")
    assert [problem for problem in load(tmp_path).problems if problem.severity == "error"] == []
    assert fix(tmp_path) == 0
    assert path.read_bytes().decode() == right


LEFT = {
    "two candidates": FINDING + "  themes: [govern]\n",
    "another year": FINDING.replace("A[", "[x](source:perry-2017)["),
    "a comment": FINDING.replace("fact", "fact # checked"),
    "a comment without a blank": FINDING.replace("fact", "fact #checked"),
    "a key that is there already": FINDING + "  kinds: fact\n",
    "a note": FINDING.replace("[^1]", "[^3]"),
    "text": FINDING.replace("  section: one\n", ""),
    "a tab that may mean two things": FINDING + "  figures:\n\tpage: '1'\n",
    "not UTF-8": "latin",
}


@pytest.mark.parametrize("case", LEFT)
def test_what_is_left(case: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write(tmp_path, LEFT[case])
    if case == "not UTF-8":
        path.write_bytes(FINDING.encode() + b"# \xe9\n")
    before = path.read_bytes()
    assert fix(tmp_path) == 1
    assert path.read_bytes() == before
    out = capsys.readouterr().out
    assert "nothing that can be fixed safely" in out
    assert "left for you: " in out


def test_a_locator_loses_the_label_of_pages(tmp_path: Path) -> None:
    write(tmp_path, FINDING)
    notes = tmp_path / "content/briefs/b/endnotes.yml"
    text = notes.read_text("utf-8") + '      locator: "{}33-35, n. 4"\n'
    notes.write_text(text.format("pp. "), "utf-8")
    assert fix(tmp_path) == 0
    assert notes.read_text("utf-8") == text.format("")


def test_hand_written_pages(tmp_path: Path) -> None:
    write(tmp_path, FINDING)
    (tmp_path / "docs").mkdir()
    page = tmp_path / "docs" / "index.md"
    page.write_text("[rule](theme:rule), [](theme:governence), [](finding:b/zzz)\n\n[sightline:breifs]\n", "utf-8")
    assert fix(tmp_path) == 1  # no finding is close enough
    assert page.read_text("utf-8").startswith(
        "[rule](theme:governance), [](theme:governance), [](finding:b/zzz)\n\n[sightline:briefs]\n"
    )


def test_clean_content_stays_as_it_is(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(tmp_path, FINDING)
    assert fix(tmp_path) == 0
    assert "nothing that can be fixed safely" in capsys.readouterr().out


SURE = [
    ("governence", ["governance"], "governance"),
    ("url", ["URL", "title"], "URL"),
    ("Fact", ["fact", "facts"], "fact"),
    ("stakeholder-5", ["stakeholder-1", "stakeholder-2"], None),
    ("perry-2015", ["perry-2016"], None),
    ("issue", ["Issue", "issued"], "Issue"),
    ("trade", ["travel"], None),
    ("x", [], None),
]


@pytest.mark.parametrize(("word", "known", "expected"), SURE)
def test_when_a_suggestion_is_sure(word: str, known: list[str], expected: str | None) -> None:
    edit = sure(word, known)
    assert (edit.new if edit else None) == expected


@pytest.mark.parametrize("stray", ["content/notes.txt", "content/themes/.hidden.yml", "docs/ledger.md"])
def test_what_lies_at_a_wrong_place_is_left_and_counted(
    stray: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(tmp_path, f"{BASE}--- {FILE}\n{FINDING}--- {stray}\nWords.\n")
    assert main(["--root", str(tmp_path), "fix"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].startswith("left for you: 1 error, ")


@pytest.mark.skipif(os.name != "posix", reason="links need rights elsewhere")
@pytest.mark.parametrize("linked", ["content", "content/themes/linked.yml"])
def test_a_link_is_left_as_it_is(linked: str, tmp_path: Path) -> None:
    plant(tmp_path / "real", f"{BASE}--- {FILE}\n{FINDING.replace('fact', 'facts')}")
    (tmp_path / "real/mkdocs.yml").rename(tmp_path / "mkdocs.yml")
    if linked == "content":
        (tmp_path / "content").symlink_to("real/content")
    else:
        (tmp_path / "real/content").rename(tmp_path / "content")
        (tmp_path / linked).symlink_to("../../mkdocs.yml")
    assert main(["--root", str(tmp_path), "fix"]) == (0 if linked == "content" else 1)
    assert (tmp_path / FILE).read_text("utf-8") == FINDING
    assert (tmp_path / linked).is_symlink()
