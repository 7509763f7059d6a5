"""JSON as it is published: the same bytes for the same data."""

from __future__ import annotations

from pydantic_core import to_json

from sightline.link.record_data import Json
from sightline.link.versions import dense


def as_json(data: Json) -> bytes:
    """JSON in a form that a person can read too."""
    return to_json(data, indent=1) + b"\n"


def as_dense_json(data: Json) -> bytes:
    """The same without blanks: for files of which there are thousands."""
    return dense(data) + b"\n"
