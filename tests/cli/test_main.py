"""The front command before it comes to any command."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sightline.cli import main

from tests.build.projects import command, run
from tests.trees import plant


@pytest.mark.parametrize("words", [["--root", "check"], ["--root=check"], ["--ro", "check"]])
def test_a_project_may_have_the_name_of_a_command(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(tmp_path / "check", "--- base\n--- mkdocs.yml\n")
    monkeypatch.chdir(tmp_path)
    assert main([*words, "show", "brief:b"]) == 0
    assert capsys.readouterr().out.startswith("brief b\n")


def test_a_command_that_does_not_exist_is_told_apart_from_all(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["chek"])
    assert ended.value.code == 2
    assert "'show', 'fix'" in capsys.readouterr().err


INTERRUPTED = """
import runpy, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == {name!r}:
            raise KeyboardInterrupt

sys.meta_path.insert(0, Interrupting())
sys.argv = ["sightline", "check"]
runpy.run_module("sightline", run_name="__main__")
"""


@pytest.mark.parametrize("name", ["sightline.cli.project", "sightline.cli.check", "sightline.load"])
def test_ctrl_c_while_it_starts_ends_it_without_a_traceback(name: str, tmp_path: Path) -> None:
    done = run([sys.executable, "-c", INTERRUPTED.format(name=name)], tmp_path)
    assert (done.code, done.said) == (130, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("words", [["check"], ["show", "brief:b"]])
def test_a_full_disk_is_told_of_in_a_line(words: list[str], tmp_path: Path) -> None:
    plant(tmp_path, "--- base\n--- mkdocs.yml\n")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command(*words), cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True)
    assert (done.returncode, done.stderr) == (1, "sightline: the output: No space left on device\n")
