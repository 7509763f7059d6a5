"""Marks and links in hand-written pages are checked as those in records are."""

from __future__ import annotations

from pathlib import Path

import pytest
from sightline.link.handwritten import check_pages
from sightline.model.corpus import Corpus
from sightline.read import read_pages

PAGES = [
    ("See [](finding:night-ferries/slow-boats).[^night-ferries/1]", []),
    ("See [](finding:night-ferries/slow-boat).", ["docs/a.md:1:5 unknown-finding"]),
    ("One.\n\nTwo.[^night-ferries/99]", ["docs/a.md:3:5 unknown-note"]),
    ("[sightline:themes]\n\n[sightline:thems]", ["docs/a.md:3:1 unknown-block"]),
    ("    [^night-ferries/99]\n\n`[^night-ferries/99]`\n\n```\n[](theme:x)\n```\n", []),
    ("See [the slow\nboats](finding:night-ferries/slow-boat).", ["docs/a.md:1:5 unknown-finding"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "problems"), PAGES)
def test_problems(tiny: Corpus, tmp_path: Path, text: str, problems: list[str]) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(text, "utf-8")
    assert [f"{one.place} {one.code}" for one in check_pages(tiny, read_pages(tmp_path)[0])] == problems


HINTS = [
    ("[](finding:night-ferries/slow-boat)", "did you mean 'slow-boats'?", True),
    ("[](finding:night-ferries/zebra)", "", False),
    ("[](recommendation:stone-piers/pier)", "", False),
    ("[](finding:night-ferry/slow-boats)", "did you mean 'night-ferries'?", False),
    ("[^night-ferries/99]", "the notes of 'night-ferries' run from 1 to 13", False),
]  # fmt: skip
"""A reference, what is said to be meant, and whether that is sure enough to be written."""


@pytest.mark.parametrize(("text", "hint", "is_sure"), HINTS)
def test_what_is_meant_is_told_by_the_id_and_not_by_the_brief(
    tiny: Corpus, tmp_path: Path, text: str, hint: str, is_sure: bool
) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.md").write_text(text, "utf-8")
    (problem,) = check_pages(tiny, read_pages(tmp_path)[0])
    assert (problem.hint, bool(problem.fix)) == (hint, is_sure)
