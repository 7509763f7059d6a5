"""What the guides tell editors to paste works as it stands."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from textwrap import dedent

import pytest
from sightline.cli import main

ROOT = Path(__file__).parent.parent.parent
FINDINGS = "content/briefs/canada-ntib/findings"


@pytest.mark.parametrize("guide", ["README.md", "docs/about/how-to-edit.md"])
def test_the_finding_to_add_in_five_minutes(guide: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    section = (ROOT / guide).read_text("utf-8").split("## Add a finding in five minutes")[1]
    example = re.search(r"^( +)```yaml\n(.*?)\n\1```$", section, re.DOTALL | re.MULTILINE)
    assert example
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copyfile(ROOT / "mkdocs.yml", tmp_path / "mkdocs.yml")
    assert main(["--root", str(tmp_path), "check"]) == 0
    before = capsys.readouterr().out
    with (tmp_path / FINDINGS / "evaluating-participation.yml").open("a", encoding="utf-8") as file:
        file.write(f"\n{dedent(example[2])}\n")
    assert main(["--root", str(tmp_path), "check"]) == 0
    assert capsys.readouterr().out == before, "no error, and no warning more"
