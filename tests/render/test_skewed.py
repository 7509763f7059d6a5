"""Where statements are spread unevenly pages stay light, and every statement is still found where it belongs."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable
from urllib.parse import urljoin

import pytest
from sightline import urls
from sightline.load import load
from sightline.model.corpus import Corpus, Key
from sightline.model.keys import source_key
from sightline.render import Page, Renderer, pages, plan
from sightline.render.chart import FEW, support_chart
from sightline.render.listing import pages_named

from tests.html import Html, words
from tests.render import skewed

SITE = "https://x.test/"
FRAME = 20_000
"""Bytes of the theme around a page: some 16 KB on the published site."""


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    root = tmp_path_factory.mktemp("skewed")
    skewed.write(root)
    found = load(root)
    assert found.corpus is not None, found
    return found.corpus


@pytest.fixture(scope="module")
def made(corpus: Corpus) -> dict[str, Page]:
    return {page.path: page for page in pages(Renderer(corpus, SITE))}


@pytest.fixture(scope="module")
def there(made: dict[str, Page]) -> dict[str, Html]:
    return {path: Html(page.body) for path, page in made.items()}


def leads_to(path: str, page: Html) -> set[str]:
    """The addresses that a page links to, from the site's root."""
    hrefs = [one.attrib["href"] for one in page.elements if one.tag.rpartition("}")[2] == "a" and "href" in one.attrib]
    return {urljoin(SITE + path, href).removeprefix(SITE) for href in hrefs}


def findings_of(corpus: Corpus, *briefs: str) -> list[Key]:
    return [one.key for one in corpus.findings if not briefs or one.brief in briefs]


def missing(keys: Iterable[Key], path: str, there: dict[str, Html]) -> list[Key]:
    links = leads_to(path, there[path])
    return [key for key in keys if urls.of(key) not in links]


def test_no_page_exceeds_300_kb(made: dict[str, Page]) -> None:
    sizes = {path: len(page.body.encode()) + len(page.head.encode()) + FRAME for path, page in made.items()}
    assert {path: size for path, size in sizes.items() if size > 300_000} == {}


def test_every_page_is_sound_and_leads_on(there: dict[str, Html]) -> None:
    for path, page in there.items():
        assert page.errors == [], path
        assert len(set(page.ids)) == len(page.ids), path
        for whole in leads_to(path, page):
            found, _, anchor = whole.partition("#")
            assert not anchor or found not in there or anchor in there[found].ids, (path, whole)


def test_an_actor_leads_to_all_that_is_said_and_asked(corpus: Corpus, there: dict[str, Html]) -> None:
    path = f"actors/{skewed.ACTOR}/"
    wanted = [*findings_of(corpus, "a", "b"), *(one.key for one in (*corpus.recommendations, *corpus.events))]
    assert missing(wanted, path, there) == []


def test_a_theme_leads_to_all_that_belongs_to_it(corpus: Corpus, there: dict[str, Html]) -> None:
    path = f"themes/{skewed.THEME}/"
    wanted = [*findings_of(corpus), *(one.key for one in (*corpus.recommendations, *corpus.events))]
    assert missing(wanted, path, there) == []
    pair = urls.compare(skewed.THEME, "a", "b")
    assert missing(findings_of(corpus, "a", "b"), pair, there) == []


def test_many_comparisons_still_say_what_is_compared_and_why(corpus: Corpus, there: dict[str, Html]) -> None:
    theme = next(one for one in corpus.themes if one.id == skewed.COMPARED)
    path = urls.of(theme.key)
    compared = [Key("finding", *reference.split("/")) for one in theme.comparisons for reference in one.findings]
    assert len(compared) == 120
    assert missing(compared, path, there) == []
    assert all(one.note.words in there[path].text for one in theme.comparisons)


def test_a_source_leads_to_all_that_rests_on_it(corpus: Corpus, there: dict[str, Html]) -> None:
    links = corpus.source_links[skewed.SOURCE]
    assert len(links.findings) > 200
    wanted = [*links.notes, *links.findings, *links.recommendations]
    assert missing(wanted, urls.of(source_key(skewed.SOURCE)), there) == []


