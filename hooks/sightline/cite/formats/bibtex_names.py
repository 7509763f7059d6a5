"""Names as BibTeX writes them: ``First von Last``, ``von Last, First`` and ``von Last, Jr, First``; braces keep together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sightline.cite.formats.latex import plain

Name = dict[str, str]
Cut = Callable[[str, int], int]
"""How many characters from a position on part what stands before from what comes after; mostly none."""
_AND = re.compile(r"and\b", re.IGNORECASE)
_TIE = re.compile(r"(?<!\\)~")
"""A blank at which no line breaks; after a backslash it is the accent of ñ."""


def names(text: str) -> list[str]:
    """The parts between ``and``, with their braces."""
    return [one for one in (part.strip() for part in _split(text, _is_and)) if one]


def person(text: str) -> Name:
    """One name as CSL has it. In braces as a whole, it is a body's."""
    parts = [part.strip() for part in _split(text, lambda text, at: 1 if text[at] == "," else 0)]
    if len(parts) == 1 and _whole(text.strip()):
        return _named(literal=text)
    if "=" in parts[0] and (extended := _extended(parts)):
        return extended
    if len(parts) == 1:
        return _in_order(_words(parts[0]))
    particle, family = _family(_words(parts[0]))
    suffix, first = ("", parts[1]) if len(parts) == 2 else (parts[1], " ".join(parts[2:]))
    words = _words(first)
    dropping: list[str] = []
    while len(words) > 1 and _is_small(words[-1]):
        dropping.insert(0, words.pop())
    if not words and not suffix and not particle:
        return _named(family=family)
    return _named(family, " ".join(words), " ".join(dropping), particle, suffix)


def _in_order(words: list[str]) -> Name:
    small = [place for place, word in enumerate(words[:-1]) if _is_small(word)]
    if len(words) == 1:
        return _named(literal=words[0])
    if not small:
        return _named(words[-1], " ".join(words[:-1]))
    return _named(
        " ".join(words[small[-1] + 1 :]), " ".join(words[: small[0]]), "", " ".join(words[small[0] : small[-1] + 1])
    )


def _family(words: list[str]) -> tuple[str, str]:
    """Particle and family name; a first word in braces before others is a particle with a capital."""
    small = 0
    while small < len(words) - 1 and (_is_small(words[small]) or (_whole(words[small]) and small == 0)):
        small += 1
    return " ".join(words[:small]), " ".join(words[small:])


def _extended(parts: list[str]) -> Name:
    """``family=Last, given=First, prefix=von``, as biblatex has it."""
    pairs = dict(part.split("=", 1) for part in parts if "=" in part)
    known = {key.strip().lower(): value.strip() for key, value in pairs.items()}
    if "family" not in known:
        return {}
    return _named(known["family"], known.get("given", ""), "", known.get("prefix", ""), known.get("suffix", ""))


def _named(
    family: str = "", given: str = "", dropping: str = "", particle: str = "", suffix: str = "", literal: str = ""
) -> Name:
    parts = {
        "family": family, "given": given, "dropping-particle": dropping, "non-dropping-particle": particle,
        "suffix": suffix, "literal": literal,
    }  # fmt: skip
    return {key: text for key, value in parts.items() if (text := plain(value)[0])}


def _words(text: str) -> list[str]:
    return [word for word in _split(_TIE.sub(" ", text), lambda text, at: int(text[at].isspace())) if word]


def _is_small(word: str) -> bool:
    """True for a word that begins with a small letter outside braces; an accent in braces counts as its letter."""
    if word.startswith("{") and not word.startswith("{\\"):
        return False
    return plain(word)[0][:1].islower()


def _whole(text: str) -> bool:
    """True where one pair of braces holds all of the text, and no accent is what they are for."""
    if not (text.startswith("{") and text.endswith("}")) or (text.startswith("{\\") and len(text) < 8):
        return False
    depth = 0
    for place, char in enumerate(text):
        depth += {"{": 1, "}": -1}.get(char, 0)
        if not depth:
            return place == len(text) - 1
    return False


def _is_and(text: str, at: int) -> int:
    """How long an ``and`` between blanks is that begins here."""
    if text[at] not in "aA" or not at or not text[at - 1].isspace():
        return 0
    match = _AND.match(text, at)
    return 3 if match and text[at + 3 : at + 4].isspace() else 0


def _split(text: str, cut: Cut) -> Iterator[str]:
    """The parts of a text between cuts outside braces."""
    depth = start = at = 0
    while at < len(text):
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        length = cut(text, at) if depth == 0 else 0
        if length:
            yield text[start:at]
            start = at + length
        at += max(length, 1)
    yield text[start:]
