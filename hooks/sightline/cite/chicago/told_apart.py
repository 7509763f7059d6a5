"""Tells works apart whose short notes would read alike: authors of one family name, works of one title."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import get_args

from sightline.cite import names
from sightline.cite.chicago.entry import short_note
from sightline.cite.chicago.heads import short_names
from sightline.cite.chicago.told import ALONE, More, Told
from sightline.cite.names import Names, Parts
from sightline.cite.tokens import to_plain
from sightline.cite.work import LEGAL, Work

_MORE: tuple[More, ...] = get_args(More)
_WRITTEN: tuple[Callable[[Parts], str], ...] = (
    lambda name: names.initialled(name._replace(suffix="")),
    lambda name: names.full(name._replace(suffix="")),
    names.full,
)
"""Ways to write a name with more than the family name, the shortest first."""


def told_apart(works: Sequence[Work]) -> list[Told]:
    """What the short note of each work needs, among all that are cited."""
    shown = [() if work.kind in LEGAL else names.shown_short(short_names(work)) for work in works]
    namesakes = _namesakes(shown)
    told = [Told(namesakes) if not namesakes.keys().isdisjoint(those) else ALONE for those in shown]
    for group in _of_one_title(works):
        _told_by_more(works, group, told)
    return told


def _namesakes(shown: Iterable[Names]) -> Mapping[Parts, str]:
    """Those who share their family name with somebody of another work, as short notes name them.

    Full names or initials are added only where they must be (CMOS chapter 13, short form for authors' names). Of two
    who wrote together neither is taken for the other.
    """
    together: dict[str, Names] = {}
    shared: dict[str, set[Parts]] = {}
    for people in shown:
        for name in people:
            last = name.last
            same = (name,) if len(people) == 1 else tuple([one for one in people if one.last == last])
            if together.setdefault(last, same) != same:
                shared.setdefault(last, {*together[last]}).update(same)
    return {name: form for people in shared.values() for name, form in _forms(people)}


def _forms(people: set[Parts]) -> Iterator[tuple[Parts, str]]:
    """Those of one family name, each with as much more as tells them from others: initials, the whole name, Jr."""
    people = {name for name in people if not name.literal}
    if not any(_differs(name, people) for name in people):
        return
    for written in _WRITTEN:
        alike: dict[str, list[Parts]] = defaultdict(list)
        for name in people:
            alike[written(name)].append(name)
        told = [(name, form) for form, those in alike.items() for name in those if not _differs(name, those)]
        yield from told
        people = people.difference(name for name, _ in told)


def _differs(name: Parts, others: Iterable[Parts]) -> bool:
    return any(_differ(name, other) for other in others)


def _differ(one: Parts, other: Parts) -> bool:
    """Whether two of one family name are two persons: J. and John may be one, and so may John and John A."""
    if one.suffix != other.suffix:
        return True
    pairs = zip(_given(one), _given(other), strict=False)
    return not all(a.startswith(b) or b.startswith(a) for a, b in pairs)


def _given(name: Parts) -> list[str]:
    return name.given.casefold().replace(".", " ").replace("-", " ").split()


def _of_one_title(works: Sequence[Work]) -> list[list[int]]:
    """The places of works whose titles begin alike: only these can have the same short note."""
    groups: dict[str, list[int]] = defaultdict(list)
    for at, work in enumerate(works):
        title = work.texts.get("title-short") or work.texts.get("title", "")
        groups[title.partition(":")[0].lower()].append(at)
    return [group for title, group in groups.items() if title and len(group) > 1]


def _told_by_more(works: Sequence[Work], group: list[int], told: list[Told]) -> None:
    """Add to each work of a group the first thing that no other has in common with it."""
    for more in _MORE:
        printed = {at: to_plain(short_note(works[at], None, told[at]._replace(more=more))) for at in group}
        works_of = Counter(printed.values())
        for at in group if more else ():
            if works_of[printed[at]] == 1:
                told[at] = told[at]._replace(more=more)
        group = [at for at in group if works_of[printed[at]] > 1]
        if not group:
            return
