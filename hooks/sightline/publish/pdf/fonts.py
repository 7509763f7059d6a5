"""The fonts of the editions, and which letters they have.

Typst uses these and no other, so that an edition looks the same wherever it is made. A letter that one of them
lacks would stop Typst, so it is replaced beforehand by a sign that the template draws.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from unicodedata import category

FOLDER = Path(__file__).parent / "fonts"
LACKING = "\ufffd"
"""Stands for a letter that the fonts lack; the template draws a box for it."""
UNBROKEN = "\u2011"
"""A hyphen that does not break, which the template makes of one that does."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_NEAR = {"\u202f": "\u00a0", "\u2212": "\u2013"}
"""What comes nearest to signs that a font may lack."""


def files() -> list[Path]:
    """The font files, in order."""
    return sorted(FOLDER.glob("*.ttf"))


def printable(text: str) -> str:
    """A text of letters that all the fonts have."""
    return _BEYOND_ASCII.sub(lambda letter: _printable(letter[0]), text)


@cache
def _printable(letter: str) -> str:
    if ord(letter) in _shared() or letter == UNBROKEN:
        return letter
    near = _NEAR.get(letter, "" if category(letter) == "Cf" else LACKING)
    return near if all(ord(one) in _shared() for one in near) else LACKING


@cache
def _shared() -> frozenset[int]:
    """The code points that every font has."""
    return frozenset.intersection(*(frozenset(_letters(file.read_bytes())) for file in files()))


def _letters(font: bytes) -> Iterator[int]:
    """The code points of a font: the segments of its table ``cmap`` in format 4 (OpenType 1.9, cmap)."""
    table = next(start for tag, start in _tables(font) if tag == b"cmap")
    for index in range(struct.unpack_from(">H", font, table + 2)[0]):
        start = table + struct.unpack_from(">L", font, table + 4 + 8 * index + 4)[0]
        if struct.unpack_from(">H", font, start)[0] == 4:
            yield from _segments(font, start)
            return


def _tables(font: bytes) -> Iterator[tuple[bytes, int]]:
    for index in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _, start, _ = struct.unpack_from(">4sLLL", font, 12 + 16 * index)
        yield tag, start


def _segments(font: bytes, start: int) -> Iterator[int]:
    number = struct.unpack_from(">H", font, start + 6)[0] // 2
    ends = struct.unpack_from(f">{number}H", font, start + 14)
    starts = struct.unpack_from(f">{number}H", font, start + 16 + 2 * number)
    for first, last in zip(starts, ends, strict=True):
        yield from (code for code in range(first, last + 1) if code != 0xFFFF)
