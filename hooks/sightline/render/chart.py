"""The small chart of support: one sign a source, grouped by how it can be checked."""

from __future__ import annotations

from markupsafe import Markup

from sightline.model.corpus import Support
from sightline.render.names import count, kind_of_work

SIZE, STEP, PER_ROW = 11, 15, 12

GROUPS = {
    "interview": "interview",
    "personal_communication": "interview",
    "treaty": "primary",
    "legislation": "primary",
    "document": "primary",
    "report": "research",
    "book": "research",
    "chapter": "research",
    "article-journal": "research",
    "thesis": "research",
}
"""Which of four groups a kind of work is drawn in; all others are press and web."""
ORDER = ("primary", "research", "press", "interview")
"""The groups in the order in which they are drawn; ``parts.html.j2`` holds the key to their signs."""


def support_chart(support: Support) -> Markup:
    """An SVG of the sources behind a statement; empty where there is none. The groups differ in shape, not in
    colour, and the words beside the chart, and its own name, say the same."""
    if not support.sources:
        return Markup("")
    units = [GROUPS.get(kind, "press") for kind, number in support.kinds for _ in range(number)]
    units.sort(key=ORDER.index)
    return _svg(units, kinds_in_words(support))


def _svg(units: list[str], name: str) -> Markup:
    width = min(len(units), PER_ROW) * STEP - STEP + SIZE + 2
    height = (len(units) - 1) // PER_ROW * STEP + SIZE + 2
    drawn = Markup("").join(
        _unit(group, index % PER_ROW * STEP + 1, index // PER_ROW * STEP + 1) for index, group in enumerate(units)
    )
    return Markup('<svg class="support-chart" role="img" aria-label="%s" width="%d" height="%d" viewBox="0 0 %d %d">%s</svg>') % (
        name, width, height, width, height, drawn,
    )  # fmt: skip


def _unit(group: str, x: int, y: int) -> Markup:
    """A full square, a half square, an open square, a ring."""
    if group == "interview":
        half = SIZE / 2
        return Markup('<circle class="unit" cx="%g" cy="%g" r="%g"/>') % (x + half, y + half, half)
    frame = Markup('<rect class="unit%s" x="%d" y="%d" width="%d" height="%d"/>') % (
        " unit--primary" if group == "primary" else "", x, y, SIZE, SIZE,
    )  # fmt: skip
    if group != "research":
        return frame
    return frame + Markup('<path class="unit--fill" d="M%d %dv%dh%dz"/>') % (x, y, SIZE, SIZE)


def kinds_in_words(support: Support) -> str:
    """The kinds of work counted: ``2 books, 1 interview``."""
    return ", ".join(count(number, *_names(kind)) for kind, number in support.kinds)


def _names(kind: str) -> tuple[str, str]:
    return kind_of_work(kind).lower(), kind_of_work(kind, 2).lower()
