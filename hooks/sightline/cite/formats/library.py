"""What comes of reading a file of reference data: the works in it, and what could not be read, each with its place."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """Something that was left out, or taken for something else than it says."""

    line: int
    """From 1; 0 is the file as a whole."""
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """A work as it stands in a file."""

    key: str
    """The name that the file gives it; may be empty."""
    item: dict[str, object]
    """A CSL item, as ``cite.from_csl_json`` makes it, with its type."""
    line: int
    column: int

    @property
    def names(self) -> tuple[str, ...]:
        """What an editor may call it: its key, or the line that it begins in."""
        return (self.key, str(self.line))


@dataclass(slots=True)
class Library:
    """All that was found in a file, in its order."""

    found: list[Found] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)

    def remark(self, place: tuple[int, int], text: str) -> None:
        """Note something down."""
        self.remarks.append(Remark(*place, text))


class Places:
    """Lines and columns of positions in a text, both from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def of(self, index: int) -> tuple[int, int]:
        """Line and column of a position."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1
