"""Where the parts of a reference meet: quotation marks, full stops and commas.

The rules, all American (CMOS chapter 6): a comma or full stop goes inside a closing quotation mark; no two
of them meet; a question mark or exclamation point swallows a full stop but not a comma; inner quotation marks
alternate between double and single. Only punctuation between tokens is merged; what stands inside a token
("Wait...", "U.S.") is the source's own.
"""

from __future__ import annotations

import re

from sightline.cite import marks
from sightline.cite.tokens import Style, Token, Tokens, plain

_SWALLOWED_AFTER = {".": ".?!,;:…", ",": ",;:", ";": ",;:", ":": ":;,?!"}
"""Which characters make a following mark needless."""
_REPLACED_BY = {".": ",;:", ";": ",", ":": ",;"}
"""Which characters give way to a stronger mark that follows them."""

_TOUCHY = frozenset((*".?!,;:…", marks.QUOTE_CLOSE, marks.ITALIC_OFF))
"""After these a mark may be needless, take another's place, or go inside; after all else it simply follows."""

_MARKS = "".join(sorted(marks.ALL))
_PIECE = re.compile(f"[{_MARKS}]|[^{_MARKS}]+")
"""A mark of ours, or a run of text between marks."""
_MERGED = (" ", ".", ",")
_MEETS = (" ", marks.QUOTE_CLOSE)
"""Heads of a run that may change, and after what."""
_SILENT = marks.ALL - {marks.QUOTE_OPEN, marks.QUOTE_CLOSE}
_BLANKS = re.compile("  +")

_Look = tuple[Style, str | None]
"""The style and link of a token."""
_PLAIN: _Look = ("plain", None)
_Cell = tuple[str, _Look]
"""A mark of ours or a run of text, and how it looks."""


def quoted(tokens: Tokens) -> Tokens:
    """Set in quotation marks, whose level is chosen when the reference is finished."""
    return (Token(marks.QUOTE_OPEN), *tokens, Token(marks.QUOTE_CLOSE)) if tokens else ()


def finish(tokens: Tokens, ending: str = ".") -> Tokens:
    """Merge the punctuation where tokens meet, end the reference, and give quotation marks their level."""
    cells: list[_Cell] = []
    for text, style, href in (*tokens, *(plain(ending) if tokens else ())):
        look = (style, href)
        if text[:1] in _SWALLOWED_AFTER and cells and cells[-1][0][-1] in _TOUCHY and not href:
            _attach(cells, text[0], look)
            text = text[1:]
        for piece in (text,) if text.isascii() else _PIECE.findall(text):
            if piece[:1] in _MERGED and cells and cells[-1][0][-1] in _MEETS:
                piece = _joined_up(cells, piece, look)
            if piece:
                cells.append((_BLANKS.sub(" ", piece) if "  " in piece else piece, look))
    return _gather(cells)


def _joined_up(cells: list[_Cell], piece: str, look: _Look) -> str:
    """What is left of a run once marks at its head have gone inside closing quotation marks, and blanks have met."""
    while piece[:1] in (".", ",") and cells[-1][0] == marks.QUOTE_CLOSE and not piece[1:2].isalnum():
        _attach(cells, piece[0], look)
        piece = piece[1:]
    return piece.lstrip(" ") if cells[-1][0][-1] == " " else piece


def _attach(cells: list[_Cell], mark: str, look: _Look) -> None:
    """Put a mark after the text so far, inside closing quotation marks if it is a comma or full stop."""
    end = len(cells)
    while end > 1 and cells[end - 1][0] in (marks.QUOTE_CLOSE, marks.ITALIC_OFF):
        end -= 1
    run, own = cells[end - 1]
    if run[-1] in _REPLACED_BY.get(mark, ""):
        cells[end - 1 : end] = [(run[:-1], own), (mark, look)] if run[:-1] else [(mark, look)]
    elif run[-1] in _SWALLOWED_AFTER[mark]:
        return
    elif mark in ".," and end < len(cells):
        cells.insert(end, (mark, cells[end][1]))
    else:
        cells.append((mark, look))


def _gather(cells: list[_Cell]) -> Tokens:
    """Join the runs to tokens again, one for each stretch of the same look, with quotation marks at their level."""
    tokens: list[Token] = []
    text, last, depth = "", _PLAIN, 0
    for run, look in cells:
        if run in marks.ALL:
            if run in _SILENT:
                continue
            if run == marks.QUOTE_OPEN:
                run = "‘" if depth % 2 else "“"
                depth += 1
            else:
                depth -= 1
                run = "’" if depth % 2 else "”"
        if text and look != last:
            tokens.append(Token(text, *last))
            text = ""
        text += run
        last = look
    return (*tokens, Token(text, *last)) if text else ()
