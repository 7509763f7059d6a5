"""Where the parts of a reference meet: quotation marks, full stops and commas.

The rules, all American (CMOS chapter 6): a comma or full stop goes inside a closing quotation mark; no two
of them meet; a question mark or exclamation point swallows a full stop but not a comma; inner quotation marks
alternate between double and single. Only punctuation between tokens is merged; what stands inside a token
("Wait...", "U.S.") is the source's own.
"""

from __future__ import annotations

import re

from sightline.cite.marks import KEEP_OFF, KEEP_ON, QUOTE_CLOSE, QUOTE_OPEN
from sightline.cite.tokens import Style, Token, Tokens, plain

_SWALLOWED_AFTER = {".": ".?!,;:…", ",": ",;:", ";": ",;:", ":": ":;,?!"}
"""Which characters make a following mark needless."""
_REPLACED_BY = {".": ",;:", ";": ",", ":": ",;"}
"""Which characters give way to a stronger mark that follows them."""

_TOUCHY = frozenset((*".?!,;:…", QUOTE_CLOSE))
"""After these a mark may be needless, take another's place, or go inside; after all else it simply follows."""

_PIECE = re.compile(f"[{QUOTE_OPEN}{QUOTE_CLOSE}]|[^{QUOTE_OPEN}{QUOTE_CLOSE}]+")
"""A quotation mark, or a run of text between two."""
_KEPT = re.compile(f"[{KEEP_ON}{KEEP_OFF}]")
"""Marks that have done their work, and would part a title from its full stop."""
_MERGED = (" ", ".", ",")
_MEETS = (" ", QUOTE_CLOSE)
"""Heads of a run that may change, and after what."""
_BLANKS = re.compile("  +")

_Run = tuple[str, Style, str | None]
"""A quotation mark or a run of text, with the style and link of its token."""


def quoted(tokens: Tokens) -> Tokens:
    """Set in quotation marks, whose level is chosen when the reference is finished."""
    return (Token(QUOTE_OPEN), *tokens, Token(QUOTE_CLOSE)) if tokens else ()


def finish(tokens: Tokens, ending: str = ".") -> Tokens:
    """Merge the punctuation where tokens meet, end the reference, and give quotation marks their level."""
    runs: list[_Run] = []
    for text, style, href in (*tokens, *plain(ending)) if tokens else ():
        if text[:1] in _SWALLOWED_AFTER and runs and runs[-1][0][-1] in _TOUCHY and not href:
            _attach(runs, (text[0], style, href))
            text = text[1:]
        for piece in (text,) if text.isascii() else _PIECE.findall(_KEPT.sub("", text)):
            if piece[:1] in _MERGED and runs and runs[-1][0][-1] in _MEETS:
                piece = _joined_up(runs, (piece, style, href))
            if piece:
                runs.append((_BLANKS.sub(" ", piece) if "  " in piece else piece, style, href))
    return _gather(runs)


def _joined_up(runs: list[_Run], run: _Run) -> str:
    """What is left of a run once marks at its head have gone inside closing quotation marks, and blanks have met."""
    text, style, href = run
    while text[:1] in (".", ",") and runs[-1][0] == QUOTE_CLOSE and not text[1:2].isalnum():
        _attach(runs, (text[0], style, href))
        text = text[1:]
    return text.lstrip(" ") if runs[-1][0][-1] == " " else text


def _attach(runs: list[_Run], mark: _Run) -> None:
    """Put a mark after the text so far, inside closing quotation marks if it is a comma or full stop."""
    end = len(runs)
    while end > 1 and runs[end - 1][0] == QUOTE_CLOSE:
        end -= 1
    sign, (text, style, href) = mark[0], runs[end - 1]
    if text[-1] in _REPLACED_BY.get(sign, ""):
        runs[end - 1 : end] = [(text[:-1], style, href), mark] if text[:-1] else [mark]
    elif text[-1] in _SWALLOWED_AFTER[sign]:
        return
    elif sign in ".," and end < len(runs):
        _, style, href = runs[end]
        runs.insert(end, (sign, style, href))
    else:
        runs.append(mark)


def _gather(runs: list[_Run]) -> Tokens:
    """Join the runs to tokens again, one for each stretch of the same look, with quotation marks at their level."""
    tokens: list[Token] = []
    joined, depth = "", 0
    last: Style = "plain"
    target: str | None = None
    for text, style, href in runs:
        if text == QUOTE_OPEN:
            text = "‘" if depth % 2 else "“"
            depth += 1
        elif text == QUOTE_CLOSE:
            depth -= 1
            text = "’" if depth % 2 else "”"
        if joined and (style != last or href != target):
            tokens.append(Token(joined, last, target))
            joined = ""
        joined += text
        last, target = style, href
    return (*tokens, Token(joined, last, target)) if joined else ()
