"""Editions in the words of title pages and of BibTeX, as references print them (CMOS 14.16-14.21; APA 9.50)."""

from __future__ import annotations

import re

from sightline.cite import numbers

_WORDS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_NUMBERED = re.compile(rf"(?:(\d+)(?:st|nd|rd|th)|({'|'.join(_WORDS)}))(?: (?:ed|edn|edition)\.?)?", re.IGNORECASE)
_NAMED = re.compile(r"(rev|new)(?:\.|ised)?(?: (?:ed|edn|edition)\.?)?", re.IGNORECASE)


def edition(text: str) -> str:
    """2nd ed. for 2, Second or 2nd edition; rev. ed. for Revised; all other words as they are."""
    if text.isdecimal() or (text[:1].isdigit() and numbers.is_numeric(text)):
        return f"{numbers.ordinal(text)} ed."
    if match := _NUMBERED.fullmatch(text):
        number = match[1] or str(_WORDS.index(match[2].lower()) + 1)
        return f"{numbers.ordinal(number)} ed."
    if match := _NAMED.fullmatch(text):
        return "rev. ed." if match[1].lower() == "rev" else "new ed."
    return text
