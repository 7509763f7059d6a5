"""Content that is loaded again finds what a first look finds, though files that did not change are not checked again."""

from __future__ import annotations

from pathlib import Path

import pytest
from sightline.load import load

from tests.golden import cases
from tests.trees import plant

OTHER = "content/themes/another.yml"


@pytest.mark.parametrize("case", cases("check", ".txt"), ids=lambda case: case.stem)
def test_every_problem_stays_while_another_file_changes(case: Path, tmp_path: Path) -> None:
    plant(tmp_path, case.read_text("utf-8"))
    before = load(tmp_path)
    plant(tmp_path, f"--- {OTHER}\nid: another\ntitle: Another\nsummary: Words.\n")
    assert load(tmp_path, before).problems == load(tmp_path).problems


def test_id_that_is_not_the_files_name_stays_wrong_until_it_is_mended(tmp_path: Path) -> None:
    plant(tmp_path, "--- base\n--- content/glossary/hb.yml\nid: harbour-board\nterm: HB\nexpansion: Harbour Board\n")
    loaded = load(tmp_path)
    for title in ("One", "Two"):
        plant(tmp_path, f"--- {OTHER}\nid: another\ntitle: {title}\nsummary: Words.\n")
        loaded = load(tmp_path, loaded)
        assert [problem.code for problem in loaded.stopping] == ["id-and-file"]
    plant(tmp_path, "--- content/glossary/hb.yml\nid: hb\nterm: HB\nexpansion: Harbour Board\n")
    assert load(tmp_path, loaded).stopping == []
