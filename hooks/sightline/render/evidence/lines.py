"""What a drawing shows: its four layers, the lines between them, and how much room there is."""

from __future__ import annotations

from dataclasses import dataclass, field

from sightline.model.corpus import Key

ROW, TOP, HEADING = 21, 44, 30
"""Units are pixels at full size: the height of a row, of the head line, and of the heading of a section."""
LAYERS = ("recommendation", "finding", "endnote", "source")


@dataclass(frozen=True, slots=True, eq=False)
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
class Node:
    """A record in a drawing, with those that pull it to their height."""

    key: Key
    name: str
    """The key as it is written."""
    beside: list[Node] = field(default_factory=list)
    """Those that lines tie it to and that are placed before it; never both ways, so no two hold each other in memory."""
    height: float = 0
    """That of its middle."""


class Nodes(dict[Key, Node]):
    """The nodes of a drawing, each made when it is first asked for."""

    def __missing__(self, key: Key) -> Node:
        """Make it."""
        made = self[key] = Node(key, str(key))
        return made


@dataclass(slots=True)
class Lines:
    """A drawing before and after it is arranged."""

    shape: Shape = WHOLE
    here: Node | None = None
    """The record whose page the drawing stands on."""
    layers: tuple[list[Node], ...] = field(default_factory=lambda: ([], [], [], []))
    edges: list[tuple[Node, Node, str]] = field(default_factory=list)
    """From, to, and what the one does for the other: the role of a ground; else empty."""
    nodes: Nodes = field(default_factory=Nodes)
    sections: list[tuple[str, float]] = field(default_factory=list)
    """The headings among the findings, with their heights."""
    bottom: float = 0

    def join(self, start: Node, end: Node, role: str = "") -> None:
        """Draw a line from one record to another; findings are placed first, and recommendations last."""
        self.edges.append((start, end, role))
        if start.key.kind == "recommendation":
            start.beside.append(end)
        else:
            end.beside.append(start)
