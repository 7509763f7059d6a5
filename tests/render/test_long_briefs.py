"""A long brief: its findings and notes stand in full on several pages, and in short on one, where their addresses are."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from urllib.parse import urljoin
from xml.etree.ElementTree import Element

import pytest
from sightline import urls
from sightline.load import load
from sightline.model.brief import Brief, Event
from sightline.model.corpus import Corpus
from sightline.model.prose import plain
from sightline.model.source_notes import SourceNote
from sightline.render import Page, Renderer, pages, plan, redirects
from sightline.render.kinds.source_notes import by_kind
from sightline.render.kinds.timeline import in_order
from sightline.render.listing import WEIGHTS

from tests.benchmarks.corpus import write
from tests.html import Html, words
from tests.trees import corpus_of

SITE = "https://x.test/"


@pytest.fixture(scope="module")
def brief(tiny: Corpus) -> Brief:
    return max(tiny.briefs, key=lambda one: sum(finding.brief == one.id for finding in tiny.findings))


@pytest.fixture(scope="module")
def there(tiny: Corpus) -> dict[str, Html]:
    """Every page, where nothing fits into one."""
    return {page.path: Html(page.body) for page in pages(Renderer(tiny, SITE, room=1))}


@pytest.fixture(scope="module")
def short(tiny: Corpus) -> dict[str, Html]:
    """Every page, where what is in short fits into one and nothing else does."""
    return {page.path: Html(page.body) for page in pages(Renderer(tiny, SITE, room=6_000))}


def test_every_finding_stands_in_full_once(tiny: Corpus, brief: Brief, there: dict[str, Html]) -> None:
    full = {path: page for path, page in there.items() if path.startswith(f"briefs/{brief.id}/sections/")}
    found = Counter(
        (re.split("/", path)[3], one.attrib["id"]) for path in full for one in full[path].all("li", class_="finding")
    )
    assert found == Counter((one.section, one.id) for one in tiny.findings if one.brief == brief.id)
    assert all(list(page.all("footer", class_="finding__foot")) for page in full.values())


def test_every_finding_keeps_its_address_and_its_words(tiny: Corpus, brief: Brief, short: dict[str, Html]) -> None:
    page = short[urls.brief(brief.id, "findings")]
    entries = {one.attrib["id"]: one for one in page.all("li", class_="finding")}
    for finding in (one for one in tiny.findings if one.brief == brief.id):
        assert plain(finding.statement)[:40] in words(entries[finding.id])
        (link,) = [one for one in entries[finding.id].iter("a") if "/sections/" in one.attrib["href"]]
        assert link.attrib["href"].endswith(f"#{finding.id}")
    sections = [section.title for section in brief.sections if any(one.section == section.id for one in tiny.findings)]
    assert [words(one) for one in page.all("h2")] == ["Sections", *sections, "By printed page"]


def test_every_note_stands_in_full_once(tiny: Corpus, there: dict[str, Html]) -> None:
    for brief in tiny.briefs:
        numbers = [f"note-{one.number}" for one in tiny.endnotes if one.brief == brief.id]
        short = urls.brief(brief.id, "endnotes")
        full = [path for path in there if path.startswith(short) and path != short]
        assert [one.attrib["id"] for path in full for one in there[path].all("li", class_="note")] == numbers


def test_the_short_address_of_a_note_leads_to_where_it_stands_in_full(tiny: Corpus, there: dict[str, Html]) -> None:
    leads = {one.path: one.target for one in redirects(tiny, there)}
    for note in tiny.endnotes:
        path, _, anchor = leads[urls.short_note(note.brief, note.number)].partition("#")
        assert path == urls.hundred(note.brief, note.number)
        assert [one.attrib["id"] for one in there[path].all("li", class_="note")].count(anchor) == 1


def test_every_note_keeps_its_address_as_it_is_printed(tiny: Corpus, short: dict[str, Html]) -> None:
    for brief in tiny.briefs:
        numbers = [f"note-{one.number}" for one in tiny.endnotes if one.brief == brief.id]
        listed = short[urls.brief(brief.id, "endnotes")].all("li", class_="note")
        assert [one.attrib["id"] for one in listed] == numbers


@pytest.mark.parametrize("part", ["timeline", "source-notes"])
def test_every_event_and_source_note_stands_in_full_once(part: str, tiny: Corpus, there: dict[str, Html]) -> None:
    for brief in tiny.briefs:
        short = urls.brief(brief.id, part)
        full = [path for path in there if path.startswith(short) and path != short]
        found = [one.attrib["id"] for path in full for one in entries_of(there[path], part)]
        assert sorted(found) == sorted(one.id for one in listed(tiny, part) if one.brief == brief.id)
        assert len(full) == len(found)
        assert ["Next" in there[path].text for path in full] == [
            number < len(full) for number in range(1, len(full) + 1)
        ]


@pytest.mark.parametrize("part", ["timeline", "source-notes"])
def test_every_event_and_source_note_keeps_its_address_and_its_words(part: str, tiny: Corpus) -> None:
    brief = max(tiny.briefs, key=lambda one: sum(of.brief == one.id for of in listed(tiny, part)))
    own = [one for one in listed(tiny, part) if one.brief == brief.id]
    planned = plan(Renderer(tiny, SITE, room=WEIGHTS["line"] * len(own)))
    made = {one.path: Html(one.make().body) for one in planned if one.path.startswith(urls.brief(brief.id, part))}
    page = made[urls.brief(brief.id, part)]
    lines = {one.attrib["id"]: one for one in page.all("li") if "id" in one.attrib}
    for record in own:
        assert plain(record.title if isinstance(record, Event) else record.what)[:30] in words(lines[record.id])
        (link,) = lines[record.id].iter("a")
        path, _, anchor = (
            urljoin(SITE + urls.brief(brief.id, part), link.attrib["href"]).removeprefix(SITE).partition("#")
        )
        assert anchor == record.id
        assert anchor in made[path].ids


def listed(corpus: Corpus, part: str) -> tuple[Event, ...] | tuple[SourceNote, ...]:
    return corpus.events if part == "timeline" else corpus.source_notes


def entries_of(page: Html, part: str) -> list[Element]:
    return page.all("li", class_="event") if part == "timeline" else page.all("div", class_="source-note")


@pytest.mark.parametrize("part", ["findings", "findings/cite", "endnotes", "timeline", "source-notes"])
def test_where_even_that_is_too_long_each_address_leads_on(part: str, tiny: Corpus, there: dict[str, Html]) -> None:
    for brief in tiny.briefs:
        path = urls.brief(brief.id, part)
        ids = [f"note-{one.number}" for one in tiny.endnotes if one.brief == brief.id]
        if part.startswith("findings"):
            ids = [one.id for one in tiny.findings if one.brief == brief.id]
        if part == "timeline":
            ids = [one.id for one in in_order(tiny.events) if one.brief == brief.id]
        if part == "source-notes":
            ids = [one.id for _, own in by_kind(list(tiny.source_notes)) for one in own if one.brief == brief.id]
        links = [one for grid in there[path].all("div", class_="leap") for one in grid.iter("a")]
        assert [link.attrib["id"] for link in links] == ids
        for link, name in zip(links, ids, strict=True):
            page, _, anchor = urljoin(SITE + path, link.attrib["href"]).removeprefix(SITE).partition("#")
            assert anchor == name
            assert name in there[page].ids
            assert page != path


def test_earlier_ids_lead_on_too(tiny: Corpus, there: dict[str, Html]) -> None:
    renamed = [
        (one, "timeline" if isinstance(one, Event) else "findings")
        for one in (*tiny.findings, *tiny.events)
        if one.aliases
    ]
    assert {part for _, part in renamed} == {"findings", "timeline"}
    for record, part in renamed:
        links = there[urls.brief(record.brief, part)].all("a", id=record.id)
        assert [one.attrib["id"] for link in links for one in link.iter("span")] == [*record.aliases]


def test_recommendations_of_a_long_brief_go_on_at_numbered_pages(tiny: Corpus, there: dict[str, Html]) -> None:
    brief = max(tiny.briefs, key=lambda one: sum(of.brief == one.id for of in tiny.recommendations))
    own = [one.title for one in tiny.recommendations if one.brief == brief.id]
    paths = [urls.by(urls.RECOMMENDATIONS, "brief", brief.id, number) for number in range(1, len(own) + 1)]
    assert len(own) > 1
    assert [words(one) for path in paths for one in there[path].all("h3")] == own
    for path in paths:
        (numbers, _) = there[path].all("nav", class_="page-numbers")
        linked = [(one.attrib.get("rel"), urljoin(path, one.attrib["href"])) for one in numbers.iter("a")]
        assert [to for step, to in linked if not step] == paths
        at = paths.index(path)
        steps = [*(("prev", to) for to in paths[:at][-1:]), *(("next", to) for to in paths[at + 1 :][:1])]
        assert [one for one in linked if one[0]] == steps
    glance = there[urls.brief(brief.id)]
    assert not glance.all("ol", class_="items")
    assert "too many for this page" in glance.text
    assert own[0] not in glance.text
    assert paths[0] in [urljoin(urls.brief(brief.id), one.attrib["href"]) for one in glance.all("a")]


def test_a_brief_at_a_glance_has_the_titles_where_no_more_fits(tiny: Corpus) -> None:
    brief = max(tiny.briefs, key=lambda one: sum(of.brief == one.id for of in tiny.recommendations))
    own = [one for one in tiny.recommendations if one.brief == brief.id]
    planned = plan(Renderer(tiny, SITE, room=200 * len(own)))
    page = Html(next(one.make().body for one in planned if one.path == urls.brief(brief.id)))
    assert not page.all("ol", class_="items")
    assert "here are their titles alone" in page.text
    assert all(one.title in page.text for one in own)
    assert plain(own[0].statement) not in page.text


def test_a_brief_of_a_thousand_recommendations_stays_small(tmp_path: Path) -> None:
    """With 2,000 findings and 5,000 notes: no page of it weighs more than 300 KB, with those of the theme around it."""
    write(tmp_path, 1000, per_brief=1000)
    corpus = load(tmp_path).corpus
    assert corpus is not None
    single = re.compile(r"briefs/brief-0000/recommendations/recommendation")
    planned = [one for one in plan(Renderer(corpus, SITE)) if one.path.startswith("briefs/b")]
    made = [one.make() for one in planned if not single.match(one.path)]
    sizes = {one.path: len(one.body.encode()) + len(one.head.encode()) for one in made}
    assert {path: size for path, size in sizes.items() if size > 290_000} == {}
    assert len(sizes) > 50 + 20


def test_a_brief_of_a_thousand_events_and_source_notes_stays_small(tmp_path: Path) -> None:
    numbers = range(1, 1001)
    what = "Both governments signed an agreement of this number on the sharing of all parts and works"
    notes = "\n".join(f"- {{number: {number}, comment: Heard at the signing of that agreement.}}" for number in numbers)
    events = "\n".join(f"- {{id: e{one}, date: {1500 + one // 4}, title: '{what}, {one}.[^{one}]'}}" for one in numbers)
    remarks = "\n".join(
        f"- {{id: n{one}, kind: misprint, what: '{what}, {one}.[^{one}]', where: [{{endnote: {one}}}], treatment: Kept.}}"
        for one in numbers
    )
    held = {"endnotes": notes, "events": events, "source-notes": remarks}
    text = "".join(f"\n--- content/briefs/b/{name}.yml\n{records}" for name, records in held.items())
    made = list(pages(Renderer(corpus_of(tmp_path, f"\n--- base{text}\n"), SITE)))
    for part in ("timeline", "source-notes"):
        sizes = {one.path: len(one.body.encode()) for one in made if one.path.startswith(urls.brief("b", part))}
        assert len(sizes) > 5
        assert max(sizes.values()) < 260_000, sizes


def test_a_long_section_goes_on_at_a_numbered_page(tiny: Corpus, brief: Brief, there: dict[str, Html]) -> None:
    section, number = Counter(one.section for one in tiny.findings if one.brief == brief.id).most_common(1)[0]
    paths = [urls.section(brief.id, section, place) for place in range(1, number + 1)]
    assert number > 1
    assert all(path in there for path in paths)
    assert f"part 2 of {number}" in there[paths[1]].text
    assert urls.section(brief.id, section, 1).endswith(f"{section}/")
    (steps,) = there[paths[1]].all("nav", class_="steps")
    assert {one.attrib["rel"] for one in steps.iter("a")} >= {"prev"}


def test_the_permanent_address_is_what_a_page_in_full_offers(
    tiny: Corpus, brief: Brief, there: dict[str, Html]
) -> None:
    finding = next(one for one in tiny.findings if one.brief == brief.id)
    (permalink, *_) = there[urls.section(brief.id, finding.section)].all("a", class_="permalink")
    assert permalink.attrib["href"] == f"../../../../{urls.of(finding.key)}"


def test_a_part_of_a_page_of_the_brief_lights_its_tab(tiny: Corpus, brief: Brief, there: dict[str, Html]) -> None:
    def lit(path: str) -> list[tuple[str, str]]:
        (tabs,) = there[path].all("nav", class_="parts-of-brief")
        return [(words(one), one.attrib["aria-current"]) for one in tabs.iter("a") if "aria-current" in one.attrib]

    section = next(one for one in tiny.findings if one.brief == brief.id).section
    assert lit(urls.brief(brief.id, "findings")) == [("Findings", "page")]
    assert lit(urls.section(brief.id, section)) == [("Findings", "true")]
    assert lit(urls.hundred(brief.id, 1)) == [("Endnotes", "true")]
    for part, title in (("timeline", "Timeline"), ("source-notes", "Source notes")):
        assert lit(urls.brief(brief.id, part)) == [(title, "page")]
        assert lit(urls.brief(brief.id, part, 1)) == [(title, "true")]


def test_a_brief_that_fits_stands_on_one_page(tiny_pages: dict[str, Page], real_pages: dict[str, Page]) -> None:
    for made in (tiny_pages, real_pages):
        assert made
        assert [path for path in made if re.search(r"/sections/|/(endnotes|timeline|source-notes)/\d", path)] == []


def test_notes_that_no_finding_marks_do_not_part_the_findings(tmp_path: Path) -> None:
    """They stand on no page of findings, so they make none longer."""
    notes = "\n".join(f"- {{number: {number}, comment: Silent.}}" for number in range(1, 301))
    finding = "- {id: found, kind: fact, section: one, statement: It is so.}"
    text = f"\n--- base\n--- content/briefs/b/endnotes.yml\n{notes}\n--- content/briefs/b/findings.yml\n{finding}\n"
    made = {page.path for page in pages(Renderer(corpus_of(tmp_path, text), SITE))}
    assert [path for path in made if "/sections/" in path] == []
    assert "briefs/b/endnotes/201/" in made
