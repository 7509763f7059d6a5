"""The reading tools, each with JavaScript and, where it must stand alone, without."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, expect

from tests.browser.conftest import SITE

CORPUS: dict[str, Any] = json.loads((SITE / "data" / "corpus.json").read_text("utf-8")) if SITE.is_dir() else {}
NOTES = CORPUS.get("endnotes", [])
BRIEF = str(NOTES[0]["brief"]) if NOTES else ""
FINDINGS, ENDNOTES = f"briefs/{BRIEF}/findings/", f"briefs/{BRIEF}/endnotes/"
KINDS = sorted({str(source["type"]) for source in CORPUS.get("sources", [])})
Open = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, site_address: str) -> Iterator[Open]:
    """Opens a page of the site; keyword arguments are those of the browser's context."""
    contexts: list[BrowserContext] = []

    def open_page(path: str, **options: Any) -> Page:
        contexts.append(chromium.new_context(base_url=site_address, **options))
        page = contexts[-1].new_page()
        page.set_default_timeout(10_000)
        page.goto(path)
        return page

    yield open_page
    for context in contexts:
        context.close()


def settle(page: Page) -> None:
    """Longer than a card takes to open or to close."""
    page.wait_for_timeout(500)


# Cards


def test_a_card_opens_where_a_mark_is_pointed_at_and_stays_while_it_is(opened: Open) -> None:
    page = opened(FINDINGS)
    mark, card = page.locator("a[data-note]").first, page.locator(".card")
    mark.hover()
    expect(card).to_be_visible()
    assert card.get_attribute("role") == "note"
    assert card.get_attribute("aria-label") == f"Note {mark.inner_text()}"
    assert mark.get_attribute("aria-describedby") == card.get_attribute("id")
    card.hover()
    settle(page)
    expect(card).to_be_visible()
    box, width = card.bounding_box(), page.evaluate("document.documentElement.clientWidth")
    assert box
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= width
    page.mouse.move(2, 2)
    expect(card).to_have_count(0)


