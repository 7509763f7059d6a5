"""JSON as it is published: the same bytes for the same data."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""What JSON can say."""


def as_json(data: Json) -> bytes:
    """JSON in a form that a person can read too. Raises ValueError for numbers that JSON does not know."""
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
