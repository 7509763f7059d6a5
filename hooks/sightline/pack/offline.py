"""Pages for a pack: a plain frame instead of the theme's, and links that lead to files, to the site, or nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from posixpath import join, normpath

from markupsafe import Markup, escape

from sightline.model.brief import Recommendation
from sightline.pack.styles import STYLE
from sightline.render import Page, Renderer
from sightline.render.templates_env import environment

_LINK = re.compile(r'(?P<tag><(?:a|use)\b[^>]*?)\shref="(?P<href>[^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def page(render: Renderer, made: Page, known: frozenset[str]) -> bytes:
    """A page of the site as a file of the pack; ``known`` holds the addresses that are in the pack."""
    return _framed(render, made.path, made.title, rewritten(made.body, made.path, known, render.site_url))


def first_page(render: Renderer, ours: list[Recommendation], files: Iterable[str], known: frozenset[str]) -> bytes:
    """The page that leads to all others."""
    sheet = render.sheet("")
    listed = [path for path in files if path.startswith("data/") or path.endswith(".pdf")]
    cited = [(one, render.cite_this(one.key)) for one in ours]
    body = str(render.fragment(sheet, "pack-index", cited=cited, files=listed))
    return _framed(render, "", "Evidence pack", rewritten(body, "", known, render.site_url))


def _framed(render: Renderer, path: str, title: str, body: str) -> bytes:
    up = "../" * path.count("/")
    address = f"{render.site_url}{path}" if render.site_url and path else ""
    made = environment().get_template("pack.html.j2")
    site = render.corpus.site.title
    return made.render(title=title, site=site, up=up, style=STYLE, address=address, body=Markup(body)).encode()  # noqa: S704  # made by our own templates


def rewritten(html: str, path: str, known: frozenset[str], site_url: str) -> str:
    """Finished HTML of the page at ``path`` with its links as they are right in the pack."""

    def leading(match: re.Match[str]) -> str:
        target = _target(match["href"], path, known, site_url)
        return f'{match["tag"]} href="{escape(target)}"' if target else match["tag"]

    return _LINK.sub(leading, html)


def _target(href: str, path: str, known: frozenset[str], site_url: str) -> str:
    """Where a link leads from a file of the pack; empty where it can lead nowhere."""
    href = Markup(href).unescape()  # noqa: S704  # only to undo the escaping
    if _ELSEWHERE.match(href) or href.startswith("#"):
        return href
    place, sign, anchor = href.partition("#")
    address = _resolved(path, place)
    if address in known:
        file = f"{address}index.html" if address.endswith("/") or not address else address
        return f"{'../' * path.count('/')}{file}{sign}{anchor}"
    return f"{site_url}{address}{sign}{anchor}" if site_url else ""


def _resolved(path: str, place: str) -> str:
    """An address from the site's root."""
    if not place:
        return path
    address = normpath(join(f"/{path}", place)).lstrip("/")
    return f"{address}/" if address and (place.endswith(("/", "..", "."))) else address
