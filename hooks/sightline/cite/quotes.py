"""Quotation marks and apostrophes in titles: told apart and marked, so that they can be set in the American way.

A title is typed with straight or curly, single or double marks, and all mean the same. Unpaired marks stay what
they are: an apostrophe (the allies' share), inches (a 5" gun). German and French marks are left alone.
"""

from __future__ import annotations

import re
from functools import lru_cache

from sightline.cite.marks import ITALIC_OFF, ITALIC_ON, KEEP_OFF, KEEP_ON, QUOTE_CLOSE, QUOTE_OPEN, clean

_TAGS = {"<i>": ITALIC_ON, "</i>": ITALIC_OFF, '<span class="nocase">': KEEP_ON, "</span>": KEEP_OFF}
_DROPPED = ("b", "sup", "sub", "sc")
"""Tags of CSL-JSON for looks that no writer here has."""
_PAIRS = (("<i>", "</i>"), ('<span class="nocase">', "</span>"))
_DOUBLE = re.compile(r"(?<!\w)[\"“](?=\S)([^\"“”„]*?\S)[\"”](?!\w)")
_SINGLE = re.compile(r"(?<![\w’'])['‘](?=\S)([^‘]*?[^\s‘])['’](?!\w)")
_WHOLE = re.compile(r"['‘]([^‘]*)['’]\Z")


@lru_cache(maxsize=4096)  # a work is set in several forms, one after the other
def marked(text: str) -> str:
    """The text with its quotation marks, and the rich-text tags of CSL-JSON, as marks; apostrophes curly."""
    text = clean(text)
    for pair in _PAIRS:
        if text.count(pair[0]) == text.count(pair[1]):
            for tag in pair:
                text = text.replace(tag, _TAGS[tag])
    for tag in _DROPPED:
        if text.count(f"<{tag}>") == text.count(f"</{tag}>"):
            text = text.replace(f"<{tag}>", "").replace(f"</{tag}>", "")
    while _DOUBLE.search(text):
        text = _DOUBLE.sub(rf"{QUOTE_OPEN}\1{QUOTE_CLOSE}", text)
    return _singles(text).replace("'", "’")


def _singles(text: str) -> str:
    """Single marks around words; a mark that only opens or only closes is an apostrophe."""
    if _WHOLE.match(text) and not re.match(r"['‘]\d\ds?\b", text):
        return QUOTE_OPEN + text[1:-1] + QUOTE_CLOSE
    return _SINGLE.sub(rf"{QUOTE_OPEN}\1{QUOTE_CLOSE}", text)
