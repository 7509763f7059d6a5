"""Marks inside text between parsing and finishing: private-use characters that no reader ever sees.

Quotation marks are kept without a level, so that the level can be worked out once the whole reference is put
together (double outside, single inside). ``titles`` turns those of italics into tokens, and ``punctuation.finish``
removes all others.
"""

from __future__ import annotations

import re

QUOTE_OPEN = "\ue000"
QUOTE_CLOSE = "\ue001"
ITALIC_ON = "\ue002"
ITALIC_OFF = "\ue003"
KEEP_ON = "\ue004"
KEEP_OFF = "\ue005"

ALL = frozenset((QUOTE_OPEN, QUOTE_CLOSE, ITALIC_ON, ITALIC_OFF, KEEP_ON, KEEP_OFF))
_ANY = re.compile(f"[{''.join(sorted(ALL))}]")


def clean(text: str) -> str:
    """Text from outside, with no mark of ours in it and single blanks; the same object where there is nothing to do."""
    cleaned = " ".join((text if text.isascii() else _ANY.sub("", text)).split())
    return text if cleaned == text else cleaned
