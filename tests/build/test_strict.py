"""Strict means strict: any warning, at any verbosity, by either command, ends with a code other than 0."""

from __future__ import annotations

import pytest

from tests.build.projects import Project, files

PLANTED = {
    "a link to a page that is not there": "[gone](gone.md)",
    "an anchor that is not there": "[gone](index.md#gone)",
    "an anchor that is not there, on the same page": "[gone](#gone)",
    "a link that begins at the root": "[gone](/gone/)",
    "a link to a folder": "[gone](gone/)",
}


@pytest.mark.parametrize("planted", PLANTED)
def test_front_command(project: Project, planted: str) -> None:
    old = files(project.site)
    project.edit("docs/about.md", "# About", f"# About\n\n{PLANTED[planted]}")
    for words in ([], ["--quiet"]):
        done = project.build(*words)
        assert done.code == 1, done.said
        assert done.err.startswith("WARNING -  Doc file 'about.md' contains a"), done.err
        assert files(project.site) == old
    assert len(list((project.root / ".cache" / "sightline").iterdir())) <= 2


@pytest.mark.parametrize("verbosity", ["", "--quiet", "--verbose"])
@pytest.mark.parametrize("planted", ["a link to a page that is not there", "an anchor that is not there"])
def test_plain_mkdocs(project: Project, planted: str, verbosity: str) -> None:
    project.edit("docs/about.md", "# About", f"# About\n\n{PLANTED[planted]}")
    done = project.mkdocs("build", "--strict", *filter(None, [verbosity]))
    assert done.code != 0
    assert ("WARNING" in done.said) == (verbosity != "--quiet")


def test_plain_mkdocs_strict_by_its_settings(project: Project) -> None:
    project.edit("docs/about.md", "# About", "# About\n\n[gone](gone.md)")
    with (project.root / "mkdocs.yml").open("a") as config:
        config.write("strict: true\n")
    assert project.mkdocs("build", "--quiet").code != 0


def test_a_page_that_is_not_in_the_navigation(project: Project) -> None:
    (project.root / "docs" / "stray.md").write_text("# Stray\n")
    done = project.build()
    assert done.code == 1
    assert "stray.md" in done.err


def test_a_page_at_the_address_of_records(project: Project) -> None:
    """MkDocs lets two pages share an address, and the last one wins."""
    (project.root / "docs" / "themes").mkdir()
    (project.root / "docs" / "themes" / "index.md").write_text("# Mine\n")
    done = project.build()
    assert done.code != 0, "a hand-written page took the place of the list of themes, or was lost"
    assert "themes" in done.said


def test_a_warning_comes_again(project: Project) -> None:
    """It is not forgotten with a kept frame."""
    project.edit("docs/about.md", "# About", "# About\n\n[gone](gone.md)")
    said = [project.sightline("build").err for _ in range(2)]
    assert "gone.md" in said[0]
    assert said[0] == said[1]
