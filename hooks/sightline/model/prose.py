"""Prose: a text field in restricted Markdown, parsed once into a small tree.

Allowed are paragraphs, emphasis, links, lists and note marks (``[^12]``); everything else in a text is
plain characters. Raw HTML and addresses other than http, https, mailto, relative paths and record links
are refused, not cleaned: what an editor wrote is what a reader sees. All outputs (HTML, plain text,
Markdown) are written from the tree, so escaping is theirs by construction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TypeAlias

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from sightline.model.addresses import RECORD_SCHEMES, link_target
from sightline.model.limits import MAX_BRACKETS, MAX_NESTING, MAX_TEXT


class ProseError(ValueError):
    """A text that may not be published as it stands; ``needle`` is the part at fault."""

    def __init__(self, code: str, message: str, needle: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.needle = needle


@dataclass(frozen=True, slots=True)
class Words:
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the editor asked for (a backslash at the end of a line)."""


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Emphasised words; ``strong`` for the stronger kind."""

    children: tuple[Inline, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class WebLink:
    """A link to an address outside the records."""

    href: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class RecordLink:
    """A link to a record; no children means that the record's title is shown."""

    kind: str
    ref: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """A note mark: ``ref`` is ``12`` or, outside a brief, ``canada-ntib/12``."""

    ref: str


