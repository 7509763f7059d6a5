"""Formatted references from CSL items: Chicago (18th edition, notes and bibliography) and APA (7th edition).

An item is a mapping with ``type``, ``title`` and the CSL variables of ``sightline.model.csl``: texts as text, names
as mappings (family, given, literal, particles, suffix), dates as ``Edtf``. Absent variables are fine everywhere:
what is not known is not printed. ``from_csl_json`` makes such an item of CSL-JSON.

A reference is a tuple of ``Token``; ``to_html``, ``to_plain`` and ``to_data`` (for Typst) write it out::

    to_html(note(item, ("page", "189-190")))

Every function is pure, and none raises for what an item lacks.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from sightline.cite import listing, sorting
from sightline.cite.apa import entry as apa_entry
from sightline.cite.apa import in_text as apa_text
from sightline.cite.apa import listing as apa_listing
from sightline.cite.apa import told_apart as distinct
from sightline.cite.apa.in_text import ALONE, Told
from sightline.cite.apa.listing import Order
from sightline.cite.chicago import entry as chicago_entry
from sightline.cite.chicago import told_apart as chicago_distinct
from sightline.cite.chicago.told import ALONE as ALONE_IN_NOTES
from sightline.cite.chicago.told import Told as ToldInNotes
from sightline.cite.csl_json import from_csl_json, to_csl_json
from sightline.cite.locators import Locator, locator_of
from sightline.cite.parts import Parts
from sightline.cite.sorting import SortKey
from sightline.cite.tokens import Token, Tokens, closed, opened, to_data, to_html, to_plain
from sightline.cite.work import Item, Work

__all__ = [
    "Item", "Locator", "Order", "Parts", "SortKey", "Style", "Token", "Tokens", "Told", "ToldInNotes", "Work", "apa_order", "bibliography", "closed", "from_csl_json", "in_text",
    "is_listed", "note", "opened", "short_note", "sort_key", "to_csl_json", "to_data", "to_html", "to_plain", "told_apart",
    "told_apart_in_notes",
]  # fmt: skip

Style = Literal["chicago-notes", "apa"]
"""The styles: notes and bibliography, or author and date."""

Where = Locator | tuple[str, str] | None
"""A place in the work, as a ``Locator`` or as (label, value)."""


def note(item: Item | Work, locator: Where = None, style: Literal["chicago-notes"] = "chicago-notes") -> Tokens:
    """A full note, as where a work is cited first: authors, title, facts of publication, place, address."""
    _known(style, "chicago-notes")
    return chicago_entry.note(Work.of(item), locator_of(locator))


def short_note(
    item: Item | Work,
    locator: Where = None,
    style: Literal["chicago-notes"] = "chicago-notes",
    told: ToldInNotes = ALONE_IN_NOTES,
) -> Tokens:
    """A short note, as where a work is cited again: family names, short title, place. Chicago 18 has no ibid."""
    _known(style, "chicago-notes")
    return chicago_entry.short_note(Work.of(item), locator_of(locator), told)


def bibliography(item: Item | Work, style: Style = "chicago-notes", told: Told = ALONE) -> Tokens:
    """An entry of a bibliography or reference list, also for a work that such a list would leave out."""
    _known(style, "chicago-notes", "apa")
    work = Work.of(item)
    return apa_entry.bibliography(work, told.letter) if style == "apa" else chicago_entry.bibliography(work)


def in_text(item: Item | Work, locator: Where = None, style: Literal["apa"] = "apa", told: Told = ALONE) -> Tokens:
    """An author-date citation in parentheses."""
    _known(style, "apa")
    return apa_text.in_text(Work.of(item), locator_of(locator), told)


def told_apart_in_notes(items: Iterable[Item | Work]) -> list[ToldInNotes]:
    """What tells the short notes of works apart that are cited together (J. Smith, A. Smith), in order; for ``short_note``."""
    return chicago_distinct.told_apart([*map(Work.of, items)])


def told_apart(items: Iterable[Item | Work]) -> list[Told]:
    """What tells the works of one APA list apart (2020a, 2020b), in the list's order; for ``bibliography`` and ``in_text``."""
    return distinct.told_apart([*map(Work.of, items)])


def is_listed(item: Item | Work, style: Style = "chicago-notes") -> bool:
    """True where a bibliography lists the work; False for what is cited in notes only, such as own interviews."""
    _known(style, "chicago-notes", "apa")
    return apa_listing.is_listed(Work.of(item)) if style == "apa" else listing.is_listed(Work.of(item))


def sort_key(item: Item | Work) -> SortKey:
    """What a bibliography is sorted by."""
    return sorting.key(Work.of(item))


def apa_order(item: Item | Work) -> Order:
    """What an APA list is sorted by: where a work begins otherwise than in Chicago style, it has another place."""
    return apa_listing.order(Work.of(item))


def _known(style: str, *styles: str) -> None:
    if style not in styles:
        raise ValueError(f"no such style here: {style!r}; there is {' and '.join(styles)}")
