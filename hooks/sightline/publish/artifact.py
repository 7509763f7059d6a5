"""What an export is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sightline.model.corpus import Shown
from sightline.render import Renderer


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file that is no page: its address is known, its content is made when it is asked for."""

    path: str
    """From the site's root."""
    make: Callable[[], bytes]
    shows: tuple[Shown, ...] = ()
    """The records that it is made of, as of a ``Planned`` page."""

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return self.make()


Exporter = Callable[[Renderer], Iterator[Artifact]]
"""What each format offers: its files, in order, unmade."""
