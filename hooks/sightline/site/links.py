"""Checks every internal link and anchor of a built site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

_ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:|^//", re.IGNORECASE)
_LINKS = {"a": "href", "link": "href", "script": "src", "img": "src", "use": "href", "source": "src", "form": "action"}


@dataclass(slots=True)
class _Page(HTMLParser):
    """Gathers the ids and the links of one page."""

    ids: set[str] = field(default_factory=set)
    repeated: set[str] = field(default_factory=set)
    links: list[tuple[str, int]] = field(default_factory=list)

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if identity := values.get("id"):
            (self.repeated if identity in self.ids else self.ids).add(identity)
        if target := values.get(_LINKS.get(tag, "")):
            self.links.append((target, self.getpos()[0]))
        if tag == "meta" and (values.get("http-equiv") or "").lower() == "refresh":
            self.links.append(((values.get("content") or "").partition("url=")[2], self.getpos()[0]))


def dead_links(site: Path) -> Iterator[str]:
    """Say each dead link, dead anchor and repeated id of the site, as ``file:line: what``."""
    pages: dict[str, _Page] = {}
    for path in sorted(site.rglob("*.html")):
        page = pages[path.relative_to(site).as_posix()] = _Page()
        page.feed(path.read_text("utf-8"))
        page.close()
    for name, page in pages.items():
        for identity in sorted(page.repeated):
            yield f"{name}: the id '{identity}' stands more than once"
        for target, line in page.links:
            if not _ELSEWHERE.match(target) and (wrong := _wrong(site, pages, name, target)):
                yield f"{name}:{line}: {wrong}"


def _wrong(site: Path, pages: dict[str, _Page], name: str, target: str) -> str:
    base = "/" if name == "404.html" else f"/{name}"  # the page for what is not found names no place of its own
    parts = urlsplit(urljoin(base, target))
    path = unquote(parts.path).lstrip("/")
    if not path or path.endswith("/"):
        path += "index.html"
    if path not in pages:
        return "" if (site / path).is_file() else f"'{target}' leads nowhere"
    anchor = unquote(parts.fragment)
    return f"'{target}' has no such anchor" if anchor and anchor not in pages[path].ids else ""
