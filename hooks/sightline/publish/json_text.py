"""JSON as it is published: the same bytes for the same data."""

from __future__ import annotations

import json

from sightline.link.record_data import Json
from sightline.link.versions import dense


def as_json(data: Json) -> bytes:
    """JSON in a form that a person can read too. Raises ValueError for numbers that JSON does not know."""
    return (json.dumps(data, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def as_dense_json(data: Json) -> bytes:
    """The same without blanks: for files of which there are thousands."""
    return dense(data) + b"\n"
