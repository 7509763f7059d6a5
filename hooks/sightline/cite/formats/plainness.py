"""Which types and names every format gives back as they were."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import get_args

from sightline.cite.marks import ALL
from sightline.model.csl import CslType

TYPES = frozenset(get_args(CslType))
"""The types that every format gives back."""
_WORD = r"(?![Aa][Nn][Dd]\b)[A-ZÀ-ÖØ-Þ][\w.’'-]*"
_FAMILY, _GIVEN = re.compile(_WORD), re.compile(f"{_WORD}(?: {_WORD})*")
_BODY = re.compile(rf"[^\W_][^\s,<{ALL}]*(?: [^\s,<{ALL}]+)*")
"""Names that no format takes for anything else."""


def are_plain(names: object) -> bool:
    """True where each of the names is such."""
    return isinstance(names, (list, tuple)) and all(map(_is_plain, names))


def _is_plain(name: object) -> bool:
    if not isinstance(name, Mapping):
        return False
    family, given, body = name.get("family"), name.get("given"), name.get("literal")
    if isinstance(family, str) and isinstance(given, str):
        return len(name) == 2 and bool(_FAMILY.fullmatch(family) and _GIVEN.fullmatch(given))
    return isinstance(body, str) and len(name) == 1 and bool(_BODY.fullmatch(body))
