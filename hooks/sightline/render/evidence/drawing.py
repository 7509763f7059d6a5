"""Writes a drawing as SVG: every node a link with a name, the order that of the document.

Only titles hold characters that mean something in SVG, and each is escaped where it is written; keys and numbers
hold none (an id is letters, digits and hyphens).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from textwrap import wrap
from typing import NamedTuple

from markupsafe import Markup

from sightline.model.corpus import Corpus
from sightline.render.escaping import escaped, finished
from sightline.render.evidence.lines import LAYERS, ROW, Lines, Node, Shape
from sightline.render.names import count, shortened, title_of
from sightline.render.references import References
from sightline.render.sheet import Sheet

HEADINGS = ("Recommendations", "Findings", "Notes", "Sources")
LAYER_NAMES = ("recommendation", "finding", "note", "source")
TITLE = 36
"""Letters of a recommendation's title in a drawing of few lines: two or three rows."""


def svg(found: Lines, name: str, corpus: Corpus, sheet: Sheet, references: References) -> Markup:
    """The drawing, once it is arranged."""
    layers = [
        piece
        for depth, layer in enumerate(found.layers)
        if layer
        for piece in _layer(found, depth, corpus, sheet, references)
    ]
    sizes = [count(len(layer), LAYER_NAMES[depth]) for depth, layer in enumerate(found.layers) if layer]
    title = f"{name}: {', '.join(sizes)}"
    few = " evidence-map--one" if found.here else ""
    total, high = found.shape.total, int(found.bottom + ROW)
    start = (
        f'<svg class="evidence-map{few}" role="group" aria-label="{title}" viewBox="0 0 {total} {high}" width="{total}">\n'
        '<g class="edges" aria-hidden="true">'
    )
    return finished("".join([start, "\n".join(_edges(found)), "</g>", *layers, "</svg>"]))


@lru_cache(maxsize=1024)
def _y(height: float) -> str:
    """A height as it is written; in most drawings the same rows are taken."""
    return f"{height:.1f}"


def _edges(found: Lines) -> Iterator[str]:
    ways = _ways(found.shape)
    for start, end, role in found.edges:
        x1, bend, x2 = ways[start.key.kind, end.key.kind]
        from_, to = _y(start.height), _y(end.height)
        yield (
            f'<path class="edge{" edge--" if role else ""}{role}" data-from="{start.name}" data-to="{end.name}"'
            f' d="M{x1} {from_}C{bend} {from_} {bend} {to} {x2} {to}"/>'
        )


