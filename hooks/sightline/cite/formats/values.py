"""What the writers of reference data share: values of a CSL item as text, names taken apart, dates cut."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sightline.cite.marks import clean
from sightline.cite.work import Item
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES
from sightline.model.dates import Day, Edtf

KEPT = "csl-"
"""What a value is marked with that the format has no place of its own for, so that nothing is lost."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name as it was given."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    """A body, or a name that is not taken apart; then all else is empty."""


def people(item: Item, variable: str) -> list[Person]:
    """The names in a role."""
    value = item.get(variable)
    names = value if isinstance(value, (list, tuple)) else ()
    return [_person(name) for name in names if isinstance(name, Mapping) and any(map(_text, name.values()))]


def _person(name: Mapping[str, object]) -> Person:
    keys = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
    family, given, dropping, particle, suffix, literal = (_text(name.get(key)) for key in keys)
    if literal or not family:
        return Person(literal=literal or given or particle or dropping or suffix)
    return Person(family, given, dropping, particle, suffix)


def text(item: Item, variable: str) -> str:
    """A variable as one line of text; a date as it is written."""
    value = item.get(variable)
    return value.text if isinstance(value, Edtf) else _text(value)


_MARKUP = re.compile(r"</?(?:i|b|sc|sub|sup|span)(?: [^<>]*)?>")
"""The markup that CSL-JSON allows in texts; neither format has a place for it."""


def _text(value: object) -> str:
    if isinstance(value, bool) or not isinstance(value, (str, int, float)):
        return ""
    return clean(_MARKUP.sub("", str(value)))


def variables(item: Item) -> list[str]:
    """The variables that hold something, but for the id and the type: names first, then the title, then the rest."""
    held = (name for name in item if name not in ("id", "type") and (text(item, name) or people(item, name)))
    return sorted(held, key=lambda name: (not is_names(name), name != "title"))


def is_names(variable: str) -> bool:
    """True for a variable that holds names."""
    return variable in NAME_VARIABLES


def is_date(variable: str) -> bool:
    """True for a variable that holds a date."""
    return variable in DATE_VARIABLES


def day(item: Item, variable: str) -> Day | None:
    """The day, month or year of a plain date; None where it is a period, a decade or a guess, or words."""
    value = item.get(variable)
    if not isinstance(value, Edtf) or value.end or value.is_interval or value.is_uncertain or "X" in value.text:
        return None
    return None if "-2" in value.text[4:6] else value.start  # a season has the number 21 to 24 in place of a month
