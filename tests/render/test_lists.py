"""Lists and facets: small at any size, nothing lost, every number true."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin

import pytest
from sightline import urls
from sightline.load import load
from sightline.model.corpus import Corpus
from sightline.render import Page, Renderer, pages, plan
from sightline.render.kinds.facet_pages import SAYS
from sightline.render.listing import ROOM, WEIGHTS, Listing

from tests.benchmarks.corpus import write
from tests.html import Html, words
from tests.trees import corpus_of

SITE = "https://x.test/"
MIN_ROW = 15
"""Pixels between two lines of text that can be told apart."""
FRAME = 70_000
"""Bytes that a page may add to the entries of its list: with those of the theme, some 25 KB, it is under 300 KB."""


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """A made-up corpus whose lists of recommendations, findings and sources are too long for one page."""
    root = tmp_path_factory.mktemp("large")
    write(root, 200)
    corpus = load(root).corpus
    assert corpus is not None
    return corpus


def made(corpus: Corpus, room: int = ROOM) -> dict[str, Page]:
    return {page.path: page for page in pages(Renderer(corpus, SITE, room=room))}


def listings(render: Renderer) -> dict[str, Listing]:
    every = render.listings
    return {
        listing.section: listing
        for listing in (
            every.recommendations, every.findings, every.sources, every.events, every.themes, every.actors,
            every.glossary, every.ledger, every.changes,
        )
    }  # fmt: skip


def target(path: str, href: str) -> str:
    """Where a link of a page leads, from the site's root and without an anchor."""
    return urljoin(SITE + path, href).removeprefix(SITE).partition("#")[0]


@pytest.mark.parametrize("room", [ROOM, 5000, 1])
def test_each_number_is_that_of_the_entries_behind_it(tiny: Corpus, room: int) -> None:
    """A facet leads to a page, and the pages of a value hold as many entries as it says."""
    render = Renderer(tiny, SITE, room=room)
    there = made(tiny, room)
    checked = 0
    for section, listing in listings(render).items():
        for name in listing.facets:
            page = Html(there[urls.by(section, name)].body)
            for link, number in _values(page):
                first = target(urls.by(section, name), link)
                assert first in there, first
                if listing.has_pages(name):
                    held = sum(_entries(there[path], listing) for path in _numbered(there, first))
                    assert held == number, first
                    checked += 1
    assert checked > 20


def _values(page: Html) -> list[tuple[str, int]]:
    found = [item for one in page.all("ul", class_="values") for item in one.iter("li")]
    return [(next(item.iter("a")).attrib["href"], int(words(list(item)[1]).replace(",", ""))) for item in found]


def _numbered(there: dict[str, Page], first: str) -> list[str]:
    return [path for path in there if path == first or (path.startswith(first) and path[len(first) : -1].isdigit())]


def _entries(page: Page, listing: Listing) -> int:
    list_of = {"recommendation": "items", "finding": "statements", "source": "references", "event": "events"}
    wanted = {**list_of, "change": "events", "actor": "names", "theme": "items", "term": "glossary"}
    (found,) = [
        one
        for one in Html(page.body).elements
        if one.tag in ("ul", "ol", "dl") and wanted.get(listing.kind, "plain") in one.attrib.get("class", "").split()
    ]
    return len(list(found))


@pytest.mark.parametrize("room", [20_000, 1])
def test_nothing_is_lost_or_doubled_where_a_list_is_split(tiny: Corpus, room: int) -> None:
    render = Renderer(tiny, SITE, room=room)
    for section, listing in listings(render).items():
        if not listing.whole:
            found = listing.when_long[0] if listing.when_long else "brief"
            seen = Counter(id(item) for shelf in listing.facets[found] for item in shelf.items)
            assert seen == Counter(map(id, listing.items)), section
            if listing.has_pages(found):
                paged = Counter(
                    id(item)
                    for shelf in listing.facets[found]
                    for _, items in listing.pages(found, shelf)
                    for item in items
                )
                assert paged == seen, section


def test_every_record_can_be_reached_where_everything_is_split(tiny: Corpus) -> None:
    there = made(tiny, room=1)
    linked = {target(path, link.attrib["href"]) for path, page in there.items() for link in Html(page.body).all("a")}
    for key in (key for key in tiny.records if key.kind in ("recommendation", "theme", "source", "actor", "brief")):
        assert urls.of(key) in linked, key


def test_anchors_stay_where_everything_is_split(tiny: Corpus) -> None:
    there = {path: Html(page.body) for path, page in made(tiny, room=1).items()}
    for key in tiny.records:
        path, _, anchor = urls.of(key).partition("#")
        assert path in there, key
        assert not anchor or anchor in there[path].ids, key


