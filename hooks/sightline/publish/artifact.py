"""What an export is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from sightline.model.corpus import Shown


class Artifact(NamedTuple):
    """A file that is no page: its address is known, its content is made when it is asked for."""

    path: str
    """From the site's root."""
    make: Callable[[], bytes | Iterable[bytes]]
    """Makes it whole, or in parts where it is too long for that."""
    shows: tuple[Shown, ...] = ()
    """The records that it is made of, as of a ``Planned`` page."""

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        made = self.make()
        return made if isinstance(made, bytes) else b"".join(made)
