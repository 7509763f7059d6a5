"""Formatted references from CSL items: Chicago (18th edition, notes and bibliography) and APA (7th edition)."""

from __future__ import annotations

from typing import Literal

from sightline.cite.apa import entry as apa
from sightline.cite.chicago import entry as chicago
from sightline.cite.csl_json import from_csl_json, to_csl_json
from sightline.cite.locators import Locator, locator_of
from sightline.cite.tokens import Token, Tokens, to_html, to_plain
from sightline.cite.work import Item, Work

Where = Locator | tuple[str, str] | None


def note(item: Item, locator: Where = None) -> Tokens:
    """A full note."""
    return chicago.note(Work(item), locator_of(locator))


def short_note(item: Item, locator: Where = None) -> Tokens:
    """A short note."""
    return chicago.short_note(Work(item), locator_of(locator))


def bibliography(item: Item, style: Literal["chicago-notes", "apa"] = "chicago-notes") -> Tokens:
    """A bibliography entry."""
    return apa.bibliography(Work(item)) if style == "apa" else chicago.bibliography(Work(item))


def in_text(item: Item, locator: Where = None) -> Tokens:
    return apa.in_text(Work(item), locator_of(locator))