@pytest.mark.parametrize("name", [skewed.WIDE, skewed.DEEP, skewed.VAST])
def test_a_line_of_sight_has_every_note(corpus: Corpus, there: dict[str, Html], name: str) -> None:
    key = Key("recommendation", "a", name)
    path, lines = urls.of(key), corpus.lines[key]
    assert len({line.note for line in lines}) >= 120
    assert missing({line.note for line in lines}, path, there) == []
    assert missing({line.finding for line in lines if line.finding}, path, there) == []
    if name != skewed.VAST:
        assert missing({source_key(line.source) for line in lines}, path, there) == []


def test_the_words_of_each_finding_stand_in_full_in_its_section(corpus: Corpus, there: dict[str, Html]) -> None:
    text = {path: page.text for path, page in there.items() if path.startswith("briefs/a/sections/")}
    for finding in (one for one in corpus.findings if one.brief == "a"):
        first = finding.statement.sentences[-1]
        assert sum(first in one for one in text.values()) == 1, finding.id


def test_what_is_counted_alone_leads_to_as_many(corpus: Corpus) -> None:
    """Where not even first words fit, the number that an actor's page names is that of the list it leads to."""
    render = Renderer(corpus, SITE, room=1)
    planned = {one.path: one for one in plan(render)}
    page = Html(planned[f"actors/{skewed.ACTOR}/"].make().body)
    first = urls.by(urls.FINDINGS, "actor", skewed.ACTOR)
    (link,) = [one for one in page.all("a") if one.attrib["href"].endswith(first)]
    assert words(link) == "all findings that name it"
    listed = [path for path in planned if path == first or re.fullmatch(re.escape(first) + r"\d+/", path)]
    named = [one for one in corpus.findings if skewed.ACTOR in one.actors]
    assert 0 < len(named) < len(corpus.findings)
    assert len(listed) == len(named)  # one to a page


def test_a_chart_of_many_sources_has_a_sign_for_each(corpus: Corpus) -> None:
    support = next(one for one in corpus.support.values() if one.sources > FEW)
    drawn = support_chart(support)
    outlines = re.findall(r'class="unit(?: unit--primary)?" d="([^"]*)"', drawn)
    assert sum(outline.count("M") for outline in outlines) == support.sources


def test_a_few_steps_reach_every_page_of_a_list() -> None:
    for total in (1, 9, 10, 50, 300):
        for start in (1, total // 2 + 1, total):
            away, ahead = {start: 0}, deque([start])
            while ahead:
                here = ahead.popleft()
                named = pages_named(here, total)
                assert {1, total, here} <= set(named)
                assert len(named) <= 11
                for one in named:
                    if one not in away:
                        away[one] = away[here] + 1
                        ahead.append(one)
            assert max(away.values()) <= (6 if total <= 50 else 8), total
            assert len(away) == total


def test_what_is_left_out_of_many_page_numbers_is_said(corpus: Corpus) -> None:
    path = urls.by(urls.FINDINGS, "actor", skewed.ACTOR, 25)
    planned = next(one for one in plan(Renderer(corpus, SITE, room=1)) if one.path == path)
    numbers = Html(planned.make().body).all("nav", class_="page-numbers")
    assert len(numbers) == 2
    for nav in numbers:
        hidden = [words(one) for one in nav.iter("span") if one.attrib.get("class") == "visually-hidden"]
        assert len(hidden) == 4
        assert all(re.fullmatch(r"pages \d+ to \d+ are not named here", one) for one in hidden)
        assert [words(one) for one in nav.iter("span") if one.attrib.get("aria-hidden")] == ["…"] * len(hidden)
        assert [words(one) for one in nav.iter("a")][:1] == ["Previous page"]
        (current,) = [one for one in nav.iter("a") if one.attrib.get("aria-current")]
        assert current.attrib["aria-label"] == "Page 25"
