"""What the data page says: every file is named there, and every program shown there runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sightline.render import Renderer, plan

from tests.html import Html
from tests.publish.conftest import Files


@pytest.fixture(scope="module")
def page(tiny_render: Renderer) -> Html:
    return Html(next(one for one in plan(tiny_render) if one.path == "data/").make().body)


def test_every_file_is_named(page: Html, tiny_files: Files) -> None:
    named = {link.get("href", "") for link in page.all("a")}
    data = {path.removeprefix("data/") for path in tiny_files if path.startswith("data/")}
    assert {f"../data/{path}" for path in data} <= named
    feeds = {path for path in tiny_files if path.startswith("feeds/")} - {"feeds/themes/pace.xml"}  # an earlier address
    assert {f"../{path}" for path in (*feeds, "llms.txt")} <= named


def test_every_program_runs(page: Html, tiny_files: Files, tmp_path: Path) -> None:
    for name in ("corpus.json", "lines_of_sight.csv"):
        (tmp_path / name).write_bytes(tiny_files[f"data/{name}"])
    (tmp_path / "index.json").write_bytes(tiny_files["briefs/night-ferries/recommendations/light-the-lamps/index.json"])
    said = []
    for block in page.all("pre"):
        program = "".join(block.itertext())
        if program.startswith("import "):
            done = subprocess.run(
                [sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False
            )
            assert done.returncode == 0, f"{program}\n{done.stderr}"
            said.append(done.stdout)
    works, notes, counts, version = said
    assert "Light the lamps\n  Harbour Act\n" in works
    assert "9 ['harbour-act', 'mole-1990']" in notes
    assert "4 Light the lamps" in counts
    assert version == "True\n"
