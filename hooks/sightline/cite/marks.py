"""Marks inside text between parsing and finishing: control characters that no text from outside has,
so that a text with them takes no more room than without.

Quotation marks are kept without a level, so that the level can be worked out once the whole reference is put
together (double outside, single inside). ``punctuation.finish`` turns them, and those of italics and links, into
tokens, and removes all others.
"""

from __future__ import annotations

import re

QUOTE_OPEN = "\x01"
QUOTE_CLOSE = "\x02"
ITALIC_ON = "\x03"
ITALIC_OFF = "\x04"
KEEP_ON = "\x05"
KEEP_OFF = "\x06"
LINK_ON = "\x07"
LINK_OFF = "\x08"
JOINT = "\x0e"
"""Where parts meet, so that their punctuation may be merged; what stands inside a part is the source's own."""
TITLE = "\x0f"
ADDRESS = "\x10"
VERSION = "\x11"
"""Where a part of a work has what is its own in an entry that all parts share."""

ALL = f"{QUOTE_OPEN}{QUOTE_CLOSE}{ITALIC_ON}{ITALIC_OFF}{KEEP_ON}{KEEP_OFF}{LINK_ON}{LINK_OFF}{JOINT}{TITLE}{ADDRESS}{VERSION}"
_ANY = re.compile(f"[{ALL}]")


def clean(text: str) -> str:
    """Text from outside, with no mark of ours in it and single blanks; the same object where there is nothing to do."""
    if text.isprintable() and "  " not in text and text.strip(" ") == text:
        return text
    words = " ".join(text.split())
    return words if words.isprintable() else " ".join(_ANY.sub("", words).split())
