"""The published site, built by hook, from plain files and by ProperDocs: readers of all read the same on every page."""

from __future__ import annotations

import os
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sightline.cli import main

from tests.build.projects import run

ROOT = Path(__file__).parents[2]
SITE = Path(os.environ.get("SITE_DIR") or ROOT / "site")
"""What ``make site`` built."""
EXPORTS = (".json", ".bib", ".ris", ".csv", ".xml", ".pdf", ".md")
MADE_BY_ENGINE = ("sitemap.xml", "search_index.json")


class Words(HTMLParser):
    """Collects what a reader of a page reads, and its title and description."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in ("script", "style")
        named = dict(attrs)
        if tag == "meta" and named.get("name") == "description":
            self.words.append(named.get("content") or "")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.words.append(data)


def text_of(page: Path) -> str:
    """The text; the Markdown twin is named after the file that it is in the folder."""
    words = Words()
    words.feed(page.read_text("utf-8"))
    return " ".join("".join(words.words).split()).replace("index.md", "index.txt")


def pages(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def other_exports(site: Path, twin: str, without: str = "nothing") -> list[Path]:
    """The files beside the pages that are not the same bytes in another build.

    ``twin`` is its name of a page in Markdown; ``without`` is a folder that is known to differ.
    """
    exports = [one for one in SITE.rglob("*.*") if one.suffix in EXPORTS and one.name not in MADE_BY_ENGINE]
    assert len(exports) > 500
    there = {one: site / one.relative_to(SITE) for one in exports if not one.is_relative_to(SITE / without)}
    there |= {one: path.with_name(twin) for one, path in there.items() if one.name == "index.md"}
    return [one for one, path in there.items() if path.read_bytes() != one.read_bytes()]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real project, materialised."""
    assert (SITE / "index.html").is_file(), "build the site first: make site"
    folder = tmp_path_factory.mktemp("materialised") / "plain"
    assert main(["--root", str(ROOT), "materialise", str(folder)]) == 0
    return folder


def test_every_page_reads_the_same(folder: Path, tmp_path: Path) -> None:
    """ProperDocs builds the folder too; tests/build has that for the tiny project."""
    site = tmp_path / "site"
    done = run([sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)], folder)
    assert (done.code, "WARNING" in done.said) == (0, False), done.said
    found = pages(SITE)
    assert pages(site) == found
    assert len(found) > 100
    assert [page for page in found if text_of(site / page) != text_of(SITE / page)] == []
    assert other_exports(site, twin="index.txt", without="search") == []
    assert (
        site / "search" / "search.json"
    ).is_file()  # of the records; the words of hand-written pages are MkDocs' own


def test_properdocs_builds_the_project_unchanged(tmp_path: Path) -> None:
    """By the same hook, in the project itself."""
    site = tmp_path / "site"
    done = run([sys.executable, "-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(site)], ROOT)
    assert (done.code, "WARNING" in done.said) == (0, False), done.said
    assert pages(site) == pages(SITE)
    assert [page for page in pages(SITE) if text_of(site / page) != text_of(SITE / page)] == []
    assert other_exports(site, twin="index.md") == []


def test_every_page_says_what_it_is() -> None:
    """Canonical address, description and what a preview of a link shows, on every page but redirects and 404."""
    wanted = (
        'rel="canonical"',
        'name="description"',
        'property="og:title"',
        'property="og:url"',
        'property="og:description"',
    )
    for page in pages(SITE):
        text = (SITE / page).read_text("utf-8")
        head = text.partition("</head>")[0].replace("rel=canonical", 'rel="canonical"')
        if 'http-equiv="refresh"' not in text and page != "404.html":
            assert [one for one in wanted if one not in head.replace("name=description", 'name="description"')] == [], (
                page
            )
