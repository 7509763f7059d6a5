"""Makes the validator of a record class from the types of its fields.

Pydantic makes such a validator too, of any class there may be, but to load it and let it work takes longer than to check
five hundred records. So only its core is used, which checks the values; what is here knows the types of fields.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, cast, get_args, get_origin

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from sightline.model.fields import Limits, Made, Seen, hints_of
from sightline.model.keys import Keyed

_PLAIN = {str: core_schema.str_schema(), int: core_schema.int_schema(), bool: core_schema.bool_schema()}
_CLOSED: core_schema.CoreConfig = {"extra_fields_behavior": "forbid"}


@cache
def validator(hint: Any) -> SchemaValidator:
    """The validator of a record class, or of any type that a field has; made once."""
    return SchemaValidator(_schema(hint))


@cache
def _schema(hint: Any) -> CoreSchema:
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _marked(inside[0], inside[1:])
    if origin in (Union, UnionType):
        return core_schema.nullable_schema(_schema(inside[0]))
    if origin is tuple:
        return core_schema.tuple_schema([_schema(inside[0])], variadic_item_index=0)
    if origin is Literal:
        return core_schema.literal_schema(list(inside))
    if dataclasses.is_dataclass(hint):
        return _record(hint)
    return _PLAIN[hint] if hint in _PLAIN else _named(hint)


def _marked(base: Any, marks: tuple[Any, ...]) -> CoreSchema:
    """A type with what is said about it: limits before what looks at the value, which looks first."""
    if made := [mark.by for mark in marks if isinstance(mark, Made)]:
        return core_schema.no_info_plain_validator_function(made[0])
    schema = _schema(base)
    for mark in marks:
        match mark:
            case Limits():
                limits = {name: limit for name, limit in mark._asdict().items() if limit is not None}
                schema = cast(CoreSchema, {**schema, **limits})
            case Seen(by):
                schema = core_schema.no_info_before_validator_function(by, schema)
            case _:
                pass
    return schema


def _record(record: Any) -> CoreSchema:
    hints = hints_of(record)
    fields = [
        core_schema.dataclass_field(one.name, _optional(one, _schema(hints[one.name])))
        for one in dataclasses.fields(record)
    ]
    arguments = core_schema.dataclass_args_schema(record.__name__, fields)
    names, keyed = [one.name for one in dataclasses.fields(record)], issubclass(record, Keyed)
    return core_schema.dataclass_schema(record, arguments, names, slots=True, post_init=keyed, config=_CLOSED)


def _optional(field: dataclasses.Field[Any], schema: CoreSchema) -> CoreSchema:
    if field.default is not dataclasses.MISSING:
        return core_schema.with_default_schema(schema, default=field.default)
    if field.default_factory is not dataclasses.MISSING:
        return core_schema.with_default_schema(schema, default_factory=field.default_factory)
    return schema


def _named(hint: Any) -> CoreSchema:
    """A map whose keys are all known, none of them required."""
    hints = hints_of(hint)
    fields = {name: core_schema.typed_dict_field(_schema(one), required=False) for name, one in hints.items()}
    return core_schema.typed_dict_schema(fields, extra_behavior="forbid")
