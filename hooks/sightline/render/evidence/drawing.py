"""Writes a drawing as SVG: every node a link with a name, the order that of the document.

Only titles hold characters that mean something in SVG, and each is escaped where it is written; keys and numbers
hold none (an id is letters, digits and hyphens).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from textwrap import wrap

from markupsafe import Markup

from sightline import urls
from sightline.model.corpus import Corpus, Key
from sightline.render.escaping import escaped
from sightline.render.evidence.lines import LAYERS, ROW, Lines
from sightline.render.names import count, shortened, title_of
from sightline.render.references import References
from sightline.render.sheet import Sheet

HEADINGS = ("Recommendations", "Findings", "Notes", "Sources")
LAYER_NAMES = ("recommendation", "finding", "note", "source")
TITLE = 36
"""Letters of a recommendation's title in a drawing of few lines: two or three rows."""
_PLACE = {name: depth for depth, name in enumerate(LAYERS)}


def svg(found: Lines, name: str, corpus: Corpus, sheet: Sheet, references: References) -> Markup:
    """The drawing, once it is arranged."""
    edges = "\n".join([_edge(found, *edge) for edge in found.edges])
    nodes = "\n".join(
        [_layer(found, depth, corpus, sheet, references) for depth in range(len(LAYERS)) if found.layers[depth]]
    )
    sizes = zip(map(len, found.layers), LAYER_NAMES, strict=True)
    title = f"{name}: {', '.join(count(size, one) for size, one in sizes if size)}"
    few = " evidence-map--one" if found.here else ""
    total, high = found.shape.total, int(found.bottom + ROW)
    return Markup(
        f'<svg class="evidence-map{few}" role="group" aria-label="{title}" viewBox="0 0 {total} {high}" width="{total}">\n'
        f'<g class="edges" aria-hidden="true">{edges}</g>\n{nodes}</svg>'
    )


def _edge(found: Lines, start: Key, end: Key, role: str) -> str:
    left, right = _PLACE[start.kind], _PLACE[end.kind]
    x1, x2 = found.shape.left[left] + found.shape.width[left], found.shape.left[right]
    bend = (x1 + x2) // 2
    kind = f" edge--{role}" if role else ""
    from_, to = f"{found.height[start]:.1f}", f"{found.height[end]:.1f}"
    path = f"M{x1} {from_}C{bend} {from_} {bend} {to} {x2} {to}"
    return f'<path class="edge{kind}" data-from="{start}" data-to="{end}" d="{path}"/>'


def _layer(found: Lines, depth: int, corpus: Corpus, sheet: Sheet, references: References) -> str:
    words = HEADINGS[depth] if len(found.layers[depth]) != 1 else HEADINGS[depth][:-1]
    heading = f'<text class="heading" x="{found.shape.left[depth] + 14 * (depth in (1, 3))}" y="16">{words}</text>'
    if depth == 1:
        x = found.shape.left[1] + 14
        heading += "".join(
            f'<text class="section" x="{x}" y="{y:.1f}">{escaped(title)}</text>' for title, y in found.sections
        )
    nodes = "\n".join([_node(found, depth, key, corpus, sheet, references) for key in found.layers[depth]])
    return f'<g class="layer layer--{LAYERS[depth]}">{heading}\n{nodes}</g>\n'


def _node(found: Lines, depth: int, key: Key, corpus: Corpus, sheet: Sheet, references: References) -> str:
    if key == found.here:
        return _here(found, depth, key)
    name = references.short_name(key.id) if key.kind == "source" else title_of(corpus, key)
    lines = _label_lines(found, depth, key, name)
    open_end = depth == 1 and not corpus.marks[key]
    y, high = found.height[key], len(lines) * (ROW - 2)
    return (
        f'<a class="node node--{key.kind}{" node--open" if open_end else ""}" href="{sheet.to(urls.of(key))}"'
        f' data-key="{key}"><title>{escaped(name)}{" (no note)" if open_end else ""}</title>'
        f'<rect x="{found.shape.left[depth]}" y="{y - high / 2:.1f}" width="{found.shape.width[depth]}" height="{high}"/>'
        f"{_sign(found, depth, y)}{_label(found, depth, y, lines)}</a>"
    )


def _label_lines(found: Lines, depth: int, key: Key, name: str) -> Sequence[str]:
    letters = found.shape.letters[depth]
    if depth == 0:
        return _rows(shortened(name, TITLE) if found.here else name, letters)
    return [key.id if depth == 2 else shortened(name, letters)]


@lru_cache(maxsize=512)
def _rows(title: str, letters: int) -> tuple[str, ...]:
    """A title in rows; the drawings of neighbouring sources show the same recommendations."""
    return tuple(wrap(title, letters))


def _here(found: Lines, depth: int, key: Key) -> str:
    """The record of the page itself: no link."""
    y, lines = found.height[key], ["This", "recommendation"] if depth == 0 else ["This source"]
    sign, label = _sign(found, depth, y), _label(found, depth, y, lines)
    return f'<g class="node node--{key.kind} node--here" data-key="{key}">{sign}{label}</g>'


def _sign(found: Lines, depth: int, y: float) -> str:
    """An open ring before a finding, a full dot before a source; the others need none."""
    return f'<circle cx="{found.shape.left[depth] + 4}" cy="{y:.1f}" r="3.5"/>' if depth in (1, 3) else ""


def _label(found: Lines, depth: int, y: float, lines: Sequence[str]) -> str:
    x = found.shape.left[depth] + (0, 14, found.shape.width[2] // 2, 14)[depth]
    first = y - (len(lines) - 1) * (ROW - 2) / 2 + 4.5
    spans = "".join(
        [f'<tspan x="{x}" y="{first + at * (ROW - 2):.1f}">{escaped(line)}</tspan>' for at, line in enumerate(lines)]
    )
    return f"<text>{spans}</text>"
