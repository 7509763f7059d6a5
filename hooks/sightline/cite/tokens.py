"""A formatted reference is a tuple of tokens; a writer turns tokens into text for one medium.

Formatting never builds markup: it joins tokens, and only a writer escapes. A second medium is a second writer.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from sightline.cite.marks import ITALIC_OFF, ITALIC_ON, JOINT, LINK_OFF, LINK_ON

Style = Literal["plain", "italic"]


class Token(NamedTuple):
    """A run of text in one style, perhaps linked."""

    text: str
    """The text as a reader sees it; never markup."""
    style: Style = "plain"
    """Roman or italic."""
    href: str | None = None
    """The address the run links to; None for no link."""


Tokens = tuple[Token, ...]
"""A formatted reference, or a part of one."""

_HTML = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;",
    ITALIC_ON: "<i>", ITALIC_OFF: "</i>", LINK_ON: '<a href="', JOINT: '">', LINK_OFF: "</a>",
}  # fmt: skip
"""How signs and marks are written, ampersands first."""
_WEB = re.compile(r"https?://[^\s\x00-\x1f]+\Z", re.IGNORECASE)


def plain(text: str) -> Tokens:
    """Roman text; no tokens at all for an empty text."""
    return (Token(text),) if text else ()


def join(separator: str, *parts: Tokens) -> Tokens:
    """Citations one after the other, but for those that are empty, with the separator between them."""
    joined: Tokens = ()
    for part in filter(None, parts):
        joined = (*joined, Token(separator), *part) if joined else part
    return joined


def to_plain(tokens: Tokens) -> str:
    """The reference as plain text."""
    return "".join(token.text for token in tokens)


def to_html(tokens: Tokens, *, linked: bool = True) -> str:
    """The reference as an HTML fragment: everything escaped, links to http and https only, or none at all."""
    text = ""
    for words, style, href in tokens:
        words = f"{ITALIC_ON}{words}{ITALIC_OFF}" if style == "italic" else words
        text += f"{LINK_ON}{href}{JOINT}{words}{LINK_OFF}" if linked and href and _WEB.match(href) else words
    for sign, written in _HTML.items():
        if sign in text:  # hardly any is, and to look is faster than to replace
            text = text.replace(sign, written)
    return text


def to_data(tokens: Tokens) -> list[dict[str, str]]:
    """The reference as plain data, for a medium that sets it itself (Typst): text, style, and a link to http or https."""
    return [_data(token) for token in tokens]


def opened(tokens: Tokens) -> Tokens:
    """A citation without its final full stop, so that something can follow; CMOS 18 puts it inside quotation marks."""
    if not tokens:
        return ()
    *before, (words, style, href) = tokens
    text, quotes = _end(words)
    return (*before, Token(text.removesuffix(".") + quotes, style, href))


def closed(tokens: Tokens) -> Tokens:
    """A citation with a final full stop, unless it ends with a mark of its own."""
    if not tokens:
        return ()
    text, quotes = _end(tokens[-1].text)
    if text.endswith((".", "?", "!")):
        return tokens
    if quotes:
        return (*tokens[:-1], tokens[-1]._replace(text=f"{text}.{quotes}"))
    return (*tokens, Token("."))


def _end(text: str) -> tuple[str, str]:
    """A text and the closing quotation marks at its end."""
    words = text.rstrip("”’")
    return words, text[len(words) :]


def _data(token: Token) -> dict[str, str]:
    link = {"href": token.href} if token.href and _WEB.match(token.href) else {}
    return {"text": token.text, "style": token.style, **link}
