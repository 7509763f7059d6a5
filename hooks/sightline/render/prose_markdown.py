"""Prose and references to Markdown: what means something in Markdown is escaped here, by construction.

A note mark becomes a footnote mark, ``[^12]``; the page that carries the text defines the note.
"""

from __future__ import annotations

import re
from typing import Protocol

from sightline import cite
from sightline.model.prose import (
    Block,
    Break,
    Emphasis,
    Inline,
    ItemList,
    Mark,
    Paragraph,
    Prose,
    RecordLink,
    WebLink,
    Words,
)


class Targets(Protocol):
    """Where what leads away from a text leads to; ``brief`` is the one that bare references in the text mean."""

    def mark(self, reference: str, brief: str) -> str:
        """The label of a note, from its reference."""
        ...

    def record(self, kind: str, reference: str, brief: str) -> tuple[str, str]:
        """The address and the title of a record, from its kind and reference."""
        ...

    def web(self, address: str) -> str:
        """An address outside the records, as it is written in this file."""
        ...


_SPECIAL = re.compile(r"[\\`*_\[\]<>|~&](?:(?<!&)|(?=#?\w+;))")
"""What would be markup anywhere; an ampersand, where an entity begins with it."""
_START = re.compile(r"(?:#+|[+-]|([0-9]{1,9})([.)]))(?=\s|$)")
"""What would begin a heading or a list, at the start of a line."""
_STARTS = "#+-0123456789"
"""The first characters of these."""
_AWKWARD = re.compile(r"[()\x00-\x20\x7f]")
"""What no address in a link has unless brackets stand around it."""


def escaped(text: str) -> str:
    """Plain characters in which nothing is Markdown."""
    text = _SPECIAL.sub(_escaped, text)
    if "\n" in text:
        return "\n".join(map(_line, text.split("\n")))
    return _line(text) if text[:1] in _STARTS else text


def _escaped(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def _line(text: str) -> str:
    start = _START.match(text)
    if not start:
        return text
    number = start[1] or ""
    return f"{number}\\{text[len(number) :]}"


def blocks(prose: Prose, targets: Targets, brief: str) -> str:
    """A text with its paragraphs and lists, without a line break at the end."""
    return "\n\n".join([_block(block, targets, brief) for block in prose.blocks])


def inline(prose: Prose, targets: Targets, brief: str) -> str:
    """A text in one line."""
    return " ".join([_block(block, targets, brief).replace("\n", " ") for block in prose.blocks])


def link(words: str, address: str) -> str:
    """A link; the words are Markdown already."""
    return f"[{words}](<{address}>)" if _AWKWARD.search(address) else f"[{words}]({address})"


def _block(block: Block, targets: Targets, brief: str) -> str:
    if isinstance(block, Paragraph):
        return _inlines(block.children, targets, brief)
    return "\n".join([_item(item, block, place, targets, brief) for place, item in enumerate(block.items, 1)])


def _item(item: tuple[Block, ...], parent: ItemList, place: int, targets: Targets, brief: str) -> str:
    sign = f"{place}. " if parent.ordered else "- "
    text = "\n\n".join([_block(block, targets, brief) for block in item])
    return sign + text.replace("\n", "\n" + " " * len(sign))


def _inlines(nodes: tuple[Inline, ...], targets: Targets, brief: str) -> str:
    written = [escaped(one.text) if isinstance(one, Words) else _inline(one, targets, brief) for one in nodes]
    return "".join(written)


def _inline(node: Mark | Emphasis | RecordLink | WebLink | Break, targets: Targets, brief: str) -> str:
    match node:
        case Mark():
            return f"[^{targets.mark(node.ref, brief)}]"
        case Emphasis(children, strong):
            sign = "**" if strong else "*"
            return f"{sign}{_inlines(children, targets, brief)}{sign}"
        case RecordLink(kind, ref, children):
            address, title = targets.record(kind, ref, brief)
            return link(_inlines(children, targets, brief) if children else escaped(title), address)
        case WebLink(href, children):
            return link(_inlines(children, targets, brief), targets.web(href))
        case Break():
            return "\\\n"


def reference(tokens: cite.Tokens) -> str:
    """A formatted reference: italics as emphasis, addresses as links."""
    return "".join([_token(text, style, href) for text, style, href in tokens])


def _token(text: str, style: str, href: str | None) -> str:
    if href:
        return f"<{href}>" if href == text else link(escaped(text), href)
    if style != "italic" or not (inner := text.strip()):
        return escaped(text)
    before, after = text.split(inner, 1)
    return f"{before}*{escaped(inner)}*{after}"
