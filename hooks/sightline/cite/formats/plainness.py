"""Which items every format gives back as they were, whatever it makes of names, dates and types."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from sightline.cite import dates
from sightline.cite.formats.values import DATES, ROLES
from sightline.cite.marks import ALL
from sightline.cite.work import Item
from sightline.model.csl import CslType

_TYPES = frozenset(get_args(CslType))
_WORD = r"(?![Aa][Nn][Dd]\b)[A-ZÀ-ÖØ-Þ][\w.’'-]*"
_FAMILY, _GIVEN = re.compile(_WORD), re.compile(f"{_WORD}(?: {_WORD})*")
_BODY = re.compile(rf"[^\W_][^\s,<{ALL}]*(?: [^\s,<{ALL}]+)*")
"""Names that no format takes for anything else."""


def is_plain(item: Item) -> bool:
    """True where the type, the names and the dates are such; texts are for each format to judge."""
    return item.get("type") in _TYPES and all(map(_is_plain_value, item.keys(), item.values()))


def _is_plain_value(variable: str, value: object) -> bool:
    if variable in ROLES:
        return isinstance(value, (list, tuple)) and all(map(_is_plain_name, value))
    if variable in DATES:
        return dates.plain(value) is not None
    return isinstance(value, str)


def _is_plain_name(name: object) -> bool:
    if not isinstance(name, Mapping):
        return False
    family, given, body = name.get("family"), name.get("given"), name.get("literal")
    if isinstance(family, str) and isinstance(given, str):
        return len(name) == 2 and bool(_FAMILY.fullmatch(family) and _GIVEN.fullmatch(given))
    return isinstance(body, str) and len(name) == 1 and bool(_BODY.fullmatch(body))
