"""The drawing of dated events: what a reader can tell from it, and that nothing covers anything."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

import pytest
from markupsafe import Markup
from sightline.model.dates import Edtf
from sightline.render.timeline_drawing import BARS, MOST, ROW, Entry, draw

from tests.html import Html


def entries(*dates: str) -> list[Entry]:
    parsed = sorted((Edtf.parse(date) for date in dates), key=lambda one: one.start)
    return [Entry(date, f"Event {date.text}", f"#e{index}") for index, date in enumerate(parsed)]


def rows(drawn: Markup) -> list[float]:
    return [float(y) for y in re.findall(r'</title><path class="leader" d="M\d+ (\d+)H', drawn)]


def names(drawn: Markup) -> list[str]:
    return re.findall("<title>(.*?)</title>", drawn)


def test_every_event_is_a_link_with_its_whole_name_in_the_order_of_time() -> None:
    drawn = draw(entries("1940-08-18", "1917-11", "2007/2016", "199X", "2035"), "Timeline")
    assert re.findall('<a href="([^"]*)"', drawn) == ["#e0", "#e1", "#e2", "#e3", "#e4"]
    assert names(drawn) == [
        "November 1917: Event 1917-11", "18 August 1940: Event 1940-08-18", "the 1990s: Event 199X",
        "2007 to 2016: Event 2007/2016", "2035: Event 2035",
    ]  # fmt: skip
    assert 'role="group" aria-label="Timeline: 5 events"' in drawn


@pytest.mark.parametrize(
    ("date", "sign"),
    [
        ("1940-08-18", 'class="mark"'),
        ("1917-11", 'class="mark"'),
        ("1949", 'class="mark mark--open"'),
        ("1949-03?", 'class="mark mark--open"'),
        ("2007/2016", 'class="mark period"'),
        ("2007/..", 'class="mark period"'),
        ("195X", 'class="mark period period--about"'),
        ("19XX", 'class="mark period period--about"'),
    ],
)
def test_how_precise_a_date_is_shows_in_its_shape(date: str, sign: str) -> None:
    assert sign in draw(entries(date, "0900-01-01", "0900-01-02"), "Timeline").split("#e2")[-1]


@pytest.mark.parametrize(
    "dates",
    [
        ["2025"] * 40,
        ["1917-11", "1940-08-18", "2025-01-20", "2025", "2025-06", "2025-06"],
        ["0001", "1000", "1500-02", "9999"],
        [f"{year}/{year + 9}" for year in range(1900, 1960, 2)],
        ["19XX", "195X", "1950", "1950-01-01", "1950/1951", "1955/.."],
    ],
)
def test_no_row_meets_another(dates: Sequence[str]) -> None:
    drawn = draw(entries(*dates), "Timeline")
    heights = rows(drawn)
    assert len(heights) == len(dates)
    assert all(after - before >= ROW - 1 for before, after in pairwise(heights))
    assert int(re.findall(r'height="(\d+)"', drawn)[0]) >= heights[-1]


def test_periods_that_overlap_stand_in_lanes_of_their_own() -> None:
    drawn = draw(entries("1950/1970", "1952/1960", "1954/1958", "1980/1981"), "Timeline")
    bars = [tuple(map(float, one)) for one in re.findall(r'period" d="M(\d+) (\d+)V(\d+)"', drawn)]
    assert len({x for x, _, _ in bars[:3]}) == 3
    assert bars[3][0] == bars[0][0]
    assert all(bottom > top for _, top, bottom in bars)


def test_a_decade_is_not_written_as_its_first_year() -> None:
    drawn = draw(entries("195X", "1970", "197X"), "Timeline")
    assert re.findall(r'class="year"[^>]*>(\w+)<', drawn) == ["1950s", "1970"]


def test_nothing_in_an_event_is_markup() -> None:
    made = Entry(Edtf.parse("1940"), '<script>"&', '#"><b>')
    drawn = draw([made] * 3, '"><i>')
    assert not {one.tag for one in Html(drawn).elements} & {"script", "b", "i"}


def test_two_events_are_no_drawing() -> None:
    assert draw(entries("1940", "1941"), "Timeline") == ""


@pytest.mark.parametrize("number", [MOST + 1, 5000])
def test_many_events_are_counted_and_the_drawing_stays_small(number: int) -> None:
    dates = [f"{1000 + 37 * index % 1000}" for index in range(number)]
    drawn = draw(entries(*dates), "Timeline")
    numbers = [one.rsplit(": ")[-1].split()[0].replace(",", "") for one in names(drawn)]
    assert len(numbers) <= BARS
    assert sum(map(int, numbers)) == number
    assert len(drawn) < 40_000
