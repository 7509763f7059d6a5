"""What a long command says meanwhile: a line that is written over in a terminal, nothing elsewhere."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from sightline.cli import progress
from sightline.cli.progress import Progress

WIPED = "\r\033[K"
"""What a terminal empties a line by."""


class Stream(io.StringIO):
    """What stands in for the terminal, or for a file."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


class Clock:
    """Stands in for the module ``time``: it goes on only when told."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


def work(clock: Clock, under_way: Progress) -> None:
    """A build that tells of its 1,280 pages as they are made; the steps of the clock are exact as floats."""
    clock.now += 1 / 2
    under_way.done("records")
    clock.now += 1 / 64
    under_way.done("frame")
    for number in range(1, 1281):
        clock.now += 1 / 256
        under_way.tell("pages", number)
    under_way.done("pages and exports")


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(progress, "time", made)
    return made


Watch = Callable[..., Stream]


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    def _watch(*, is_terminal: bool) -> Stream:
        stream = Stream(is_terminal=is_terminal)
        monkeypatch.setattr("sys.stderr", stream)
        return stream

    return _watch


def test_a_terminal_sees_one_line_that_is_gone_at_the_end(clock: Clock, watch: Watch) -> None:
    stream = watch(is_terminal=True)
    work(clock, Progress())
    first, *lines, last = stream.getvalue().split(WIPED)
    assert (first, last) == ("", ""), "each line is written over the one before, and the last is wiped out"
    assert lines[0] == "125 pages, 1 s", "no word in the first second"
    assert lines[-1].startswith("1,2"), "thousands are parted by commas"
    assert 20 <= len(lines) <= 25, "five times a second at the most"
    assert "\n" not in stream.getvalue()


def test_nothing_for_a_short_command(clock: Clock, watch: Watch) -> None:
    stream = watch(is_terminal=True)
    under_way = Progress()
    for number in range(9):
        clock.now += 0.1
        under_way.tell("pages", number)
    under_way.done("pages")
    assert stream.getvalue() == ""


@pytest.mark.parametrize(("is_terminal", "quiet"), [(False, False), (False, True), (True, True)])
def test_nothing_where_nobody_looks_or_when_told_to_be_quiet(
    clock: Clock, watch: Watch, is_terminal: bool, quiet: bool
) -> None:
    stream = watch(is_terminal=is_terminal)
    work(clock, Progress(quiet=quiet))
    assert stream.getvalue() == ""


def test_phases_with_their_seconds(clock: Clock) -> None:
    under_way = Progress()
    assert str(under_way) == "0.0 s"
    work(clock, under_way)
    assert str(under_way) == "5.5 s: records 0.5, pages and exports 5.0", "the frame was too short to matter"
