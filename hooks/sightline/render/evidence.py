"""Draws lines of sight: of a whole brief, of one recommendation, or of what leads to one source.

Four layers, every node a link, the order that of the document.

Findings stand in the order of the brief, under the heading of their section. Each other layer is pulled to
where its neighbours stand and pushed apart only as far as its rows need: so most lines run nearly level.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import inf
from textwrap import wrap

from markupsafe import Markup

from sightline import urls
from sightline.link import key_for, key_of
from sightline.model.brief import Brief, Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.render.names import count, shortened, title_of
from sightline.render.references import References
from sightline.render.sheet import Sheet

ROW, TOP, HEADING = 21, 44, 30
"""Units are pixels at full size: the height of a row, of the head line, and of the heading of a section."""
LAYERS = ("recommendation", "finding", "endnote", "source")
HEADINGS = ("Recommendations", "Findings", "Notes", "Sources")
LAYER_NAMES = ("recommendation", "finding", "note", "source")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the four layers stand."""

    left: tuple[int, ...]
    width: tuple[int, ...]
    letters: tuple[int, ...]
    """How many letters of a label fit into a line of each layer."""

    @property
    def total(self) -> int:
        """The width of the whole drawing."""
        return self.left[-1] + self.width[-1]


WHOLE = Shape((0, 320, 792, 884), (230, 400, 34, 304), (30, 62, 4, 42))
ONE = Shape((0, 190, 596, 670), (138, 366, 34, 270), (18, 54, 4, 37))
TITLE = 36
"""Letters of a recommendation's title in a drawing of few lines: two or three rows."""


@dataclass(slots=True)
class _Map:
    shape: Shape = WHOLE
    here: Key | None = None
    """The record whose page the drawing stands on."""
    layers: tuple[list[Key], ...] = field(default_factory=lambda: ([], [], [], []))
    edges: list[tuple[Key, Key, str]] = field(default_factory=list)
    """From, to, and what the one does for the other: the role of a ground; else empty."""
    sections: list[tuple[str, float]] = field(default_factory=list)
    """The headings among the findings, with their heights."""
    height: dict[Key, float] = field(default_factory=dict)
    bottom: float = 0


def draw(corpus: Corpus, brief: Brief, sheet: Sheet, references: References) -> Markup:
    """The map as SVG; empty where the brief has no note to draw a line to."""
    found = _collect(corpus, brief)
    if not found.layers[2]:
        return Markup("")
    _arrange_findings(found, corpus, brief)
    return _svg(found, "Evidence map", corpus, sheet, references)


def draw_one(corpus: Corpus, key: Key, sheet: Sheet, references: References) -> Markup:
    """The lines of sight of one recommendation, or those that lead to one source; empty where there is none."""
    found = _Map(ONE, key)
    if key.kind == "source":
        _collect_behind(found, corpus, key)
    else:
        _collect_from(found, corpus, key)
    if not found.layers[2]:
        return Markup("")
    for position, finding in enumerate(found.layers[1]):
        found.height[finding] = TOP + (position + 0.5) * ROW
    return _svg(found, "Line of sight", corpus, sheet, references)


def _svg(found: _Map, name: str, corpus: Corpus, sheet: Sheet, references: References) -> Markup:
    """The findings stand already; everything else is put beside them."""
    _arrange(found)
    edges = Markup("\n").join(_edge(found, edge) for edge in found.edges)
    nodes = Markup("\n").join(
        _layer(found, depth, corpus, sheet, references) for depth in range(len(LAYERS)) if found.layers[depth]
    )
    sizes = zip(map(len, found.layers), LAYER_NAMES, strict=True)
    title = f"{name}: {', '.join(count(size, one) for size, one in sizes if size)}"
    return Markup(
        '<svg class="evidence-map%s" role="group" aria-label="%s" viewBox="0 0 %d %d" width="%d">\n'
        '<g class="edges" aria-hidden="true">%s</g>\n%s</svg>'
    ) % (
        " evidence-map--one" if found.here else "", title,
        found.shape.total, found.bottom + ROW, found.shape.total, edges, nodes,
    )  # fmt: skip


