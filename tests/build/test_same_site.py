"""The tiny project builds without a warning, and every public address leads somewhere."""

from __future__ import annotations

import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from sightline.site.links import dead_links

from tests.build.projects import Project, differing, files

ADDRESSES = {
    "briefs": "/briefs/{id}/",
    "themes": "/themes/{id}/",
    "findings": "/briefs/{brief}/findings/#{id}",
    "recommendations": "/briefs/{brief}/recommendations/{id}/",
    "endnotes": "/briefs/{brief}/endnotes/#note-{number}",
    "sources": "/sources/{id}/",
    "events": "/briefs/{brief}/timeline/#{id}",
    "source_notes": "/briefs/{brief}/source-notes/#{id}",
    "actors": "/actors/{id}/",
    "glossary": "/glossary/#{id}",
}
"""The addresses of records, as the design promises them."""
PAGES = """
/ /briefs/ /recommendations/ /themes/ /sources/ /actors/ /glossary/ /timeline/ /evidence-map/ /ledger/ /data/ /about/
/briefs/night-ferries/recommendations/ /briefs/night-ferries/timeline/ /briefs/night-ferries/source-notes/
/briefs/night-ferries/n/12/ /briefs/stone-piers/n/2/ /briefs/stone-piers/ /briefs/stone-piers/findings/
/data/corpus.json /data/corpus.schema.json /sitemap.xml /sitemap.xml.gz /404.html /search/search.json
""".split()
MOVED = {
    "/briefs/night-ferries/n/4/": "/briefs/night-ferries/endnotes/#note-4",
    "/themes/pace/": "/themes/speed/",
    "/sources/lund-2000/": "/sources/lund-2001/",
    "/actors/board/": "/actors/harbour-board/",
    "/briefs/night-ferries/recommendations/lamps-on/": "/briefs/night-ferries/recommendations/light-the-lamps/",
    "/briefs/late-ferries/": "/briefs/night-ferries/",
    "/briefs/late-ferries/endnotes/": "/briefs/night-ferries/endnotes/",
    "/briefs/late-ferries/recommendations/hold-fares/": "/briefs/night-ferries/recommendations/hold-fares/",
    "/briefs/late-ferries/recommendations/lamps-on/": "/briefs/night-ferries/recommendations/light-the-lamps/",
    "/briefs/late-ferries/n/4/": "/briefs/night-ferries/endnotes/#note-4",
}
"""Short and earlier addresses, and where they lead."""
KEPT_ANCHORS = """
/briefs/night-ferries/findings/#lamps-out /briefs/night-ferries/timeline/#mending /glossary/#knots
""".split()
"""Earlier ids of records that share a page: nobody can redirect an anchor, so it stays."""


@pytest.fixture(scope="module")
def data(built: Project) -> dict[str, list[dict[str, Any]]]:
    """The published corpus."""
    corpus: dict[str, list[dict[str, Any]]] = json.loads((built.site / "data" / "corpus.json").read_text("utf-8"))
    return corpus


def test_builds_strict_in_silence(built: Project, tmp_path: Path) -> None:
    project = built.copy(tmp_path / "tiny")
    done = project.build()
    assert (done.code, done.err) == (0, "")
    assert re.match(r"\d+ records, \d+ pages in site \(\d+ files made, \d+ kept\)\n\d+\.\d s", done.out)
    assert project.build("--quiet").said == ""


def test_plain_mkdocs_makes_the_same_files(project: Project, tmp_path: Path) -> None:
    done = project.mkdocs("build", "--strict", "--site-dir", str(tmp_path / "plain"))
    assert done.code == 0, done.said
    assert "WARNING" not in done.said
    assert differing(files(tmp_path / "plain"), files(project.site)) == []


@pytest.mark.parametrize("address", [*PAGES, *KEPT_ANCHORS])
def test_address(built: Project, address: str) -> None:
    assert leads_somewhere(built.site, address)


@pytest.mark.parametrize("address", MOVED)
def test_moved(built: Project, address: str) -> None:
    target = MOVED[address]
    page = (built.site / address.lstrip("/") / "index.html").read_text("utf-8")
    up = "../" * (address.count("/") - 1)
    assert f'<meta http-equiv="refresh" content="0; url={up}{target[1:]}">' in page
    assert f'<a href="{up}{target[1:]}">' in page
    assert leads_somewhere(built.site, target)


@pytest.mark.parametrize("kind", ADDRESSES)
def test_every_record_is_where_the_corpus_says(
    built: Project, data: dict[str, list[dict[str, Any]]], kind: str
) -> None:
    records = data[kind]
    assert records
    for record in records:
        assert record["url"] == ADDRESSES[kind].format(**record)
        assert leads_somewhere(built.site, record["url"]), record["url"]
        if kind == "endnotes":
            assert leads_somewhere(built.site, f"/briefs/{record['brief']}/n/{record['number']}/")


def test_every_kind_of_record_has_an_address(data: dict[str, list[dict[str, Any]]]) -> None:
    assert {name for name, value in data.items() if isinstance(value, list)} == set(ADDRESSES)


def test_every_link_and_anchor_of_the_site(built: Project) -> None:
    assert list(dead_links(built.site)) == []


def test_sitemap_names_the_pages_and_no_other(built: Project) -> None:
    named = re.findall(r"<loc>https://tiny\.example\.org/(.*?)</loc>", (built.site / "sitemap.xml").read_text("utf-8"))
    moved = 'http-equiv="refresh"'
    pages = {
        path.parent.relative_to(built.site).as_posix()
        for path in built.site.rglob("index.html")
        if moved not in path.read_text("utf-8")
    }
    assert {html.unescape(name).rstrip("/") or "." for name in named} == pages
    assert len(named) == len(set(named))


def test_search_leads_to_what_is_there(built: Project) -> None:
    entries = [
        one for path in (built.site / "search" / "entries").iterdir() for one in json.loads(path.read_text("utf-8"))
    ]
    locations = [location for location, _, _ in entries]
    assert [location for location in locations if not leads_somewhere(built.site, f"/{location}")] == []
    assert len(locations) == len(set(locations))
    assert "SightlineToken" not in json.dumps(entries)


def test_nothing_of_the_machinery_is_left(built: Project) -> None:
    for path in built.site.rglob("*"):
        assert "sightline-shell" not in path.name
        if path.suffix in {".html", ".xml", ".json"}:
            text = path.read_text("utf-8")
            assert not re.search("SightlineShell|SightlineToken|sightline-shell", text), path


def leads_somewhere(site: Path, address: str) -> bool:
    """Whether there is a file behind an address, with the anchor in it where it names one."""
    path, _, anchor = address.partition("#")
    file = site / path.lstrip("/")
    file = file / "index.html" if address.startswith("/#") or path.endswith("/") else file
    return file.is_file() and (not anchor or anchor in _ids(file))


@cache
def _ids(file: Path) -> frozenset[str]:
    return frozenset(re.findall(r'\sid="([^"]*)"', file.read_text("utf-8")))
