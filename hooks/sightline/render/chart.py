"""The small chart of support: one sign a source, grouped by how it can be checked."""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup, escape

from sightline.model.corpus import Support
from sightline.render.names import count, kind_of_work

SIZE, STEP, PER_ROW = 11, 15, 12
FEW = 2 * PER_ROW
"""So many signs are an element each; of more, those of a group are one, which is a quarter as long and looks alike."""

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


@lru_cache(maxsize=1 << 12)
def support_line(support: Support) -> Markup:
    """The chart with its words. Many statements are supported alike, and each is shown on several pages."""
    none = "" if support.sources else " support--none"
    return Markup(
        f'<p class="support{none}">{support_chart(support)}<span>{escape(support_words(support))}</span></p>\n'
    )


def support_chart(support: Support) -> Markup:
    """An SVG of the sources behind a statement; empty where there is none. The groups differ in shape, not in
    colour, and the words beside the chart, and its own name, say the same."""
    return _svg(support.kinds) if support.sources else Markup("")


@lru_cache(maxsize=1024)
def _svg(kinds: tuple[tuple[str, int], ...]) -> Markup:
    """Most statements have few sources of few kinds, so a chart is drawn again and again."""
    units = [GROUPS.get(kind, "press") for kind, number in kinds for _ in range(number)]
    units.sort(key=ORDER.index)
    width = min(len(units), PER_ROW) * STEP - STEP + SIZE + 2
    height = (len(units) - 1) // PER_ROW * STEP + SIZE + 2
    placed = [(group, index % PER_ROW * STEP + 1, index // PER_ROW * STEP + 1) for index, group in enumerate(units)]
    drawn = "".join(_unit(*one) for one in placed) if len(units) <= FEW else _together(placed)
    return Markup(
        f'<svg class="support-chart" role="img" aria-label="{escape(_in_words(kinds))}"'
        f' width="{width}" height="{height}" viewBox="0 0 {width} {height}">{drawn}</svg>'
    )


def _unit(group: str, x: int, y: int) -> str:
    """A full square, a half square, an open square, a ring."""
    if group == "interview":
        half = SIZE / 2
        return f'<circle class="unit" cx="{x + half:g}" cy="{y + half:g}" r="{half:g}"/>'
    full = " unit--primary" if group == "primary" else ""
    square = f'<rect class="unit{full}" x="{x}" y="{y}" width="{SIZE}" height="{SIZE}"/>'
    return f'{square}<path class="unit--fill" d="M{x} {y}v{SIZE}h{SIZE}z"/>' if group == "research" else square


def _together(placed: list[tuple[str, int, int]]) -> str:
    """The same signs, those of a group in one element."""
    drawn = []
    for group in dict.fromkeys(one for one, _, _ in placed):
        at = [f"M{x} {y}" for one, x, y in placed if one == group]
        if group == "interview":
            half = SIZE / 2
            at = [f"M{x} {y + half:g}" for one, x, y in placed if one == group]
            outline = f"a{half:g} {half:g} 0 1 0 {SIZE} 0a{half:g} {half:g} 0 1 0-{SIZE} 0z"
        else:
            outline = f"h{SIZE}v{SIZE}h-{SIZE}z"
        full = " unit--primary" if group == "primary" else ""
        drawn.append(f'<path class="unit{full}" d="{"".join([one + outline for one in at])}"/>')
        if group == "research":
            drawn.append(f'<path class="unit--fill" d="{"".join([f"{one}v{SIZE}h{SIZE}z" for one in at])}"/>')
    return "".join(drawn)


def support_words(support: Support) -> str:
    """The line beside the chart: how many sources, of whom, and who can read them."""
    if not support.sources:
        return ", ".join(support.labels).capitalize() or "No source"
    words = count(support.sources, "source")
    if support.publishers > 1:
        words += f" from {count(support.publishers, 'publisher')}"
    if support.interviews:
        only = support.interviews == support.sources
        words += ", interviews only" if only else f", {count(support.interviews, 'interview')} among them"
    if support.open:
        some = "all" if support.open == support.sources else support.open
        words += f", {some} free to read" if support.sources > 1 else ", free to read"
    elif support.interviews < support.sources:
        words += ", none marked as free to read"
    return words


def kinds_in_words(support: Support) -> str:
    """The kinds of work counted: ``2 books, 1 interview``."""
    return _in_words(support.kinds)


@lru_cache(maxsize=1024)
def _in_words(kinds: tuple[tuple[str, int], ...]) -> str:
    return ", ".join(count(number, *_names(kind)) for kind, number in kinds)


def _names(kind: str) -> tuple[str, str]:
    return kind_of_work(kind).lower(), kind_of_work(kind, 2).lower()
