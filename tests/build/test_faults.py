"""A build that is killed, or runs out of disk, at every kind of moment: the site is the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sys
import time
from pathlib import Path

import pytest

from tests.build.projects import HANG, Project, command, files, run, start

POINTS = int(os.environ.get("FAULT_POINTS", "10"))
"""How many moments of each kind are tried; 9999 tries every one."""
REPOSITORY = Path(__file__).parents[2]


def struck(project: Project, how: str, folder: Path) -> list[dict[str, object]]:
    """Change a record, so that the old site and the new one differ; build at every fault, and say what came of each."""
    old, new = folder / "old", folder / "new"
    project.site.rename(old)
    project.edit("content/site.yml", "title: Tiny", "title: Small")
    project.edit("content/themes.yml", "title: Weather", "title: Wind")
    assert project.build("--output", str(new)).code == 0
    assert files(old) != files(new)
    words = [str(Path(__file__).with_name("faults.py")), str(project.root), str(old), str(new), how, str(POINTS)]
    done = run([sys.executable, *words], REPOSITORY, patience=HANG + 20 * POINTS, PYTHONPATH=_path())
    assert done.code == 0, done.said
    outcomes = [json.loads(line) for line in done.out.splitlines()]
    assert len(outcomes) >= 10
    return outcomes


def _path() -> str:
    return os.pathsep.join([str(REPOSITORY), *filter(None, [os.environ.get("PYTHONPATH")])])


@pytest.fixture
def quick(built: Project, quick_path: Path) -> Project:
    """A copy of the built project, where writing is quick."""
    return built.copy(quick_path / "tiny")


@pytest.mark.parametrize("how", ["kill", "kill-again"])
def test_killed(quick: Project, quick_path: Path, how: str) -> None:
    outcomes = struck(quick, how, quick_path)
    assert {one["status"] for one in outcomes} == {-9}
    assert {one["site"] for one in outcomes} == {"old", "new"}
    assert_next_build_is_good(quick, quick_path / "new")


def test_killed_where_folders_cannot_be_exchanged(quick: Project, quick_path: Path) -> None:
    """Between two renames there is no site; the next build, good or bad, brings the old one back first."""
    outcomes = struck(quick, "kill-plain", quick_path)
    assert {one["status"] for one in outcomes} == {-9}
    assert [one["site"] for one in outcomes].count("none") == 1
    assert {one["site"] for one in outcomes} == {"old", "none", "new"}
    quick.site.rename(quick.root / ".replaced-site-x")
    quick.edit("content/site.yml", "title:", "titel:")
    assert quick.build().code == 1
    assert files(quick.site) in (files(quick_path / "old"), files(quick_path / "new"))
    quick.edit("content/site.yml", "titel:", "title:")
    assert_next_build_is_good(quick, quick_path / "new")


def test_every_write_fails_from_some_moment_on(quick: Project, quick_path: Path) -> None:
    outcomes = struck(quick, "full", quick_path)
    published = [one for one in outcomes if one["site"] == "new"]
    assert {(one["status"], one["said"]) for one in published} <= {(0, "")}, "only the list of files was not kept"
    assert len(published) < 5 < len(outcomes)
    for one in outcomes:
        if one in published:
            continue
        assert (one["status"], one["site"]) == (1, "old"), one
        assert "No space left on device" in str(one["said"])
        assert "Traceback" not in str(one["said"])
        assert str(one["said"]).endswith("nothing was published; site is as it was\n")
    assert quick.leftovers() == []
    assert_next_build_is_good(quick, quick_path / "new")


def test_killed_from_outside(quick: Project, quick_path: Path) -> None:
    """A real SIGKILL at any time, while MkDocs is at work too."""
    old, new = files(quick.site), quick_path / "new"
    quick.edit("content/themes.yml", "title: Weather", "title: Wind")
    words = command("build", "--strict", "--quiet")
    started = time.monotonic()
    assert run([*words, "--output", str(new)], quick.root).code == 0
    took = time.monotonic() - started
    orphans = []
    for round_ in range(6):
        if round_ % 2:
            (quick.root / "docs" / "new.txt").write_text(str(round_))  # the frame has to be made anew
        process = start(words, quick.root, start_new_session=True)
        time.sleep(took * (round_ + 1) / 5)
        process.kill()
        process.wait()
        (quick.root / "docs" / "new.txt").unlink(missing_ok=True)
        now = files(quick.site)
        now.pop("new.txt", "")
        assert now in (old, files(new))
        orphans.append(process)  # its MkDocs lives on, and must do no harm either
    assert_next_build_is_good(quick, new)
    for process in orphans:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def assert_next_build_is_good(project: Project, new: Path) -> None:
    """The next build needs no help: it publishes the new site and clears away what was left."""
    done = project.build()
    assert done.code == 0, done.said
    assert files(project.site) == files(new)
    assert project.leftovers() == []