def test_escape_closes_a_card_that_is_pointed_at(opened: Open) -> None:
    page = opened(FINDINGS)
    page.locator("a[data-note]").first.hover()
    expect(page.locator(".card")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_have_count(0)
    settle(page)
    expect(page.locator(".card")).to_have_count(0)


def test_the_links_of_a_card_follow_its_mark_in_the_order_of_the_keyboard(opened: Open) -> None:
    page = opened(FINDINGS)
    mark = page.locator("a[data-note]").first
    page.keyboard.press("Tab")  # the browser shows focus to those who use the keyboard
    mark.focus()
    expect(page.locator(".card")).to_be_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.card') !== null")
    page.keyboard.press("Escape")
    expect(page.locator(".card")).to_have_count(0)
    expect(mark).to_be_focused()


def test_one_card_at_a_time(opened: Open) -> None:
    page = opened(FINDINGS)
    for position in (0, 1, 2):
        page.locator("a[data-note]").nth(position).hover()
        settle(page)
        expect(page.locator(".card")).to_have_count(1)


def test_the_first_tap_opens_a_card_that_has_the_link(opened: Open) -> None:
    page = opened(FINDINGS, has_touch=True, viewport={"width": 360, "height": 740})
    mark = page.locator("a[data-note]").first
    mark.tap()
    expect(page.locator(".card")).to_be_visible()
    assert "#" not in page.url
    page.locator(".card").get_by_role("link", name="Go to the note").tap()
    expect(page).to_have_url(re.compile(r"#note-\d+$"))


def test_a_page_without_notes_takes_the_card_from_the_endnotes(opened: Open) -> None:
    page = opened("about/")
    page.locator("a[data-note]").first.hover()
    card = page.locator(".card")
    expect(card).to_be_visible()
    assert "/endnotes/#note-" in str(card.get_by_role("link", name="Go to the note").get_attribute("href"))


def test_an_abbreviation_has_a_card(opened: Open) -> None:
    page = opened(FINDINGS)
    term = page.locator("a.term").first
    meaning = term.get_attribute("title")
    term.hover()
    expect(page.locator(".card")).to_have_text(str(meaning))


def test_without_javascript_a_mark_leads_to_its_note(opened: Open) -> None:
    page = opened(FINDINGS, java_script_enabled=False)
    page.locator("a[data-note]").first.click()
    expect(page).to_have_url(re.compile(r"#note-\d+$"))
    expect(page.locator(".note:target")).to_be_in_viewport()


# The note finder


@pytest.mark.parametrize("path", [f"briefs/{BRIEF}/", ENDNOTES])
def test_the_finder_goes_to_a_note(opened: Open, path: str) -> None:
    page, last = opened(path), len([one for one in NOTES if one["brief"] == BRIEF])
    field = page.get_by_label("Go to note")
    field.fill(str(last + 1))
    field.press("Enter")
    expect(page.locator("#find-note-said")).to_contain_text(f"There is no note {last + 1}")
    field.fill(str(last))
    field.press("Enter")
    expect(page).to_have_url(re.compile(f"/endnotes/#note-{last}$"))
    expect(page.locator(f"#note-{last}")).to_be_in_viewport()


@pytest.mark.parametrize("path", [f"briefs/{BRIEF}/", ENDNOTES])
def test_without_javascript_the_numbers_are_there(opened: Open, path: str) -> None:
    page = opened(path, java_script_enabled=False)
    expect(page.get_by_label("Go to note")).to_be_hidden()
    page.locator(".numbers a").last.click()
    expect(page).to_have_url(re.compile(r"/endnotes/#note-\d+$"))


def test_a_printed_page_leads_to_its_findings(opened: Open) -> None:
    page = opened(f"{FINDINGS}#by-page", java_script_enabled=False)
    fold = page.locator("#by-page ~ details").last
    fold.locator("summary").click()
    fold.locator("li a[href^='#']").first.click()
    expect(page.locator(".finding:target")).to_be_in_viewport()


# Very long pages


def test_a_number_on_a_very_long_page_leads_on_from_its_address_and_in_cards(opened: Open) -> None:
    """This site has no such page: one of its own is given a number that stands for note 1, and a link to that."""
    page = opened(FINDINGS)
    planted = (
        f'<div class="leap"><a id="far" href="../{ENDNOTES}#note-1">1</a></div>'
        '<p class="sl"><a id="near" href="#far" data-note="x/1">Here</a></p></main>'
    )

    def plant(route: Route) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", planted))

    page.route("**/themes/", plant)
    page.goto("themes/")
    page.locator("#near").hover()
    expect(page.locator(".card .note__printed")).to_be_visible()
    page.goto("themes/#far")
    expect(page).to_have_url(re.compile(f"/{ENDNOTES}#note-1$"))
    page.go_back()
    expect(page).to_have_url(re.compile("/themes/$"))


# Filters

_OVERVIEW = '<nav class="browse browse--whole" aria-label="Sources by'


def test_a_filter_narrows_the_list_and_keeps_its_state_in_the_address(opened: Open) -> None:
    page = opened("sources/")
    items, said = page.locator(".references--list > li"), page.locator(".filter [role=status]")
    whole = items.count()
    wanted = page.locator(f".references--list > li[data-kind='{KINDS[0]}']").count()
    page.get_by_label("Kind").select_option(KINDS[0])
    assert page.url.endswith(f"?kind={KINDS[0]}")
    expect(said).to_have_text(f"{wanted} of {whole} sources")
    expect(page.locator(".references--list > li:visible")).to_have_count(wanted)
    page.reload()
    expect(page.locator(".references--list > li:visible")).to_have_count(wanted)
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".references--list > li:visible")).to_have_count(whole)
    assert page.url.endswith("/sources/")


