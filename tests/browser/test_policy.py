"""The Content-Security-Policy in a real browser: the whole site works under it, and nothing hostile does."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Route, expect
from sightline.site.policy import inline_scripts

from tests.browser.conftest import SITE

WATCH = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) =>
  window.violations.push(`${event.violatedDirective}: ${event.blockedURI} ${event.sample}`));
"""
HOSTILE = """
<script>window.hit = "inline script"</script>
<img src="nowhere.png" onerror="window.hit = 'handler'">
<svg onload="window.hit = 'svg'"></svg>
<a id="bait" href="javascript:window.hit = 'link'">bait</a>
<iframe srcdoc="<script>parent.hit = 'frame'</script>"></iframe>
<script src="data:text/javascript,window.hit='data'"></script>
<script src="https://elsewhere.invalid/x.js"></script>
<object data="data:text/html,<script>parent.hit='object'</script>"></object>
<base href="https://elsewhere.invalid/">
<link rel="stylesheet" href="https://elsewhere.invalid/x.css">
<style>body { background: url(https://elsewhere.invalid/x.png) }</style>
<form id="form" action="https://elsewhere.invalid/"><button id="send">send</button></form>
"""
"""What must not run, load or be sent even where it got into a page."""


def planted(policy: bool) -> Callable[[Route], None]:
    """The home page with the hostile parts in it, with or without its policy."""
    html = (SITE / "index.html").read_text("utf-8").replace("</body>", f"{HOSTILE}</body>")
    body = html if policy else html.replace('"Content-Security-Policy"', '"x-nothing"')
    return lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8")


class Watched:
    """A page of the browser, with everything that a page should not do."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.complaints: list[str] = []
        self.elsewhere: list[str] = []
        page.add_init_script(WATCH)
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", self._request)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type == "error" and "404 (" not in message.text:
            self.complaints.append(message.text)

    def _request(self, request: object) -> None:
        url = str(getattr(request, "url", ""))
        if not url.startswith((self.address, "data:", "blob:")):
            self.elsewhere.append(url)

    def clean(self) -> None:
        """Fail where anything was violated, failed or asked of another host."""
        assert self.page.evaluate("window.violations") == []
        assert self.complaints == []
        assert self.elsewhere == []


@pytest.fixture
def watched(chromium: Browser, site_address: str) -> Iterator[Watched]:
    page = chromium.new_page(base_url=site_address)
    yield Watched(page, site_address)
    page.close()


def page_file(path: str) -> Path:
    """The file behind an address."""
    return SITE / (path if path.endswith(".html") else f"{path}index.html")


def _kinds() -> dict[str, str]:
    """One page of each kind: by section and depth, with the notes' short addresses and the page for what is lost."""
    kinds: dict[str, str] = {"404": "404.html"}
    for path in sorted(SITE.rglob("index.html")):
        parts = path.relative_to(SITE).parts[:-1]
        words = [part for position, part in enumerate(parts) if position % 2 == 0 and parts[0] != "about"]
        if "by" in parts[:2]:
            words = ["by"]  # the facets of all lists share their templates
        kinds.setdefault(f"{'/'.join(words)} {len(parts)}", "".join(f"{part}/" for part in parts))
    return kinds


def test_every_kind_of_page_keeps_to_the_policy(watched: Watched) -> None:
    kinds = _kinds()
    assert len(kinds) > 15
    for path in kinds.values():
        watched.page.goto(path)
        if 'http-equiv="refresh"' in page_file(path).read_text("utf-8"):
            watched.page.wait_for_url(lambda url, path=path: not url.endswith(path))  # type: ignore[misc]
        watched.page.wait_for_timeout(150)  # let the theme's script get to work
        watched.clean()


def test_every_page_carries_the_policy_and_nothing_that_it_forbids() -> None:
    headers = (SITE / "_headers").read_text("utf-8")
    pages = sorted(SITE.rglob("*.html"))
    assert len(pages) > 100
    for path in pages:
        html = path.read_text("utf-8")
        policy = re.search(r'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="([^"]+)">', html)
        assert policy, path
        assert f"Content-Security-Policy: {policy[1]}; frame-ancestors 'none'\n" in headers
        assert "unsafe" not in policy[1]
        for script in inline_scripts(html):
            assert base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() in policy[1], path
        assert not re.search(r"<[a-z][^<>]*\s(style|on[a-z]+)=", html), path
        assert "<style" not in html, path


def test_search_finds_and_leads(watched: Watched) -> None:
    watched.page.goto("")
    watched.page.wait_for_timeout(300)
    watched.page.keyboard.press("/")
    watched.page.keyboard.type("procurement")
    first = watched.page.locator(".search__panel a").first
    expect(first).to_be_visible()
    watched.clean()
    first.click()
    watched.page.wait_for_url(lambda url: url != watched.address)
    watched.clean()


def test_colours_switch_and_stay(watched: Watched) -> None:
    def scheme() -> str:
        return str(watched.page.evaluate("document.body.getAttribute('data-md-color-scheme')"))

    watched.page.emulate_media(color_scheme="light")
    watched.page.goto("themes/")
    assert scheme() == "default"
    watched.page.locator("label[for^='__palette']:visible").first.click()
    assert scheme() == "slate"
    watched.page.goto("sources/")
    assert scheme() == "slate"
    watched.clean()


def test_nothing_hostile_runs_loads_or_is_sent(watched: Watched) -> None:
    watched.page.route("**/planted/", planted(policy=True))
    watched.page.goto("planted/")
    watched.page.wait_for_load_state("networkidle")
    watched.page.evaluate("document.getElementById('bait').click()")
    watched.page.evaluate("document.getElementById('send').click()")
    watched.page.wait_for_timeout(200)
    assert watched.page.evaluate("window.hit") is None
    assert watched.page.url == f"{watched.address}planted/"
    assert watched.page.evaluate("document.baseURI") == watched.page.url
    broken = {violation.partition(":")[0] for violation in watched.page.evaluate("window.violations")}
    assert {"script-src-elem", "script-src-attr", "style-src-elem", "base-uri", "form-action"} <= broken


def test_the_hostile_page_would_do_harm_without_the_policy(watched: Watched) -> None:
    """The proof that the test above tests something."""
    watched.page.route("**/elsewhere.invalid/**", lambda route: route.abort())
    watched.page.route("**/planted/", planted(policy=False))
    watched.page.goto("planted/")
    assert watched.page.evaluate("window.hit") is not None
