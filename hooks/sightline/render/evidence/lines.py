"""What a drawing shows: its four layers, the lines between them, and how much room there is."""

from __future__ import annotations

from dataclasses import dataclass, field

from sightline.model.corpus import Key

ROW, TOP, HEADING = 21, 44, 30
"""Units are pixels at full size: the height of a row, of the head line, and of the heading of a section."""
LAYERS = ("recommendation", "finding", "endnote", "source")


@dataclass(frozen=True, slots=True)
class Shape:
    """Where the four layers stand."""

    left: tuple[int, ...]
    width: tuple[int, ...]
    letters: tuple[int, ...]
    """How many letters of a label fit into a line of each layer."""

    @property
    def total(self) -> int:
        """The width of the whole drawing."""
        return self.left[-1] + self.width[-1]


WHOLE = Shape((0, 320, 792, 884), (230, 400, 34, 304), (30, 62, 4, 42))
ONE = Shape((0, 190, 596, 670), (138, 366, 34, 270), (18, 54, 4, 37))


@dataclass(slots=True)
class Lines:
    """A drawing before and after it is arranged."""

    shape: Shape = WHOLE
    here: Key | None = None
    """The record whose page the drawing stands on."""
    layers: tuple[list[Key], ...] = field(default_factory=lambda: ([], [], [], []))
    edges: list[tuple[Key, Key, str]] = field(default_factory=list)
    """From, to, and what the one does for the other: the role of a ground; else empty."""
    neighbours: dict[Key, list[Key]] = field(default_factory=dict)
    sections: list[tuple[str, float]] = field(default_factory=list)
    """The headings among the findings, with their heights."""
    height: dict[Key, float] = field(default_factory=dict)
    bottom: float = 0

    def join(self, start: Key, end: Key, role: str = "") -> None:
        """Draw a line from one record to another."""
        self.edges.append((start, end, role))
        self.neighbours.setdefault(start, []).append(end)
        self.neighbours.setdefault(end, []).append(start)
