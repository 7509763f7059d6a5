"""Writes a drawing as SVG: every node a link with a name, the order that of the document.

Only titles hold characters that mean something in SVG, and each is escaped where it is written; keys and numbers
hold none (an id is letters, digits and hyphens).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from textwrap import wrap

from markupsafe import Markup

from sightline import urls
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
    edges = "\n".join(_edges(found))
    nodes = "\n".join(
        [_layer(found, depth, corpus, sheet, references) for depth in range(len(LAYERS)) if found.layers[depth]]
    )
    sizes = zip(map(len, found.layers), LAYER_NAMES, strict=True)
    title = f"{name}: {', '.join([count(size, one) for size, one in sizes if size])}"
    few = " evidence-map--one" if found.here else ""
    total, high = found.shape.total, int(found.bottom + ROW)
    return finished(
        f'<svg class="evidence-map{few}" role="group" aria-label="{title}" viewBox="0 0 {total} {high}" width="{total}">\n'
        f'<g class="edges" aria-hidden="true">{edges}</g>\n{nodes}</svg>'
    )


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
def _ways(shape: Shape) -> dict[tuple[str, str], tuple[int, int, int]]:
    """Where the lines between two layers start, bend and end, by the kinds of record in these."""
    right = [left + width for left, width in zip(shape.left, shape.width, strict=True)]
    return {
        (LAYERS[one], LAYERS[other]): (right[one], (right[one] + shape.left[other]) // 2, shape.left[other])
        for one, other in ((0, 1), (0, 2), (1, 2), (2, 3))
    }


@lru_cache(maxsize=1024)
def _y(height: float) -> str:
    """A height as it is written; in most drawings the same rows are taken."""
    return f"{height:.1f}"


def _layer(found: Lines, depth: int, corpus: Corpus, sheet: Sheet, references: References) -> str:
    words = HEADINGS[depth] if len(found.layers[depth]) != 1 else HEADINGS[depth][:-1]
    heading = f'<text class="heading" x="{found.shape.left[depth] + 14 * (depth in (1, 3))}" y="16">{words}</text>'
    if depth == 1:
        x = found.shape.left[1] + 14
        heading += "".join(
            [f'<text class="section" x="{x}" y="{_y(y)}">{escaped(title)}</text>' for title, y in found.sections]
        )
    nodes = "\n".join([_node(found, depth, found.nodes[key], corpus, sheet, references) for key in found.layers[depth]])
    return f'<g class="layer layer--{LAYERS[depth]}">{heading}\n{nodes}</g>\n'


def _node(found: Lines, depth: int, node: Node, corpus: Corpus, sheet: Sheet, references: References) -> str:
    key, shape = node.key, found.shape
    if key == found.here:
        return _here(found, depth, node)
    name = references.short_name(key.id) if depth == 3 else title_of(corpus, key)
    lines = _rows(name, found) if depth == 0 else (key.id if depth == 2 else shortened(name, shape.letters[depth]),)
    high = len(lines) * (ROW - 2)
    open_end = depth == 1 and not corpus.marks[key]
    return (
        f'<a class="node node--{key.kind}{" node--open" if open_end else ""}" href="{sheet.to(urls.of(key))}"'
        f' data-key="{node.name}"><title>{escaped(name)}{" (no note)" if open_end else ""}</title>'
        f'<rect x="{shape.left[depth]}" y="{_y(node.height - high / 2)}" width="{shape.width[depth]}" height="{high}"/>'
        f"{_label(shape, depth, node.height, lines)}</a>"
    )


def _rows(title: str, found: Lines) -> tuple[str, ...]:
    """The title of a recommendation in rows."""
    return _wrapped(shortened(title, TITLE) if found.here else title, found.shape.letters[0])


@lru_cache(maxsize=1024)
def _wrapped(title: str, letters: int) -> tuple[str, ...]:
    """Kept, since a recommendation stands in the drawings of all its sources."""
    return tuple(wrap(title, letters))


def _here(found: Lines, depth: int, node: Node) -> str:
    """The record of the page itself: no link."""
    label = _label(found.shape, depth, node.height, ("This", "recommendation") if depth == 0 else ("This source",))
    return f'<g class="node node--{node.key.kind} node--here" data-key="{node.name}">{label}</g>'


def _label(shape: Shape, depth: int, y: float, lines: tuple[str, ...]) -> str:
    """The lines of a label, with an open ring before a finding and a full dot before a source."""
    left, first = shape.left[depth], y - (len(lines) - 1) * (ROW - 2) / 2 + 4.5
    x = left + (0, 14, shape.width[2] // 2, 14)[depth]
    sign = f'<circle cx="{left + 4}" cy="{_y(y)}" r="3.5"/>' if depth in (1, 3) else ""
    spans = [
        f'<tspan x="{x}" y="{_y(first + at * (ROW - 2))}">{escaped(line)}</tspan>' for at, line in enumerate(lines)
    ]
    return f"{sign}<text>{''.join(spans)}</text>"