def test_a_filter_that_leaves_nothing_says_so(opened: Open) -> None:
    page = opened("sources/?kind=interview&access=open&standing=secondary&decade=1940s")
    expect(page.locator(".filter [role=status]")).to_contain_text("None of ")
    expect(page.locator(".references--list > li:visible")).to_have_count(0)


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("kind=report", "by/kind/report/$"),
        ("kind=report&decade=2010s", r"by/kind/report/\?decade=2010s$"),
        ("decade=2010s&kind=report&standing=", r"by/kind/report/\?decade=2010s$"),
        ("kind=no-such-kind", "by/kind/$"),
        ("utm=x", r"sources/\?utm=x$"),
    ],
)
def test_the_address_of_a_filter_leads_on_where_the_list_has_grown_too_long(
    opened: Open, asked: str, led_to: str
) -> None:
    """No list of this site is so long: the one of sources is given the overview that it would have."""
    page = opened("themes/")

    def grown(route: Route) -> None:
        answer = route.fetch()
        html = answer.text().replace("data-filter", "data-off").replace('<nav aria-label="Sources by', _OVERVIEW)
        route.fulfill(response=answer, body=html)

    page.route(re.compile(r"/sources/(\?|$)"), grown)
    page.goto(f"sources/?{asked}")
    expect(page).to_have_url(re.compile(led_to))
    if "decade" in led_to:
        expect(page.get_by_label("Years")).to_have_value("2010s")


def test_a_broken_address_breaks_no_filter(opened: Open) -> None:
    page = opened("themes/")
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(page.url.replace("/themes/", "/findings/?kind=fact#nonsense%"))
    expect(page.locator(".filter [role=status]")).to_contain_text(" of ")
    assert errors == []


def test_a_link_to_something_filtered_out_shows_it(opened: Open) -> None:
    finding = next(one for one in CORPUS["findings"] if one["brief"] == BRIEF and one["kind"] != "forecast")
    page = opened(f"{FINDINGS}?kind=forecast#{finding['id']}")
    expect(page.locator(f"[id='{finding['id']}']")).to_be_visible()


@pytest.mark.parametrize("path", ["sources/", "recommendations/", "timeline/", FINDINGS])
def test_without_javascript_the_list_is_whole(opened: Open, path: str) -> None:
    page = opened(f"{path}?kind=interview&theme=none", java_script_enabled=False)
    expect(page.locator(".filter")).to_be_hidden()
    items = page.locator(":is(li, article):is([data-kind], [data-theme])")
    assert items.count() > 3
    assert all(item.is_visible() for item in items.all())


# Links to copy, and drawings


def test_a_link_is_copied_and_that_is_said(opened: Open, site_address: str) -> None:
    page = opened(FINDINGS, permissions=["clipboard-read", "clipboard-write"])
    finding = page.locator(".finding").first
    finding.hover()
    finding.get_by_role("button", name="Copy link").click()
    expect(page.locator("body > [role=status]")).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{site_address}{FINDINGS}#{finding.get_attribute('id')}"


def test_a_note_is_copied_by_its_short_address(opened: Open, site_address: str) -> None:
    page = opened(ENDNOTES, permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Copy link to note 1", exact=True).click()
    expect(page.locator("body > [role=status]")).to_have_text("Copied")
    assert page.evaluate("navigator.clipboard.readText()") == f"{site_address}briefs/{BRIEF}/n/1/"


@pytest.mark.parametrize("path", ["evidence-map/", "recommendation", "source"])
def test_focus_on_a_node_lights_its_paths(opened: Open, path: str) -> None:
    kind = {"recommendation": "recommendations", "source": "sources"}.get(path)
    with_lines = next(one for one in CORPUS["recommendations"] if one["line_of_sight"])
    record = (
        with_lines if kind == "recommendations" else {"url": f"/sources/{with_lines['line_of_sight'][0]['source']}/"}
    )
    page = opened(str(record["url"]).lstrip("/") if kind else path)
    drawing = page.locator("svg.evidence-map").first
    node = drawing.locator("a.node--endnote").first
    assert node.evaluate("one => one.querySelector('title').textContent").startswith("Note ")
    page.keyboard.press("Tab")
    node.focus()
    expect(drawing).to_have_class(re.compile(r"\blit\b"))
    assert drawing.locator(".edge.on").count() >= 2
    assert drawing.locator(".node--source.on").count() >= 1
    assert (
        drawing.locator(".node:not(.on)").count() + drawing.locator(".node.on").count()
        == drawing.locator(".node").count()
    )
    page.keyboard.press("Shift+Tab")
    node.evaluate("one => one.blur()")
    expect(drawing.locator(".node--endnote.on:focus")).to_have_count(0)
