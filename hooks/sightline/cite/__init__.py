"""Formatted references from CSL items: Chicago (18th edition, notes and bibliography) and APA (7th edition)."""

from __future__ import annotations

from sightline.cite.chicago import entry as chicago
from sightline.cite.csl_json import from_csl_json, to_csl_json
from sightline.cite.locators import Locator, locator_of
from sightline.cite.tokens import Token, Tokens, to_html, to_plain
from sightline.cite.work import Item, Work


def note(item: Item, locator: Locator | tuple[str, str] | None = None) -> Tokens:
    """A full note."""
    return chicago.note(Work(item), locator_of(locator))


def short_note(item: Item, locator: Locator | tuple[str, str] | None = None) -> Tokens:
    """A short note."""
    return chicago.short_note(Work(item), locator_of(locator))


def bibliography(item: Item) -> Tokens:
    """A bibliography entry."""
    return chicago.bibliography(Work(item))
