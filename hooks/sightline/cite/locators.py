"""Where in the work: 189–90, chap. 3, § 4."""

from __future__ import annotations

from typing import NamedTuple

from sightline.cite import numbers, terms
from sightline.cite.marks import clean

_ALIASES = {
    "": "page", "p": "page", "pp": "page", "pages": "page", "article": "article-locator", "title": "title-locator",
    "chapters": "chapter", "sections": "section", "paragraphs": "paragraph", "sub verbo": "sub-verbo", "s.v.": "sub-verbo",
}  # fmt: skip


class Locator(NamedTuple):
    """A place in a work: a label by its CSL name, and a value."""

    label: str
    """What the value counts: page, chapter, section, paragraph, …"""
    value: str
    """The number or words: 189-190."""


def locator_of(given: Locator | tuple[str, str] | None) -> Locator | None:
    """A locator as callers give it, with the CSL name of its label; None where it says nothing."""
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
    if locator.label == "page":
        return numbers.pages(locator.value)
    if locator.label in ("chapter", "line", "verse") and not numbers.is_numeric(locator.value):
        return locator.value
    return labelled(locator, legal)


def labelled(locator: Locator, legal: bool = False) -> str:
    """The locator with its label, which is a symbol in a legal work."""
    labels = (terms.SYMBOLS if legal else {}).get(locator.label) or terms.LOCATORS.get(locator.label)
    value = locator.value
    if locator.label == "page" or numbers.is_numeric(value):
        value = numbers.pages(value, shorten=locator.label == "page")
    one, several = labels or (locator.label, locator.label)
    return f"{several if numbers.is_plural(locator.value) else one} {value}"
