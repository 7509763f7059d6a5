"""Headline-style capitals for English titles (CMOS 8.160, as changed by the 18th edition).

A capital that is typed is never taken away (CSL text-case "title"). Lower-case words are raised except articles,
coordinating conjunctions and prepositions of up to four letters. Longer prepositions are raised only where the
title is in sentence case: a title that is printed in headline style keeps its "through".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
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
_OTHER_SCRIPTS = 0x0370
"""Greek, Cyrillic and all that follow; marks and dashes are no letters."""
_WORD = re.compile(rf"[^\s\-‐‑–—/()\[\]<>“”«»„\"{''.join(sorted(ALL))}]+")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    first: bool
    """First of the title or of a subtitle: after a colon, question mark or exclamation point."""
    after_prefix: bool
    before_hyphen: bool
    kept: bool
    """In a span that CSL-JSON marks as ``nocase``."""


@lru_cache(maxsize=4096)  # a work is set in several forms, one after the other
def headline(text: str, language: str = "") -> str:
    """The title in headline style; untouched where it is not in English. Of a bilingual title, each half by itself."""
    return " / ".join(_headline(part, language) for part in text.split(" / "))


def _headline(text: str, language: str) -> str:
    if not is_english(text, language):
        return text
    words = list(_words(text))
    sentence_case = any(_is_lower(word) and _major(word) for word in words)
    for place, word in enumerate(words):
        last = place == len(words) - 1
        if _is_lower(word) and _raised(word, last, sentence_case):
            text = text[: word.start] + word.text[0].upper() + text[word.start + 1 :]
    return text


def is_english(text: str, language: str = "") -> bool:
    """By its declared language; else, by its script and small words, where they leave little doubt."""
    if language:
        return language.lower().startswith("en")
    if any(char.isalpha() and ord(char) >= _OTHER_SCRIPTS for char in text):
        return False
    words = {word.lower() for word in re.findall(r"\w+", text)}
    return bool(words & _ENGLISH) or len(words & _FOREIGN) < 2


def _words(text: str) -> list[_Word]:
    words: list[_Word] = []
    first = True
    for match in _WORD.finditer(text):
        before = text[: match.start()]
        kept = before.rfind(KEEP_ON) > before.rfind(KEEP_OFF)
        previous = words[-1].text.lower() if words else ""
        after_prefix = before[-1:] in _HYPHENS and previous in _PREFIXES
        hyphened = text[match.end() : match.end() + 1] in _HYPHENS
        words.append(_Word(match[0], match.start(), first, after_prefix, hyphened, kept))
        first = match[0][-1] in ":?!"
    return words


def _is_lower(word: _Word) -> bool:
    return word.text == word.text.lower() and word.text[0].isalpha() and not word.kept


def _bare(word: _Word) -> str:
    return word.text.lower().rstrip(":?!,;…")


def _major(word: _Word) -> bool:
    bare = _bare(word)
    return len(bare) > 1 and bare not in _SHORT and bare not in _LONG and not word.after_prefix


def _raised(word: _Word, last: bool, sentence_case: bool) -> bool:
    bare = _bare(word)
    if word.first or (last and len(bare) > 1 and not word.after_prefix):
        return True
    if bare in _SHORT or word.after_prefix or (len(bare) < 2 and not word.before_hyphen):
        return False
    return sentence_case or bare not in _LONG
