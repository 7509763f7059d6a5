"""Headline-style capitals for English titles (CMOS 8.160, as changed by the 18th edition).

A capital that is typed is never taken away (CSL text-case "title"). Lower-case words are raised except articles,
coordinating conjunctions and prepositions of up to four letters. Longer prepositions are raised only where the
title is in sentence case: a title that is printed in headline style keeps its "through".
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from sightline.cite.marks import ALL, KEEP_OFF, KEEP_ON

_SHORT = frozenset(
    "a an the and but for or nor yet so as at by down from in into like near of off on onto out over past per plus"
    " than to up upon via with v vs v. vs. de d’ von van et al c ca".split()
)
_LONG = frozenset(
    "about above across after against along alongside amid amidst among amongst around aside before behind below"
    " beneath beside besides between beyond despite during except inside notwithstanding outside since through"
    " throughout till toward towards under underneath until unto versus within without".split()
)
_PREFIXES = frozenset("anti co counter extra hyper inter intra macro mega meta micro mid mini multi non post pre pro re"
                      " semi sub super supra trans ultra un".split())  # fmt: skip
"""Combining forms: what follows their hyphen stays small (CMOS 8.162)."""
_HYPHENS = ("-", "‐", "‑")
_ENGLISH = frozenset("the of and in for to on with from a an is are by".split())
_FOREIGN = frozenset(
    "la le les des du et une sur dans pour aux der die das und ein eine im zur zum von für los las del y el una"
    " il della delle dei och på av og het een voor".split()
)
_OTHER_SCRIPTS = re.compile("[^\x00-\u036f]")
"""Greek, Cyrillic and all that follow; marks and dashes are no letters."""
_APART = re.compile(r"(?<=[?!]) ?:(?= )| (?=: )")
"""A colon after a question mark, and the blank before one, as catalogues and the French have it."""
_LETTERS = re.compile(r"\w+")
_WORD = re.compile(rf"(?<={KEEP_ON})[^{KEEP_OFF}]+|[^\s\-‐‑–—/()\[\]<>“”«»„\"{ALL}]+")
"""A word; or all the words that CSL-JSON marks as ``nocase``, as one."""


@lru_cache(maxsize=1000)
def headline(text: str, language: str = "") -> str:
    """The title in headline style; untouched where it is not in English. Of a bilingual title, each half by itself.

    Many works stand in one journal or brief, so the last titles are remembered.
    """
    if " / " not in text:
        return _headline(text, language)
    return " / ".join(_headline(part, language) for part in text.split(" / "))


def _headline(text: str, language: str) -> str:
    closed = closed_up(text)
    places = _places(closed)
    if (closed == text and not places) or not is_english(text, language):
        return text
    return raised(closed, places)


def raised(text: str, places: Iterable[int]) -> str:
    """The text with capitals at these places."""
    letters = list(text)
    for place in places:
        letters[place] = letters[place].upper()
    return "".join(letters)


def closed_up(text: str) -> str:
    """An English title whose subtitle follows as in print: no blank before a colon, none after Why? (CMOS 13.87-13.101)."""
    return _APART.sub("", text) if ":" in text else text


def is_english(text: str, language: str = "") -> bool:
    """By its declared language; else, by its script and small words, where they leave little doubt."""
    if language:
        return language.lower().startswith("en")
    if not text.isascii() and any(map(str.isalpha, _OTHER_SCRIPTS.findall(text))):
        return False
    words = _LETTERS.findall(text.lower())
    return not _ENGLISH.isdisjoint(words) or len(_FOREIGN.intersection(words)) < 2


def _places(text: str) -> list[int]:
    """Where the style sets a capital that is not typed."""
    sure: list[int] = []
    long: list[int] = []
    sentence_case = False
    previous = ":"  # a title begins as after a colon
    words = list(_WORD.finditer(text))
    for match in words:
        word, before = match[0], previous
        previous = word
        if word != word.lower() or not word[0].isalpha() or _stays_small(text, match.start(), before):
            continue
        bare = word.rstrip(":?!,;…")
        if len(bare) > 1 and bare not in _SHORT and bare not in _LONG:
            sentence_case = True
            sure.append(match.start())
        elif before[-1] in ":?!" or _is_last(text, match, bare, words):
            sure.append(match.start())
        elif bare in _LONG:
            long.append(match.start())
    return sorted(sure + long) if sentence_case else sure


def _stays_small(text: str, start: int, before: str) -> bool:
    """True for words that CSL-JSON marks as ``nocase``, and for one after a combining form and its hyphen."""
    sign = text[start - 1 : start]
    return sign == KEEP_ON or (sign in _HYPHENS and before.rpartition(" ")[2].lower() in _PREFIXES)


def _is_last(text: str, match: re.Match[str], bare: str, words: list[re.Match[str]]) -> bool:
    """True for a small word at the end of the title, or before its subtitle; for a letter alone, before a hyphen (e-waste)."""
    if len(bare) < 2:
        return bare not in _SHORT and text[match.end() : match.end() + 1] in _HYPHENS
    return match is words[-1] or match[0][-1] in ":?!"
