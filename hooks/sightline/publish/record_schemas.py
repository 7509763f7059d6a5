"""JSON Schema of what editors write, from the very classes that check it."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from functools import cache, partial
from itertools import pairwise
from typing import Any

from sightline.check.records import adapter
from sightline.model import brief, csl, notes, shared
from sightline.model.corpus import PROGRAM
from sightline.model.kinds import KINDS
from sightline.publish.artifact import Artifact
from sightline.publish.csl_descriptions import DESCRIPTIONS
from sightline.publish.json_text import as_json
from sightline.render import Renderer

DRAFT = "http://json-schema.org/draft-07/schema#"
"""The draft that the YAML language server reads best."""
_ONE_DATE = r"(\d{4}|\d{3}X|\d{2}XX)(-\d{2}(-\d{2})?)?[?~%]?"
DATE_PATTERN = rf"^{_ONE_DATE}(/({_ONE_DATE}|\.\.)?)?$"
"""The form of a date; whether there is such a day, the check says."""


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
    schema = adapter(record).json_schema(by_alias=True)  # type: ignore[arg-type]  # a class is hashable
    definitions = schema.pop("$defs", {})
    definitions[record.__name__] = schema
    for name, definition in definitions.items():
        _describe(name, definition)
    if record is shared.Source:
        _flatten(definitions)
    one = {"$ref": f"#/definitions/{record.__name__}"}
    whole = {
        "$schema": DRAFT,
        "title": record.__name__,
        "oneOf": [one, {"type": "array", "items": one}],
        "definitions": definitions,
    }
    moved: dict[str, Any] = _moved(whole)
    return moved


def _describe(name: str, definition: dict[str, Any]) -> None:
    """Fill in what the docstrings of a record class say, and leave out what an editor never writes."""
    record = next((getattr(module, name) for module in (brief, notes, shared, csl) if hasattr(module, name)), None)
    properties = definition.get("properties", {})
    for key, text in docstrings(record).items() if isinstance(record, type) else ():
        if key in properties:
            properties[key]["description"] = text
    for key in properties if name in ("CslItem", "Name") else ():
        if key in DESCRIPTIONS:
            properties[key]["description"] = DESCRIPTIONS[key]
    if record in {kind.record for kind in KINDS if kind.in_brief}:
        properties.pop("brief", None)
    for field in properties.values():
        field.pop("title", None)
        field.pop("default", None)


@cache
def docstrings(record: type[Any]) -> dict[str, str]:
    """The string under each field of a class, as one line."""
    try:
        tree = ast.parse(textwrap.dedent(inspect.getsource(record)))
    except (OSError, TypeError):
        return {}
    body = tree.body[0].body if isinstance(tree.body[0], ast.ClassDef) else []
    found = {}
    for field, text in pairwise(body):
        match field, text:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(words))):
                found[name] = " ".join(words.split())
            case _:
                pass
    return found


def _flatten(definitions: dict[str, Any]) -> None:
    """A source is written flat: its CSL variables stand beside its own keys."""
    item = definitions.pop("CslItem")
    source = definitions["Source"]
    source["properties"].pop("item")
    source["properties"] = {**item["properties"], **source["properties"]}


_TEXT_OR_INTEGER = [{"type": ["string", "number"]}, {"type": "integer"}]
"""What pydantic makes of a date."""


def _moved(value: Any) -> Any:
    """Draft 07 keeps definitions under ``definitions``; a plain text may also be typed as a number."""
    if isinstance(value, dict):
        moved = {key: _moved(item) for key, item in value.items()}
        if isinstance(moved.get("$ref"), str):
            moved["$ref"] = moved["$ref"].replace("#/$defs/", "#/definitions/")
        if moved.get("anyOf") == _TEXT_OR_INTEGER:
            moved.pop("anyOf")
            moved |= {"type": ["string", "integer"], "pattern": DATE_PATTERN}
        if moved.get("type") == "string" and "enum" not in moved and "const" not in moved:
            moved["type"] = ["string", "number"]
        return moved
    return [_moved(item) for item in value] if isinstance(value, list) else value
