"""axe-core finds nothing on a page of each kind, in light and dark, on narrow and wide screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.test_pages import KINDS

AXE = (Path(__file__).parent / "axe" / "axe.min.js").read_text("utf-8")
BRIEF = max((path for path in KINDS if path.count("/") == 3 and path.startswith("/briefs/")), default="")
"""One brief stands for all, but for its notes: axe takes long over long pages."""
PAGES = [
    path
    for path in dict.fromkeys(KINDS)
    if path.count("/") != 4 or path.startswith(BRIEF) or path.endswith("/endnotes/")
]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
RUN = "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}, resultTypes: ['violations']})"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1300])
def test_axe_finds_nothing(chromium: Browser, site_address: str, scheme: Any, width: int) -> None:
    context = chromium.new_context(base_url=site_address, color_scheme=scheme, viewport={"width": width, "height": 900})
    page = context.new_page()
    found = []
    for path in PAGES:
        page.goto(path)
        page.evaluate(AXE)
        found += [
            (path, violation["id"], [node["target"] for node in violation["nodes"]][:3])
            for violation in page.evaluate(RUN, TAGS)["violations"]
        ]
    context.close()
    assert found == []


def test_axe_finds_nothing_in_a_card(chromium: Browser, site_address: str) -> None:
    page = chromium.new_page(base_url=site_address)
    page.goto(next(path for path in KINDS if path.endswith("/findings/")))
    page.locator("a[data-note]").first.hover()
    page.locator(".card").wait_for()
    page.wait_for_timeout(300)
    page.evaluate(AXE)
    found = [(one["id"], one["nodes"][0]["target"]) for one in page.evaluate(RUN, TAGS)["violations"]]
    page.close()
    assert found == []
