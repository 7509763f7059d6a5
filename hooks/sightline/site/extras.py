"""What a site has besides pages: redirects and a sitemap."""

from __future__ import annotations

import gzip
from collections.abc import Iterable
from html import escape

from sightline.render import Redirect
from sightline.render.escaping import escaped
from sightline.site.policy import with_policy

_REDIRECT = (
    "<!doctype html>\n"
    '<html lang="en-CA"><head><meta charset="utf-8"><title>Moved</title>\n'
    '<meta http-equiv="refresh" content="0; url=%s"><link rel="canonical" href="%s">'
    '<meta name="robots" content="noindex"></head>\n'
    '<body><p>This page is at <a href="%s">another address</a>.</p></body></html>\n'
)


def redirect_page(redirect: Redirect, site_url: str, policy: str) -> bytes:
    """A page that leads to another address, at once and without JavaScript, under the site's policy."""
    target = "../" * redirect.path.count("/") + redirect.target
    canonical = (site_url + redirect.target).partition("#")[0] if site_url else target
    address = escaped(target)
    return with_policy(_REDIRECT % (address, escaped(canonical), address), policy).encode()


def sitemap(paths: Iterable[str], site_url: str) -> tuple[bytes, bytes]:
    """``sitemap.xml`` and its compressed form; without dates, since the records know none for a page."""
    urls = "".join(f"<url><loc>{escape(site_url + path, quote=False)}</loc></url>\n" for path in sorted(paths))
    namespace = "http://www.sitemaps.org/schemas/sitemap/0.9"
    text = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{namespace}">\n{urls}</urlset>\n'.encode()
    return text, gzip.compress(text, mtime=0)
