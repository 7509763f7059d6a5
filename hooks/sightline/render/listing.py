"""Lists that stay small at any size.

A list is whole as long as it fits into one page. A longer one becomes an overview: what it can be narrowed down by,
with counts. Its entries then stand on the pages of its facets, one page a value, numbered where one is too long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from sightline import urls
from sightline.model.corpus import LedgerEntry
from sightline.model.kinds import Record
from sightline.render.changes import Change
from sightline.render.facets import LABELS, Facet, Values, alphabetised, facets

ROOM = 200_000
"""Bytes of a page that entries may fill: with the frame around them it stays under 300 KB."""
BESIDE = 70_000
"""Bytes that may stand on a page besides: with those of the theme, some 25 KB, it stays under 300 KB."""
WEIGHTS = {
    "recommendation": 1400, "finding": 1000, "source": 800, "event": 900, "theme": 1000, "ledger": 500, "change": 700,
    "term": 700, "term-line": 180, "actor": 150, "citation": 700, "resting": 600, "llms": 400, "statement": 1200, "node": 450,
    "argued": 1000, "noted": 750, "told": 1000, "begun": 380, "paged": 130, "note": 1000, "printed": 400, "cited": 950,
    "titled": 200, "number": 118, "line": 240, "linked": 80, "dated": 950, "drawn": 450, "remarked": 650,
}  # fmt: skip
"""What an entry of each kind weighs in bytes, rounded up from what is usual. A finding with all that is known of it
(``argued``), an event (``dated``), its line in the drawing (``drawn``), a source note (``remarked``) and a note that one of
these marks (``noted``) count three quarters: the text of a brief may fill its page to the brim.

