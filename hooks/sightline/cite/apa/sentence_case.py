"""Capitals that APA asks for in a title and that an editor may not have typed (APA 6.17).

APA asks for sentence case. Which words of a headline are names cannot be known, so no capital that is typed is taken
away; but a title and a subtitle begin with a capital, as does what follows a dash or the end of a sentence.
"""

from __future__ import annotations

import re

from sightline.cite.headline import closed_up, is_english, raised
from sightline.cite.marks import ITALIC_OFF, ITALIC_ON, QUOTE_OPEN
from sightline.cite.quotes import marked
from sightline.cite.work import Work

_WORD = rf"[{QUOTE_OPEN}{ITALIC_ON}]*(?P<word>[^\W\d_]+)"
_FIRST = re.compile(_WORD)
_LATER = re.compile(rf"[:?!—]{ITALIC_OFF}?(?:(?<=—)|\s)\s*{_WORD}")
"""It begins with the sign: to look for one, which is rare, is much faster than to look at each letter."""


def words(work: Work, variable: str) -> str:
    """A title variable, marked, with these capitals; a post stays as its author typed it (APA 10.15)."""
    title = marked(work.text(variable))
    return title if work.kind == "post" else opened(title, work.language())


def opened(title: str, language: str = "") -> str:
    """A marked title with these capitals, where it is in English. Words such as iPhone keep their small letter."""
    closed = closed_up(title)
    opening = (_FIRST.match(closed), *_LATER.finditer(closed))
    small = [match.start("word") for match in opening if match and match["word"].islower()]
    if (closed == title and not small) or not is_english(title, language):
        return title
    return raised(closed, small)