Inline: TypeAlias = Words | Break | Emphasis | WebLink | RecordLink | Mark


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list; each item is a run of blocks."""

    items: tuple[tuple[Block, ...], ...]
    ordered: bool = False


Block: TypeAlias = Paragraph | ItemList


@dataclass(frozen=True)
class Prose:
    """A parsed text field."""

    source: str
    """The text as it was written."""
    blocks: tuple[Block, ...]
    marks: tuple[str, ...] = ()
    """The note marks in order of appearance, repeats included."""
    links: tuple[tuple[str, str], ...] = ()
    """(kind, ref) of the record links in order of appearance."""

    def __bool__(self) -> bool:
        return bool(self.blocks)

    @cached_property
    def words(self) -> str:
        """The words alone: no marks, no markup, blocks joined by a blank."""
        return " ".join(" ".join(map(_plain, self.blocks)).split())


def parse(source: str) -> Prose:
    """Parse a text field. Raises ProseError naming what is not allowed in it."""
    _refuse_long(source)
    return _words_and_marks(source) or _marked_up(source)


def _words_and_marks(source: str) -> Prose | None:
    """A text without markup, as most are: one paragraph, which needs no parser. None where there may be markup."""
    pieces = _MARK.split(source)
    if any(map(_MARKUP.search, pieces[::2])) or source != source.strip() or not source:
        return None
    nodes = (Mark(piece) if place % 2 else Words(piece) for place, piece in enumerate(pieces) if piece)
    return Prose(source, (Paragraph(tuple(nodes)),), marks=tuple(pieces[1::2]))


def _marked_up(source: str) -> Prose:
    _refuse(source)
    tokens = _parser().parse(source)
    _refuse_depth(tokens)
    blocks = tuple(_blocks(iter(tokens), ""))
    found = [*_walk(blocks)]
    _refuse_lost(source, found)
    return Prose(
        source=source,
        blocks=blocks,
        marks=tuple(node.ref for node in found if isinstance(node, Mark)),
        links=tuple((node.kind, node.ref) for node in found if isinstance(node, RecordLink)),
    )


def plain(prose: Prose) -> str:
    """The words alone, for search, cards and titles; worked out once for each text."""
    return prose.words


def walk(prose: Prose) -> Iterator[Inline]:
    """Every inline node of a text, parents before children, in reading order."""
    return _walk(prose.blocks)


def _plain(node: Block | Inline) -> str:
    match node:
        case Words(text):
            return text
        case ItemList(items=items):
            return " ".join(_plain(block) for item in items for block in item)
        case RecordLink(_, ref, ()):
            return ref.rpartition("/")[2].replace("-", " ")  # its title is shown where the corpus is at hand
        case Paragraph(children) | Emphasis(children) | WebLink(_, children) | RecordLink(_, _, children):
            return "".join(map(_plain, children))
        case _:
            return " " if isinstance(node, Break) else ""


def _walk(nodes: Iterable[Block | Inline]) -> Iterator[Inline]:
    for node in nodes:
        if isinstance(node, ItemList):
            for item in node.items:
                yield from _walk(item)
            continue
        if not isinstance(node, Paragraph):
            yield node
        if children := getattr(node, "children", ()):
            yield from _walk(children)


_HTML = re.compile(r"<(?:[A-Za-z][^<>\n]{0,40}>?|[/!?][^<>\n]{0,40}>?)")
_FOOTNOTE_LIKE = re.compile(r"\[\^[^\]]{0,40}\]?")
_LINK_LIKE = re.compile(r"\[[^\[\]\n]{1,60}\]\([^()\n]{0,60}")
_MARK = re.compile(r"\[\^((?:[a-z][a-z0-9-]*/)?[1-9]\d{0,4})\]")
_MARKUP = re.compile(r"[\\*_\[\]<\n\r\0]|^(?:[-+]|\d+[.)])")
"""What may be the sign of something else than words and note marks."""


def _refuse_long(source: str) -> None:
    if len(source) > MAX_TEXT:
        raise ProseError("too-long", f"is {len(source):,} characters long; the limit is {MAX_TEXT:,}; part it")
    if source.count("[") + source.count("]") > MAX_BRACKETS:
        raise ProseError("too-long", f"has more than {MAX_BRACKETS} square brackets; part the text", "[")


def _refuse(source: str) -> None:
    if html := _HTML.search(source):
        raise ProseError("raw-html", f"has HTML in it ('{html[0]}'), which is not passed on", html[0])
    for mark in _FOOTNOTE_LIKE.finditer(source):
        if not _MARK.match(mark[0]):
            raise ProseError("bad-mark", f"has '{mark[0]}', which is no note mark: write [^12] or [^brief/12]", mark[0])


def _refuse_depth(tokens: list[Token]) -> None:
    """Deep nesting is no writing: the parser drops what lies deeper than it looks, and recursion has an end."""
    depth = 0
    for token in tokens:
        depth += token.nesting
        if depth > MAX_NESTING:
            raise ProseError("too-deep", "has lists in lists, or emphasis in emphasis, deeper than anyone can follow")
        if token.children:
            _refuse_depth(token.children)


def _refuse_lost(source: str, found: list[Inline]) -> None:
    """A text of markup alone says nothing; what looks like a link and is none would be printed as it stands."""
    if source.strip() and not any(isinstance(node, (Words, Mark, RecordLink)) for node in found):
        raise ProseError("bad-value", "has no words in it")
    for node in found:
        if isinstance(node, Words) and (link := _LINK_LIKE.search(node.text)) and "\\](" not in source:
            hint = "an address has no blanks; write \\]( where no link is meant"
            raise ProseError("bad-url", f"has '{link[0]}', which looks like a link and is none: {hint}", link[0])


def _lost_number(number: str) -> ProseError:
    return ProseError(
        "lost-number",
        f"has a line that starts with '{number}' and would become a list item with another number:"
        " put a backslash before the full stop, as in 1986\\.",
        number,
    )


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero").enable(["emphasis", "link", "list", "newline", "escape"])
    parser.inline.ruler.before("link", "note_mark", _note_mark)
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # refused with a message in _link
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]  # addresses are kept byte for byte
    return parser


def _note_mark(state: StateInline, silent: bool) -> bool:
    match = _MARK.match(state.src, state.pos)
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
    expected = 0
    for token in tokens:
        if token.type == until:
            return
        if token.type == "list_item_open":
            expected += 1
            if token.info not in ("", "1", str(expected)):
                raise _lost_number(f"{token.info}{token.markup}")
            yield tuple(_blocks(tokens, "list_item_close"))


def _inlines(tokens: Iterator[Token], until: str) -> Iterator[Inline]:
    for token in tokens:
        if token.type == until:
            return
        match token.type:
            case "note_mark":
                yield Mark(token.content)
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
    scheme, colon, rest = href.partition(":")
    if title := token.attrs.get("title"):
        raise ProseError("bad-url", f"has the title '{title}' in a link, which is not shown; take it out", str(title))
    if colon and scheme in RECORD_SCHEMES:
        return RecordLink(scheme, rest, children)
    if wrong := link_target(href):
        raise ProseError("bad-url", f"links to '{href[:200]}', which {wrong}", href)
    if not children:
        raise ProseError("bad-url", f"has a link to '{href}' without words to click on", href)
    return WebLink(href, children)
