"""CSL-JSON: of the shape that the CSL specification and its input schema describe, and read back equal."""

from __future__ import annotations

import json
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator
from sightline import cite
from sightline.cite.formats import FORMATS
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, CslType

from tests.publish.conftest import Files

TEXT = {"type": ["string", "number"]}
NAME = {
    "anyOf": [{"required": ["family"]}, {"required": ["literal"]}, {"required": ["given"]}],
    "type": "object",
    "additionalProperties": False,
    "properties": {
        **{
            part: {"type": "string"}
            for part in ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
        },
        "static-ordering": {"type": ["string", "number", "boolean"]},
    },
}
DATE = {
    "type": "object",
    "additionalProperties": False,
    "minProperties": 1,
    "properties": {
        "date-parts": {
            "type": "array", "minItems": 1, "maxItems": 2,
            "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}},
        },
        "season": TEXT, "circa": {"type": ["string", "number", "boolean"]},
        "literal": {"type": "string"}, "raw": {"type": "string"},
    },
}  # fmt: skip
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type"],
        "additionalProperties": False,
        "properties": {
            "id": TEXT,
            "type": {"enum": list(get_args(CslType))},
            **{key: {"type": "string"} for key in [*TEXT_VARIABLES, "URL"]},
            **dict.fromkeys(NUMBER_VARIABLES, TEXT),
            **{key: {"type": "array", "items": NAME} for key in NAME_VARIABLES},
            **dict.fromkeys(DATE_VARIABLES, DATE),
            "custom": {"type": "object"},
        },
    },
}
"""Written from the specification of CSL 1.0.2 and its description of input data."""


@pytest.mark.parametrize("which", ["tiny_files", "real_files"])
def test_every_file_is_valid(which: str, request: pytest.FixtureRequest) -> None:
    files: Files = request.getfixturevalue(which)
    found = [
        path
        for path in files
        if path.endswith((".csl.json", "cite.json"))
        or ("/findings/" in path and path.endswith(".json") and not path.endswith("/index.json"))
    ]
    validator = Draft7Validator(SCHEMA)
    for path in found:
        data = json.loads(files[path])
        assert [error.message for error in validator.iter_errors(data)] == [], path
    assert "data/sources.csl.json" in found


def test_everything_comes_back(works: list[dict[str, Any]]) -> None:
    assert [cite.from_csl_json(raw) for raw in json.loads(FORMATS[2].write(works))] == works


def test_the_schema_rejects_what_is_wrong() -> None:
    for wrong in (
        {"title": "no id", "type": "book"},
        {"id": "a", "type": "tome"},
        {"id": "a", "type": "book", "issued": "1990"},
    ):
        assert not Draft7Validator(SCHEMA).is_valid([wrong])


def test_laid_out_as_json_does_it(works: list[dict[str, Any]]) -> None:
    whole = [cite.to_csl_json(item) for item in works]
    assert FORMATS[2].write(works) == json.dumps(whole, ensure_ascii=False, indent=1) + "\n"
