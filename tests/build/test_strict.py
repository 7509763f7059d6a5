"""Strict means strict: any warning, at any verbosity, by either command, ends with a code other than 0."""

from __future__ import annotations

import pytest

from tests.build.projects import Project, files

LINK, ANCHOR = "[gone](gone.md)", "[gone](index.md#gone)"
PLANTED = {
    LINK: "a link 'gone.md', but the target is not found",
    ANCHOR: "a link 'index.md#gone', but the doc 'index.md' does not contain an anchor '#gone'",
    "[gone](#gone)": "a link '#gone', but there is no such anchor on this page",
    "[gone](/gone/)": "an absolute link '/gone/'",
    "[gone](gone/)": "an unrecognized relative link 'gone/'",
}
"""What an editor may write in a page, and what is said about it."""


@pytest.mark.parametrize("words", [[], ["--quiet"]], ids=str)
def test_front_command(project: Project, words: list[str]) -> None:
    old = files(project.site)
    project.edit("docs/about.md", "# About", f"# About\n\n{' '.join(PLANTED)}")
    done = project.build(*words)
    assert done.code == 1, done.said
    assert [
        said for said in PLANTED.values() if f"WARNING -  Doc file 'about.md' contains {said}" not in done.err
    ] == []
    assert files(project.site) == old
    assert len(list((project.root / ".cache" / "sightline").glob("fram*-*"))) == 1, "no heap of frames with warnings"


@pytest.mark.parametrize(
    ("planted", "verbosity"), [(LINK, "--quiet"), (ANCHOR, ""), (ANCHOR, "--quiet"), (ANCHOR, "--verbose")]
)
def test_plain_mkdocs(project: Project, planted: str, verbosity: str) -> None:
    project.edit("docs/about.md", "# About", f"# About\n\n{planted}")
    done = project.mkdocs("build", "--strict", *filter(None, [verbosity]))
    assert done.code != 0
    assert (PLANTED[planted] in done.said) == (verbosity != "--quiet")


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
