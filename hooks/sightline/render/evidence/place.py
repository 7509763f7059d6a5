"""Gives every node of a drawing its height.

Findings stand in the order of the brief, under the heading of their section. Each other layer is pulled to
where its neighbours stand and pushed apart only as far as its rows need: so most lines run nearly level.
"""

from __future__ import annotations

from collections.abc import Iterator

from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Key
from sightline.render.evidence.lines import HEADING, ROW, TOP, Lines


def arrange(found: Lines) -> None:
    """Put everything beside the findings, which stand already."""
    for depth in (2, 3):
        layer = found.layers[depth]
        pull = {key: _pull(found, key) for key in layer}
        if depth == 3:  # notes keep the order of their numbers
            layer.sort(key=pull.__getitem__)
        found.height.update(zip(layer, _spread([pull[key] for key in layer]), strict=True))
    found.bottom = max(found.height.values())
    if found.here:  # few: pulled to what they rest on, as the other layers are
        _arrange_few(found)
    else:
        _arrange_recommendations(found)


def in_rows(found: Lines) -> None:
    """The findings of one record's drawing: one below the other."""
    for position, finding in enumerate(found.layers[1]):
        found.height[finding] = TOP + (position + 0.5) * ROW


def by_section(found: Lines, corpus: Corpus, brief: Brief) -> None:
    """The findings of a brief's drawing, each section under its heading."""
    titles = {section.id: section.title for section in brief.sections}
    y, last = float(TOP), None
    for key in found.layers[1]:
        section = getattr(corpus.records[key], "section", None) if key.brief == brief.id else None
        if section != last:
            found.sections.append((titles.get(section or "", "In another brief"), y + HEADING - 8))
            y, last = y + HEADING, section
        found.height[key] = y + ROW / 2
        y += ROW


def _arrange_recommendations(found: Lines) -> None:
    """The few recommendations share the whole height, so that their fans of lines stay apart."""
    found.layers[0].sort(key=lambda key: _pull(found, key))
    step = (found.bottom - TOP - HEADING) / max(len(found.layers[0]), 1)
    for position, key in enumerate(found.layers[0]):
        found.height[key] = TOP + HEADING + (position + 0.5) * step


def _arrange_few(found: Lines) -> None:
    layer = found.layers[0]
    pull = {key: _pull(found, key) for key in layer}
    layer.sort(key=pull.__getitem__)
    found.height.update(zip(layer, _spread([pull[key] for key in layer], 3 * ROW), strict=True))
    found.bottom = max(found.height.values())


def _pull(found: Lines, key: Key) -> float:
    """The mean height of the neighbours that are placed already; the top where there is none."""
    placed = [found.height[other] for other in found.neighbours.get(key, ()) if other in found.height]
    return sum(placed) / len(placed) if placed else TOP + ROW


def _spread(wanted: list[float], step: float = ROW) -> Iterator[float]:
    """Heights in the given order, at least ``step`` apart and as near to the wanted ones as that allows.

    Nodes that would overlap form a block, which stands where its nodes want to be on average.
    """
    blocks: list[tuple[float, int]] = []
    for height in wanted:
        middle, size = height, 1
        while blocks and middle - (size - 1) * step / 2 < blocks[-1][0] + blocks[-1][1] * step / 2 + step / 2:
            other, count = blocks.pop()
            middle = (other * count + (middle * size)) / (count + size)
            size += count
        blocks.append((middle, size))
    low = TOP + HEADING + step / 2
    for middle, size in blocks:
        first = max(middle - (size - 1) * step / 2, low)
        yield from (first + index * step for index in range(size))
        low = first + size * step
