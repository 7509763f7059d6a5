"""Restricted Markdown: what a text field may be written in.

Allowed are paragraphs, emphasis, links, lists and note marks (``[^12]``); everything else in a text is plain
characters. Raw HTML and addresses other than http, https, mailto, paths from the site's root and record links are
refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, islice
from typing import TYPE_CHECKING

from sightline.model.addresses import is_record
from sightline.model.limits import MAX_PROBLEMS
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
    walk,
)  # fmt: skip
from sightline.model.refused import (
    MARK,
    ProseError,
    refuse_depth,
    refuse_long,
    wrong_links,
    wrong_numbers,
    wrong_signs,
    wrong_words,
)

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_PLAIN = re.compile(r"(?![-+]|\d+[.)])[^\\*_\[\]<\n\r\0]*")
"""Words in which nothing may be the sign of something else."""


def parse(source: str) -> Prose:
    """Parse a text field. Raises ProseError naming what is not allowed in it."""
    refuse_long(source)
    return _words_and_marks(source) or _marked_up(source)


def _words_and_marks(source: str) -> Prose | None:
    """A text without markup, as most are: one paragraph, which needs no parser. None where there may be markup."""
    pieces = MARK.split(source)
    if not all(map(_PLAIN.fullmatch, pieces[::2])) or source != source.strip() or not source:
        return None
    nodes = (
        Mark(piece, joined=place > 1 and not pieces[place - 1]) if place % 2 else Words(piece)
        for place, piece in enumerate(pieces)
        if piece
    )
    return Prose(source, (Paragraph(tuple(nodes)),), marks=tuple(pieces[1::2]))


def _marked_up(source: str) -> Prose:
    tokens = _parser().parse(source)
    refuse_depth(tokens)
    blocks = tuple(_blocks(iter(tokens), ""))
    found = [*walk(blocks)]
    linked = tokens if "](" in source else []
    faults = chain(wrong_signs(source), wrong_numbers(tokens), wrong_links(linked), wrong_words(source, found))
    if listed := [*islice(faults, MAX_PROBLEMS)]:
        raise ProseError(*listed)
    marks = tuple(node.ref for node in found if isinstance(node, Mark))
    links = tuple((node.kind, node.ref) for node in found if isinstance(node, RecordLink))
    return Prose(source, blocks, marks, links)


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    """Loaded with the first text that has markup: that takes a sixth of the time of loading everything else."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("zero").enable(["emphasis", "link", "list", "newline", "escape"])
    parser.inline.ruler.before("link", "note_mark", _note_mark)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # refused with a message in wrong_links
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # addresses are kept byte for byte
    return parser


def _note_mark(state: StateInline, silent: bool) -> bool:
    match = MARK.match(state.src, state.pos)
    if not match:
        return False
    if not silent:
        state.push("note_mark", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _blocks(tokens: Iterator[Token], until: str) -> Iterator[Block]:
    for token in tokens:
        if token.type == until:
            return
        if token.type == "inline":
            yield Paragraph(tuple(_inlines(iter(token.children or ()), "")))
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            close = token.type.replace("_open", "_close")
            yield ItemList(tuple(_items(tokens, close)), ordered=token.type.startswith("ordered"))


def _items(tokens: Iterator[Token], until: str) -> Iterator[tuple[Block, ...]]:
    for token in tokens:
        if token.type == until:
            return
        if token.type == "list_item_open":
            yield tuple(_blocks(tokens, "list_item_close"))


def _inlines(tokens: Iterator[Token], until: str) -> Iterator[Inline]:
    joined = False
    for token in tokens:
        if token.type == until:
            return
        if token.type == "note_mark":
            yield Mark(token.content, joined)
            joined = True
            continue
        joined = joined and token.type == "text" and not token.content
        match token.type:
            case "em_open":
                yield Emphasis(tuple(_inlines(tokens, "em_close")))
            case "strong_open":
                yield Emphasis(tuple(_inlines(tokens, "strong_close")), strong=True)
            case "link_open":
                yield _link(token, tuple(_inlines(tokens, "link_close")))
            case "softbreak":
                yield Words(" ")
            case "hardbreak":
                yield Break()
            case _:
                if token.content:
                    yield Words(token.content)


def _link(token: Token, children: tuple[Inline, ...]) -> Inline:
    href = str(token.attrs["href"])
    if is_record(href):
        scheme, _, rest = href.partition(":")
        return RecordLink(scheme, rest, children)
    return WebLink(href, children)