def _collect(corpus: Corpus, brief: Brief) -> _Map:
    found = _Map()
    notes = [note for key, note in corpus.notes.items() if key.brief == brief.id]
    for one in corpus.recommendations:
        if one.brief == brief.id:
            found.layers[0].append(key_of(one))
            found.edges += [
                (key_of(one), key_for("finding", ground.finding, one.brief), ground.role) for ground in one.rests_on
            ]
    for note in notes:
        users = dict.fromkeys(use.record for use in note.uses if use.record.kind in ("finding", "recommendation"))
        found.edges += [(user, note.key, "") for user in users]
        works = dict.fromkeys(Key("source", "", work.source) for work in note.resolved)
        found.edges += [(note.key, key, "") for key in works]
        found.layers[3].extend(key for key in works if key not in found.layers[3])
    drawn = {key for edge in found.edges for key in edge[:2]}
    order = [section.id for section in brief.sections]
    ours = [finding for finding in corpus.findings if key_of(finding) in drawn]
    ours.sort(key=lambda one: (one.brief != brief.id, order.index(one.section) if one.section in order else len(order)))
    found.layers[1].extend(map(key_of, ours))
    found.layers[2].extend(note.key for note in notes)
    return found


def _collect_from(found: _Map, corpus: Corpus, key: Key) -> None:
    """A recommendation with its findings, their notes and the works that these stand for."""
    one = corpus.records[key]
    assert isinstance(one, Recommendation)
    grounds = {key_for("finding", ground.finding, one.brief): ground.role for ground in one.rests_on}
    found.layers[0].append(key)
    found.layers[1].extend(sorted(grounds, key=lambda finding: _first_note(corpus, finding)))
    found.edges += [(key, finding, role) for finding, role in grounds.items()]
    for user in (key, *grounds):
        found.edges += [(user, note, "") for note in corpus.marks[user]]
    notes = dict.fromkeys(note for user in (key, *grounds) for note in corpus.marks[user])
    found.layers[2].extend(sorted(notes, key=lambda note: (note.brief != one.brief, note.brief, int(note.id))))
    for note in found.layers[2]:
        works = dict.fromkeys(Key("source", "", work.source) for work in corpus.notes[note].resolved)
        found.edges += [(note, work, "") for work in works]
        found.layers[3].extend(work for work in works if work not in found.layers[3])


def _first_note(corpus: Corpus, finding: Key) -> float:
    """Findings without a note come last: so the lines of the others run nearly level."""
    return min((int(note.id) for note in corpus.marks[finding]), default=inf)


def _collect_behind(found: _Map, corpus: Corpus, key: Key) -> None:
    """A source with the notes that stand for it, what marks them, and what rests on that."""
    marked: set[Key] = set()
    for note in corpus.source_links[key.id].notes:
        users = dict.fromkeys(use.record for use in corpus.notes[note].uses)
        named = [user for user in users if user.kind in ("finding", "recommendation")]
        marked.update(named)
        found.layers[2].append(note)
        found.edges += [*((user, note, "") for user in named), (note, key, "")]
    found.layers[1].extend(key_of(one) for one in corpus.findings if key_of(one) in marked)
    found.layers[3].append(key)
    for one in corpus.recommendations:
        grounds = {key_for("finding", ground.finding, one.brief): ground.role for ground in one.rests_on}
        reached = [(key_of(one), finding, role) for finding, role in grounds.items() if finding in marked]
        if reached or key_of(one) in marked:
            found.layers[0].append(key_of(one))
        found.edges += reached


def _arrange(found: _Map) -> None:
    for depth in (2, 3):
        layer = found.layers[depth]
        pull = {key: _pull(found, key) for key in layer}
        if depth == 3:  # notes keep the order of their numbers
            layer.sort(key=lambda key: pull[key])
        found.height.update(zip(layer, _spread([pull[key] for key in layer]), strict=True))
    found.bottom = max(found.height.values())
    if found.here:  # few: pulled to what they rest on, as the other layers are
        _arrange_few(found)
    else:
        _arrange_recommendations(found)


def _arrange_findings(found: _Map, corpus: Corpus, brief: Brief) -> None:
    titles = {section.id: section.title for section in brief.sections}
    y, last = float(TOP), None
    for key in found.layers[1]:
        section = getattr(corpus.records[key], "section", None) if key.brief == brief.id else None
        if section != last:
            found.sections.append((titles.get(section or "", "In another brief"), y + HEADING - 8))
            y, last = y + HEADING, section
        found.height[key] = y + ROW / 2
        y += ROW


def _arrange_recommendations(found: _Map) -> None:
    """The few recommendations share the whole height, so that their fans of lines stay apart."""
    found.layers[0].sort(key=lambda key: _pull(found, key))
    step = (found.bottom - TOP - HEADING) / max(len(found.layers[0]), 1)
    for position, key in enumerate(found.layers[0]):
        found.height[key] = TOP + HEADING + (position + 0.5) * step


