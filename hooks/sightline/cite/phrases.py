"""A reference in the making is a text, in which marks say what is no letter: looks, quotation marks, where parts meet.

Formatting joins such texts and nothing else; ``punctuation.finish`` makes tokens of the whole. Plain text is one too,
and an empty text is no part at all.
"""

from __future__ import annotations

import re

from sightline.cite.marks import ITALIC_OFF, ITALIC_ON, JOINT, LINK_OFF, LINK_ON, QUOTE_CLOSE, QUOTE_OPEN

_CJK = (("\u3040", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7af"), ("\uf900", "\ufaff"))
"""The first and the last characters of Chinese, Japanese and Korean scripts; to compile a regular expression of so many
takes as long as to cite some dozen works."""
_RUNS = re.compile(f"([{ITALIC_ON}{ITALIC_OFF}{JOINT}])")


def join(separator: str, *parts: str) -> str:
    """The parts that are not empty, with the separator between them."""
    joined = ""
    for part in parts:
        if part:  # mostly one is or none, and to make ready for more takes longer than the joining
            joined = f"{joined}{JOINT}{separator}{JOINT}{part}" if joined else part
    return joined


def wrap(before: str, text: str, after: str = "") -> str:
    """Words before and after the text; nothing where there is nothing to wrap."""
    return f"{before}{text}{after}" if text else ""


def sentence(text: str) -> str:
    """The text with a full stop, which gives way where the text has an end of its own."""
    return f"{text}{JOINT}." if text else ""


def link(url: str) -> str:
    """An address that links to itself; the writers leave the link off where it is not a web address."""
    return f"{LINK_ON}{url}{LINK_OFF}" if url else ""


def quoted(text: str) -> str:
    """Set in quotation marks, whose level is chosen when the reference is finished."""
    return f"{QUOTE_OPEN}{text}{QUOTE_CLOSE}" if text else ""


def is_cjk(text: str) -> bool:
    """Whether a character of a Chinese, Japanese or Korean script stands in the text."""
    if text.isascii() or max(text) < _CJK[0][0]:  # as nearly all are
        return False
    return any(first <= sign <= last for sign in text for first, last in _CJK)


def italic(text: str) -> str:
    """Set in italics; what is italic already turns roman, and Chinese, Japanese and Korean stay so (CMOS chapter 11)."""
    if ITALIC_ON not in text and not is_cjk(text):
        return f"{ITALIC_ON}{text}{ITALIC_OFF}" if text else ""
    turned, is_italic = "", False
    for run in _RUNS.split(text):
        if run in (ITALIC_ON, ITALIC_OFF):
            is_italic = run == ITALIC_ON
        elif run and run != JOINT and is_italic == is_cjk(run):
            turned += f"{ITALIC_ON}{run}{ITALIC_OFF}"
        else:
            turned += run
    return turned
