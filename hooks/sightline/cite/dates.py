"""Dates as they are printed: no more precise than they are known (APA 9.14)."""

from __future__ import annotations

import re

from sightline.cite.numbers import ordinal
from sightline.cite.terms import MONTHS, SEASONS
from sightline.model.dates import Day, Edtf

Date = Edtf | str | None
"""A date of an item; text is a date that no calendar has, and is printed as it is."""

_SEASON = re.compile(r"(\d{4})-(2[1-4])\b")


def full(date: Date) -> str:
    """July 2, 2025; July 2025; Spring 2020; 2007–2016; 1990s."""
    return _date(date, 3)


def year_month(date: Date) -> str:
    """July 2025."""
    return _date(date, 2)


def year(date: Date) -> str:
    """2025."""
    return _date(date, 1)


def month_day(date: Date) -> str:
    """July 2, or July, or Spring: what APA prints after the year."""
    if not isinstance(date, Edtf) or not date.start.month or (date.is_interval and not date.end):
        return season(date)
    start, end = date.start, date.end if date.is_interval else None
    if not end or end == start or end.year != start.year:
        return _month_day(start)
    return f"{_month_day(start)}–{_month_day(end) if end.month != start.month else end.day}"


def season(date: Date) -> str:
    """Spring, for a date that names a season of a year (EDTF 2020-21)."""
    match = _SEASON.match(date.text) if isinstance(date, Edtf) else None
    return SEASONS[int(match[2])] if match else ""


def century(date: Edtf) -> str:
    """1990s for 199X, 20th century for 19XX."""
    return f"{ordinal(str(date.year // 100 + 1))} century" if "XX" in date.text else f"{date.year}s"


def is_uncertain(date: Date) -> bool:
    """True for an uncertain or approximate date."""
    return isinstance(date, Edtf) and date.is_uncertain


def plain(date: object) -> Day | None:
    """The day, month or year of a plain date; None where it is a period, a decade or a guess, or words."""
    if not isinstance(date, Edtf) or date.end or date.is_interval or date.is_uncertain or "X" in date.text:
        return None
    return None if "-2" in date.text[4:6] else date.start  # a season has the number 21 to 24 in place of a month


def bracketed(text: str, date: Date) -> str:
    """[1995?] for a date that is a guess (CMOS 14.44)."""
    return f"[{text}?]" if text and is_uncertain(date) else text


def _date(date: Date, precision: int) -> str:
    """The date cut to the year (1), the month (2) or the day (3)."""
    if not isinstance(date, Edtf):
        return date or ""
    if precision > 1 and (name := season(date)):
        return f"{name} {_era(date.year)}"
    if "X" in date.text:
        return century(date)
    start = _cut(date.start, precision)
    if not date.is_interval:
        return _day(start)
    return _span(start, _cut(date.end, precision)) if date.end else f"{_day(start)}–"


def _cut(day: Day, precision: int) -> Day:
    if precision > 2 or not day.month:
        return day
    return Day(day.year, day.month if precision > 1 else 0)


def _span(start: Day, end: Day) -> str:
    if start == end:
        return _day(start)
    if start.year != end.year or not (start.month and end.month) or bool(start.day) != bool(end.day):
        return f"{_day(start)}–{_day(end).removeprefix('AD ')}"
    last = f"{end.day}" if start.month == end.month else _month_day(end)
    return f"{_month_day(start)}–{last}{',' if end.day else ''} {_era(end.year)}"


def _month_day(day: Day) -> str:
    return " ".join(part for part in (MONTHS[day.month], str(day.day or "")) if part)


def _day(day: Day) -> str:
    if not day.month:
        return _era(day.year)
    return f"{_month_day(day)}{',' if day.day else ''} {_era(day.year)}"


def _era(year: int) -> str:
    """2025; AD 79, since fewer than four digits alone would pass for another number (CMOS 9.35; CSL does so too)."""
    return str(year) if year > 999 else f"AD {year}"
