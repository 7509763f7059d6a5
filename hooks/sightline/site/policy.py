"""The site's Content-Security-Policy: scripts, styles and all else come from the site itself or not at all.

It is the last wall: what got past checking and escaping would still not run in a reader's browser. The theme's
inline scripts are named by their hashes. One of them differs with the depth of a page, and a page that is fetched
into another lives under the other's policy, so every page carries the hashes of all.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path

from sightline.site.frame import Frame
from sightline.site.shell import Shell

HEADERS = "_headers"
"""The file from which static hosts (Netlify, Cloudflare Pages and their like) take response headers."""
_SCRIPTS = ("", "module", "text/javascript", "application/javascript")
"""The types of script elements that run; any other type is a block of data."""
_SCRIPT = re.compile(r"<!--.*?-->|<script\b.*?</script\s*>", re.IGNORECASE | re.DOTALL)
_PLACES = tuple(re.compile(one, re.IGNORECASE) for one in (r"<meta charset=[^>]*>", r"<head[^>]*>", r"<!doctype[^>]*>"))


def secure(frame: Frame, site: Path) -> None:
    """Give every page of the frame, and every page that the engine wrote into ``site``, the policy of them all."""
    written = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    shells = ("".join(shell.pieces) for shell in frame.shells.values())
    frame.policy = policy([*written.values(), *frame.handwritten.values(), *shells])
    for path, html in written.items():
        path.write_text(with_policy(html, frame.policy), "utf-8", newline="")
    for address, html in frame.handwritten.items():
        frame.handwritten[address] = with_policy(html, frame.policy)
    for shape, shell in frame.shells.items():
        frame.shells[shape] = Shell((with_policy(shell.pieces[0], frame.policy), *shell.pieces[1:]))
    (site / HEADERS).write_text(_headers(frame.policy), "utf-8", newline="")


def policy(pages: Iterable[str]) -> str:
    """The policy for these pages: nothing from elsewhere, and no inline script but theirs."""
    elements = dict.fromkeys(one for page in pages for one in _elements(page))  # nearly all pages have the same
    hashes = sorted({f"'sha256-{_hash(script)}'" for script in _inline(elements)})
    return "; ".join(
        [
            "default-src 'none'",
            " ".join(["script-src 'self'", *hashes]),
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "object-src 'none'",
        ]
    )


def with_policy(html: str, policy: str) -> str:
    """A page with the policy as early as it may stand: it holds only for what comes after it. Empty adds nothing."""
    if not policy:
        return html
    place = next((found.end() for one in _PLACES if (found := one.search(html))), 0)
    return f'{html[:place]}<meta http-equiv="Content-Security-Policy" content="{policy}">{html[place:]}'


def inline_scripts(html: str) -> list[str]:
    """The scripts that stand in a page itself; blocks of data are none."""
    return _inline(_elements(html))


def _elements(html: str) -> Iterator[str]:
    """Every script element, as it is written: to look at every tag takes a tenth of the time of making a frame."""
    return (one for one in _SCRIPT.findall(html) if not one.startswith("<!--"))


def _inline(elements: Iterable[str]) -> list[str]:
    parser = _Scripts()
    parser.feed("".join(elements))
    parser.close()
    return parser.found


def _hash(script: str) -> str:
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _headers(policy: str) -> str:
    lines = [
        f"Content-Security-Policy: {policy}; frame-ancestors 'none'",
        "X-Content-Type-Options: nosniff",
        "Referrer-Policy: same-origin",
    ]
    return "/*\n" + "".join(f"  {line}\n" for line in lines)


class _Scripts(HTMLParser):
    """Gathers inline scripts."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._inside = tag == "script" and "src" not in values and (values.get("type") or "").lower() in _SCRIPTS
        if self._inside:
            self.found.append("")

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.found[-1] += data

    def handle_endtag(self, tag: str) -> None:
        self._inside = False
