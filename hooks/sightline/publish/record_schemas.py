"""JSON Schema of what editors write, from the very classes that check it."""

from __future__ import annotations

import ast
import dataclasses
import inspect
import sys
from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, is_typeddict

from sightline.model import shared
from sightline.model.corpus import PROGRAM
from sightline.model.dates import Edtf
from sightline.model.fields import FromFolder, Limits, hints_of
from sightline.model.kinds import KINDS
from sightline.model.prose import Prose
from sightline.publish.artifact import Artifact
from sightline.publish.csl_descriptions import DESCRIPTIONS
from sightline.publish.json_text import as_json
from sightline.render import Renderer

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that the YAML language server reads best."""
DATES = ["1940-08-18", "1993", "199X", "2007/2016"]
"""Examples."""
_ONE_DATE = r"(\d{4}|\d{3}X|\d{2}XX)(-\d{2}(-\d{2})?)?[?~%]?"
DATE_PATTERN = rf"^{_ONE_DATE}(/({_ONE_DATE}|\.\.)?)?$"
"""The form of a date; whether there is such a day, the check says."""
_NONE = Limits()


def exports(render: Renderer) -> Iterator[Artifact]:
    """A schema for each kind of record, and one for the settings."""
    for name in (*(kind.name for kind in KINDS), "site"):
        yield Artifact(f"data/schema/{name}.schema.json", partial(_written, name), (PROGRAM,))


def _written(name: str) -> bytes:
    return as_json(record_schemas()[name])


@cache
def record_schemas() -> dict[str, dict[str, Any]]:
    """The schema of each kind by its name, and of the settings as ``site``: for a record or a list of them."""
    made = {kind.name: _schema(kind.record) for kind in KINDS}
    return {**made, "site": _schema(shared.Site)}


def _schema(record: type[Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    one = _shape(record, found)
    own = found.pop(record.__name__)
    return {
        "$schema": DRAFT,
        "title": record.__name__,
        "oneOf": [one, {"type": "array", "items": one}],
        "definitions": {**dict(sorted(found.items())), record.__name__: own},
    }


def _shape(hint: Any, found: dict[str, Any], words: str = "", limits: Limits = _NONE) -> dict[str, Any]:
    """What a field may hold, described in ``words``; classes that it names are added to ``found``."""
    described = {"description": words} if words else {}
    origin, inside = get_origin(hint), get_args(hint)
    if origin is Annotated:
        marked = next((mark for mark in inside[1:] if isinstance(mark, Limits)), _NONE)
        return _shape(inside[0], found, words, marked)
    if origin in (Union, UnionType):
        return {"anyOf": [_shape(inside[0], found), {"type": "null"}], **described}
    if origin is tuple:
        sizes = _known(maxItems=limits.max_length, minItems=limits.min_length)
        return {"items": _shape(inside[0], found), **sizes, "type": "array", **described}
    if origin is Literal:
        return {"enum": list(inside), "type": "string", **described}
    if hint is Edtf:
        return {"examples": DATES, **described, "type": ["string", "integer"], "pattern": DATE_PATTERN}
    return {**(_plain(hint, limits) or _named(hint, found)), **described}


def _plain(hint: Any, limits: Limits) -> dict[str, Any]:
    """A text, a number, or true and false; empty for what is none of these. A plain text may look like a number."""
    if hint in (str, Prose):
        sizes = _known(maxLength=limits.max_length, minLength=limits.min_length, pattern=limits.pattern)
        return {**sizes, "type": ["string", "number"]}
    if hint is int:
        return {**_known(maximum=limits.le, minimum=limits.ge), "type": "integer"}
    return {"type": "boolean"} if hint is bool else {}


def _known(**limits: int | str | None) -> dict[str, Any]:
    return {name: limit for name, limit in limits.items() if limit is not None}


def _named(record: Any, found: dict[str, Any]) -> dict[str, Any]:
    """A reference to a class, which is described in ``found``."""
    if record.__name__ not in found:
        described = {} if is_typeddict(record) else {"description": record.__doc__}
        required = [] if is_typeddict(record) else _required(record)
        found[record.__name__] = {
            "additionalProperties": False,
            **described,
            "properties": _properties(record, found),
            **({"required": required} if required else {}),
            "title": record.__name__,
            "type": "object",
        }
    return {"$ref": f"#/definitions/{record.__name__}"}


def _required(record: Any) -> list[str]:
    missing = dataclasses.MISSING
    return [one.name for one in dataclasses.fields(record) if one.default is missing and one.default_factory is missing]


def _properties(record: Any, found: dict[str, Any]) -> dict[str, Any]:
    """What an editor writes. A source is written flat: its CSL variables stand beside its own keys."""
    texts = DESCRIPTIONS if is_typeddict(record) else docstrings(record)
    hints = dict(hints_of(record))
    variables = _properties(hints.pop("item"), found) if record is shared.Source else {}
    shapes = {
        name: _shape(hint, found, texts.get(name, ""))
        for name, hint in hints.items()
        if FromFolder() not in get_args(hint)
    }
    required = () if is_typeddict(record) else _required(record)
    return {**variables, **{name: one if name in required else _or_empty(one) for name, one in shapes.items()}}


def _or_empty(shape: dict[str, Any]) -> dict[str, Any]:
    """The shape of a key that may be left out: a key without a value is as good as none."""
    if "anyOf" in shape:
        return shape  # of a field that may be None
    if "$ref" in shape:
        rest = {name: value for name, value in shape.items() if name != "$ref"}
        return {"anyOf": [{"$ref": shape["$ref"]}, {"type": "null"}], **rest}
    types = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
    words = {"enum": [*shape["enum"], None]} if "enum" in shape else {}
    return {**shape, **words, "type": [*types, "null"]}


def docstrings(record: type[Any]) -> dict[str, str]:
    """The string under each field of a class, as one line."""
    return _docstrings(record.__module__).get(record.__name__, {})


@cache
def _docstrings(module: str) -> dict[str, dict[str, str]]:
    """Those of all classes of a module, which is parsed once."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (OSError, TypeError):
        return {}
    return {one.name: _of_fields(one.body) for one in tree.body if isinstance(one, ast.ClassDef)}


def _of_fields(body: list[ast.stmt]) -> dict[str, str]:
    found = {}
    for field, text in pairwise(body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = " ".join(words.split())
            case _:
                pass
    return found
