"""Shells: the theme's page around a body, rendered once for each shape of page and then filled."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import escape

from sightline import urls

if TYPE_CHECKING:  # a frame is made without loading what makes pages
    from sightline.render import Page

TITLE = "SightlineShellTitle"
DESCRIPTION = "SightlineShellDescription"
BODY = "SightlineShellBody"
HEAD = "<!--SightlineShellHead-->"
STEP = "sightline-shell/"
"""A shell's address is its section and as many of these as its pages lie deeper than the section's own page."""

Shape = tuple[str, int]
"""The first word of an address, and its depth: the number of its slashes."""

LISTS = [section.rstrip("/") for section in urls.SECTIONS]
WITH_FACETS = "recommendations findings themes sources actors glossary timeline ledger changes".split()
"""Lists with pages of their own for what they can be narrowed down by: a facet, its value, a page of many."""
SHAPES: tuple[Shape, ...] = (
    *((section, 1) for section in LISTS),
    *((section, depth) for section in WITH_FACETS for depth in (3, 4, 5)),
    ("briefs", 2),
    ("briefs", 3),
    ("briefs", 4),
    ("briefs", 5),
    ("themes", 2),
    ("sources", 2),
    ("actors", 2),
    ("about", 2),
)
"""The shape of every generated page."""


def shape_of(path: str) -> Shape:
    """The shape of an address."""
    return path.partition("/")[0], path.count("/")


def address(shape: Shape) -> str:
    """The address under which the engine renders the shell of a shape."""
    section, depth = shape
    return f"{section}/{STEP * (depth - 1)}"


@dataclass(slots=True)
class Shell:
    """A rendered page, cut at its markers."""

    pieces: tuple[str, ...]
    """Text and markers in turn."""
    _encoded: tuple[bytes, ...] = field(init=False)
    """The same as it is written; what all pages share is encoded once."""

    def __post_init__(self) -> None:
        self._encoded = tuple([piece.encode() for piece in self.pieces])

    @classmethod
    def cut(cls, html: str, path: str) -> Shell:
        """Cut the engine's rendering of the shell page at ``path``. Raises ValueError where no body was rendered."""
        for marker in (TITLE, DESCRIPTION, HEAD, BODY, path):
            html = html.replace(marker, f"\0{marker}\0")
        pieces = tuple(html.split("\0"))
        if pieces.count(BODY) != 1:
            raise ValueError(f"the shell {path} has {pieces.count(BODY)} places for a body; one is due")
        return cls(pieces)

    def fill(self, page: Page) -> bytes:
        """The whole page as HTML."""
        texts = {
            TITLE: escape(page.title),
            DESCRIPTION: escape(page.description),
            HEAD: page.head,
            BODY: page.body,
            address(shape_of(page.path)): page.path,
        }
        values = {marker.encode(): text.encode() for marker, text in texts.items()}
        return b"".join([values.get(piece, piece) for piece in self._encoded])
