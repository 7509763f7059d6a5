"""The schemas that an editor's YAML language server reads, and for which files: kept in ``.vscode/``, used offline."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sightline.edit.textfiles import Change, Plan
from sightline.link.record_data import Json
from sightline.model.fields import ID_PATTERN
from sightline.model.kinds import KINDS
from sightline.publish.json_text import as_json
from sightline.publish.record_schemas import DATE_PATTERN, record_schemas
from sightline.read.tree import SUFFIXES

FOLDER = ".vscode/schemas"
_ENDS = f"{{{','.join(suffix.removeprefix('.') for suffix in SUFFIXES)}}}"
_IN_WORDS = {
    DATE_PATTERN: "Not a date: write 1940-08-18, 1940-08, 1940, 194X or 2007/2016.",
    ID_PATTERN: "Not an id: lower-case letters and digits in words joined by single hyphens, starting with a letter.",
    r"^[^\n]*$": "This is one line.",
    "^https?://": "Not a web address: it starts with https:// or http://.",
}
"""What the language server says where a value does not match, instead of showing the pattern."""
_ADDRESSES = ("URL", "url", "archived")


def schema_files() -> dict[str, bytes]:
    """The schema files by their path from the project's root."""
    return {f"{FOLDER}/{name}.schema.json": as_json(_in_words(schema)) for name, schema in record_schemas().items()}


def associations() -> Mapping[str, list[str]]:
    """What ``yaml.schemas`` says in ``.vscode/settings.json``: the files that each schema is for."""
    made = {f"{FOLDER}/site.schema.json": [f"content/site.{_ENDS}"]}
    for kind in KINDS:
        base = "content/briefs/*" if kind.in_brief or kind.name == "brief" else "content"
        forms = [f"{base}/{kind.files}.{_ENDS}", f"{base}/{kind.files}/*.{_ENDS}"]
        made[f"{FOLDER}/{kind.name}.schema.json"] = forms[:1] if kind.name == "brief" else forms
    return made


def plan_schemas(root: Path) -> Plan:
    """What has to be written so that the schema files follow the record classes."""
    wanted = schema_files()
    there = {f"{FOLDER}/{path.name}" for path in (root / FOLDER).glob("*.schema.json")}
    found = {file: (root / file).read_bytes() if file in there else None for file in sorted({*wanted, *there})}
    return Plan([Change(file, found[file], wanted.get(file)) for file in found if found[file] != wanted.get(file)])


def _in_words(schema: Json, key: str = "") -> Json:
    """A schema with plain words for its patterns."""
    if isinstance(schema, Mapping):
        made = {name: _in_words(value, name) for name, value in schema.items()}
        if key in _ADDRESSES:
            made = {"pattern": "^https?://", **made}
        words = _IN_WORDS.get(str(made.get("pattern")))
        return {**made, "patternErrorMessage": words} if words else made
    if isinstance(schema, (list, tuple)):
        return [_in_words(value) for value in schema]
    return schema