def _arrange_few(found: _Map) -> None:
    layer = found.layers[0]
    pull = {key: _pull(found, key) for key in layer}
    layer.sort(key=lambda key: pull[key])
    found.height.update(zip(layer, _spread([pull[key] for key in layer], 3 * ROW), strict=True))
    found.bottom = max(found.height.values())


def _pull(found: _Map, key: Key) -> float:
    """The mean height of the neighbours that are placed already; the top where there is none."""
    placed = [
        found.height[other]
        for edge in found.edges
        if key in edge[:2]
        for other in edge[:2]
        if other != key and other in found.height
    ]
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


def _edge(found: _Map, edge: tuple[Key, Key, str]) -> Markup:
    start, end, role = edge
    left, right = LAYERS.index(start.kind), LAYERS.index(end.kind)
    x1, x2 = found.shape.left[left] + found.shape.width[left], found.shape.left[right]
    y1, y2 = found.height[start], found.height[end]
    bend = (x1 + x2) / 2
    return Markup('<path class="edge%s" data-from="%s" data-to="%s" d="M%d %.1fC%d %.1f %d %.1f %d %.1f"/>') % (
        f" edge--{role}" if role else "", start, end, x1, y1, bend, y1, bend, y2, x2, y2,
    )  # fmt: skip


def _layer(found: _Map, depth: int, corpus: Corpus, sheet: Sheet, references: References) -> Markup:
    heading = Markup('<text class="heading" x="%d" y="16">%s</text>') % (
        found.shape.left[depth] + 14 * (depth in (1, 3)), HEADINGS[depth] if len(found.layers[depth]) != 1 else HEADINGS[depth][:-1],
    )  # fmt: skip
    if depth == 1:
        heading += Markup("").join(
            Markup('<text class="section" x="%d" y="%.1f">%s</text>') % (found.shape.left[1] + 14, y, title)
            for title, y in found.sections
        )
    nodes = Markup("\n").join(_node(found, depth, key, corpus, sheet, references) for key in found.layers[depth])
    return Markup('<g class="layer layer--%s">%s\n%s</g>\n') % (LAYERS[depth], heading, nodes)


def _node(found: _Map, depth: int, key: Key, corpus: Corpus, sheet: Sheet, references: References) -> Markup:
    name = references.short_name(key.id) if key.kind == "source" else title_of(corpus, key)
    if key == found.here:
        return _here(found, depth, key)
    letters = found.shape.letters[depth]
    if depth == 0 and found.here:
        name = shortened(name, TITLE)
    lines = wrap(name, letters) if depth == 0 else [key.id if depth == 2 else shortened(name, letters)]
    ends = depth == 1 and not any(edge[0] == key for edge in found.edges)
    y, high = found.height[key], len(lines) * (ROW - 2)
    return Markup(
        '<a class="node node--%s%s" href="%s" data-key="%s"><title>%s</title>'
        '<rect x="%d" y="%.1f" width="%d" height="%d"/>%s%s</a>'
    ) % (
        key.kind, " node--open" if ends else "", sheet.to(urls.of(key)), key, name + (" (no note)" if ends else ""),
        found.shape.left[depth], y - high / 2, found.shape.width[depth], high,
        _sign(found, depth, y), _label(found, depth, y, lines),
    )  # fmt: skip


def _here(found: _Map, depth: int, key: Key) -> Markup:
    """The record of the page itself: no link."""
    y, lines = found.height[key], ["This", "recommendation"] if depth == 0 else ["This source"]
    return Markup('<g class="node node--%s node--here" data-key="%s">%s%s</g>') % (
        key.kind, key, _sign(found, depth, y), _label(found, depth, y, lines),
    )  # fmt: skip


def _sign(found: _Map, depth: int, y: float) -> Markup:
    """An open ring before a finding, a full dot before a source; the others need none."""
    if depth not in (1, 3):
        return Markup("")
    return Markup('<circle cx="%d" cy="%.1f" r="3.5"/>') % (found.shape.left[depth] + 4, y)


def _label(found: _Map, depth: int, y: float, lines: list[str]) -> Markup:
    x = found.shape.left[depth] + (0, 14, found.shape.width[2] // 2, 14)[depth]
    first = y - (len(lines) - 1) * (ROW - 2) / 2 + 4.5
    spans = Markup("").join(
        Markup('<tspan x="%d" y="%.1f">%s</tspan>') % (x, first + index * (ROW - 2), line)
        for index, line in enumerate(lines)
    )
    return Markup("<text>%s</text>") % spans


__all__ = ["draw", "draw_one"]
