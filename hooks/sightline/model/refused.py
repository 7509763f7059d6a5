"""What may not stand in a text: it is refused, not cleaned, so what an editor wrote is what a reader sees."""

from __future__ import annotations

import re

from markdown_it.token import Token

from sightline.model.limits import MAX_BRACKETS, MAX_NESTING, MAX_TEXT
from sightline.model.prose import Inline, Mark, RecordLink, Words


class ProseError(ValueError):
    """A text that may not be published as it stands; ``needle`` is the part at fault."""

    def __init__(self, code: str, message: str, needle: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.needle = needle


_HTML = re.compile(r"<(?:[A-Za-z][^<>\n]{0,40}>?|[/!?][^<>\n]{0,40}>?)")
_FOOTNOTE_LIKE = re.compile(r"\[\^[^\]]{0,40}\]?")
_LINK_LIKE = re.compile(r"\[[^\[\]\n]{1,60}\]\([^()\n]{0,60}")
MARK = re.compile(r"\[\^((?:[a-z][a-z0-9-]*/)?[1-9]\d{0,4})\]")
"""A note mark, of this brief or of another."""


def refuse_long(source: str) -> None:
    """No text is longer, and none has more brackets, than the parser is quick with."""
    if len(source) > MAX_TEXT:
        raise ProseError("too-long", f"is {len(source):,} characters long; the limit is {MAX_TEXT:,}; part it")
    if source.count("[") + source.count("]") > MAX_BRACKETS:
        raise ProseError("too-long", f"has more than {MAX_BRACKETS} square brackets; part the text", "[")


def refuse_signs(source: str) -> None:
    """HTML, and what looks like a note mark and is none, would be printed as it stands."""
    if html := _HTML.search(source):
        raise ProseError("raw-html", f"has HTML in it ('{html[0]}'), which is not passed on", html[0])
    for mark in _FOOTNOTE_LIKE.finditer(source):
        if not MARK.match(mark[0]):
            raise ProseError("bad-mark", f"has '{mark[0]}', which is no note mark: write [^12] or [^brief/12]", mark[0])


def refuse_depth(tokens: list[Token]) -> None:
    """Deep nesting is no writing: the parser drops what lies deeper than it looks, and recursion has an end."""
    depth = 0
    for token in tokens:
        depth += token.nesting
        if depth > MAX_NESTING:
            raise ProseError("too-deep", "has lists in lists, or emphasis in emphasis, deeper than anyone can follow")
        if token.children:
            refuse_depth(token.children)


def refuse_lost(source: str, found: list[Inline]) -> None:
    """A text of markup alone says nothing; what looks like a link and is none would be printed as it stands."""
    if source.strip() and not any(isinstance(node, (Words, Mark, RecordLink)) for node in found):
        raise ProseError("bad-value", "has no words in it")
    for node in found:
        if isinstance(node, Words) and (link := _LINK_LIKE.search(node.text)) and "\\](" not in source:
            hint = "an address has no blanks; write \\]( where no link is meant"
            raise ProseError("bad-url", f"has '{link[0]}', which looks like a link and is none: {hint}", link[0])


def lost_number(number: str) -> ProseError:
    """What is wrong with a list item whose number readers would not see."""
    return ProseError(
        "lost-number",
        f"has a line that starts with '{number}' and would become a list item with another number:"
        " put a backslash before the full stop, as in 1986\\.",
        number,
    )