def test_every_link_of_split_lists_leads_somewhere(tiny: Corpus) -> None:
    there = {path: Html(page.body) for path, page in made(tiny, room=1).items()}
    for path, page in there.items():
        assert page.errors == [], path
        assert len(set(page.ids)) == len(page.ids), path
        for link in page.all("a"):
            whole = urljoin(SITE + path, link.attrib["href"]).removeprefix(SITE)
            found, _, anchor = whole.partition("#")
            if found in there and anchor:
                assert anchor in there[found].ids, (path, whole)
            elif re.search(r"/(by|compare|evidence-map|sections|endnotes)/", found):
                assert found in there, (path, whole)


def test_a_short_list_stands_whole_beside_its_facets(tiny_pages: dict[str, Page], tiny: Corpus) -> None:
    page = Html(tiny_pages[urls.SOURCES].body)
    assert len(list(page.all("ul", class_="references")[0])) == len(tiny.sources)
    (browse,) = page.all("details", class_="browse")
    assert {words(one) for one in browse.iter("dt")} >= {"Kind", "Years"}


def test_a_page_of_a_facet_says_what_it_shows_and_leads_on(tiny_pages: dict[str, Page], tiny: Corpus) -> None:
    theme = next(one.themes[0] for one in tiny.recommendations if one.themes)
    page = Html(tiny_pages[f"recommendations/by/theme/{theme}/"].body)
    assert f"Recommendations {SAYS['theme']}: " in page.text
    links = {target(f"recommendations/by/theme/{theme}/", link.attrib["href"]) for link in page.all("a")}
    assert {urls.RECOMMENDATIONS, "recommendations/by/theme/", f"themes/{theme}/"} <= links


def test_pages_of_lists_are_not_in_the_search(tiny_pages: dict[str, Page]) -> None:
    assert [path for path, page in tiny_pages.items() if "/by/" in path and page.search] == []


def test_pages_stay_small(large: Corpus) -> None:
    render = Renderer(large, SITE)
    single = re.compile(r"sources/source-|briefs/[^/]+/recommendations/.")
    wanted = [one for one in plan(render) if not single.match(one.path)]
    sizes = {one.path: len((page := one.make()).body.encode()) + len(page.head.encode()) for one in wanted}
    assert {path: size for path, size in sizes.items() if size > ROOM + FRAME} == {}
    assert any(path.endswith("/2/") for path in sizes)


def test_a_map_of_a_large_brief_is_drawn_by_section(large: Corpus) -> None:
    render = Renderer(large, SITE)
    brief = large.briefs[0]
    planned = {one.path: one for one in plan(render) if one.path.startswith(urls.evidence_map(brief.id))}
    overview = Html(planned[urls.evidence_map(brief.id)].make().body)
    assert "too many for one map" in overview.text
    for section in brief.sections:
        page = Html(planned[urls.evidence_map(brief.id, section.id)].make().body)
        findings = {urls.of(one.key) for one in large.findings if (one.brief, one.section) == (brief.id, section.id)}
        links = [one.attrib.get("href", "") for one in page.elements if one.tag.endswith("}a")]
        drawn = {link for link in links if "/findings/#" in link}
        assert len(drawn) == len(findings)


def test_weights_are_not_too_light(real: Corpus) -> None:
    """What an entry weighs on the page of a list is at most what is reckoned with, on average."""
    render, there = Renderer(real, SITE), made(real)
    for listing in (render.listings.recommendations, render.listings.findings, render.listings.sources):
        bodies = [there[path] for path in there if path.startswith(f"{listing.section}by/") and path.count("/") == 4]
        total = sum(len(page.body.encode()) for page in bodies)
        number = sum(_entries(page, listing) for page in bodies)
        assert total / number < WEIGHTS[listing.kind] + 10_000 * len(bodies) / number, listing.section


THREE = """
--- content/briefs/a/brief.yml
{id: a, title: A, kind: report, publisher: H, standfirst: A., summary: [A.], sections: [{id: one, title: One}]}
--- content/briefs/b/brief.yml
{id: b, title: B, kind: report, publisher: H, standfirst: B., summary: [B.], sections: [{id: one, title: One}]}
--- content/briefs/c/brief.yml
{id: c, title: C, kind: report, publisher: H, standfirst: C., summary: [C.], sections: [{id: one, title: One}]}
--- content/themes/t.yml
id: t
title: T
summary: T.
comparisons:
  - {relation: differs, about: The point, findings: [a/f, a/g, c/f], note: They differ.}
--- content/briefs/a/findings.yml
- {id: f, section: one, statement: A says yes., kind: fact, themes: [t]}
- {id: g, section: one, statement: A says so twice., kind: fact, themes: [t]}
--- content/briefs/b/findings.yml
- {id: f, section: one, statement: B says nothing., kind: fact, themes: [t]}
--- content/briefs/c/findings.yml
- {id: f, section: one, statement: C says no., kind: fact, themes: [t]}
--- content/briefs/c/source-notes.yml
- id: s
  kind: conflict-between-briefs
  what: C and B disagree.
  where: [{finding: f}, {finding: b/f}]
  treatment: Both are kept.
"""


