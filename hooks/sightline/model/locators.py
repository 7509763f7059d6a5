"""The words with which a place in a work begins where its label is written out: chap. 3."""

from __future__ import annotations

import re
from typing import NamedTuple

_WORDS = {
    "act": "act acts", "appendix": "app apps appendix appendices", "article-locator": "art arts article articles",
    "book": "bk book", "canon": "can cann canon canons", "chapter": "chap chaps ch chs chapter chapters",
    "column": "col cols column columns", "elocation": "loc locs location", "equation": "eq eqq eqs equation equations",
    "figure": "fig figs figure figures", "folio": "fol fols folio folios", "issue": "no nos issue issues",
    "line": "line lines", "note": "n nn note notes", "page": "p pp page pages",
    "paragraph": "para paras paragraph paragraphs ¶ ¶¶", "part": "pt pts part parts", "rule": "r rr rule rules",
    "scene": "sc scs scene scenes", "section": "s ss sec secs section sections § §§", "supplement": "supp supplement",
    "table": "table tables", "title-locator": "tit title titles", "verse": "v vv verse verses",
    "volume": "vol volume",
}  # fmt: skip
LABELS = {word: label for label, words in _WORDS.items() for word in words.split()}
"""What each word says that a locator counts, by its CSL name. Volumes and books in the plural are missing: what follows
a comma counts the same there, as it does not after one volume (vol. 2, 34)."""
_LABELLED = re.compile(
    r"(?P<word>pp?(?=\d)|§§?|¶¶?|[^\W\d_]+(?:\.|(?=\s)))"
    r"(?:\s*(?=[\d(]|[A-Z]\d)|\s+(?=[A-Za-z]{1,4}\d|(?:[ivxlc]+|[IVXLC]+)\b(?!\.)|[A-Z]\b))(?P<value>.+)",
    re.DOTALL,
)


class Labelled(NamedTuple):
    """A locator that begins with its label."""

    word: str
    """The label as it was written: chap."""
    label: str
    """Its CSL name."""
    value: str
    """What follows it."""


def labelled(text: str) -> Labelled | None:
    """The parts of a locator that begins with its label; None where no label that CSL knows stands before a number."""
    match = _LABELLED.fullmatch(text.strip())
    label = LABELS.get(match["word"].rstrip(".").lower()) if match else None
    return Labelled(match["word"], label, match["value"]) if match and label else None
