"""Which of the two forms of a Chicago reference is being made."""

from __future__ import annotations

from typing import NamedTuple

from sightline.cite import terms
from sightline.cite.locators import Locator
from sightline.cite.names import BIBLIOGRAPHY, NOTE, ListStyle


class Form(NamedTuple):
    """A note runs on with commas; a bibliography entry is a row of sentences (CMOS 13.18)."""

    bibliography: bool = False
    locator: Locator | None = None
    """Where in the work a note points; a bibliography entry has none."""
    separator: str = ", "
    """What stands between the elements."""
    names: ListStyle = NOTE
    """How lists of names are cut."""

    def start(self, text: str) -> str:
        """Words that open an element: capitalised after a full stop."""
        return terms.capitalised(text) if self.bibliography else text

    def points_to(self, *labels: str) -> bool:
        """True where the note has a locator with one of the labels; an empty label stands for no locator."""
        return (self.locator.label if self.locator else "") in labels


INLINE = Form()
"""The running form, also used inside an element of a bibliography entry."""
ENTRY = Form(bibliography=True, separator=". ", names=BIBLIOGRAPHY)