def test_any_two_of_three_briefs_are_compared(tmp_path: Path) -> None:
    there = {path: Html(page.body) for path, page in made(corpus_of(tmp_path, THREE)).items()}
    assert {path for path in there if "/compare/" in path} == {urls.compare("t", *pair) for pair in ("ab", "ac", "bc")}
    differ, conflict = there[urls.compare("t", "a", "c")], there[urls.compare("t", "b", "c")]
    (meeting,) = differ.all("div", class_="comparison")
    columns = [one for one in meeting.iter("div") if one.attrib.get("class") == "column"]
    assert [[words(quote).partition(".")[0] for quote in one.iter("blockquote")] for one in columns] == [
        ["A says yes", "A says so twice"],
        ["C says no"],
    ]
    assert "C and B disagree." in conflict.text
    assert "Both are kept." in conflict.text
    assert "No editor has compared the two" in there[urls.compare("t", "a", "b")].text


def test_of_many_briefs_only_those_that_an_editor_compared_have_a_page(tmp_path: Path) -> None:
    more = "".join(
        f"--- content/briefs/{one}/brief.yml\n{{id: {one}, title: {one}, kind: report, publisher: H, standfirst: S.,"
        f" summary: [S.], sections: [{{id: one, title: One}}]}}\n--- content/briefs/{one}/findings.yml\n"
        f"- {{id: f, section: one, statement: Says., kind: fact, themes: [t]}}\n"
        for one in ("d", "e", "f")
    )
    there = made(corpus_of(tmp_path, THREE + more))
    assert {path for path in there if "/compare/" in path} == {urls.compare("t", "a", "c"), urls.compare("t", "b", "c")}


def test_changes_by_date_and_what_has_none(tmp_path: Path) -> None:
    dated = THREE.replace("{id: a,", "{id: a, issued: 2020-05, updated: 2021,").replace(
        "{id: b,", "{id: b, issued: 2020-06-02,"
    )
    page = Html(made(corpus_of(tmp_path, dated))[urls.CHANGES].body)
    said = [words(one) for one in page.all("div", class_="event__what")]
    assert [one.partition(".")[0] for one in said] == ["A: updatedA", "B: publishedB", "A: publishedA"]
    assert [words(one) for one in page.all("h2")] == ["2021", "2020", "Without a date"]
    assert "C: the document gives no date." in page.text


NAMES = """
--- base
--- content/actors.yml
- {id: zone, name: Zone, kind: body}
- {id: ecole, name: École, kind: body}
- {id: office, name: The Office, kind: body}
- {id: alesund, name: Ålesund, kind: body}
- {id: van, name: de Vries, kind: body}
"""


def test_names_stand_under_their_letter(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, NAMES)
    expected = ["Ålesund", "de Vries", "École", "The Office", "Zone"]
    names = {one.name for one in corpus.actors}
    assert [one.name for one in Renderer(corpus, SITE).listings.actors.items] == expected
    listed = [words(link) for link in Html(made(corpus)["actors/"].body).all("a") if words(link) in names]
    assert listed == expected


def test_long_names_of_recommendations_do_not_meet_on_a_map(large: Corpus) -> None:
    """Each row of a name is at least as far from the next name as from its own next row."""
    brief = large.briefs[0]
    wordy = [replace(one, title=" ".join([one.title] * 6)) for one in large.recommendations]
    corpus = replace(large, recommendations=wordy, records={**large.records, **{one.key: one for one in wordy}})
    render = Renderer(corpus, SITE)
    for section in brief.sections:
        path = urls.evidence_map(brief.id, section.id)
        page = Html(next(one for one in plan(render) if one.path == path).make().body)
        nodes = [one for one in page.elements if "node--recommendation" in one.attrib.get("class", "")]
        rows = sorted(float(row.attrib["y"]) for node in nodes for row in node.iter() if row.tag.endswith("tspan"))
        assert len(rows) > len(nodes) > 1
        assert min(after - before for before, after in pairwise(rows)) > MIN_ROW


def test_the_map_of_a_section_lights_the_tab_that_it_is_a_part_of(large: Corpus) -> None:
    brief = large.briefs[0]
    path = urls.evidence_map(brief.id, brief.sections[0].id)
    page = Html(next(one for one in plan(Renderer(large, SITE)) if one.path == path).make().body)
    (tabs,) = page.all("nav", class_="parts-of-brief")
    lit = [(words(one), one.attrib["aria-current"]) for one in tabs.iter("a") if "aria-current" in one.attrib]
    assert lit == [("Evidence map", "true")]
