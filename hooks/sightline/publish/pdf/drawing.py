"""The line of sight of a recommendation as a drawing for paper: findings, notes and sources, and lines between them.

Heights are worked out here and set by Typst; every label is a link. What is drawn is also said in words beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from sightline.link import key_for
from sightline.link.record_data import Json
from sightline.model.brief import Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.model.keys import source_key
from sightline.publish.pdf.folio import Folio, Node
from sightline.render.names import count, shortened, title_of

ROW = 12.5
"""Height of a row, in points."""
LETTERS = {"finding": 54, "source": 42}
"""How much of a label fits into its column."""

Edge = tuple[Key, Key, str]


def drawing(folio: Folio, one: Recommendation) -> Node | None:
    """Nodes by column, and the edges between them; None where no note is marked."""
    corpus, here = folio.corpus, one.key
    grounds = {key_for("finding", ground.finding, one.brief): ground.role for ground in one.rests_on}
    findings = sorted(grounds, key=lambda key: _first_note(corpus, key))
    marked = dict.fromkeys(note for user in (here, *findings) for note in corpus.marks[user])
    notes = sorted(marked, key=lambda note: (note.brief != one.brief, note.brief, int(note.id)))
    if not notes:
        return None
    edges: list[Edge] = [(here, finding, role) for finding, role in grounds.items()]
    edges += [(user, note, "") for user in (here, *findings) for note in corpus.marks[user]]
    edges += [(note, source_key(work.source), "") for note in notes for work in corpus.notes[note].resolved]
    heights = _heights(findings, notes, edges)
    heights[here] = max(sum(heights[key] for key in findings) / len(findings) if findings else 0, ROW)
    return _data(folio, heights, list(dict.fromkeys(edges)))


def _first_note(corpus: Corpus, finding: Key) -> float:
    """Findings without a note come last, so that the lines of the others run nearly level."""
    return min((int(note.id) for note in corpus.marks[finding]), default=inf)


def _heights(findings: list[Key], notes: list[Key], edges: list[Edge]) -> dict[Key, float]:
    heights = {key: (place + 0.5) * ROW for place, key in enumerate(findings)}
    heights |= zip(notes, _spread([_pull(key, edges, heights) for key in notes]), strict=True)
    sources = list(dict.fromkeys(end for _, end, _ in edges if end.kind == "source"))
    sources.sort(key=lambda key: _pull(key, edges, heights))
    heights |= zip(sources, _spread([_pull(key, edges, heights) for key in sources]), strict=True)
    return heights


def _pull(key: Key, edges: list[Edge], heights: dict[Key, float]) -> float:
    """The mean height of the neighbours that stand already; the top where there is none."""
    placed = [heights[start] for start, end, _ in edges if end == key and start in heights]
    return sum(placed) / len(placed) if placed else ROW / 2


def _spread(wanted: list[float]) -> Iterator[float]:
    """Heights in the given order, at least a row apart; those that would overlap stand around their middle."""
    blocks: list[tuple[float, int]] = []
    for height in wanted:
        middle, size = height, 1
        while blocks and middle - size * ROW / 2 < blocks[-1][0] + blocks[-1][1] * ROW / 2:
            other, number = blocks.pop()
            middle, size = (other * number + middle * size) / (number + size), number + size
        blocks.append((middle, size))
    low = ROW / 2
    for middle, size in blocks:
        first = max(middle - (size - 1) * ROW / 2, low)
        yield from (first + place * ROW for place in range(size))
        low = first + size * ROW


def _data(folio: Folio, heights: dict[Key, float], edges: list[Edge]) -> Node:
    ends = {start for start, _, _ in edges}
    nodes: list[Json] = [
        {
            "column": key.kind,
            "y": round(y, 2),
            "text": _label(folio, key),
            "open": key.kind == "finding" and key not in ends,
            **folio.target(key),
        }
        for key, y in heights.items()
    ]
    lines: list[Json] = [
        {
            "from": start.kind,
            "to": end.kind,
            "y1": round(heights[start], 2),
            "y2": round(heights[end], 2),
            "role": role,
            "label": _label(folio, start),
        }
        for start, end, role in edges
    ]
    return {"height": round(max(heights.values()) + ROW / 2, 2), "nodes": nodes, "lines": lines, "alt": _alt(heights)}


def _label(folio: Folio, key: Key) -> str:
    if key.kind == "recommendation":
        return "This"
    if key.kind == "endnote":
        return folio.label(key)
    name = folio.render.references.short_name(key.id) if key.kind == "source" else title_of(folio.corpus, key)
    return shortened(name, LETTERS[key.kind])


def _alt(heights: dict[Key, float]) -> str:
    names = (("finding", "finding"), ("endnote", "note"), ("source", "source"))
    sizes = [(sum(key.kind == kind for key in heights), name) for kind, name in names]
    parts = ", ".join(count(size, name) for size, name in sizes if size)
    return f"Line of sight, drawn: from the recommendation to {parts}. The text beside it says the same in words."
