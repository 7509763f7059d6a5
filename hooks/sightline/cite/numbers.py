"""Numbers as references print them: ranges, ordinals, and whether a number takes a label."""

from __future__ import annotations

import re

_NUMERIC = re.compile(r"[A-Za-z]{0,3}\d+[A-Za-z]{0,3}(\s*[-–,&]\s*[A-Za-z]{0,3}\d+[A-Za-z]{0,3})*")
_RANGE = re.compile(
    r"((?:(?<![A-Za-z\d])[A-Za-z])?)(\d+(?:[.:]\d+)*)\s*(?:-{1,2}|–|—|‐|‑)\s*([A-Za-z]?)(\d+(?:[.:]\d+)*)(?![-–\d]|[.:]\d)"
)
_ROMAN = re.compile(r"\b([ivxlcdm]+)\s*(?:-{1,2}|–|—)\s*([ivxlcdm]+)\b", re.IGNORECASE)
_SIDES = re.compile(r"\b(\d+[a-z])\s*(?:-{1,2}|–)\s*(\d+[a-z])\b")
"""Leaves of a manuscript, or what lies between pages: 12r-13v."""
_JOINED = re.compile(r"[\dA-Za-z]\s*(?:[-–—,;&]|\band\b)\s*[\dA-Za-z]")
_SINGLE = re.compile(r"\b[A-Z]-(?=\d)")
"""The letter of a page of a newspaper, or of a chapter of Canadian law: A-1 is one and no range."""
_COUNTS = re.compile(r"\d|^[ivxlcdm]")
_COMMA = re.compile(r"\s*,\s*")
_WORD = r"""(?!and\b|(?:[ivxlcdm]+|[IVXLCDM]+)\b(?!\.))(?:[^\W\d_]{2,}(?!\w|[-–—]\d)|[a-z]\.|[A-Z]\.(?!\d))|[§¶]"""
"""The start of a word or a sign: n. 4, § 4, Introduction; not of a number: xii, A12, eaat1234, B.2."""
_WORDED = re.compile(_WORD)
_BEFORE_WORDS = re.compile(rf"\s*(?:[,;&]|\band\b)\s*(?:and\s+)?(?:{_WORD})")


def is_numeric(text: str) -> bool:
    """True for numbers with short affixes and lists or ranges of them: 3, 12b, 5-7, 1 & 2 (CSL is-numeric)."""
    return bool(text and _NUMERIC.fullmatch(text))


def is_worded(text: str) -> bool:
    """True for what begins with a word or a sign in place of a number: Introduction, n. 4, § 4."""
    return bool(_WORDED.match(text))


def head(text: str) -> str:
    """What stands before something of another kind: 3 of "3, p. 4"."""
    return _BEFORE_WORDS.split(text, maxsplit=1)[0]


def is_plural(text: str) -> bool:
    """True for a range or list of numbers, whose label is in the plural; "3, p. 4" is neither."""
    counted = _SINGLE.sub("", head(text))
    return bool(_JOINED.search(counted) and _COUNTS.search(counted))


def ordinal(number: str) -> str:
    """2 as 2nd; text that is no plain number stays as it is."""
    if not number.isdecimal():
        return number
    last = int(number) % 100
    ending = "th" if 10 <= last <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(last % 10, "th")
    return f"{int(number)}{ending}"


def pages(text: str, shorten: bool = True) -> str:
    """Page numbers with en dashes, the second one shortened as Chicago has it, or else in full."""
    if not text or text.isdecimal():
        return text
    text = _ROMAN.sub("\\1–\\2", text)
    text = _RANGE.sub(lambda match: _range(match, shorten), text)
    text = _SIDES.sub(_sides, text)
    return _COMMA.sub(", ", text)


def dashed(text: str) -> str:
    """Volume and issue numbers: ranges get an en dash and lose no digit."""
    return pages(text, shorten=False) if is_numeric(text) else text


def _range(match: re.Match[str], shorten: bool) -> str:
    letter, first, letter_2, last = match.groups()
    if (letter_2 and letter_2 != letter) or not (first + last).isdecimal():
        return f"{letter}{first}–{letter_2}{last}"
    if len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    if shorten and not letter and len(first) == len(last) and int(first) < int(last):
        return f"{first}–{_short(first, last)}"
    return f"{letter}{first}–{letter_2 or letter}{last}"


def _sides(match: re.Match[str]) -> str:
    """12r–13v; but a number that ends with fewer digits than it begins with is one: 2000e-5a."""
    first, last = match.groups()
    return f"{first}–{last}" if len(last) >= len(first) else match[0]


def _short(first: str, last: str) -> str:
    """CMOS chapter 9, inclusive numbers: all digits below 100 and from a hundred; one digit after 101–109; else two or more."""
    if len(first) < 3 or int(first) % 100 == 0:
        return last
    keep = 1 if int(first) % 100 < 10 else 2
    same = next(place for place in range(len(first)) if first[place] != last[place])
    return last[min(same, len(last) - keep) :]
