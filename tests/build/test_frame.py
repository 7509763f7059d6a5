"""The kept frame saves time and nothing else: whatever happens to it, the site is the same."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sightline.site.frame import DATA, FILES, Frame

from tests.build.projects import Project, differing, files


def kept(project: Project) -> Path:
    """The one folder in which the frame is kept."""
    (folder,) = (project.root / ".cache" / "sightline").glob("fram*-*")
    return folder


def _all_gone(frame: Path) -> None:
    shutil.rmtree(frame.parents[1])


def _data_gone(frame: Path) -> None:
    (frame / DATA).unlink()


def _data_cut(frame: Path) -> None:
    os.truncate(frame / DATA, (frame / DATA).stat().st_size // 2)


def _data_empty(frame: Path) -> None:
    (frame / DATA).write_text("{}")


def _data_of_another_kind(frame: Path) -> None:
    (frame / DATA).write_text("[1]")


def _file_gone(frame: Path) -> None:
    (frame / FILES / "404.html").unlink()


def _file_changed(frame: Path) -> None:
    with (frame / FILES / "404.html").open("a") as page:
        page.write("changed")


def _file_cut(frame: Path) -> None:
    os.truncate(frame / FILES / "404.html", 10)


def _file_added(frame: Path) -> None:
    (frame / FILES / "added.html").write_text("added")


HARMS: list[Callable[[Path], None]] = [
    _all_gone, _data_gone, _data_cut, _data_empty, _data_of_another_kind, _file_gone, _file_changed, _file_cut,
    _file_added,
]  # fmt: skip


@pytest.mark.parametrize("harm", HARMS, ids=lambda harm: harm.__name__.strip("_"))
def test_harmed(project: Project, harm: Callable[[Path], None]) -> None:
    frame = kept(project)
    assert Frame.load(frame)
    harm(frame)
    assert Frame.load(frame) is None


@pytest.mark.parametrize("harm", [_all_gone, _data_cut, _file_changed], ids=lambda harm: harm.__name__.strip("_"))
def test_harm_is_mended_by_the_next_build(project: Project, harm: Callable[[Path], None]) -> None:
    old = files(project.site)
    harm(kept(project))
    done = project.build()
    assert done.code == 0, done.said
    assert differing(files(project.site), old) == []
    assert Frame.load(kept(project))


def test_kept_while_only_records_change(project: Project) -> None:
    before = kept(project)
    inode = before.stat().st_ino
    project.edit("content/themes.yml", "title: Weather", "title: Wind")
    assert project.build().code == 0
    assert (kept(project), kept(project).stat().st_ino) == (before, inode)
    assert "Wind" in (project.site / "themes" / "weather" / "index.html").read_text("utf-8")


def test_made_anew_where_a_page_changes(project: Project) -> None:
    before = kept(project)
    project.edit("docs/about.md", "# About", "# About it")
    assert project.build().code == 0
    assert kept(project) != before
    assert "About it" in (project.site / "about" / "index.html").read_text("utf-8")


def test_what_a_killed_build_left_does_not_stay_for_ever(project: Project) -> None:
    left = project.root / ".cache" / "sightline" / "framing-left"
    left.mkdir()
    long_ago = left.stat().st_mtime - 100_000
    os.utime(left, (long_ago, long_ago))
    project.edit("docs/about.md", "# About", "# About it")
    assert project.build().code == 0
    assert not left.exists()
    assert kept(project)


def test_made_anew_where_everything_is(project: Project) -> None:
    """A kept frame goes by the project's own folders; of what lies elsewhere nobody knows that it changed."""
    settings = (project.root / "mkdocs.yml").read_text("utf-8")
    (elsewhere,) = re.findall(r'custom_dir: "(.*)"', settings)
    shutil.copytree(elsewhere, project.root / "look")
    project.edit("mkdocs.yml", f'custom_dir: "{elsewhere}"', f'custom_dir: "{project.root}/look"')
    assert project.build().code == 0
    project.edit("look/partials/colophon.html", "What is missing", "What is not here")
    assert project.build("--afresh").code == 0
    assert "What is not here" in (project.site / "index.html").read_text("utf-8")


def test_a_frame_is_made_without_loading_what_records_are() -> None:
    """Each build that makes one would wait for it; what a frame needs of addresses is no more than text."""
    said = subprocess.run(
        [sys.executable, "-c", "import sys, events; print('sightline.site.shell' in sys.modules, *sys.modules)"],
        env={**os.environ, "SIGHTLINE_FRAME": "1", "PYTHONPATH": str(Path(__file__).parents[2] / "hooks")},
        capture_output=True, text=True, check=True,
    ).stdout.split()  # fmt: skip
    assert said[0] == "True"
    assert "sightline.model.corpus" not in said


def test_nothing_of_the_theme_is_missing_but_what_is_hidden() -> None:
    """MkDocs takes nothing from hidden folders; the theme's has thousands of icons, which are not even listed."""
    said = subprocess.run(
        [sys.executable, "-c", _LISTED],
        env={**os.environ, "SIGHTLINE_FRAME": "1", "PYTHONPATH": str(Path(__file__).parents[2] / "hooks")},
        capture_output=True, text=True, check=True,
    ).stdout.splitlines()  # fmt: skip
    ours, all_ = said[: said.index("")], said[said.index("") + 1 :]
    assert "main.html" in ours
    assert ours == [one for one in all_ if not re.search(r"(^|/)\.[^/]*/", one)]


_LISTED = """
import events
from jinja2 import FileSystemLoader
from mkdocs.theme import Theme
theme = Theme("material")
print(*events._Theme(theme).get_env().list_templates(), "", *FileSystemLoader(theme.dirs).list_templates(), sep="\\n")
"""
