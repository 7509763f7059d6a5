"""A site that exists only as what it is made of; each address is made when it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from sightline.publish import Artifact, artifacts
from sightline.render import Planned, Redirect, Renderer, plan, redirects
from sightline.site import handwritten, search
from sightline.site.extras import redirect_page
from sightline.site.files import page_file
from sightline.site.frame import Frame
from sightline.site.shell import shape_of

INDEX = page_file("")
"""What an address may end with as well as with a slash."""
ASSETS = "assets/"
"""Where the frame has its styles, scripts and fonts; no record makes a file there."""


class View:
    """Answers with the bytes behind an address."""

    def __init__(self, render: Renderer, frame: Frame, folder: Path) -> None:
        self._render = render
        self._frame = frame
        self._folder = folder
        self._planned: dict[str, Planned] = {}
        self._unplanned = plan(render)
        self._planning = threading.Lock()
        self._search: dict[str, bytes] = {}
        self._making = threading.Lock()

    @cached_property
    def _redirects(self) -> dict[str, Redirect]:
        paths = [planned.path for planned in self._pages()]
        return {redirect.path: redirect for redirect in redirects(self._render.corpus, paths)}

    @cached_property
    def _artifacts(self) -> dict[str, Artifact]:
        return {artifact.path: artifact for artifact in artifacts(self._render.corpus, self._render)}

    def get(self, path: str) -> bytes | None:
        """The content at an address from the site's root; None where there is nothing.

        What a page loads comes first: for that, no list of all redirects and exports need be made.
        """
        if path.startswith(ASSETS):
            return self._file(path)
        if path == INDEX or path.endswith(f"/{INDEX}"):
            path = path.removesuffix(INDEX)
        if path in self._frame.handwritten:
            sheet = self._render.sheet(path, keeps_notes=False)
            return handwritten.expand(self._frame.handwritten[path], sheet, self._render).encode()
        if planned := self._page(path):
            return self._frame.shells[shape_of(path)].fill(planned.make())
        if redirect := self._redirects.get(path):
            return redirect_page(redirect, "", self._frame.policy)
        if artifact := self._artifacts.get(path):
            return artifact.content
        if path.startswith("search/"):
            return self._index().get(path)
        return self._file(path)

    def _page(self, path: str) -> Planned | None:
        """The page at an address. The plan is followed no further than to it: someone waits to see what they saved."""
        if path and not path.endswith("/"):
            return None  # no page, and no reason to look through the whole plan
        with self._planning:
            try:
                while path not in self._planned and (planned := next(self._unplanned, None)):
                    self._planned[planned.path] = planned
            except Exception:
                self._unplanned = plan(self._render)  # one that has failed ends there, and would hide what comes after
                raise
        return self._planned.get(path)

    def _pages(self) -> Iterator[Planned]:
        """All pages in order."""
        with self._planning:
            self._planned.update((planned.path, planned) for planned in self._unplanned)
        yield from self._planned.values()

    def _index(self) -> dict[str, bytes]:
        """The files of the search index, made at the first request for one."""
        with self._making:
            if not self._search:
                own = search.handwritten((self._folder / search.ENGINES).read_bytes(), self._render)
                entries = (search.findable(entry) for planned in self._pages() for entry in planned.make().search)
                self._search = dict(search.files([*own, *entries], self._render.corpus.briefs))
            return self._search

    def _file(self, path: str) -> bytes | None:
        if "\0" in path:
            return None  # no file has such a name, and asking for one raises
        file = (self._folder / (path + "index.html" if path.endswith("/") else path)).resolve()
        return file.read_bytes() if file.is_file() and file.is_relative_to(self._folder.resolve()) else None
