"""Finds the references and texts in any record, from the types of its fields alone."""

from __future__ import annotations

import dataclasses
from functools import cache
from types import UnionType
from typing import Annotated, Any, NamedTuple, TypeAlias, Union, get_args, get_origin

from sightline.model.fields import RefTo, hints_of
from sightline.model.prose import Prose

Path: TypeAlias = tuple[str | int, ...]


class Many(NamedTuple):
    """A list of things of one shape."""

    item: Shape


Shape: TypeAlias = RefTo | type[Any] | Many | None
"""What a field holds: a reference, Prose, a nested record, a list of these, or nothing of interest."""


def references(record: object) -> list[tuple[Path, RefTo, str]]:
    """Each reference of a record to another: where it stands, what it may name, and its text."""
    found: list[tuple[Path, Any, Any]] = []
    _look(record, (), RefTo, found)
    return found


def texts(record: object) -> list[tuple[Path, Prose]]:
    """Each text field of a record with its place, in the order of the fields."""
    found: list[tuple[Path, Any, Any]] = []
    _look(record, (), Prose, found)
    return [(path, value) for path, _, value in found]


def _look(record: Any, path: Path, wanted: type, found: list[tuple[Path, Any, Any]]) -> None:
    for name, shape in plan(type(record), wanted):  # type: ignore[arg-type]  # a class is hashable
        value = getattr(record, name)
        if value:
            _look_at(value, shape, (*path, name), wanted, found)


def _look_at(value: Any, shape: Shape, path: Path, wanted: type, found: list[tuple[Path, Any, Any]]) -> None:
    if isinstance(shape, Many):
        for index, item in enumerate(value):
            _look_at(item, shape.item, (*path, index), wanted, found)
    elif shape is wanted or isinstance(shape, RefTo):
        found.append((path, shape, value))
    else:
        _look(value, path, wanted, found)


@cache
def plan(record: type, wanted: type) -> tuple[tuple[str, Shape], ...]:
    """The fields of a record class that hold what is wanted at any depth: references (RefTo) or texts (Prose)."""
    hints = hints_of(record)
    shapes = ((field.name, _shape(hints[field.name], wanted)) for field in dataclasses.fields(record))
    return tuple((name, shape) for name, shape in shapes if shape is not None)


def _shape(hint: Any, wanted: type) -> Shape:
    if get_origin(hint) is Annotated:
        base, *metadata = get_args(hint)
        marks = [mark for mark in metadata if isinstance(mark, RefTo)]
        return (marks[0] if wanted is RefTo else None) if marks else _shape(base, wanted)
    if get_origin(hint) in (Union, UnionType):
        shapes = [shape for shape in (_shape(one, wanted) for one in get_args(hint)) if shape is not None]
        return shapes[0] if shapes else None
    if get_origin(hint) is tuple:
        item = _shape(get_args(hint)[0], wanted) if get_args(hint) else None
        return None if item is None else Many(item)
    if hint is Prose:
        return Prose if wanted is Prose else None
    if dataclasses.is_dataclass(hint) and isinstance(hint, type) and plan(hint, wanted):
        return hint
    return None
