"""Side notes, the timeline, reduced motion and paper: each as its reader meets it."""

from __future__ import annotations

import io
import json
import re
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.test_reading import BRIEF, CORPUS, FINDINGS, Open, opened, settle

__all__ = ["opened"]
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 360, "height": 740}
RECOMMENDATION = next((one for one in CORPUS.get("recommendations", []) if one["line_of_sight"]), {"url": "/"})
WITH_NOTES = [FINDINGS, str(RECOMMENDATION["url"]).lstrip("/"), f"briefs/{BRIEF}/timeline/"]
EVENTS = [one for one in CORPUS.get("events", []) if one["brief"] == BRIEF]
TIMELINE = f"briefs/{BRIEF}/timeline/"

# What stands beside something must neither reach into it nor into anything else that is shown.
OVERLAPS = """() => {
  const all = [...document.querySelectorAll("main .side, main .figures, main .mark, main h2, main p, main svg")];
  const shown = all.filter((one) => one.offsetParent !== null || one instanceof SVGElement);
  const apart = (a, b) => a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 || b.bottom <= a.top + 1;
  return [...document.querySelectorAll("main .side")].flatMap((note) => shown
    .filter((one) => one !== note && !note.contains(one) && !one.contains(note))
    .filter((one) => !apart(note.getBoundingClientRect(), one.getBoundingClientRect()))
    .map((one) => [note.innerText.slice(0, 40), one.outerHTML.slice(0, 80)]));
}"""
LABELS = """() => [...document.querySelectorAll("svg.timeline[role] a text")].map((one) => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  return { left, right, top, bottom };
})"""


