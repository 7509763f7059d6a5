"""The forms of a page that shows many statements: as much of each as fits.

What an entry usually weighs says before a page is made how full it can be (``filled``). Where statements are longer
or carry more notes than usual, that is too much; then the page is made again in the next lighter form
(``Renderer.fitting``), and the reader finds less of each statement, but every one of them or the way to it.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import NamedTuple

from sightline.render.listing import weight

FEW = 12
"""A part of a page with no more than so many statements has them in full where others are begun, and has
them in one list, not folded."""


class Form(IntEnum):
    """How much a page has of each statement, the fullest first."""

    FULL = 0
    """All words with their marks, and the notes that these call at the foot of the page."""
    MARKED = 1
    """All words with their marks, which lead to the endnotes of the brief."""
    BEGUN = 2
    """The title or the first words, as a link."""
    COUNTED = 3
    """Nothing but how many they are, and the way to them."""

    @property
    def full(self) -> bool:
        """True where all words are there."""
        return self <= Form.MARKED

    @property
    def begun(self) -> bool:
        """True where the first words are there."""
        return self == Form.BEGUN


MARKED = (Form.FULL, Form.MARKED)
"""The forms of a list whose entries have their words in any case."""
BEGUN = (Form.FULL, Form.BEGUN, Form.COUNTED)
"""The forms of a page that sets out no notes."""


class Statements(NamedTuple):
    """A part of a page."""

    number: int
    """How many it has."""
    full: str
    """What each counts as in full: a kind of entry in ``WEIGHTS``."""
    begun: str
    """What it counts as by its first words."""


def filled(form: Form, room: int, *parts: Statements) -> list[Form]:
    """How much each part of a page has of its statements, never more than ``form`` allows: the fullest form in which it
    fits with those before it. None is counted alone where all would fit begun."""
    fuller, begun = _filled(form, room, parts), _filled(max(form, Form.BEGUN), room, parts)
    return min(fuller, begun, key=lambda found: found.count(Form.COUNTED))


def _filled(form: Form, room: int, parts: Iterable[Statements]) -> list[Form]:
    found = []
    for part in parts:
        least = Form.FULL if form.full or (form.begun and part.number <= FEW) else form
        weights = {Form.FULL: weight(**{part.full: part.number}), Form.BEGUN: weight(**{part.begun: part.number})}
        fitting = (one for one, needed in weights.items() if least <= one and needed <= room)
        found.append(next(fitting, Form.COUNTED))
        room -= weights.get(found[-1], 0)
    return found
