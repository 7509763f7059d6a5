"""The walk that the site is for: from the home page to a recommendation, to a note, to a source, and back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import SITE

CORPUS = json.loads((SITE / "data" / "corpus.json").read_text("utf-8")) if SITE.is_dir() else {}
TITLES = {one["title"]: one["url"] for one in CORPUS.get("recommendations", [])}
RECOMMENDATION = re.compile(r"/briefs/[a-z0-9-]+/recommendations/[a-z0-9-]+/(#.*)?$")
SOURCE = re.compile(r"/sources/[a-z0-9-]+/$")
TABS = 600
"""How often the tabulator key is pressed before we say that a link cannot be reached."""


@pytest.fixture(params=["with JavaScript", "without JavaScript"])
def page(request: pytest.FixtureRequest, chromium: Browser, site_address: str) -> Iterator[Page]:
    scripts = request.param == "with JavaScript"
    context = chromium.new_context(base_url=site_address, java_script_enabled=scripts)
    page = context.new_page()
    page.set_default_timeout(10_000)
    yield page
    context.close()


def test_by_mouse(page: Page) -> None:
    page.goto("")
    page.locator(".home-example a").first.click()
    recommendation, mark, note = at_recommendation(page)
    mark.click()
    expect(page).to_have_url(re.compile(r"#note-[0-9]+$"))
    expect(note).to_be_in_viewport()
    source_link(note).click()
    expect(page).to_have_url(SOURCE)
    back = way_back(page, recommendation)
    back.click()
    expect(page).to_have_url(re.compile(re.escape(recommendation)))


def test_by_keyboard(page: Page) -> None:
    page.goto("")
    press_on(page, page.locator(".home-example a").first)
    recommendation, mark, note = at_recommendation(page)
    press_on(page, mark)
    expect(page).to_have_url(re.compile(r"#note-[0-9]+$"))
    expect(note).to_be_in_viewport()
    assert press_on(page, source_link(note)) <= 5, "after the mark, the note itself comes next"
    expect(page).to_have_url(SOURCE)
    press_on(page, way_back(page, recommendation))
    expect(page).to_have_url(re.compile(re.escape(recommendation)))


def test_from_a_mark_and_back_to_it(page: Page) -> None:
    for url in TITLES.values():
        page.goto(url)
        marks = page.locator("sup.mark a")
        if not marks.count():
            continue
        mark = marks.first
        mark.click()
        note = page.locator(str(mark.get_attribute("href")))
        expect(note).to_be_in_viewport()
        note.get_by_role("link", name="Back to mark 1").or_(note.locator("a[role=doc-backlink]")).first.click()
        expect(page).to_have_url(re.compile(f"#{mark.get_attribute('id')}$"))
        expect(mark).to_be_in_viewport()


def test_first_tab_skips_to_the_text(page: Page) -> None:
    page.goto("themes/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Skip to the text")
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.getElementById('page').contains(document.activeElement)")


def at_recommendation(page: Page) -> tuple[str, Locator, Locator]:
    """The address of the recommendation that was reached, a mark on its page, and the mark's note."""
    expect(page).to_have_url(RECOMMENDATION)
    path = "/" + page.url.split("/", 3)[3]
    assert page.locator("h1").inner_text() in TITLES
    mark = page.locator("sup.mark a").first
    return path, mark, page.locator(f".notes {mark.get_attribute('href')}")


def source_link(note: Locator) -> Locator:
    """The link of a note to its source."""
    return note.locator("a[href*='/sources/']").first


def way_back(page: Page, recommendation: str) -> Locator:
    """The link on a source's page to a recommendation that rests on it."""
    return page.locator(f"main a[href$='{recommendation.lstrip('/')}']").first


def press_on(page: Page, link: Locator) -> int:
    """Go to a link by the tabulator key and press Enter; returns how often the key was pressed."""
    aim = link.element_handle()
    for press in range(1, TABS):
        page.keyboard.press("Tab")
        if aim.evaluate("(link) => link === document.activeElement"):
            shown = "(link) => getComputedStyle(link).outlineStyle !== 'none' || link.matches(':focus-visible')"
            assert aim.evaluate(shown), "one sees where one is"
            page.keyboard.press("Enter")
            return press
    raise AssertionError(f"no key leads to {link}")
