"""axe-core finds nothing on a page of each kind, in light and dark, on narrow and wide screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_pages import CORPUS, KINDS

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
COLOUR = ["color-contrast", "link-in-text-block"]
"""The rules that look at colours. All others read elements, names, sizes and places, which both schemes share:
after the first scheme of a width only these are run."""
RUN = """([values, rules]) => axe.run(document, {resultTypes: ["violations"], elementRef: false,
    runOnly: rules.length ? {type: "rule", values: rules} : {type: "tag", values}})"""

THIN_OUT = """() => {
  const seen = new Map(), shape = (one) => one.tagName + [...one.attributes].map((a) =>
    /^(class|role|type|hidden)$/.test(a.name) || !a.value.trim() ? `${a.name}=${a.value}` : a.name);
  for (const one of document.querySelectorAll("main :is(li, tr, dl > div, details), main svg a")) {
    if (!one.isConnected) continue;
    const shapes = [...new Set([...one.querySelectorAll("*")].map(shape))].sort();
    const key = `${one.closest("section, nav")?.className}${shape(one)}${shapes}`;
    seen.set(key, (seen.get(key) || 0) + 1);
    if (seen.get(key) > 2) one.remove();
  }
}"""
"""Of entries that hold the same kinds of element, with the same classes and attributes, two are kept, however many of
a kind each holds: axe takes a second for each hundred entries, and has the same to say of each. An empty attribute counts as its own shape."""


def _pages() -> list[str]:
    """One page of each kind; of those that a brief has, that of the brief with the fewest notes that has some:
    axe takes long over long pages, and finds the same on each entry of a list."""
    notes = [one["brief"] for one in CORPUS.get("endnotes", [])]
    brief = min(set(notes), key=notes.count, default="")
    others = [f"/briefs/{one['id']}/" for one in CORPUS.get("briefs", []) if one["id"] != brief]
    one_of_a_kind = [path for path in KINDS if path.count("/") > 4 or not path.startswith(tuple(others))]
    return list(dict.fromkeys(one_of_a_kind))


PAGES = _pages()


def _violations(page: Page, *rules: str) -> list[tuple[str, Any]]:
    found = page.evaluate(RUN, [TAGS, list(rules)])["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found]


@pytest.mark.parametrize("width", [390, 1300])
def test_axe_finds_nothing(chromium: Browser, site_address: str, width: int) -> None:
    """Both schemes on the same loaded page; the narrow width has the dark one first, so each has all rules once."""
    schemes: list[Literal["light", "dark"]] = ["dark", "light"] if width < 1000 else ["light", "dark"]
    first, second = schemes
    size = {"width": width, "height": 900}
    context = chromium.new_context(base_url=site_address, viewport=size, color_scheme=first, reduced_motion="reduce")
    page = context.new_page()
    found = []
    for path in PAGES:
        page.goto(path)
        page.evaluate(THIN_OUT)
        page.evaluate(AXE)
        found += [(path, first, *one) for one in _violations(page)]
        _switch(page, second)
        found += [(path, second, *one) for one in _violations(page, *COLOUR)]
    context.close()
    assert found == []


def _switch(page: Page, scheme: str) -> None:
    """The other scheme on the same loaded page, as the theme's script sets it; ``test_pages.py`` tries the switch."""
    page.evaluate("one => { document.body.dataset.mdColorScheme = one }", "slate" if scheme == "dark" else "default")


def test_axe_finds_nothing_in_a_card(chromium: Browser, site_address: str) -> None:
    page = chromium.new_page(base_url=site_address)
    page.goto(next(path for path in PAGES if path.endswith("/findings/") and path.startswith("/briefs/")))
    page.evaluate(THIN_OUT)
    page.locator("a[data-note]").first.hover()
    page.locator(".card").wait_for()
    page.wait_for_timeout(300)
    page.evaluate(AXE)
    found = _violations(page)
    page.close()
    assert found == []


def test_axe_finds_nothing_in_the_open_search(chromium: Browser, site_address: str) -> None:
    page = chromium.new_page(base_url=site_address, viewport={"width": 390, "height": 800})
    page.goto("/themes/")
    page.get_by_role("button", name="Search").click()
    page.keyboard.type("canada supply")
    page.locator(".search__panel a").first.wait_for()
    page.evaluate(AXE)
    found = _violations(page)
    page.goto("/find/?q=canada")
    page.locator("main .found").first.wait_for()
    page.evaluate(AXE)
    found += _violations(page)
    page.close()
    assert found == []
