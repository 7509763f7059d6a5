"""Where the parts of a reference meet: quotation marks, full stops and commas.

The rules, all American (CMOS chapter 6): a comma or full stop goes inside a closing quotation mark; no two
of them meet; a question mark or exclamation point swallows a full stop but not a comma; inner quotation marks
alternate between double and single. Only punctuation between tokens is merged; what stands inside a token
("Wait...", "U.S.") is the source's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import groupby

from sightline.cite import marks
from sightline.cite.tokens import Token, Tokens, plain

_SWALLOWED_AFTER = {".": ".?!,;:…", ",": ",;:", ";": ",;:", ":": ":;,?!"}
"""Which characters make a following mark needless."""
_REPLACED_BY = {".": ",;:", ";": ",", ":": ",;"}
"""Which characters give way to a stronger mark that follows them."""

_PLAIN = re.compile(rf"(?!.*  )[^{''.join(sorted(marks.ALL))}]*", re.DOTALL)
"""Text in which nothing changes: no mark of ours, no double blank."""

_Cell = tuple[str, Token]
"""One character, or several in which nothing changes, and the token whose style and link they have."""


def quoted(tokens: Tokens) -> Tokens:
    """Set in quotation marks, whose level is chosen when the reference is finished."""
    return (Token(marks.QUOTE_OPEN), *tokens, Token(marks.QUOTE_CLOSE)) if tokens else ()


def finish(tokens: Tokens, ending: str = ".") -> Tokens:
    """Merge the punctuation where tokens meet, end the reference, and give quotation marks their level."""
    cells: list[_Cell] = []
    for token in (*tokens, *(plain(ending) if tokens else ())):
        _append(cells, token)
    return _gather(_level_quotes(cells))


def _append(cells: list[_Cell], token: Token) -> None:
    text = token.text
    if cells and text[:1] in _SWALLOWED_AFTER and not token.href:
        _attach(cells, text[0], token)
        text = text[1:]
    if len(text) > 1 and text[0] not in " .," and _PLAIN.fullmatch(text):
        cells += ((text[:-1], token), (text[-1], token))
        return
    for index, char in enumerate(text):
        follows = text[index + 1 : index + 2]
        if char in ".," and cells and cells[-1][0] == marks.QUOTE_CLOSE and not follows.isalnum():
            _attach(cells, char, token)
        elif char == " " and cells and cells[-1][0] == " ":
            continue
        else:
            cells.append((char, token))


def _attach(cells: list[_Cell], mark: str, token: Token) -> None:
    """Put a mark after the text so far, inside closing quotation marks if it is a comma or full stop."""
    end = len(cells)
    while end and cells[end - 1][0] in (marks.QUOTE_CLOSE, marks.ITALIC_OFF):
        end -= 1
    before = cells[end - 1][0] if end else ""
    if before in _REPLACED_BY.get(mark, ""):
        cells[end - 1] = (mark, token)
    elif before in _SWALLOWED_AFTER[mark]:
        return
    elif mark in ".," and end < len(cells):
        cells.insert(end, (mark, cells[end][1]))
    else:
        cells.append((mark, token))


def _level_quotes(cells: list[_Cell]) -> Iterable[_Cell]:
    depth = 0
    for char, token in cells:
        if char == marks.QUOTE_OPEN:
            yield "‘" if depth % 2 else "“", token
            depth += 1
        elif char == marks.QUOTE_CLOSE:
            depth -= 1
            yield "’" if depth % 2 else "”", token
        elif char not in marks.ALL:
            yield char, token


def _gather(cells: Iterable[_Cell]) -> Tokens:
    """Join the characters to tokens again, one for each run of the same style and link."""
    runs = groupby(cells, key=lambda cell: (cell[1].style, cell[1].href))
    return tuple(Token("".join(char for char, _ in run), style, href) for (style, href), run in runs)
