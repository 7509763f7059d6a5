"""The output folder is never one of ours, never a link, never a folder that we did not make; nothing leaves it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from sightline.site.files import Folder
from sightline.site.output import SITE

from tests.build.projects import Project, files


def _link(project: Project) -> str:
    (project.root / "elsewhere").mkdir()
    (project.root / "linked").symlink_to("elsewhere")
    return "linked"


def _link_to_records(project: Project) -> str:
    (project.root / "linked").symlink_to("content")
    return "linked"


def _below_a_link_to_records(project: Project) -> str:
    (project.root / "linked").symlink_to("content")
    return "linked/site"


def _dangling_link(project: Project) -> str:
    (project.root / "linked").symlink_to("nowhere")
    return "linked"


def _file(project: Project) -> str:
    (project.root / "file").write_text("mine")
    return "file"


def _foreign(project: Project) -> str:
    (project.root / "thesis").mkdir()
    (project.root / "thesis" / "chapter-1.txt").write_text("mine")
    return "thesis"


def _foreign_and_hidden(project: Project) -> str:
    (project.root / "thesis").mkdir()
    (project.root / "thesis" / ".draft").write_text("mine")
    return "thesis"


def _absolute_records(project: Project) -> str:
    return str(project.root / "content")


OURS = [
    "content",
    "content/",
    "content/briefs",
    "content/new",
    "docs",
    "docs/assets",
    "hooks/x",
    ".git",
    ".cache/x",
    "site/inner",
    "site/inner/most",
    ".",
    "..",
    "/",
]
ROUNDABOUT = ["site/..", "site/../content", "./docs/../content/briefs/../../content"]
PLANTED: list[Callable[[Project], str]] = [
    _link, _link_to_records, _below_a_link_to_records, _dangling_link, _file, _foreign, _foreign_and_hidden,
    _absolute_records,
]  # fmt: skip


def _untouched(project: Project) -> dict[str, str]:
    return {name: hash_ for name, hash_ in files(project.root).items() if not name.startswith(".cache")}


@pytest.mark.parametrize("output", [*OURS, *ROUNDABOUT])
def test_refused(project: Project, output: str) -> None:
    before = _untouched(project)
    done = project.build("--output", output)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("sightline: ")
    assert "name a folder of its own, such as site" in done.err
    assert _untouched(project) == before


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__.strip("_"))
def test_planted_and_refused(project: Project, plant: Callable[[Project], str]) -> None:
    output = plant(project)
    before = _untouched(project)
    done = project.build("--output", output)
    assert (done.code, done.out) == (2, "")
    assert any(way_out in done.err for way_out in ("name a folder", "delete it or name another folder"))
    assert _untouched(project) == before


@pytest.mark.parametrize("output", ["content", _foreign], ids=str)
def test_plain_mkdocs_refuses_too(project: Project, output: str | Callable[[Project], str]) -> None:
    """MkDocs would empty the folder first, records and all."""
    name = output if isinstance(output, str) else output(project)
    before = _untouched(project)
    done = project.mkdocs("build", "--site-dir", name)
    assert done.code != 0
    assert "folder" in done.said
    assert "Traceback" not in done.said
    assert _untouched(project) == before


def test_plain_mkdocs_refuses_what_its_settings_name(project: Project) -> None:
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("site_dir: content/briefs\n")
    before = _untouched(project)
    done = project.mkdocs("build")
    assert done.code != 0
    assert "content/briefs is part of content/, which is no output" in done.said
    assert _untouched(project) == before


def test_allowed(project: Project, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / SITE).touch()
    (tmp_path / "ours" / "old.html").touch()
    for output in ("empty", "ours", "a/new/one", "with blanks é"):
        done = project.build("--output", str(tmp_path / output))
        assert done.code == 0, done.said
        assert files(tmp_path / output) == files(project.site)


def test_plain_mkdocs_may_build_twice(project: Project) -> None:
    old = files(project.site)
    assert project.mkdocs("build", "--strict").code == 0
    assert files(project.site) == old


@pytest.mark.parametrize("path", ["../out.html", "/tmp/sightline-out.html", "a/../../out.html", "linked/out.html"])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "linked").symlink_to(tmp_path)
    with pytest.raises(ValueError, match="lies outside the site"):
        Folder(site).write(path, b"out")
    assert sorted(tmp_path.rglob("*.html")) == []
    assert not Path("/tmp/sightline-out.html").exists()


@pytest.mark.parametrize("identity", ["../../out", "/out", "..", "a/b", "index", ".hidden", "A", "a\\\\b"])
def test_an_id_cannot_lead_outside(project: Project, identity: str) -> None:
    old = files(project.site)
    project.edit("content/themes.yml", "id: weather", f'id: "{identity}"')
    done = project.build()
    assert done.code == 1
    assert "content/themes.yml:" in done.out
    assert files(project.site) == old