@cache
def _ways(shape: Shape) -> dict[tuple[str, str], tuple[str, str, str]]:
    """Where the lines between two layers start, bend and end, by the kinds of record in these."""
    right = [left + width for left, width in zip(shape.left, shape.width, strict=True)]
    return {
        (LAYERS[one], LAYERS[other]): (
            str(right[one]),
            str((right[one] + shape.left[other]) // 2),
            str(shape.left[other]),
        )
        for one, other in ((0, 1), (0, 2), (1, 2), (2, 3))
    }


def _layer(found: Lines, depth: int, corpus: Corpus, sheet: Sheet, references: References) -> list[str]:
    """The pieces of a layer; what is drawn is long, so all are joined at once."""
    column, nodes = _columns(found.shape)[depth], found.layers[depth]
    words = HEADINGS[depth] if len(nodes) != 1 else HEADINGS[depth][:-1]
    heading = (
        f'\n<g class="layer layer--{LAYERS[depth]}"><text class="heading" x="{column.heading}" y="16">{words}</text>'
    )
    sections = [
        f'<text class="section" x="{column.label}" y="{_y(y)}">{escaped(title)}</text>'
        for title, y in (found.sections if depth == 1 else ())
    ]
    return [heading, *sections, *[_node(found, column, node, corpus, sheet, references) for node in nodes], "</g>\n"]


class _Column(NamedTuple):
    """What all nodes of a layer have in common, as it is written."""

    heading: int
    left: str
    width: str
    label: str
    """Where labels start; those of notes, where they have their middle."""
    ring: str
    """The sign before a label, up to its height: an open ring before a finding, a full dot before a source."""
    letters: int


@cache
def _columns(shape: Shape) -> tuple[_Column, ...]:
    indents = (0, 14, shape.width[2] // 2, 14)
    return tuple(
        _Column(
            left + 14 * (depth in (1, 3)), str(left), str(width), str(left + indent),
            f'<circle cx="{left + 4}" cy="' if depth in (1, 3) else "", letters,
        )
        for depth, (left, width, indent, letters) in enumerate(zip(shape.left, shape.width, indents, shape.letters, strict=True))
    )  # fmt: skip


class _Place(NamedTuple):
    """What is written for every node that stands at the same height of a layer, around its words."""

    box: str
    sign: str
    """The sign before the label; empty where the layer has none."""
    rows: tuple[str, ...]
    """The beginning of each row of the label."""


@lru_cache(maxsize=1024)
def _place(column: _Column, middle: float, rows: int) -> _Place:
    """Kept, since in most drawings the same rows are taken."""
    size, first = rows * (ROW - 2), middle - (rows - 1) * (ROW - 2) / 2 + 4.5
    return _Place(
        f'<rect x="{column.left}" y="{_y(middle - size / 2)}" width="{column.width}" height="{size}"/>',
        f'{column.ring}{_y(middle)}" r="3.5"/>' if column.ring else "",
        tuple([f'<tspan x="{column.label}" y="{_y(first + at * (ROW - 2))}">' for at in range(rows)]),
    )


def _node(found: Lines, column: _Column, node: Node, corpus: Corpus, sheet: Sheet, references: References) -> str:
    key = node.key
    kind = key.kind
    if node is found.here:
        return _here(column, node)
    name = references.short_name(key.id) if kind == "source" else title_of(corpus, key)
    if kind == "recommendation":
        lines = _rows(name, found)
    else:
        lines = (key.id if kind == "endnote" else shortened(name, column.letters),)
    safe = escaped(name)
    if safe != name:  # the words of most titles hold nothing to escape
        lines = tuple(map(escaped, lines))
    box, sign, rows = _place(column, node.height, len(lines))
    open_end = kind == "finding" and not corpus.marks[key]
    return (
        f'\n<a class="node node--{kind}{" node--open" if open_end else ""}" href="{sheet.link(key)}"'
        f' data-key="{node.name}"><title>{safe}{" (no note)" if open_end else ""}</title>'
        f"{box}{sign}{_label(rows, lines)}</a>"
    )


def rows(found: Lines, corpus: Corpus) -> int:
    """The most rows that the title of a recommendation takes in a drawing."""
    return max([len(_rows(title_of(corpus, node.key), found)) for node in found.layers[0]], default=1)


def _rows(title: str, found: Lines) -> tuple[str, ...]:
    """The title of a recommendation in rows."""
    return _wrapped(shortened(title, TITLE) if found.here else title, found.shape.letters[0])


@lru_cache(maxsize=1024)
def _wrapped(title: str, letters: int) -> tuple[str, ...]:
    """Kept, since a recommendation stands in the drawings of all its sources."""
    return tuple(wrap(title, letters))


def _here(column: _Column, node: Node) -> str:
    """The record of the page itself: no link."""
    kind = node.key.kind
    lines = ("This", "recommendation") if kind == "recommendation" else ("This source",)
    _, sign, rows = _place(column, node.height, len(lines))
    return f'\n<g class="node node--{kind} node--here" data-key="{node.name}">{sign}{_label(rows, lines)}</g>'


def _label(rows: tuple[str, ...], lines: tuple[str, ...]) -> str:
    """The words of a node, escaped already, each line in its row."""
    return f"<text>{''.join([f'{row}{line}</tspan>' for row, line in zip(rows, lines, strict=True)])}</text>"
