"""Where the parts of a reference meet: quotation marks, full stops and commas.

The rules, all American (CMOS chapter 6): a comma or full stop goes inside a closing quotation mark; no two
of them meet; a question mark or exclamation point swallows a full stop but not a comma; inner quotation marks
alternate between double and single. Only punctuation between tokens is merged; what stands inside a token
("Wait...", "U.S.") is the source's own.
"""

from __future__ import annotations

import re

from sightline.cite.marks import (
    ITALIC_OFF,
    ITALIC_ON,
    JOINT,
    KEEP_OFF,
    KEEP_ON,
    LINK_OFF,
    LINK_ON,
    QUOTE_CLOSE,
    QUOTE_OPEN,
)  # fmt: skip
from sightline.cite.tokens import Style, Token, Tokens

_NEEDLESS_AFTER = {
    mark: frozenset(signs) for mark, signs in ((".", ".?!,;:…"), (",", ",;:"), (";", ",;:"), (":", ":;,?!"))
}
"""After which characters a mark says nothing more."""
_STRONGER_THAN = {mark: frozenset(signs) for mark, signs in ((".", ",;:"), (",", ""), (";", ","), (":", ",;"))}
"""Which characters give way to a mark that follows them."""

_BETWEEN = f"{QUOTE_CLOSE}{ITALIC_ON}{ITALIC_OFF}{LINK_OFF}{JOINT}"
_MEETING = re.compile(f"([.?!,;:…{QUOTE_CLOSE}])(?:(?<={QUOTE_CLOSE})|(?=[{_BETWEEN}]))([{_BETWEEN}]*)([.,;:])")
"""Where a mark may be needless, take another's place, or go inside; after all other characters it simply follows."""
_KEPT = re.compile(f"[{KEEP_ON}{KEEP_OFF}]")
"""Marks that have done their work, and would part a title from its full stop."""
_LOOKS = (ITALIC_ON, ITALIC_OFF, LINK_ON, LINK_OFF)
_BLANKS = re.compile("  +")
_STYLES: dict[str, Style] = {ITALIC_ON: "italic", ITALIC_OFF: "plain"}


def finish(text: str) -> Tokens:
    """Merge the punctuation where parts meet, and make tokens of the reference."""
    if KEEP_ON in text:
        text = _KEPT.sub("", text)
    start = 0
    while met := _MEETING.search(text, start):
        at, end = met.span()
        merged = _merged(met)
        start = end - 1 if merged == met[0] else at
        text = f"{text[:at]}{merged}{text[end:]}"
    text = text.replace(JOINT, "")
    if "  " in text:
        text = _BLANKS.sub(" ", text)
    return _tokens(_quoted(text) if QUOTE_OPEN in text else text)


def _merged(met: re.Match[str]) -> str:
    """A mark after what it meets: inside closing quotation marks if it is a comma or full stop, or not at all."""
    before, between, mark = met.groups()
    if before == QUOTE_CLOSE:
        before, between = "", before + between
    alone = between.strip(QUOTE_CLOSE) == ""  # all this is of one part
    if alone and (mark not in ".," or met.string[met.end() : met.end() + 1].isalnum()):
        return met[0]
    if before in _STRONGER_THAN[mark] and LINK_OFF not in between:
        before = ""
    elif before in _NEEDLESS_AFTER[mark]:
        return before + between
    elif mark not in ".,":
        return met[0]
    style, quotes, rest = between.partition(QUOTE_CLOSE)
    return f"{before}{style}{mark}{quotes}{rest}"


def _quoted(text: str) -> str:
    """The text with quotation marks at their level: double outside, single inside."""
    quoted, *runs = text.split(QUOTE_OPEN)
    depth = 0
    for run in runs:
        quoted += "‘" if depth % 2 else "“"
        depth += 1
        while QUOTE_CLOSE in run:
            depth -= 1
            run = run.replace(QUOTE_CLOSE, "’" if depth % 2 else "”", 1)
        quoted += run
    return quoted


def _tokens(text: str) -> Tokens:
    """A token for each stretch of the same look. No joint is left in the text, so each can part two stretches now."""
    for mark in _LOOKS:
        text = text.replace(mark, JOINT + mark)
    tokens: list[Token] = []
    style: Style = "plain"
    href: str | None = None
    turned = style
    joined, *runs = text.split(JOINT)
    for run in runs:
        mark, run = run[0], run[1:]
        turned = _STYLES.get(mark, turned)
        if joined[-1:] == " ":
            run = run.lstrip(" ")
        if not run:
            continue
        target = run if mark == LINK_ON else None
        if joined and (turned != style or target != href):
            tokens.append(Token(joined, style, href))
            joined = ""
        joined, style, href = joined + run, turned, target
    if joined:
        tokens.append(Token(joined, style, href))
    return tuple(tokens)
