"""Every kind of problem, as ``sightline check`` prints it: ``tests/golden/check/*.txt``, each a small content tree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from sightline.cli import main
from sightline.diagnostics import CODES

from tests.golden import cases, compare
from tests.trees import plant, split

CASES = cases("check", ".txt")


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_message(case: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = case.read_text("utf-8")
    expected = split(text)[1]
    plant(tmp_path, text)
    (tmp_path / "mkdocs.yml").write_text("site_name: Cases\n", "utf-8")
    code = main(["--root", str(tmp_path), "check"])
    printed = capsys.readouterr().out
    stops = ": error [" in expected or case.stem == "stop-on"
    compare(case, printed, expected, before=text.removesuffix(expected))
    assert code == (1 if stops else 0)


@pytest.mark.parametrize("code", CODES)
def test_each_code_has_a_case_of_its_name(code: str) -> None:
    named = [case for case in CASES if case.stem == code]
    assert named, f"no tests/golden/check/{code}.txt"
    assert f"[{code}]" in split(named[0].read_text("utf-8"))[1]


def test_no_case_has_a_code_that_does_not_exist() -> None:
    printed = {code for case in CASES for code in re.findall(r": (?:error|warning) \[(.+)\]", case.read_text("utf-8"))}
    assert printed == set(CODES)
