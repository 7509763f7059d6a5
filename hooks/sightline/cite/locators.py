"""Where in the work: 189–90, chap. 3, § 4."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from sightline.cite import numbers, terms
from sightline.cite.marks import clean
from sightline.model.locators import LABELS

_ALIASES = LABELS | {"": "page", "sub verbo": "sub-verbo", "s.v": "sub-verbo"}


class Locator(NamedTuple):
    """A place in a work: a label by its CSL name, and a value."""

    label: str
    """What the value counts: page, chapter, section, paragraph, …"""
    value: str
    """The number or words: 189-190."""


@lru_cache(maxsize=200)
def locator_of(given: Locator | tuple[str, str] | None) -> Locator | None:
    """A locator as callers give it, with the CSL name of its label; None where it says nothing.

    Each note is written in several places, so the last locators are remembered.
    """
    if given is None:
        return None
    label, value = given
    label = str(label or "").strip().lower().rstrip(".")
    value = clean(str(value or ""))
    return Locator(_ALIASES.get(label, label), value) if value else None


def chicago(locator: Locator | None, legal: bool = False) -> str:
    """The locator in a note: bare page numbers, else the abbreviated label (CMOS 14.50)."""
    if locator is None:
        return ""
    return numbers.pages(locator.value) if locator.label == "page" else labelled(locator, legal)


def labelled(locator: Locator, legal: bool = False) -> str:
    """The locator with its label, which is a symbol in a legal work."""
    labels = (terms.SYMBOLS if legal else {}).get(locator.label) or terms.LOCATORS.get(locator.label)
    value = printed(locator, shorten=locator.label == "page")
    if is_bare(locator):
        return value
    one, several = labels or (locator.label, locator.label)
    return f"{several if is_several(locator) else one} {value}"


def printed(locator: Locator, shorten: bool) -> str:
    """The value with en dashes, where it begins with numbers that can be told to be a range."""
    value = locator.value
    paged = locator.label in ("page", "timestamp") or numbers.is_numeric(numbers.head(value))
    return numbers.pages(value, shorten) if paged else value


def is_bare(locator: Locator) -> bool:
    """True where words stand in place of a number and need no label: Introduction."""
    return locator.label in ("page", "chapter", "line", "verse") and numbers.is_worded(locator.value)


def is_several(locator: Locator) -> bool:
    """True where the label is in the plural. In a volume or book, a number after a comma is a page: vol. 2, 34."""
    value = locator.value.partition(",")[0] if locator.label in ("volume", "book") else locator.value
    return numbers.is_plural(value)
