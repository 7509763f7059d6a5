"""Dates in words, as precise as they are."""

from __future__ import annotations

from sightline.model.dates import Day, Edtf

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def written(date: Edtf) -> str:
    """A date in Canadian order: ``18 August 1940``, ``June 2025``, ``the 1990s``, ``2007 to 2016``."""
    text = _span(date) if date.end else _day(date.start)
    if date.is_interval and not date.end:
        text = f"since {text}"
    return f"about {text}" if date.is_uncertain else text


def _span(date: Edtf) -> str:
    assert date.end is not None
    if not date.is_interval:
        return (
            f"the {date.start.year}s"
            if date.end.year - date.start.year == 9
            else f"{date.start.year} to {date.end.year}"
        )
    return f"{_day(date.start)} to {_day(date.end)}"


def _day(day: Day) -> str:
    parts = [str(day.day) if day.day else "", MONTHS[day.month - 1] if day.month else "", str(day.year)]
    return " ".join(part for part in parts if part)


def machine(date: Edtf) -> str:
    """The start of a date for ``<time datetime>``, as precise as it is; empty where HTML has no form for it."""
    if date.end or date.is_uncertain:
        return ""
    day = date.start
    return "-".join([f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part)])
