"""The way out of any engine: all pages and exports as plain files, which engines build to the same text."""

from __future__ import annotations

import sys
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from sightline.site.materialise import config

from tests.build.projects import Project, differing, files, run


@pytest.fixture(scope="module")
def folder(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny project, materialised. Look, don't touch."""
    folder = tmp_path_factory.mktemp("materialised") / "plain"
    done = built.sightline("materialise", str(folder))
    assert done.code == 0, done.said
    return folder


def texts(site: Path) -> dict[str, str]:
    """What a reader of each page reads, by the page's file."""
    return {
        path.relative_to(site).as_posix(): text_of(path.read_text("utf-8")) for path in sorted(site.rglob("*.html"))
    }


def text_of(html: str) -> str:
    return " ".join("".join(_words(html5lib.parse(html, namespaceHTMLElements=False))).split())


def _words(element: Element) -> list[str]:
    if element.tag in ("script", "style") or not isinstance(element.tag, str):
        return [element.tail or ""]
    inner = [word for child in element for word in _words(child)]
    return [element.text or "", *inner, element.tail or ""]


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_the_folder_builds_to_the_text_of_the_site(built: Project, folder: Path, tmp_path: Path, engine: str) -> None:
    site = tmp_path / "site"
    done = run([sys.executable, "-m", engine, "build", "--strict", "-f", "mkdocs.yml", "--site-dir", str(site)], folder)
    assert done.code == 0, done.said
    assert "WARNING" not in done.said
    said = texts(built.site)
    said["data/index.html"] = said["data/index.html"].replace(
        "index.md", "index.txt"
    )  # the name of twins in the folder
    assert texts(site) == said
    ours, theirs = files(built.site), files(site)
    same = {
        path for path in ours if path.startswith(("data/", "feeds/", "assets/")) and not path.endswith((".html", ".md"))
    }
    assert len(same) > 50
    assert {path: theirs.get(path) for path in same} == {path: ours[path] for path in same}
    twins = {path.replace("index.md", "index.txt") for path in ours if path.endswith("index.md")}
    assert twins <= theirs.keys()


def test_properdocs_runs_the_project_unchanged(built: Project, tmp_path: Path) -> None:
    project, site = built.copy(tmp_path / "tiny"), tmp_path / "site"
    done = run(
        [sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(site)], project.root
    )
    assert done.code == 0, done.said
    assert texts(site) == texts(built.site)


def test_it_is_repeatable_and_replaces_its_own_folder(built: Project, folder: Path, tmp_path: Path) -> None:
    again = tmp_path / "plain"
    for _ in range(2):
        assert built.sightline("materialise", str(again)).code == 0
    assert differing(files(again), files(folder)) == []


def test_a_folder_of_somebody_else_is_left_alone(built: Project, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    done = built.sightline("materialise", str(tmp_path))
    assert done.code == 2
    assert "is not empty and was not made by 'sightline materialise'" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_neither_command_replaces_what_the_other_made(project: Project) -> None:
    assert project.sightline("materialise", "plain").code == 0
    before = files(project.root)
    for words in (("materialise", "site"), ("build", "--output", "plain")):
        done = project.sightline(*words)
        assert done.code == 2
        assert f"{project.root / words[-1]} is not empty and was not made by 'sightline {words[0]}'" in done.err
    assert files(project.root) == before


@pytest.mark.parametrize("name", [".", "content", "docs/plain"])
def test_nor_is_the_project_itself(built: Project, name: str) -> None:
    assert built.sightline("materialise", name).code == 2


def test_wrong_content_writes_nothing(project: Project, tmp_path: Path) -> None:
    project.edit("content/briefs/night-ferries/brief.yml", "title:", "titel:")
    done = project.sightline("materialise", str(tmp_path / "plain"))
    assert done.code == 1
    assert "unknown-key" in done.out
    assert not (tmp_path / "plain").exists()


def test_settings_lose_hooks_alone() -> None:
    text = "site_name: A\n\nhooks:\n  - x.py\ntheme:\n  name: m\n  custom_dir: hooks/overrides\nsite_dir: s\nnav:\n  - a.md\n"
    assert config(text, ["briefs/", "briefs/a/", "themes/t/", "about/problems/"]) == (
        "site_name: A\n\ntheme:\n  name: m\n  custom_dir: overrides\nnav:\n  - a.md\n\n"
        "not_in_nav: |\n  /about/problems/\n  /briefs/*/\n  /themes/*/\n"
    )
