"""What must hold between records beyond plain references."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from sightline.check import Entry
from sightline.diagnostics import Problem
from sightline.link.index import Index
from sightline.model.brief import Brief, Recommendation
from sightline.model.corpus import Key
from sightline.model.shared import Theme
from sightline.model.source_notes import SourceNote

SHOWN = 10
"""How many steps of a circle are named."""


def check_structure(index: Index) -> list[Problem]:
    """Apply every rule to every record."""
    return [problem for entry in index.entries.values() for rule in RULES for problem in rule(entry, index)]


def _themes_are_a_tree(entry: Entry, index: Index) -> Iterator[Problem]:
    if not isinstance(entry.record, Theme):
        return
    seen = dict.fromkeys([entry.key.id])
    theme: Theme | None = entry.record
    while theme and theme.broader and theme.id not in index.rooted:
        if theme.broader in seen:
            if theme.broader == entry.key.id and len(seen) > 1:
                path = " -> ".join([*[*seen][:SHOWN], *(["…"] if len(seen) > SHOWN else []), theme.broader])
                yield Problem(entry.raw.place("broader"), "circular-theme", path, "take one of the steps out")
            return
        seen[theme.broader] = None
        above = index.entries.get(Key("theme", "", theme.broader))
        theme = above.record if above and isinstance(above.record, Theme) else None
    index.rooted.update(seen)


def _one_target(entry: Entry, index: Index) -> Iterator[Problem]:
    if isinstance(entry.record, Recommendation):
        for position, related in enumerate(entry.record.related):
            if (related.recommendation is None) == (related.finding is None):
                yield _one_of(entry, ("related", position), "recommendation or finding")
    if isinstance(entry.record, SourceNote):
        for position, place in enumerate(entry.record.where):
            targets = (place.finding, place.recommendation, place.endnote, place.section, place.source)
            if sum(target is not None for target in targets) + place.summary != 1:
                names = "finding, recommendation, endnote, section, source or summary"
                yield _one_of(entry, ("where", position), names)


def _one_of(entry: Entry, path: tuple[str | int, ...], names: str) -> Problem:
    return Problem(entry.raw.place(*path), "one-of-these", f"exactly one of {names} is due here")


def _sections_once(entry: Entry, index: Index) -> Iterator[Problem]:
    if not isinstance(entry.record, Brief):
        return
    ids = {section.id for section in entry.record.sections}
    seen: set[str] = set()
    for position, section in enumerate(entry.record.sections):
        if section.id in seen:
            place = entry.raw.place("sections", position, "id")
            yield Problem(place, "repeated-id", f"section '{section.id}' stands twice", "give one another id")
        seen.add(section.id)
        for nth, alias in enumerate(section.aliases):
            if alias in ids:
                place, message = (
                    entry.raw.place("sections", position, "aliases", nth),
                    f"'{alias}' is the id or an alias of a section",
                )
                yield Problem(place, "taken-alias", message, "an old id is never given again")
            ids.add(alias)


RULES: tuple[Callable[[Entry, Index], Iterator[Problem]], ...] = (_themes_are_a_tree, _one_target, _sections_once)
