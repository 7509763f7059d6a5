"""What may not stand in a text: it is refused, not cleaned, so what an editor wrote is what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from sightline.model.addresses import RECORD_SCHEMES, is_record, link_target
from sightline.model.limits import MAX_BRACKETS, MAX_NESTING, MAX_TEXT
from sightline.model.prose import Inline, Mark, RecordLink, Words

if TYPE_CHECKING:
    from markdown_it.token import Token


class Fault(NamedTuple):
    """One thing in a text that may not be published as it stands."""

    code: str
    message: str
    """What is wrong, as the end of a sentence that begins with the name of the field."""
    needle: str = ""
    """The part at fault; empty means all of the text."""
    nth: int = 0
    """Which of the places where the needle stands, counted from 0."""


class ProseError(ValueError):
    """A text that may not be published as it stands, with all its faults."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.message for fault in faults))
        self.faults = faults


_HTML = re.compile(r"<(?:[A-Za-z][^<>\n]{0,40}>?|[/!?][^<>\n]{0,40}>?)")
_FOOTNOTE_LIKE = re.compile(r"\[\^[^\]]{0,40}\]?")
_LINK_LIKE = re.compile(
    rf"\[[^\[\]\n]{{1,60}}\](?:\(| \((?:{'|'.join(sorted(RECORD_SCHEMES))}|https?|mailto):(?=\S))[^()\n]{{0,60}}"
)
MARK = re.compile(r"\[\^((?:[a-z][a-z0-9-]*/)?[1-9]\d{0,4})\]")
"""A note mark, of this brief or of another."""


def refuse_long(source: str) -> None:
    """No text is longer, and none has more brackets, than the parser is quick with."""
    if len(source) > MAX_TEXT:
        raise ProseError(Fault("too-long", f"is {len(source):,} characters long; the limit is {MAX_TEXT:,}; part it"))
    if len(source) > MAX_BRACKETS and source.count("[") + source.count("]") > MAX_BRACKETS:
        raise ProseError(Fault("too-long", f"has more than {MAX_BRACKETS} square brackets; part the text", "["))


def refuse_depth(tokens: list[Token]) -> None:
    """Deep nesting is no writing: the parser drops what lies deeper than it looks, and recursion has an end."""
    depth = 0
    for token in tokens:
        depth += token.nesting
        if depth > MAX_NESTING:
            message = "has lists in lists, or emphasis in emphasis, deeper than anyone can follow"
            raise ProseError(Fault("too-deep", message))
        if token.children:
            refuse_depth(token.children)


def wrong_signs(source: str) -> Iterator[Fault]:
    """HTML, and what looks like a note mark and is none: they would be printed as they stand."""
    for place, html in enumerate(_HTML.finditer(source)):
        if place == 0 or not html[0].startswith("</"):  # else it closes what is refused already
            yield _at(html, source, "raw-html", f"has HTML in it ('{html[0]}'), which is not passed on")
    for mark in _FOOTNOTE_LIKE.finditer(source):
        if not MARK.match(mark[0]):
            yield _at(mark, source, "bad-mark", f"has '{mark[0]}', which is no note mark: write [^12] or [^brief/12]")


def _at(found: re.Match[str], source: str, code: str, message: str) -> Fault:
    return Fault(code, message, found[0], source.count(found[0], 0, found.start()))


def wrong_numbers(tokens: list[Token]) -> Iterator[Fault]:
    """Items of lists whose numbers readers would not see."""
    counts: list[int] = []
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            counts.append(0)
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            counts.pop()
        elif token.type == "list_item_open":
            counts[-1] += 1
            if token.info not in ("", "1", str(counts[-1])):
                number = f"{token.info}{token.markup}"
                message = (
                    f"has a line that starts with '{number}' and would become a list item with another number:"
                    " put a backslash before the full stop, as in 1986\\."
                )
                yield Fault("lost-number", message, number)


def wrong_links(tokens: list[Token]) -> Iterator[Fault]:
    """Links that lead where no reader may be sent, that say more than is shown, or that have nothing to click on."""
    seen: list[str] = []
    for block in tokens:
        children = block.children or []
        for place, token in enumerate(children):
            if token.type != "link_open":
                continue
            href, title = str(token.attrs["href"]), str(token.attrs.get("title", ""))
            if title:
                yield Fault("bad-url", f"has the title '{title}' in a link, which is not shown; take it out", title)
            elif wrong := _wrong_link(href, children, place + 1):
                yield Fault("bad-url", wrong, href, seen.count(href))
                seen.append(href)


def _wrong_link(href: str, children: list[Token], inside: int) -> str:
    if is_record(href):
        blank = children[inside].type != "link_close" and not _has_words(children, inside)
        return f"has a link to '{href}' of nothing but a blank; write []({href}) for its title" if blank else ""
    if wrong := link_target(href):
        return f"links to '{href[:200]}', which {wrong}"
    return "" if _has_words(children, inside) else f"has a link to '{href}' without words to click on"


def _has_words(children: list[Token], inside: int) -> bool:
    """Whether there is anything to be seen before the link ends."""
    for token in islice(children, inside, None):
        if token.type == "link_close":
            return False
        if token.content.strip():
            return True
    return False


def wrong_words(source: str, found: list[Inline]) -> Iterator[Fault]:
    """A text of markup alone says nothing; what looks like a link and is none would be printed as it stands."""
    if source.strip() and not any(isinstance(node, (Words, Mark, RecordLink)) for node in found):
        yield Fault("bad-value", "has no words in it")
    for node in found:
        if (
            isinstance(node, Words)
            and (link := _LINK_LIKE.search(node.text))
            and "\\](" not in source.replace("] (", "](")
        ):
            hint = "an address has no blanks, nor one before it; write \\] where no link is meant"
            yield Fault("bad-url", f"has '{link[0]}', which looks like a link and is none: {hint}", link[0])
