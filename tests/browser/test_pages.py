"""Every kind of page in a real browser: whole at 320 pixels, silent, and content with its own server."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect

from tests.browser.conftest import SITE

CORPUS: dict[str, Any] = json.loads((SITE / "data" / "corpus.json").read_text("utf-8")) if SITE.is_dir() else {}
BRIEFS = [brief["url"] for brief in CORPUS.get("briefs", [])]
PARTS = ("", "findings/", "recommendations/", "endnotes/", "timeline/", "evidence-map/", "source-notes/")
LISTS = "briefs recommendations findings themes sources actors glossary timeline evidence-map ledger changes data about".split()


def _longest(kind: str) -> str:
    """The address of the record of a kind with the longest text: where anything breaks, it breaks there."""
    return str(max(CORPUS[kind], key=lambda record: len(json.dumps(record)))["url"])


KINDS = [
    "/",
    "/404.html",
    "/about/how-it-works/",
    "/findings/by/support/",
    "/findings/by/support/one-source/",
    "/sources/by/kind/report/",
    *(f"/{name}/" for name in LISTS),
    *(f"{brief}{part}" for brief in BRIEFS for part in PARTS),
    *(_longest(kind) for kind in ("recommendations", "themes", "sources", "actors") if CORPUS),
]

STICKS_OUT = """[...document.querySelectorAll("main *")].filter((one) => one.getBoundingClientRect().right > 321)
    .slice(0, 3).map((one) => one.outerHTML.slice(0, 120))"""


@pytest.fixture
def page(chromium: Browser, site_address: str) -> Iterator[Page]:
    context = chromium.new_context(base_url=site_address)
    yield context.new_page()
    context.close()


@dataclass(slots=True)
class Seen:
    """What went wrong on a walk over every kind of page."""

    complaints: list[str] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    wide: dict[str, list[str]] = field(default_factory=dict)
    """What sticks out at the right, by page."""


@pytest.fixture(scope="module")
def seen(chromium: Browser, site_address: str) -> Seen:
    """Every kind of page, opened at a width of 320 pixels."""
    seen = Seen()
    context = chromium.new_context(base_url=site_address, viewport={"width": 320, "height": 640})
    page = context.new_page()

    def console(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.complaints.append(f"{page.url}: {message.text}")

    def request(one: Request) -> None:
        if not one.url.startswith((site_address, "data:", "blob:")):
            seen.elsewhere.append(f"{page.url}: {one.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: seen.complaints.append(f"{page.url}: {error}"))
    page.on("request", request)
    page.on("response", lambda answer: seen.missing.append(answer.url) if answer.status >= 400 else None)
    for path in KINDS:
        page.goto(path, wait_until="load")
        if page.evaluate("Math.max(document.documentElement.scrollWidth, document.body.scrollWidth)") > 320:
            seen.wide[path] = page.evaluate(STICKS_OUT)
    page.wait_for_load_state("networkidle")
    context.close()
    return seen


def test_every_kind_of_page_fits_a_narrow_screen(seen: Seen) -> None:
    assert seen.wide == {}


def test_every_kind_of_page_is_silent(seen: Seen) -> None:
    assert (seen.complaints, seen.missing) == ([], [])


def test_no_kind_of_page_asks_another_host(seen: Seen) -> None:
    assert seen.elsewhere == []


@pytest.mark.parametrize("one", CORPUS.get("recommendations", []), ids=lambda one: str(one["id"]))
def test_search_finds_a_recommendation_first_for_its_title(page: Page, one: dict[str, Any]) -> None:
    page.goto("/")
    page.get_by_role("searchbox", name="Search").press_sequentially(one["title"])
    first = page.locator(".search__panel a").first
    expect(first).to_have_attribute("href", re.compile(re.escape(one["url"])), timeout=10_000)
    first.click()
    expect(page.locator("h1")).to_have_text(one["title"])


@pytest.mark.parametrize("wanted", ["light", "dark"])
def test_colours_are_the_readers_until_switched(chromium: Browser, site_address: str, wanted: str) -> None:
    context = chromium.new_context(base_url=site_address, color_scheme="dark" if wanted == "dark" else "light")
    page = context.new_page()
    page.goto("/themes/")
    assert (_brightness(page) < 0.3) == (wanted == "dark")
    page.locator("label[for^='__palette']:visible").first.click()
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default" if wanted == "dark" else "slate")
    assert (_brightness(page) < 0.3) == (wanted == "light")
    page.goto("/sources/")
    assert (_brightness(page) < 0.3) == (wanted == "light"), "the choice is kept on the next page"
    context.close()


def _brightness(page: Page) -> float:
    """How bright the ground of a page is, from 0 to 1, once any fading has ended."""
    page.wait_for_timeout(400)
    colour = page.evaluate("getComputedStyle(document.body).backgroundColor")
    red, green, blue = (int(part) for part in re.findall(r"\d+", colour)[:3])
    return (red + green + blue) / (3 * 255)
