"""Everything that is added to an engine's output: filled pages, redirects, exports, sitemap, search entries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from sightline.publish import artifacts
from sightline.render import Page, Renderer, SearchEntry, plan, redirects
from sightline.site.extras import add_to_search, redirect_page, sitemap
from sightline.site.files import page_file, write
from sightline.site.shell import Shell, is_leaf, shape_of

SEARCH_INDEX = "search/search_index.json"


def complete(site: Path, render: Renderer, shells: Mapping[tuple[str, int], Shell], engine_paths: Iterable[str]) -> int:
    """Write what the engine did not make into ``site``; returns the number of pages written.

    ``engine_paths`` are the addresses of the pages that the engine made itself.
    """
    paths = list(engine_paths)
    entries: list[SearchEntry] = []
    written = 0
    for planned in plan(render):
        page = planned.make()
        entries.extend(page.search)
        if is_leaf(planned.path):
            write(site, page_file(page.path), shells[shape_of(page.path)].fill(page).encode())
            paths.append(page.path)
            written += 1
    for redirect in redirects(render.corpus):
        write(site, page_file(redirect.path), redirect_page(redirect, render.site_url))
    for artifact in artifacts(render.corpus):
        write(site, artifact.path, artifact.content)
    plain, packed = sitemap(paths, render.site_url)
    write(site, "sitemap.xml", plain)
    write(site, "sitemap.xml.gz", packed)
    index = site / SEARCH_INDEX
    if index.is_file():
        index.write_bytes(add_to_search(index.read_bytes(), entries))
    return written


def engine_pages(render: Renderer) -> dict[str, Page]:
    """The generated pages that the engine itself renders, since its navigation names them; by address."""
    return {planned.path: planned.make() for planned in plan(render) if not is_leaf(planned.path)}
