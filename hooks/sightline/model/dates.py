"""Dates as precise as their source: a subset of EDTF (ISO 8601-2:2019, levels 0 and 1)."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import NamedTuple

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?P<mark>[?~%])?", re.ASCII
)


class Day(NamedTuple):
    """One end of a date: ``month`` and ``day`` are 0 where they are not known."""

    year: int
    month: int = 0
    day: int = 0


@dataclass(frozen=True, slots=True)
class Edtf:
    """A date or an interval as it is written, with both ends worked out."""

    text: str
    """The EDTF text itself."""
    start: Day
    """The first day it may be, as precise as it is written."""
    end: Day | None = None
    """The end of an interval or of a decade or century; None for a single date or an open end."""

    @classmethod
    def parse(cls, value: object) -> Edtf:
        """Read EDTF text. Raises ValueError, which says why, where the text is no date or no day of the calendar."""
        text = str(value)
        if text.count("/") == 1:
            left, right = text.split("/")
            start, end = _one(left)[0], None if right in ("..", "") else _one(right)
            last = (end[1] or end[0]) if end else None
            if last and Day(last.year, last.month or 12, last.day or 31) < start:
                raise ValueError("the interval ends before it starts")
            return cls(text, start, last)
        start, end_of_span = _one(text)
        return cls(text, start, end_of_span)

    @property
    def is_uncertain(self) -> bool:
        """True where the text carries ``?``, ``~`` or ``%`` (uncertain, approximate, both)."""
        return "?" in self.text or "~" in self.text or "%" in self.text

    @property
    def is_interval(self) -> bool:
        """True for a period with a beginning, ``2007/2016``."""
        return "/" in self.text

    @property
    def year(self) -> int:
        """The first year it may be; what lists are sorted by."""
        return self.start.year


def _one(text: str) -> tuple[Day, Day | None]:
    match = _DATE.fullmatch(text)
    if not match:
        raise ValueError("write 1940-08-18, 1940-08, 1940, 194X or 2007/2016")
    year, month, day = match["year"], match["month"], match["day"]
    if "X" in year:
        if month:
            raise ValueError("a decade or century has no month")
        return Day(int(year.replace("X", "0"))), Day(int(year.replace("X", "9")))
    if month and not 1 <= int(month) <= 12:
        raise ValueError("there is no such month")
    if int(year) == 0:
        raise ValueError("there is no year 0")
    if day and not 1 <= int(day) <= calendar.monthrange(int(year), int(month))[1]:
        raise ValueError("that month has no such day")
    return Day(int(year), int(month or 0), int(day or 0)), None
