"""The small chart of support: one square a source, grouped by how it can be checked."""

from __future__ import annotations

from markupsafe import Markup

from sightline.model.corpus import Support
from sightline.render.names import count, kind_of_work

SQUARE, GAP, PER_ROW = 12, 3, 20

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


def support_chart(support: Support) -> Markup:
    """An SVG of the sources behind a statement; empty where there is none. Colour is never the only sign: the
    words beside it, and its own title, say the same."""
    if not support.sources:
        return Markup("")
    squares = [GROUPS.get(kind, "press") for kind, number in support.kinds for _ in range(number)]
    squares.sort(key=("primary", "research", "press", "interview").index)
    step = SQUARE + GAP
    width = min(len(squares), PER_ROW) * step - GAP
    height = (len(squares) + PER_ROW - 1) // PER_ROW * step - GAP
    drawn = Markup("").join(
        Markup('<rect class="unit unit--%s" x="%d" y="%d" width="%d" height="%d" rx="2"/>')
        % (group, index % PER_ROW * step, index // PER_ROW * step, SQUARE, SQUARE)
        for index, group in enumerate(squares)
    )
    return Markup(
        '<svg class="support-chart" role="img" aria-label="%s" width="%d" height="%d" viewBox="0 0 %d %d">%s</svg>'
    ) % (kinds_in_words(support), width, height, width, height, drawn)


def kinds_in_words(support: Support) -> str:
    """The kinds of work counted: ``2 books, 1 interview``."""
    return ", ".join(count(number, *_names(kind)) for kind, number in support.kinds)


def _names(kind: str) -> tuple[str, str]:
    return kind_of_work(kind).lower(), kind_of_work(kind, 2).lower()
