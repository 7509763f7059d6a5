"""EDTF: what a date covers, and what is no date."""

from __future__ import annotations

from typing import Any

import pytest
from sightline.model.dates import Day, Edtf

DATES: list[tuple[Any, Day, Day | None]] = [
    ("1940-08-18", Day(1940, 8, 18), None),
    ("1940-08", Day(1940, 8), None),
    ("1940", Day(1940), None),
    (1940, Day(1940), None),
    ("0044", Day(44), None),
    ("2024-02-29", Day(2024, 2, 29), None),
    ("2000-02-29", Day(2000, 2, 29), None),
    ("194X", Day(1940), Day(1949)),
    ("19XX", Day(1900), Day(1999)),
    ("2007/2016", Day(2007), Day(2016)),
    ("1940-08-18/1941-04-20", Day(1940, 8, 18), Day(1941, 4, 20)),
    ("1940/194X", Day(1940), Day(1949)),
    ("199X/2005", Day(1990), Day(2005)),
    ("2007/..", Day(2007), None),
    ("2007/", Day(2007), None),
    ("2007?", Day(2007), None),
    ("1940-08~", Day(1940, 8), None),
    ("2007?/2016~", Day(2007), Day(2016)),
]


@pytest.mark.parametrize(("text", "start", "end"), DATES, ids=[str(one[0]) for one in DATES])
def test_what_a_date_covers(text: Any, start: Day, end: Day | None) -> None:
    date = Edtf.parse(text)
    assert (date.start, date.end) == (start, end)
    assert date.text == str(text)
    assert date.year == start.year


NO_DATES = [
    "", "X", "40", "1940-8", "1940-8-1", "1940/08/18", "18 August 1940", "1940-13", "1940-00", "1940-08-00",
    "1940-04-31", "2023-02-29", "1900-02-29", "2024-02-30", "194X-05", "1XXX", "XXXX", "19X0", "-0044", "19400",
    "1940-08-18T12:00", "2016/2007", "1940-08/1940-07", "2007/2008/2009", "/2007", "../2007", "2007//2008", "?2007",
    "2007??", "0000", "0000-01-01", " 1940", "1940 ", "1940\n", "１９４０",
]  # fmt: skip


@pytest.mark.parametrize("text", NO_DATES)
def test_no_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        Edtf.parse(text)


def test_an_interval_is_known_from_a_decade() -> None:
    assert [Edtf.parse(text).is_interval for text in ("1990", "199X", "1990/..", "1990/1999")] == [
        False, False, True, True,
    ]  # fmt: skip


def test_uncertain_in_any_part() -> None:
    assert [Edtf.parse(text).is_uncertain for text in ("1990", "1990?", "1990~", "1990%", "1990/1991?")] == [
        False, True, True, True, True,
    ]  # fmt: skip


def test_dates_sort_from_coarse_to_fine() -> None:
    texts = ["1941", "1940-08-18", "1940", "1940-09", "1940-08"]
    assert sorted(texts, key=lambda text: Edtf.parse(text).start) == [
        "1940", "1940-08", "1940-08-18", "1940-09", "1941",
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["1940-08-18/1940-08", "1940-05/1940"])
def test_an_interval_may_end_less_precisely_than_it_starts(text: str) -> None:
    assert Edtf.parse(text).is_interval
