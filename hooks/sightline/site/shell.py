"""Shells: the theme's page around a body, rendered once for each shape of page and then filled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from markupsafe import escape

from sightline.render import Page

TITLE = "SightlineShellTitle"
DESCRIPTION = "SightlineShellDescription"
BODY = "SightlineShellBody"
STEP = "sightline-shell/"
"""A shell's address is its section and as many of these as make up the depth of its pages."""

SHAPES = (("briefs", 2), ("briefs", 3), ("briefs", 4), ("themes", 2), ("sources", 2), ("actors", 2))
"""Section and depth of every page that is filled into a shell."""


def shape_of(path: str) -> tuple[str, int]:
    """The section and depth of an address."""
    return path.partition("/")[0], path.count("/")


def is_leaf(path: str) -> bool:
    """True for the address of a page that is filled into a shell; the engine renders the others itself."""
    return shape_of(path)[1] > 1


def address(section: str, depth: int) -> str:
    """The address under which the engine renders a shell."""
    return f"{section}/{STEP * (depth - 1)}"


@dataclass(frozen=True, slots=True)
class Shell:
    """A rendered page, cut at its markers."""

    pieces: tuple[str, ...]
    """Text and markers in turn."""

    @classmethod
    def cut(cls, html: str, path: str) -> Shell:
        """Cut the engine's rendering of the shell page at ``path``. Raises ValueError where no body was rendered."""
        pieces = tuple(re.split(f"({TITLE}|{DESCRIPTION}|{BODY}|{re.escape(path)})", html))
        if pieces.count(BODY) != 1:
            raise ValueError(f"the shell {path} has {pieces.count(BODY)} places for a body; one is due")
        return cls(pieces)

    def fill(self, page: Page) -> str:
        """The whole page as HTML."""
        values = {TITLE: str(escape(page.title)), DESCRIPTION: str(escape(page.description)), BODY: page.body}
        own = address(*shape_of(page.path))
        return "".join(page.path if piece == own else values.get(piece, piece) for piece in self.pieces)
