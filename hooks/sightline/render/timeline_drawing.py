"""Draws dated events on an axis of years that runs down the page, so that it fits every width.

A year is as high as its events need, an empty one a few pixels: so no label can meet another, and long silences are
still seen. Lengths are pixels, and nothing is scaled: letters keep their size on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from sightline.model.dates import Edtf
from sightline.render.dates import written
from sightline.render.names import count, shortened

ROW, TOP, YEAR_END, AXIS, LANE, LABEL = 24, 12, 40, 52, 7, 12
"""The height of an event; the first line; the right edge of the years; the axis; the width of a lane of periods, and
the space before a label."""
SILENCE = 240
"""The height that the years without an event share, at most."""
LETTERS = 34, 88
"""How much of an event fits beside its mark on a phone and elsewhere."""
MOST = 300
"""More events than these are drawn as a strip of counts, one bar a year."""
BARS = 80
"""More bars than these, and each stands for ten times as many years."""


class Entry(NamedTuple):
    """One event, in the order of the list."""

    date: Edtf
    title: str
    """Plain text."""
    href: str
    """Where it stands in the list."""
    facets: Markup = Markup()
    """Attributes that the filter reads."""
    brief: int = 0
    """Which brief it is of: its sign says so, as a shape."""


@dataclass(slots=True)
class _Axis:
    """Where each event and the end of each year stands."""

    rows: list[float] = field(default_factory=list)
    """The height of each event."""
    ends: dict[int, float] = field(default_factory=dict)
    """The height at which a year ends; years after the last event end with it."""
    years: list[tuple[str, float]] = field(default_factory=list)
    """The years to be written, with their heights; a decade where no event of its first year is known."""
    bottom: float = TOP

    def end(self, year: int) -> float:
        """Where a period that ends in this year ends."""
        return self.ends.get(year, self.bottom)


def draw(entries: Sequence[Entry], name: str, *, counted: bool = False) -> Markup:
    """The drawing as SVG, of counts alone where these are wanted; empty where there are too few events to show anything."""
    if len(entries) < 3:
        return Markup("")
    return _strip(entries, name) if counted or len(entries) > MOST else _events(entries, name)


def _events(entries: Sequence[Entry], name: str) -> Markup:
    axis = _axis(entries)
    lanes = _lanes(entries, axis)
    label = AXIS + LANE * max(lanes, default=0) + LABEL
    years = Markup("").join(
        Markup('<text class="year" x="%d" y="%.0f">%s</text>') % (YEAR_END, y + 4.5, year) for year, y in axis.years
    )
    body = Markup("\n").join(
        _event(entry, row, lane, axis, label) for entry, row, lane in zip(entries, axis.rows, lanes, strict=True)
    )
    line = Markup('<path class="axis" d="M%d %dV%.0f"/>') % (AXIS, TOP - 8, axis.bottom)
    return _svg(f"{name}: {count(len(entries), 'event')}", axis.bottom + 4, years + line + body)


def _svg(name: str, height: float, body: Markup) -> Markup:
    return Markup('<svg class="timeline" role="group" aria-label="%s" width="100%%" height="%.0f">%s</svg>') % (
        name, height, body,
    )  # fmt: skip


def _axis(entries: Sequence[Entry]) -> _Axis:
    axis, last = _Axis(), None
    found = {year: list(group) for year, group in groupby(entries, key=lambda one: one.date.year)}
    silent = max(max(found) - min(found) + 1 - len(found), 1)
    step = min(4.0, SILENCE / silent)
    for year, own in found.items():
        for between in range(last + 1 if last is not None else year, year):
            axis.bottom += step
            axis.ends[between] = axis.bottom
        axis.years.append((f"{year}s" if all(map(_is_vague, own)) else str(year), axis.bottom + ROW / 2))
        axis.rows += [axis.bottom + (index + 0.5) * ROW for index in range(len(own))]
        axis.bottom += ROW * len(own)
        axis.ends[year] = axis.bottom
        last = year
    return axis


def _is_vague(entry: Entry) -> bool:
    return entry.date.end is not None and not entry.date.is_interval


def _is_period(entry: Entry) -> bool:
    return _is_vague(entry) or entry.date.is_interval


def _lanes(entries: Sequence[Entry], axis: _Axis) -> list[int]:
    """The lane of each period, from 1, such that none covers another; 0 for what stands on the axis."""
    taken: list[float] = []
    lanes = []
    for entry, row in zip(entries, axis.rows, strict=True):
        if not _is_period(entry):
            lanes.append(0)
            continue
        free = next((lane for lane, end in enumerate(taken) if end < row - ROW / 2), len(taken))
        taken[free : free + 1] = [_end(entry, row, axis)]
        lanes.append(free + 1)
    return lanes


def _end(entry: Entry, row: float, axis: _Axis) -> float:
    last = axis.end(entry.date.end.year) if entry.date.end else axis.bottom
    return max(last, row + 6)


def _event(entry: Entry, row: float, lane: int, axis: _Axis, label: int) -> Markup:
    x = AXIS + LANE * lane
    is_open = not entry.date.start.month or entry.date.is_uncertain
    mark = _bar(entry, row, x, axis) if lane else _point(entry.brief, is_open, AXIS, row)
    leader = Markup('<path class="leader" d="M%d %.0fH%d"/>') % (x + 6, row, label - 4)
    return Markup('<a href="%s"%s><title>%s: %s</title>%s%s%s</a>') % (
        entry.href, entry.facets, written(entry.date), entry.title, leader, mark, _label(entry, row, label),
    )  # fmt: skip


def _bar(entry: Entry, row: float, x: int, axis: _Axis) -> Markup:
    """A period: closed where both ends are given, broken where a decade is all that is known."""
    return Markup('<path class="mark period%s" d="M%d %.0fV%.0f"/>') % (
        "" if entry.date.is_interval else " period--about", x, row - 5, _end(entry, row, axis) - 3,
    )  # fmt: skip


def _point(brief: int, is_open: bool, x: float, y: float) -> Markup:
    """Full where a month or day is known, open where only the year is; round, square or a diamond by brief."""
    name = "mark mark--open" if is_open else "mark"
    if brief % 3 == 0:
        return Markup('<circle class="%s" cx="%.0f" cy="%.0f" r="4"/>') % (name, x, y)
    if brief % 3 == 1:
        return Markup('<rect class="%s" x="%.0f" y="%.0f" width="8" height="8"/>') % (name, x - 4, y - 4)
    return Markup('<path class="%s" d="M%.0f %.0fl5 5l-5 5l-5-5z"/>') % (name, x, y - 5)


def sign(brief: int, *, open: bool = False) -> Markup:  # noqa: A002  # as the sign is called
    """The sign of a brief alone, for the key."""
    return Markup('<svg class="timeline" aria-hidden="true" width="12" height="16">%s</svg>') % _point(
        brief, open, 6, 8
    )


def _label(entry: Entry, row: float, x: int) -> Markup:
    """The first words, and the next ones where there is room for them."""
    period = entry.date.text.replace("/", "–") if entry.date.is_interval else ""
    short, long = (shortened(entry.title, letters - len(period)) for letters in LETTERS)
    head = short.removesuffix("\u00a0…")
    rest = long.removeprefix(head)
    less = "\u00a0…" if rest else ""
    date = Markup('<tspan class="date">%s</tspan> ') % period if period else ""
    return Markup('<text x="%d" y="%.0f">%s%s<tspan class="less">%s</tspan><tspan class="more">%s</tspan></text>') % (
        x,
        row + 4.5,
        date,
        head,
        less,
        rest,
    )


def _strip(entries: Sequence[Entry], name: str) -> Markup:
    """How many events each year has; each bar leads to the first of them."""
    years = {year: list(group) for year, group in groupby(entries, key=lambda one: one.date.year)}
    span = next(span for span in (1, 10, 100, 1000) if len({year // span for year in years}) <= BARS or span == 1000)
    groups = [(first * span, list(group)) for first, group in groupby(entries, key=lambda one: one.date.year // span)]
    most = max(len(group) for _, group in groups)
    bars = Markup("\n").join(
        _count(f"{first}s" if span > 1 else str(first), group, most, TOP + index * ROW)
        for index, (first, group) in enumerate(groups)
    )
    return _svg(f"{name}: {count(len(entries), 'event')}, counted", TOP + len(groups) * ROW, bars)


def _count(title: str, group: list[Entry], most: int, y: int) -> Markup:
    number = count(len(group), "event")
    return Markup(
        '<a href="%s"><title>%s: %s</title><text class="year" x="%d" y="%d">%s</text>'
        '<rect class="mark" x="%d" y="%d" width="%.1f%%" height="8"/>'
        '<text class="number" x="%d" y="%d">%s</text></a>'
    ) % (
        group[0].href, title, number, YEAR_END + 8, y + 4, title,
        AXIS + 48, y - 4, 60 * len(group) / most, AXIS + 42, y + 4, len(group),
    )  # fmt: skip


__all__ = ["Entry", "draw", "sign"]
