"""What a reader's connection carries, and that nothing moves once it is there."""

from __future__ import annotations

import gzip
import re
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Route

from tests.browser.conftest import SITE
from tests.browser.test_pages import CORPUS, KINDS

KB = 1000
PACKED = (".woff2", ".png", ".jpg", ".webp")
"""Kinds of file that are compressed already, and are sent as they are."""
RECOMMENDATIONS = [str(one["url"]) for one in CORPUS.get("recommendations", [])]
BOOKS = [str(one["url"]) for one in CORPUS.get("sources", []) if one["type"] == "book"]
OURS = sorted((SITE / "assets" / "javascripts").glob("*.js")) if SITE.is_dir() else []
SHIFTS = """() => new Promise((done) => {
  const found = [];
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (!one.hadRecentInput)
      found.push([one.value, ...one.sources.map((source) => source.node?.outerHTML?.slice(0, 90))]);
  }).observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(found), 150);
})"""


def sent(path: str) -> int:
    """The bytes of a file of the site as a server sends it."""
    file = SITE / path.lstrip("/")
    data = (file / "index.html" if file.is_dir() else file).read_bytes()
    return len(data) if file.suffix in PACKED else len(gzip.compress(data, 9, mtime=0))


def first_view(chromium: Browser, site_address: str, path: str) -> set[str]:
    """Every file of the site that a first view asks for, when read to its end with the search untouched."""
    asked: set[str] = set()
    page = chromium.new_page(base_url=site_address)
    page.on("request", lambda one: asked.add(urlsplit(one.url).path))
    page.goto(path, wait_until="networkidle")
    page.keyboard.press("End")
    page.wait_for_load_state("networkidle")
    page.close()
    return asked


@pytest.mark.parametrize("path", RECOMMENDATIONS)
def test_a_recommendation_is_light(chromium: Browser, site_address: str, path: str) -> None:
    asked = first_view(chromium, site_address, path)
    sizes = {one: sent(one) for one in asked}
    assert path in sizes
    assert not [one for one in asked if one.startswith("/search/")], "nothing of the search before someone searches"
    assert any(one.endswith(".woff2") for one in sizes)
    assert sum(sizes.values()) < 250 * KB, sizes
    assert sizes[path] < 30 * KB, "the next page: only the page itself is new"


def test_the_next_page_asks_for_nothing_else(chromium: Browser, site_address: str) -> None:
    """Fonts, styles and scripts are those of the first view."""
    first, second = (first_view(chromium, site_address, path) for path in RECOMMENDATIONS[:2])
    assert second - first == {RECOMMENDATIONS[1]}


def test_no_part_of_the_search_is_large() -> None:
    """However many records there are: the browser asks for the parts that hold the words it looks for."""
    parts = [str(file.relative_to(SITE)) for file in (SITE / "search").rglob("*.json")]
    assert len(parts) > 5
    assert max(map(sent, parts)) < 20 * KB


def test_our_scripts_are_small() -> None:
    own = [file for file in OURS if not file.name.startswith("bundle.")]
    assert len(own) >= 3
    assert sum(sent(str(file.relative_to(SITE))) for file in own) < 12 * KB


def test_every_picture_has_its_size() -> None:
    """A picture without one moves what is below it when it arrives."""
    without = [
        (str(path), found)
        for path in SITE.rglob("*.html")
        for found in re.findall(r"<img [^>]*>", path.read_text("utf-8"))
        if not ("width=" in found and "height=" in found)
    ]
    assert without == []


@pytest.mark.parametrize("width", [390, 1300])
def test_nothing_moves(chromium: Browser, site_address: str, width: int) -> None:
    """On each kind of page, from the first paint on."""
    context: Any = chromium.new_context(base_url=site_address, viewport={"width": width, "height": 900})
    page = context.new_page()
    moved = {}
    for path in KINDS:
        page.goto(urljoin(site_address, path))
        if found := page.evaluate(SHIFTS):
            moved[path] = found
    context.close()
    assert moved == {}


@pytest.mark.parametrize("path", ["/", *RECOMMENDATIONS[:1], *BOOKS[:1]])
def test_the_italics_of_a_reference_come_with_the_page(chromium: Browser, site_address: str, path: str) -> None:
    """A face that is asked for only when the text is set comes too late for the first page, which keeps another's."""
    context: Any = chromium.new_context(base_url=site_address)
    page = context.new_page()
    page.goto(path)
    faces = "[...document.fonts].filter((one) => one.style === 'italic' && one.status === 'loaded').length"
    early = page.locator("link[rel=preload][as=font][href*=italic]").count()
    used = page.locator(".sl i").count()
    loaded = page.evaluate(f"document.fonts.ready.then(() => {faces})")
    context.close()
    assert used > 0
    assert (early, loaded) == (1, 1)


@pytest.mark.parametrize("path", ["/", *RECOMMENDATIONS[:1]])
def test_nothing_moves_when_the_fonts_are_late(chromium: Browser, site_address: str, path: str) -> None:
    context: Any = chromium.new_context(base_url=site_address, viewport={"width": 1300, "height": 900})
    page = context.new_page()

    def late(route: Route) -> None:
        page.wait_for_timeout(500)
        route.continue_()

    page.route("**/*.woff2", late)
    page.goto(path)
    page.wait_for_timeout(1500)
    moved = page.evaluate(SHIFTS)
    context.close()
    assert moved == []
