"""Fills a frame with records: pages, redirects, exports, sitemap, search entries."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from sightline.publish import artifacts
from sightline.render import Renderer, SearchEntry, plan, redirects
from sightline.site import handwritten
from sightline.site.extras import redirect_page, search_index, sitemap
from sightline.site.files import page_file, write
from sightline.site.frame import Frame
from sightline.site.output import MARKER
from sightline.site.shell import shape_of

SEARCH_INDEX = "search/search_index.json"


def complete(site: Path, render: Renderer, frame: Frame) -> int:
    """Write everything that the records make into ``site``, which holds the engine's files already.

    Returns the number of pages written.
    """
    paths = list(frame.handwritten)
    entries: list[SearchEntry] = []
    for path, html in frame.handwritten.items():
        sheet = render.sheet(path, keeps_notes=False)
        write(site, page_file(path), handwritten.expand(html, sheet, render).encode())
    for planned in plan(render):
        page = planned.make()
        write(site, page_file(page.path), frame.shells[shape_of(page.path)].fill(page).encode())
        entries.extend(page.search)
        paths.append(page.path)
    for redirect in redirects(render.corpus):
        write(site, page_file(redirect.path), redirect_page(redirect, render.site_url, frame.policy))
    for artifact in artifacts(render.corpus, render):
        write(site, artifact.path, artifact.content)
    _for_machines(site, render, paths, entries)
    return len(paths)


def _for_machines(site: Path, render: Renderer, paths: list[str], entries: list[SearchEntry]) -> None:
    """The sitemap, the search index, and the marker that says who made the site."""
    plain, packed = sitemap(paths, render.site_url)
    write(site, "sitemap.xml", plain)
    write(site, "sitemap.xml.gz", packed)
    index = site / SEARCH_INDEX
    if index.is_file():
        plain_text = partial(handwritten.expand_plain, render=render)
        write(site, SEARCH_INDEX, search_index(index.read_bytes(), entries, plain_text))
    write(site, MARKER, b"Made by Sightline; replaced whole by the next build.\n")
