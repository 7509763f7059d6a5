"""The checker of links finds what is planted, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from sightline.site.links import dead_links

from tests.build.projects import Project

FOUND = {
    '<a href="gone/">': "page/index.html:2: 'gone/' leads nowhere",
    '<a href="/page/gone.html">': "page/index.html:2: '/page/gone.html' leads nowhere",
    '<a href="../">': "",
    '<a href="..">': "",
    '<a href="/page/">': "",
    '<a href="/page/?a=1#here">': "",
    '<a href="#here">': "",
    '<a href="#h%65re">': "",
    '<a href="#">': "",
    '<a href="#gone">': "page/index.html:2: '#gone' has no such anchor",
    '<a href="../#gone">': "page/index.html:2: '../#gone' has no such anchor",
    '<a href="../#top">': "",
    '<a href="../../outside/">': "page/index.html:2: '../../outside/' leads nowhere",
    '<a href="https://example.org/gone">': "",
    '<a href="mailto:a@example.org">': "",
    '<a href="//example.org/gone">': "",
    '<img src="gone.png">': "page/index.html:2: 'gone.png' leads nowhere",
    '<img src="a%20b.png">': "",
    '<script src="../gone.js">': "page/index.html:2: '../gone.js' leads nowhere",
    '<link rel="stylesheet" href="gone.css">': "page/index.html:2: 'gone.css' leads nowhere",
    '<meta http-equiv="refresh" content="0; url=../gone/">': "page/index.html:2: '../gone/' leads nowhere",
    '<meta http-equiv="refresh" content="0; url=../#top">': "",
    '<p id="here">': "page/index.html: the id 'here' stands more than once",
    '<!-- <a href="gone/"> -->': "",
}
"""What stands on the page, and what is said about it."""


@pytest.mark.parametrize("planted", FOUND)
def test_planted(planted: str, tmp_path: Path) -> None:
    (tmp_path / "page").mkdir()
    (tmp_path / "index.html").write_text('<h1 id="top">Home</h1>')
    (tmp_path / "page" / "a b.png").touch()
    (tmp_path / "page" / "index.html").write_text(f'<h1 id="here">Page</h1>\n{planted}\n')
    assert "\n".join(dead_links(tmp_path)) == FOUND[planted]


def test_page_for_what_is_not_found_is_read_at_the_root(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text('<a href="/page.html">a</a> <a href="/gone.html">b</a>')
    (tmp_path / "page.html").touch()
    assert list(dead_links(tmp_path)) == ["404.html:1: '/gone.html' leads nowhere"]


def test_command(project: Project) -> None:
    done = project.sightline("links")
    assert (done.code, done.out) == (0, "every internal link and anchor leads somewhere\n")
    page = project.site / "ledger" / "index.html"
    page.write_text(page.read_text("utf-8").replace("</body>", '\n<a href="../themes/#gone">x</a></body>'), "utf-8")
    done = project.sightline("links")
    assert done.code == 1
    assert "ledger/index.html:" in done.out
    assert done.out.endswith(": '../themes/#gone' has no such anchor\n")
    done = project.sightline("links", "gone")
    assert (done.code, done.err) == (2, "sightline: gone is no folder; build the site first\n")
    done = project.sightline("links", "content")
    assert (done.code, done.err) == (
        2,
        "sightline: content has no index.html; build the site first, or name its folder\n",
    )


def test_a_project_without_pages_by_hand_and_colours(project: Project) -> None:
    """No link to a page that is not there, and no switch of colours that the theme's script could not fill."""
    for page in ("about.md", "about/how-it-works.md"):
        (project.root / "docs" / page).unlink()
    project.edit("mkdocs.yml", "      - About: about.md\n      - How it works: about/how-it-works.md\n", "")
    assert project.build().code == 0
    assert project.sightline("links").code == 0
    for page in project.site.rglob("*.html"):
        assert 'data-md-component="palette"' not in page.read_text("utf-8"), page
