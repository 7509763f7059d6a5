"""What the writers of reference data share: values of a CSL item as text, and names taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from sightline.cite.marks import clean
from sightline.cite.work import Item
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES
from sightline.model.dates import Edtf

ROLES = frozenset(NAME_VARIABLES)
"""The variables that hold names."""
DATES = frozenset(DATE_VARIABLES)
"""The variables that hold dates."""
KEPT = "csl-"
"""What a value is marked with that the format has no place of its own for, so that nothing is lost."""


class Person(NamedTuple):
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
    return [person for name in names if isinstance(name, Mapping) and any(person := _person(name))]


def _person(name: Mapping[str, object]) -> Person:
    family, given, dropping, particle, suffix, literal = [as_text(name[key]) if key in name else "" for key in _KEYS]
    if literal or not family:
        return Person(literal=literal or given or particle or dropping or suffix)
    return Person(family, given, dropping, particle, suffix)


def as_text(value: object) -> str:
    """A value as one line of text; a date as it is written."""
    if isinstance(value, str):
        return clean(MARKUP.sub("", value) if "<" in value else value)
    if isinstance(value, Edtf):
        return value.text
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def text(item: Item, variable: str) -> str:
    """The same of a variable."""
    return as_text(item.get(variable))


_KEYS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
MARKUP = re.compile(r"</?(?:i|b|sc|sub|sup|span)(?: [^<>]*)?>")
"""The markup that CSL-JSON allows in texts; neither format has a place for it."""
