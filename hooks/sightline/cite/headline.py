"""Headline-style capitals for English titles (CMOS 8.160, as changed by the 18th edition).

A capital that is typed is never taken away (CSL text-case "title"). Lower-case words are raised except articles,
coordinating conjunctions and prepositions of up to four letters. Longer prepositions are raised only where the
title is in sentence case: a title that is printed in headline style keeps its "through".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
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
    places = _places(text)
    if not places or not is_english(text, language):
        return text
    raised, end = "", 0
    for place in places:
        raised += text[end:place] + text[place].upper()
        end = place + 1
    return raised + text[end:]


def is_english(text: str, language: str = "") -> bool:
    """By its declared language; else, by its script and small words, where they leave little doubt."""
    if language:
        return language.lower().startswith("en")
    if not text.isascii() and any(map(str.isalpha, _OTHER_SCRIPTS.findall(text))):
        return False
    words = set(_LETTERS.findall(text.lower()))
    return not words.isdisjoint(_ENGLISH) or len(words & _FOREIGN) < 2


def _places(text: str) -> list[int]:
    """Where the style sets a capital that is not typed."""
    sure: list[int] = []
    long: list[int] = []
    sentence_case = False
    for start, word, raised in _small_words(text):
        major = len(word) > 1 and word not in _SHORT and word not in _LONG
        sentence_case = sentence_case or major
        if raised or major:
            sure.append(start)
        elif word in _LONG:
            long.append(start)
    return sorted(sure + long) if sentence_case else sure


def _small_words(text: str) -> Iterator[tuple[int, str, bool]]:
    """The words without a capital: where they begin, bare of marks, and whether their place alone asks for one.

    A place at the head of a title or subtitle does, and at the end; for a letter alone, before a hyphen (e-waste).
    """
    words = list(_WORD.finditer(text))
    previous = ":"  # a title begins as after a colon
    for match in words:
        word, start, end = match[0], match.start(), match.end()
        before = text[start - 1 : start]
        prefixed = before in _HYPHENS and previous.rpartition(" ")[2].lower() in _PREFIXES
        if word == word.lower() and word[0].isalpha() and before != KEEP_ON and not prefixed:
            bare = word.rstrip(":?!,;…")
            letter = len(bare) < 2
            ends = bare not in _SHORT and text[end : end + 1] in _HYPHENS if letter else match is words[-1]
            yield start, bare, ends or previous[-1] in ":?!"
        previous = word
