"""What the preview takes for a change."""

from __future__ import annotations

from pathlib import Path

import pytest
from sightline.preview.watch import look

from tests.trees import plant

TREE = "--- base\n--- mkdocs.yml\n--- docs/index.md\nHome.\n"


@pytest.mark.parametrize("file", ["content/themes/a.yml", "content/.glossary.yml", "docs/.draft.md"])
def test_a_file_that_is_read_or_said_to_be_lost_is_noticed(file: str, tmp_path: Path) -> None:
    plant(tmp_path, TREE)
    before = look(tmp_path)
    plant(tmp_path, f"--- {file}\nid: a\n")
    assert look(tmp_path) != before
    (tmp_path / file).write_text("id: b, mended\n", "utf-8")
    noticed = look(tmp_path)
    (tmp_path / file).unlink()
    assert look(tmp_path) != noticed


@pytest.mark.parametrize("file", ["content/.glossary.yml.swp", "content/.#glossary.yml", "docs/.index.md.swp"])
def test_what_editors_hide_is_not_noticed(file: str, tmp_path: Path) -> None:
    plant(tmp_path, TREE)
    before = look(tmp_path)
    plant(tmp_path, f"--- {file}\nunsaved\n")
    assert look(tmp_path) == before
