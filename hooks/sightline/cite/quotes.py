"""Quotation marks and apostrophes in titles: told apart and marked, so that they can be set in the American way.

A title is typed with straight or curly, single or double marks, and all mean the same. Unpaired marks stay what
they are: an apostrophe (the allies' share), inches (a 5" gun). German and French marks are left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sightline.cite.marks import ITALIC_OFF, ITALIC_ON, KEEP_OFF, KEEP_ON, QUOTE_CLOSE, QUOTE_OPEN

_ANY = re.compile("[\"“'‘]")
_TAG = re.compile(r"<(?P<end>/?)(?P<name>i|em|b|strong|sup|sub|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_MARKS = {
    "i": (ITALIC_ON, ITALIC_OFF), "em": (ITALIC_ON, ITALIC_OFF), "span": (KEEP_ON, KEEP_OFF), "sc": (KEEP_ON, KEEP_OFF),
}  # fmt: skip
"""What tags of CSL-JSON come to: italics, or words that keep their case. The others are looks that no writer here has."""
_DOUBLE = re.compile(r"(?<!\w)[\"“](?=\S)([^\"“”„]*?\S)[\"”](?!\w)")
_SINGLE = re.compile(r"(?<![\w’'])['‘](?=\S)([^‘]*?[^\s‘])['’](?!\w)")
_WHOLE = re.compile(r"['‘]([^‘]*)['’]\Z")
_DECADE = re.compile(r"['‘]\d\ds?\b")


@lru_cache(maxsize=1000)
def marked(text: str) -> str:
    """A clean text with its quotation marks, and the rich-text tags of CSL-JSON, as marks; apostrophes curly.

    Each style asks for a work's texts, and many works share a journal or publisher, so the last are remembered.
    """
    if "<" in text:
        text = _tagged(text)
    if not _ANY.search(text):
        return text
    while _DOUBLE.search(text):
        text = _DOUBLE.sub(rf"{QUOTE_OPEN}\1{QUOTE_CLOSE}", text)
    return _singles(text).replace("'", "’")


def _tagged(text: str) -> str:
    """The text with its tags as marks; a tag without its other half is text."""
    opened: list[re.Match[str]] = []
    marks: dict[int, tuple[int, str]] = {}
    for tag in _TAG.finditer(text):
        name = tag["name"].lower()
        before = next((one for one in reversed(opened) if one["name"].lower() == name), None) if tag["end"] else None
        if before:
            opened.remove(before)
            on, off = _MARKS.get(name, ("", ""))
            marks |= {before.start(): (before.end(), on), tag.start(): (tag.end(), off)}
        elif not tag["end"]:
            opened.append(tag)
    for start in sorted(marks, reverse=True):
        end, mark = marks[start]
        text = text[:start] + mark + text[end:]
    return text


def _singles(text: str) -> str:
    """Single marks around words; a mark that only opens or only closes is an apostrophe."""
    if _WHOLE.match(text) and not _DECADE.match(text):
        return QUOTE_OPEN + text[1:-1] + QUOTE_CLOSE
    return _SINGLE.sub(rf"{QUOTE_OPEN}\1{QUOTE_CLOSE}", text)
