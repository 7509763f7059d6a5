"""What pages and editions say in the same words."""

from __future__ import annotations

from sightline.model.corpus import Support
from sightline.model.dates import Edtf
from sightline.render.chart import GROUPS, ORDER
from sightline.render.dates import written


def signs(support: Support) -> list[str]:
    """The signs of the chart of support, one a source; see ``render/chart.py``."""
    units = [GROUPS.get(kind, "press") for kind, number in support.kinds for _ in range(number)]
    return sorted(units, key=ORDER.index)


def day_of(date: Edtf | None) -> list[int] | None:
    """Year, month and day of the first moment that a date may mean, for the file's own properties."""
    return [date.start.year, date.start.month or 1, date.start.day or 1] if date else None


def pages(printed: str | None) -> str:
    """``printed page 8``, ``printed pages 8-9``; empty where there is none."""
    return f"printed {'pages' if ',' in printed or '-' in printed else 'page'} {printed}" if printed else ""


def dated(date: Edtf | None) -> str:
    """A date in words; empty where there is none."""
    return written(date) if date else ""