``told`` is a finding in its words alone, ``begun`` one by the first of them, ``paged`` a statement under its printed page,
``printed`` a note as it is printed, ``cited`` how a finding is cited, ``titled`` a recommendation by its title alone,
``number`` that of a note, as a link, ``linked`` the same in a row of links, ``line`` any of these by its first words."""

Entry = Record | LedgerEntry | Change
Item = TypeVar("Item")


def weight(**numbers: int) -> int:
    """What so many entries of each kind weigh together, in bytes."""
    return sum(number * WEIGHTS[kind] for kind, number in numbers.items())


def parted(items: Iterable[Item], weigh: Callable[[Item, list[Item]], int], room: int = ROOM) -> list[list[Item]]:
    """The entries of each page, in order, as many on each as fit and at least one; no page where there is none.
    ``weigh`` says what an entry adds to a page that has those others already."""
    found: list[list[Item]] = []
    left = 0
    for item in items:
        own = weigh(item, found[-1] if found else [])
        if not found or own > left:
            found.append([])
            left, own = room, weigh(item, [])
        found[-1].append(item)
        left -= own
    return found


FEW_PAGES = 9
"""Of so many pages of a list each is named on every other."""


def pages_named(number: int, total: int) -> list[int]:
    """The pages of a list that its page ``number`` leads to: the first and the last, this one with those beside it, and
    between them the middle of each way, so that a few steps reach any of very many. A single one is never left out."""
    if total <= FEW_PAGES:
        return list(range(1, total + 1))
    found = {1, (1 + number) // 2, number - 1, number, number + 1, (number + total + 1) // 2, total}
    found |= {one + 1 for one in found if one + 2 in found}
    return sorted(one for one in found if 1 <= one <= total)


@dataclass(slots=True)
class Shelf:
    """What is filed under one value of a facet."""

    value: str
    title: str
    items: list[Entry]

    @property
    def size(self) -> int:
        """How many they are."""
        return len(self.items)


@dataclass(frozen=True)
class Listing:
    """A list of records with all that it can be narrowed down by."""

    section: str
    """Its address."""
    kind: str
    """What its entries are: names their weight and the macro that writes them."""
    title: str
    one: str
    """What one entry is called."""
    items: Sequence[Entry]
    """In the order of the list."""
    filed: Sequence[Values]
    """What each of them is filed under."""
    names: tuple[str, ...]
    """The facets that have pages of their own."""
    weigh: Callable[[str, Entry], int]
    """What an entry of a kind weighs, in bytes."""
    when_long: tuple[str, ...] = ()
    """Those that have them only where the list is long; every entry is filed once under the first, or under its brief."""
    room: int = ROOM
    many: str = ""
    """Where it is more than the one with an s."""

    @property
    def plural(self) -> str:
        """What the entries are called."""
        return self.many or f"{self.one}s"

    @cached_property
    def whole(self) -> bool:
        """True where all entries stand on the list's own page."""
        return len(self._parted(self.items)) <= 1

    def _parted(self, items: Iterable[Entry]) -> list[list[Entry]]:
        return parted(items, lambda item, _: self._weights[id(item)], self.room)

    @cached_property
    def _weights(self) -> Mapping[int, int]:
        return {id(item): self.weigh(self.kind, item) for item in self.items}

    @cached_property
    def facets(self) -> Mapping[str, list[Shelf]]:
        """The facets that are offered, each with its shelves in the order of their titles.

        One that tells nothing apart is not, unless the entries of a long list are found by it.
        """
        wanted = self.names if self.whole else (*self.when_long, *self.names)
        needed = () if self.whole else (*self.when_long, "brief")
        shelves: dict[str, dict[str, Shelf]] = {name: {} for name in LABELS if name in wanted}
        for item, values in zip(self.items, self.filed, strict=True):
            for name, on in shelves.items():
                for value, title in values.get(name, ()):
                    if value not in on:
                        on[value] = Shelf(value, title, [])
                    on[value].items.append(item)
        return {
            name: sorted(on.values(), key=lambda shelf: alphabetised(shelf.title))
            for name, on in shelves.items()
            if on and (name in needed or any(shelf.size < len(self.items) for shelf in on.values()))
        }

    def largest(self, facet: str, most: int) -> list[Shelf]:
        """The shelves of a facet that hold most, in the order of their titles; ``most`` is how many, 0 all."""
        shelves = self.facets[facet]
        if not most or len(shelves) <= most:
            return shelves
        return sorted(
            sorted(shelves, key=lambda shelf: -shelf.size)[:most], key=lambda shelf: alphabetised(shelf.title)
        )

    @cached_property
    def _values(self) -> Mapping[int, Values]:
        own = {*self.names}
        return {
            id(item): values
            if own.issuperset(values)
            else {name: values[name] for name in self.names if name in values}
            for item, values in zip(self.items, self.filed, strict=True)
        }

    def values_of(self, item: Entry) -> Values:
        """What an entry is filed under, in the facets that the list can be narrowed down by where it stands."""
        return self._values[id(item)]

    def offered(self, without: str = "", items: Sequence[Entry] | None = None) -> list[Facet]:
        """What the list, or some entries of it, can be narrowed down by; ``without`` the facet they are under."""
        return facets([self._values[id(item)] for item in (self.items if items is None else items)], without)

    def place(self, facet: str, value: str) -> str:
        """Where the entries under a value stand: on their shelf; else, where nothing tells them apart, in the list."""
        there = any(shelf.value == value for shelf in self.facets.get(facet, ()))
        return urls.by(self.section, facet, value) if there else self.section

    def pages(self, facet: str, shelf: Shelf) -> Iterator[tuple[str, Sequence[Entry]]]:
        """The address of each page of a shelf, with the entries on it."""
        for number, items in enumerate(self._parted(shelf.items), 1):
            yield urls.by(self.section, facet, shelf.value, number), items

    @cached_property
    def _standing(self) -> Mapping[int, str]:
        """The page on which each entry of a long list stands under the first of its facets, by its identity."""
        facet = self.when_long[0]
        pages = (page for shelf in self.facets.get(facet, ()) for page in self.pages(facet, shelf))
        return {id(item): address for address, items in pages for item in items}

    def page_of(self, item: Entry) -> str:
        """The page on which an entry of a long list stands."""
        return self._standing[id(item)]

    def has_pages(self, facet: str) -> bool:
        """True where the values of a facet have pages of this list; those of a brief are parts of the brief."""
        return urls.by(self.section, facet, "x").startswith(self.section)

    def shelves(self, facet: str) -> Iterator[tuple[Shelf | None, Shelf, Shelf | None]]:
        """The shelves of a facet, each with its neighbours."""
        row = self.facets[facet]
        for place, shelf in enumerate(row):
            yield row[place - 1] if place else None, shelf, row[place + 1] if place + 1 < len(row) else None
