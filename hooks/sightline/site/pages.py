"""Fills a frame with records: pages, redirects, exports, sitemap, search entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial

from sightline.link.reach import Reach
from sightline.publish import Artifact, Exports
from sightline.render import Planned, Renderer, plan, redirects
from sightline.site import handwritten, search
from sightline.site.earlier import Earlier
from sightline.site.extras import redirect_page, sitemap
from sightline.site.files import Folder, page_file
from sightline.site.frame import Frame
from sightline.site.output import SITE
from sightline.site.shell import shape_of

Tell = Callable[[str, int], None]
"""Told what is being made, and how many of them so far."""


def _silent(what: str, number: int) -> None:
    """Tell nobody."""


@dataclass(slots=True)
class Made:
    """What became of a site."""

    pages: int = 0
    written: int = 0
    """Files that were made."""
    kept: int = 0
    """Files that were taken over as they were."""


def complete(site: Folder, render: Renderer, frame: Frame, earlier: Earlier, tell: Tell = _silent) -> Made:
    """Write everything that the records make into ``site``, which holds the engine's files already.

    The exports of a record are made right after its page: what both say of it need be kept no longer.
    """
    with closing(Exports(render)) as exports:
        made, paths = _Filling(site, render, frame, earlier, Reach(render.corpus), exports, tell).run()
    del exports  # with all that it knows of the records: the search index needs as much memory again
    _for_machines(site, render, earlier, paths)
    return made


@dataclass(slots=True)
class _Filling:
    folder: Folder
    render: Renderer
    frame: Frame
    earlier: Earlier
    reach: Reach
    exports: Exports
    tell: Tell
    made: Made = field(default_factory=Made)

    def run(self) -> tuple[Made, list[str]]:
        """Make all but what is made of the whole; returns what was made, and the addresses of the pages."""
        self.render.references.recall(self.earlier.references)
        paths = [*self._pages()]
        self.made.pages = len(paths)
        for number, redirect in enumerate(redirects(self.render.corpus, paths)):
            content = partial(redirect_page, redirect, self.render.site_url, self.frame.policy)
            self._file(page_file(redirect.path), redirect.target, content)
            self.tell("redirects", number + 1)
        for number, artifact in enumerate(self.exports.of_many()):
            self._export(artifact)
            self.tell("exports", number + 1)
        self.earlier.references = self.render.references.known()
        return self.made, paths

    def _pages(self) -> Iterator[str]:
        """Write all pages; yields their addresses."""
        for path, html in self.frame.handwritten.items():
            sheet = self.render.sheet(path, keeps_notes=False)
            self.folder.write(page_file(path), handwritten.expand(html, sheet, self.render).encode())
            yield path
        for number, planned in enumerate(plan(self.render)):
            self._page(planned)
            for key in planned.own:
                for artifact in self.exports.of(key):
                    self._export(artifact)
                self.exports.let_go(key)
            self.tell("pages", number + 1)
            yield planned.path

    def _page(self, planned: Planned) -> None:
        file, inputs = (
            page_file(planned.path),
            self.reach.of(planned.shows, f"{self.render.listings.shape} {planned.also}"),
        )
        if self.earlier.take(file, inputs, self.folder):
            self.made.kept += 1
            return
        page = planned.make()
        status = self.folder.write(file, self.frame.shells[shape_of(page.path)].fill(page))
        self.earlier.remember(file, inputs, status, [*map(search.findable, page.search)])
        self.made.written += 1

    def _export(self, artifact: Artifact) -> None:
        path, make, shows = artifact
        self._file(path, self.reach.of(shows), make)

    def _file(self, path: str, inputs: str, make: Callable[[], bytes | Iterable[bytes]]) -> None:
        if self.earlier.take(path, inputs, self.folder):
            self.made.kept += 1
            return
        self.earlier.remember(path, inputs, self.folder.write(path, make()))
        self.made.written += 1


def _for_machines(site: Folder, render: Renderer, earlier: Earlier, paths: list[str]) -> None:
    """The sitemap, the search index, and the marker that says who made the site."""
    plain, packed = sitemap(paths, render.site_url)
    site.write("sitemap.xml", plain)
    site.write("sitemap.xml.gz", packed)
    engines = site.root / search.ENGINES
    own = engines.read_bytes() if engines.is_file() else b""
    engines.unlink(missing_ok=True)
    entries = map(search.Findable._make, earlier.entries())
    for path, content in search.files([*search.handwritten(own, render), *entries], render.corpus.briefs):
        site.write(path, content)
    site.write(SITE, b"Made by Sightline; replaced whole by the next build.\n")


__all__ = ["Made", "Tell", "complete"]
