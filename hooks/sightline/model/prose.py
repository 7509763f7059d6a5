"""Prose: a text field as a small tree, from which all outputs (HTML, plain text, Markdown) are written.

So escaping is theirs by construction. ``markdown.py`` makes the tree.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, chain
from typing import NamedTuple, TypeAlias

UNWRITTEN = "To be written."
"""What stands for a text in a record that was begun and is not finished."""


class Words(NamedTuple):
    """Plain characters."""

    text: str


@dataclass(frozen=True, slots=True)
class Break:
    """A line break that the editor asked for (a backslash at the end of a line)."""


class Emphasis(NamedTuple):
    """Emphasised words; ``strong`` for the stronger kind."""

    children: tuple[Inline, ...]
    strong: bool = False


class WebLink(NamedTuple):
    """A link to an address outside the records."""

    href: str
    children: tuple[Inline, ...]


class RecordLink(NamedTuple):
    """A link to a record; no children means that the record's title is shown."""

    kind: str
    ref: str
    children: tuple[Inline, ...]


class Mark(NamedTuple):
    """A note mark: ``ref`` is ``12`` or, outside a brief, ``canada-ntib/12``."""

    ref: str
    joined: bool = False
    """True where it stands right after another mark: a comma keeps their numbers apart."""


Inline: TypeAlias = Words | Break | Emphasis | WebLink | RecordLink | Mark


class Paragraph(NamedTuple):
    """A paragraph."""

    children: tuple[Inline, ...]


class ItemList(NamedTuple):
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

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """For each mark the sentence that it belongs to, in plain words: several pages tell of each mark."""
        return tuple(chain.from_iterable(map(_sentences, _paragraphs(self.blocks))))


def plain(prose: Prose) -> str:
    """The words alone, for search, cards and titles; worked out once for each text."""
    return prose.words


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


def _sentences(paragraph: Paragraph) -> Iterator[str]:
    """For each mark in a paragraph the sentence around it."""
    *before, last = _marked(paragraph).split(_MARK)
    if not before:
        return
    text = "".join((*before, last))
    # three signs are looked for slowly
    ends = [end.end() for end in _SENTENCE_END.finditer(text.replace("!", ".").replace("?", "."))]
    for mark in accumulate(map(len, before)):
        after = bisect_left(ends, mark)
        yield text[ends[after - 1] if after else 0 : ends[after] if after < len(ends) else None].strip()


def _marked(node: Paragraph | Inline) -> str:
    """The words below a node, with a sign where a mark stands."""
    if isinstance(node, Words):
        return node.text
    if isinstance(node, Mark):
        return _MARK
    return " " if isinstance(node, Break) else "".join(map(_marked, node.children))


def _paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for item in block.items:
                yield from _paragraphs(item)


_MARK = "\0"
"""Stands for a mark; no text can hold this sign."""
_SENTENCE_END = re.compile(r"\.(?<!\b[A-Z].)(?<!\b(?:St|Dr|Mr|Ms|No|vs).)[”’\")]*(?=\s+[A-Z“‘\"(]|\s*$)")


def walk(nodes: Iterable[Block | Inline]) -> Iterator[Inline]:
    """Every inline node in a run of nodes, parents before children, in reading order."""
    for node in nodes:
        if isinstance(node, ItemList):
            for item in node.items:
                yield from walk(item)
            continue
        if not isinstance(node, Paragraph):
            yield node
        if children := getattr(node, "children", ()):
            yield from walk(children)