def tab_to(page: Page, selector: str) -> None:
    """Press the tabulator key until an element that fits has the focus."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("one => document.activeElement.matches(one)", selector):
            return
    raise AssertionError(f"no key leads to {selector}")


# Side notes


@pytest.mark.parametrize("scripts", [True, False])
@pytest.mark.parametrize("path", WITH_NOTES)
def test_side_notes_stand_beside_their_text_and_cover_nothing(opened: Open, path: str, scripts: bool) -> None:
    page = opened(path, viewport=WIDE, java_script_enabled=scripts)
    sides = page.locator("main .side")
    assert sides.count() > 1
    side = sides.first
    expect(side).to_be_visible()
    assert side.get_attribute("role") == "note"
    beside = side.locator("xpath=preceding-sibling::*[.//sup][1]")
    text, note = beside.bounding_box(), side.bounding_box()
    assert text
    assert note
    assert note["x"] >= text["x"] + text["width"]
    assert note["y"] < text["y"] + text["height"]
    assert page.evaluate(OVERLAPS) == []


@pytest.mark.parametrize("path", WITH_NOTES)
def test_where_there_is_no_margin_there_are_no_side_notes(opened: Open, path: str) -> None:
    page = opened(path, viewport={"width": 1200, "height": 900})
    assert page.locator("main .side").count() > 1
    expect(page.locator("main .side:visible")).to_have_count(0)


def test_a_side_note_says_what_its_mark_stands_for(opened: Open) -> None:
    page = opened(FINDINGS, viewport=WIDE, java_script_enabled=False)
    finding = page.locator(".finding:has(.side)").first
    marks = finding.locator("sup.mark a").all_inner_texts()
    assert finding.locator(".side p > a:first-child").all_inner_texts() == list(dict.fromkeys(marks))
    number = int(marks[0])
    note = next(one for one in CORPUS["endnotes"] if one["brief"] == BRIEF and one["number"] == number)
    link = finding.locator(".side p").first.locator("a[href*='/sources/']").first
    assert str(link.get_attribute("href")).endswith(f"/sources/{note['resolved'][0]['source']}/")


def test_side_notes_by_keyboard_alone(opened: Open) -> None:
    """The mark, then its note beside it, then the work."""
    page = opened(FINDINGS, viewport=WIDE, java_script_enabled=False)
    page.locator(".finding:has(.side) sup.mark a").first.focus()
    tab_to(page, ".side a:first-child")
    tab_to(page, ".side a[href*='/sources/']")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/sources/[a-z0-9-]+/$"))


# The timeline


@pytest.mark.parametrize("width", [360, 1440])
def test_the_timeline_draws_every_event_and_no_label_meets_another(opened: Open, width: int) -> None:
    page = opened(TIMELINE, viewport={"width": width, "height": 900}, java_script_enabled=True)
    marks = page.locator("svg.timeline[role] a")
    assert marks.count() == len(EVENTS)
    boxes = page.evaluate(LABELS)
    assert all(after["top"] >= before["bottom"] - 1 for before, after in pairwise(boxes))
    assert all(box["right"] <= width for box in boxes)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_timeline_by_keyboard_and_without_javascript(opened: Open) -> None:
    page = opened(TIMELINE, java_script_enabled=False)
    tab_to(page, "svg.timeline a")
    first = page.locator("svg.timeline[role] a").first
    expect(first).to_be_focused()
    name = first.locator("title").text_content() or ""
    assert re.match(r".*\d{4}.*: .{10}", name)
    page.keyboard.press("Tab")
    expect(page.locator("svg.timeline[role] a").nth(1)).to_be_focused()
    target = page.locator("svg.timeline[role] a").nth(1).get_attribute("href")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(f"{re.escape(str(target))}$"))
    expect(page.locator(".event:target")).to_be_in_viewport()


def test_a_filter_leaves_its_marks_on_the_timeline(opened: Open) -> None:
    theme = next(one["themes"][0] for one in EVENTS if one["themes"])
    wanted = [one["id"] for one in EVENTS if theme in one["themes"]]
    page = opened(f"{TIMELINE}?theme={theme}")
    expect(page.locator(".event:visible")).to_have_count(len(wanted))
    left = page.locator("svg.timeline[role] a:not(.off)")
    assert sorted(str(one.get_attribute("href"))[1:] for one in left.all()) == sorted(wanted)
    out = page.locator("svg.timeline[role] a.off").first
    expect(out.locator("text")).to_be_hidden()
    expect(out.locator(".mark")).to_be_visible()
    out.evaluate("one => one.focus()")
    expect(out).not_to_be_focused()


def test_the_timeline_is_light(opened: Open) -> None:
    page = opened("timeline/")
    drawn = page.locator("svg.timeline[role]").evaluate("one => one.outerHTML.length")
    assert drawn < 100_000


# Drawings on a phone


@pytest.mark.parametrize("path", [WITH_NOTES[1], f"sources/{RECOMMENDATION['line_of_sight'][0]['source']}/"])
def test_on_a_phone_the_lines_of_sight_are_a_list(opened: Open, path: str) -> None:
    page = opened(path, viewport=NARROW, java_script_enabled=False)
    expect(page.locator(".evidence-map:visible")).to_have_count(0)
    expect(page.locator(".chain, #rests-on-it ~ .plain").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


# Cards, copying and terms: what the hand does


def test_a_card_waits_for_150_milliseconds(opened: Open) -> None:
    page = opened(FINDINGS)
    mark = page.locator("a[data-note]").first
    mark.scroll_into_view_if_needed()
    page.clock.install()
    page.clock.pause_at(page.evaluate("Date.now()") + 1000)
    mark.hover()
    page.clock.run_for(140)
    expect(page.locator(".card")).to_have_count(0)
    page.clock.run_for(20)
    expect(page.locator(".card")).to_be_visible()


def test_a_finding_is_cited_in_a_card_and_on_a_page(opened: Open) -> None:
    page = opened(FINDINGS)
    link = page.locator(".cite-link").first
    link.hover()
    expect(page.locator(".card")).to_contain_text("Chicago")
    expect(page.locator(".card")).to_contain_text("APA")
    plain = opened(FINDINGS, java_script_enabled=False)
    plain.locator(".cite-link").first.click()
    expect(plain.locator(".cited:target")).to_contain_text("Chicago")


def test_copying_by_keyboard_alone(opened: Open) -> None:
    page = opened(FINDINGS, permissions=["clipboard-read", "clipboard-write"])
    page.locator(".finding .cite-link").first.focus()
    page.keyboard.press("Escape")
    tab_to(page, ".finding .copy")
    assert page.evaluate("getComputedStyle(document.activeElement).opacity") == "1"
    page.keyboard.press("Enter")
    expect(page.locator("body > [role=status]")).to_have_text("Copied")


def test_a_term_by_keyboard_and_without_javascript(opened: Open) -> None:
    page = opened(FINDINGS)
    term = page.locator("a.term").first
    meaning = str(term.get_attribute("title"))
    page.keyboard.press("Tab")
    term.focus()
    expect(page.locator(".card")).to_have_text(meaning)
    plain = opened(FINDINGS, java_script_enabled=False)
    plain.locator("a.term").first.focus()
    plain.keyboard.press("Enter")
    expect(plain.locator(".glossary > div:target")).to_contain_text(meaning)


def test_a_filter_by_keyboard_alone(opened: Open) -> None:
    page = opened("sources/")
    tab_to(page, ".filter select[name=kind]")
    page.keyboard.press("ArrowDown")
    expect(page.locator(".filter [role=status]")).to_contain_text(" of ")
    tab_to(page, ".filter [type=reset]")
    page.keyboard.press("Enter")
    expect(page.locator(".filter [role=status]")).not_to_contain_text(" of ")
    expect(page.locator(".filter select").first).to_be_focused()


def test_the_nodes_of_a_map_are_links_without_javascript(opened: Open) -> None:
    page = opened(WITH_NOTES[1], viewport=WIDE, java_script_enabled=False)
    tab_to(page, "svg.evidence-map a")
    page.keyboard.press("Enter")
    settle(page)
    assert not page.url.endswith(WITH_NOTES[1])


# The first screen


def test_home_shows_what_the_site_is_in_one_screen(opened: Open) -> None:
    """What it is, one line of sight, both briefs and every theme, without scrolling."""
    page = opened("", viewport=WIDE)
    shown = page.locator("main :is(h1, .standfirst, .sightline__step, .home-brief, .home-themes li)")
    assert shown.count() > 10
    bottoms = shown.evaluate_all(
        "all => all.map((one) => one.lastElementChild || one).map((one) => one.getBoundingClientRect().bottom)"
    )
    assert max(bottoms) <= WIDE["height"]


# Motion and paper


def test_reduced_motion_is_honoured(opened: Open) -> None:
    page = opened(FINDINGS, reduced_motion="reduce")
    page.locator("a[data-note]").first.hover()
    expect(page.locator(".card")).to_be_visible()
    assert page.evaluate("document.getAnimations().length") == 0
    moving = """[...document.querySelectorAll("*")].filter((one) => {
      const style = getComputedStyle(one);
      return style.animationName !== "none" || style.transitionDuration.split(", ").some((each) => parseFloat(each));
    }).map((one) => one.outerHTML.slice(0, 80))"""
    assert page.evaluate(moving) == []
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


@pytest.mark.parametrize("path", [f"briefs/{BRIEF}/", WITH_NOTES[1], FINDINGS])
def test_on_paper_a_page_is_a_clean_document(opened: Open, path: str) -> None:
    """No chrome; the notes with the full addresses of what they cite, which no line cuts short."""
    page = opened(path)
    pages = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    text = "\n".join(one.extract_text() for one in pages)
    for chrome in (
        "Skip to the text",
        "Search\n",
        "Copy link",
        "On this page",
        "Show all",
        "Sections\n",
    ):
        assert chrome not in text, chrome
    addresses = {
        str(one["url"])
        for one in json.loads(page.evaluate("JSON.stringify([...document.querySelectorAll('.notes .note__links a, .references a')].map((a) => ({url: a.href})))"))
        if not str(one["url"]).startswith(page.url.split("/briefs/")[0])
    }  # fmt: skip
    squeezed = re.sub(r"\s", "", text)
    assert all(re.sub(r"^https?://", "", one).rstrip("/") in squeezed for one in addresses)
    page.emulate_media(media="print")
    expect(page.locator(".side:visible, .card:visible, .filter:visible, .permalink:visible")).to_have_count(0)
    if page.locator(".notes").count():
        expect(page.locator(".notes .note").last).to_be_visible()
    wide = "[...document.querySelectorAll('main *')].filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).overflowX !== 'visible').length"
    assert page.evaluate(wide) == 0
