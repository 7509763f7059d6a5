"""JSON as it is published: the same bytes for the same data."""

from __future__ import annotations

import json
from collections.abc import Mapping

from sightline.link.record_data import Json


def as_json(data: Json) -> bytes:
    """JSON in a form that a person can read too. Raises ValueError for numbers that JSON does not know."""
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def as_json_lines(data: Mapping[str, Json]) -> bytes:
    """The same for a map of lists of records: one record on a line, so that a difference shows which has changed."""
    return ("{\n" + ",\n".join(f"{dense(key)}: {_lines(value)}" for key, value in data.items()) + "\n}\n").encode()


def _lines(value: Json) -> str:
    return "[\n" + ",\n".join(map(dense, value)) + "\n]" if isinstance(value, list) and value else dense(value)


def as_dense_json(data: Json) -> bytes:
    """The same without blanks: for files of which there are thousands."""
    return f"{dense(data)}\n".encode()


def dense(data: Json) -> str:
    """The same as text, without the end of the line."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)
