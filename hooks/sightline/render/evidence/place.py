"""Gives every node of a drawing its height.

Findings stand in the order of the brief, under the heading of their section. Each other layer is pulled to
where its neighbours stand and pushed apart only as far as its rows need: so most lines run nearly level.
"""

from __future__ import annotations

from sightline.model.brief import Brief
from sightline.model.corpus import Corpus
from sightline.render.evidence.lines import HEADING, ROW, TOP, Lines, Node


def arrange(found: Lines, rows: int = 1) -> None:
    """Put everything beside the findings, which stand already; ``rows`` is the most that a recommendation's name takes."""
    _settle(found, 2)
    _settle(found, 3)
    found.bottom = max([node.height for node in found.nodes.values()])
    if found.here:  # few: pulled to what they rest on, as the other layers are
        _settle(found, 0, 3 * ROW)
        found.bottom = max([found.bottom, *[node.height for node in found.layers[0]]])
    else:
        _arrange_recommendations(found, rows)


def in_rows(found: Lines) -> None:
    """The findings of one record's drawing: one below the other."""
    for position, finding in enumerate(found.layers[1]):
        finding.height = TOP + (position + 0.5) * ROW


def by_section(found: Lines, corpus: Corpus, brief: Brief) -> None:
    """The findings of a brief's drawing, each section under its heading."""
    titles = {section.id: section.title for section in brief.sections}
    y, last = float(TOP), None
    for node in found.layers[1]:
        section = getattr(corpus.records[node.key], "section", None) if node.key.brief == brief.id else None
        if section != last:
            found.sections.append((titles.get(section or "", "In another brief"), y + HEADING - 8))
            y, last = y + HEADING, section
        node.height = y + ROW / 2
        y += ROW


def _arrange_recommendations(found: Lines, rows: int) -> None:
    """The few recommendations share the whole height, so that their fans of lines stay apart; more where names need it."""
    layer = found.layers[0]
    layer.sort(key=_pull)
    step = max((found.bottom - TOP - HEADING) / max(len(layer), 1), rows * ROW)
    for position, node in enumerate(layer):
        node.height = TOP + HEADING + (position + 0.5) * step
    found.bottom = max(found.bottom, TOP + HEADING + len(layer) * step)


def _settle(found: Lines, depth: int, step: float = ROW) -> None:
    """Pull the nodes of a layer to their neighbours; notes keep the order of their numbers."""
    layer = found.layers[depth]
    for node in layer:
        node.height = _pull(node)
    if depth != 2:
        layer.sort(key=lambda node: node.height)
    for at, height in enumerate(_spread([node.height for node in layer], step)):
        layer[at].height = height


def _pull(node: Node) -> float:
    """The mean height of the neighbours that are placed already; the top where there is none."""
    return sum([other.height for other in node.beside]) / len(node.beside) if node.beside else TOP + ROW


def _spread(wanted: list[float], step: float) -> list[float]:
    """Heights in the given order, at least ``step`` apart and as near to the wanted ones as that allows.

    Nodes that would overlap form a block, which stands where its nodes want to be on average.
    """
    blocks: list[tuple[float, int, float]] = []  # the middle, how many nodes, and above what nothing else may begin
    for height in wanted:
        middle, size, top = height, 1, height
        while blocks and top < blocks[-1][2]:
            other, count, _ = blocks.pop()
            middle = (other * count + (middle * size)) / (count + size)
            size += count
            top = middle - (size - 1) * step / 2
        blocks.append((middle, size, middle + size * step / 2 + step / 2))
    heights: list[float] = []
    low = TOP + HEADING + step / 2
    for middle, size, _ in blocks:
        first = max(middle - (size - 1) * step / 2, low)
        heights += [first + index * step for index in range(size)]
        low = first + size * step
    return heights
