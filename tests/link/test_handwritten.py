"""Marks and links in hand-written pages are checked as those in records are."""

from __future__ import annotations

from pathlib import Path

import pytest
from sightline.link.handwritten import check_pages
from sightline.model.corpus import Corpus

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
    assert [f"{one.place} {one.code}" for one in check_pages(tiny, tmp_path)] == problems
