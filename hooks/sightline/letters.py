"""Letters that Unicode does not take apart, as those write them whose keyboards lack them: Ørsted is Orsted.

``docs/assets/javascripts/search.js`` has the same table; a change here is a change there.
"""

from __future__ import annotations

LETTERS = {
    "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ß": "ss", "ı": "i", "ħ": "h", "ŧ": "t",
    "ŋ": "n",
}  # fmt: skip
_TABLE = str.maketrans(LETTERS)


def spelt(text: str) -> str:
    """A text in small letters with these spelt out; accents are taken off by NFKD, before or after."""
    return text if text.isascii() else text.translate(_TABLE)
