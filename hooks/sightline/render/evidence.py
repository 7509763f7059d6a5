"""Draws the evidence map of a brief: four layers, every node a link, the order that of the document.

Notes keep their numbers' order and pull the rest along: a finding stands at its first note, a source at its
first citation, a recommendation in the middle of its findings. So most lines run nearly level.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from sightline import urls
from sightline.link import key_for, key_of
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Key
from sightline.render.names import shortened, title_of
from sightline.render.references import References
from sightline.render.sheet import Sheet

ROW, TOP = 20, 34
LAYERS = ("recommendation", "finding", "endnote", "source")
HEADINGS = ("Recommendations", "Findings", "Notes", "Sources")
LEFT = (0, 250, 600, 690)
WIDTH = (200, 300, 40, 270)
LETTERS = (32, 50, 4, 44)
"""How many letters of a label fit into a node of each layer."""
TOTAL_WIDTH = LEFT[-1] + WIDTH[-1]


@dataclass(slots=True)
class _Map:
    layers: tuple[list[Key], ...] = field(default_factory=lambda: ([], [], [], []))
    edges: list[tuple[Key, Key]] = field(default_factory=list)
    height: dict[Key, float] = field(default_factory=dict)


def draw(corpus: Corpus, brief: Brief, sheet: Sheet, references: References) -> Markup:
    """The map as SVG; empty where the brief has no note to draw a line to."""
    found = _collect(corpus, brief)
    if not found.layers[2]:
        return Markup("")
    _arrange(found)
    rows = max(len(layer) for layer in found.layers)
    edges = Markup("\n").join(_edge(found, edge) for edge in found.edges)
    nodes = Markup("\n").join(
        _layer(found, depth, corpus, sheet, references) for depth in range(len(LAYERS)) if found.layers[depth]
    )
    title = f"Evidence map: {len(found.layers[0])} recommendations, {len(found.layers[1])} findings, "
    title += f"{len(found.layers[2])} notes, {len(found.layers[3])} sources"
    return Markup(
        '<svg class="evidence-map" role="group" aria-label="%s" viewBox="0 0 %d %d" width="%d">\n'
        '<g class="edges" aria-hidden="true">%s</g>\n%s</svg>'
    ) % (title, TOTAL_WIDTH, TOP + rows * ROW + 4, TOTAL_WIDTH, edges, nodes)


def _collect(corpus: Corpus, brief: Brief) -> _Map:
    found = _Map()
    notes = [note for key, note in corpus.notes.items() if key.brief == brief.id]
    grounds = {
        key_of(one): [key_for("finding", ground.finding, one.brief) for ground in one.rests_on]
        for one in corpus.recommendations
        if one.brief == brief.id
    }
    marked = (use.record for note in notes for use in note.uses if use.record.kind == "finding")
    ground_keys = (key for keys in grounds.values() for key in keys)
    found.layers[0].extend(grounds)
    found.layers[1].extend(dict.fromkeys([*marked, *ground_keys]))
    found.layers[2].extend(note.key for note in notes)
    found.layers[3].extend(dict.fromkeys(Key("source", "", work.source) for note in notes for work in note.resolved))
    found.edges += [(one, finding) for one, findings in grounds.items() for finding in findings]
    for note in notes:
        users = dict.fromkeys(use.record for use in note.uses if use.record.kind in ("finding", "recommendation"))
        found.edges += [(user, note.key) for user in users]
        found.edges += [(note.key, key) for key in dict.fromkeys(Key("source", "", w.source) for w in note.resolved)]
    return found


def _arrange(found: _Map) -> None:
    """Give each node its height: layers with fewer nodes are spread over the whole height."""
    rows = max(len(layer) for layer in found.layers)
    for depth in (2, 1, 3, 0):
        layer = found.layers[depth]
        if depth != 2:
            pull = {key: _pull(found, key, mean=depth == 0) for key in layer}
            layer.sort(key=lambda key: pull[key])
        step = rows / max(len(layer), 1)
        for position, key in enumerate(layer):
            found.height[key] = TOP + (position + 0.5) * step * ROW


def _pull(found: _Map, key: Key, *, mean: bool) -> float:
    """The height of the neighbours that are placed already: of the first, or their mean."""
    placed = [
        found.height[other]
        for edge in found.edges
        if key in edge
        for other in edge
        if other != key and other in found.height
    ]
    if not placed:
        return float("inf")
    return sum(placed) / len(placed) if mean else min(placed)


def _edge(found: _Map, edge: tuple[Key, Key]) -> Markup:
    left, right = (LAYERS.index(key.kind) for key in edge)
    x1, x2 = LEFT[left] + WIDTH[left], LEFT[right]
    y1, y2 = (found.height[key] for key in edge)
    bend = (x1 + x2) / 2
    return Markup('<path class="edge" data-from="%s" data-to="%s" d="M%d %.1fC%d %.1f %d %.1f %d %.1f"/>') % (
        *map(str, edge), x1, y1, bend, y1, bend, y2, x2, y2,
    )  # fmt: skip


def _layer(found: _Map, depth: int, corpus: Corpus, sheet: Sheet, references: References) -> Markup:
    heading = Markup('<text class="heading" x="%d" y="16">%s</text>') % (LEFT[depth], HEADINGS[depth])
    nodes = Markup("\n").join(_node(found, depth, key, corpus, sheet, references) for key in found.layers[depth])
    return Markup('<g class="layer layer--%s">%s\n%s</g>\n') % (LAYERS[depth], heading, nodes)


def _node(found: _Map, depth: int, key: Key, corpus: Corpus, sheet: Sheet, references: References) -> Markup:
    name = references.short_name(key.id) if key.kind == "source" else title_of(corpus, key)
    label = key.id if key.kind == "endnote" else shortened(name, LETTERS[depth])
    y = found.height[key]
    return Markup(
        '<a class="node" href="%s" data-key="%s"><title>%s</title>'
        '<rect x="%d" y="%.1f" width="%d" height="%d" rx="3"/><text x="%d" y="%.1f">%s</text></a>'
    ) % (
        sheet.to(urls.of(key)), str(key), name, LEFT[depth], y - ROW / 2 + 1.5, WIDTH[depth], ROW - 3,
        LEFT[depth] + 6, y + 4, label,
    )  # fmt: skip
