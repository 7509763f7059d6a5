"""What makes a class one of records."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True, kw_only_default=True, eq_default=False, field_specifiers=(field,))
def record(made: type[Made]) -> type[Made]:
    """A dataclass that is never changed, whose fields are given by name.

    A record is itself: none is compared with another nor printed, and to make what would do so for every class takes as
    long as to check a small site.
    """
    return dataclass(frozen=True, slots=True, kw_only=True, eq=False, repr=False)(made)
