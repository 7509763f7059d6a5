"""``data/schema/<kind>.schema.json``: what an editor's YAML may say, judged by an independent validator."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from sightline.model.corpus import Corpus
from sightline.model.kinds import KINDS
from sightline.publish import artifacts
from sightline.read import Content, read_content

ROOT = Path(__file__).parent.parent.parent
NAMES = [*(kind.name for kind in KINDS), "site"]


@pytest.fixture(scope="module")
def schemas(tiny: Corpus) -> dict[str, Any]:
    found = {}
    for artifact in artifacts(tiny):
        if match := re.fullmatch(r"data/schema/(.+)\.schema\.json", artifact.path):
            found[match[1]] = json.loads(artifact.content)
    return found


@pytest.fixture(scope="module")
def contents() -> list[Content]:
    return [read_content(ROOT), read_content(ROOT / "tests" / "site")]


def as_an_editor_sees_it(raw: Any) -> Any:
    """Raw data with the types that a YAML editor gives to bare scalars."""
    match raw:
        case dict():
            return {key: as_an_editor_sees_it(value) for key, value in raw.items() if value is not None}
        case list():
            return [as_an_editor_sees_it(value) for value in raw]
        case "true" | "false":
            return raw == "true"
        case str() if re.fullmatch(r"[1-9]\d*", raw):
            return int(raw)
        case _:
            return raw


def records(contents: list[Content], name: str) -> list[tuple[str, Any]]:
    """The records of a kind with their places."""
    if name == "site":
        raw = [content.site for content in contents if content.site]
    else:
        raw = [one for content in contents for one in content.records if one.kind.name == name]
    return [(str(one.place()), as_an_editor_sees_it(one.data)) for one in raw]


def test_there_is_one_for_each_kind_and_for_the_settings(schemas: dict[str, Any]) -> None:
    assert sorted(schemas) == sorted(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_accepts_what_is_written(schemas: dict[str, Any], contents: list[Content], name: str) -> None:
    Draft7Validator.check_schema(schemas[name])
    validator = Draft7Validator(schemas[name])
    found = records(contents, name)
    assert found
    for place, data in found:
        assert [f"{place} {error.json_path}: {error.message}" for error in validator.iter_errors(data)] == []
    assert validator.is_valid([data for _, data in found])  # a list file


BROKEN: list[tuple[str, dict[str, Any]]] = [
    ("brief", {"kind": "novel"}),
    ("brief", {"sections": []}),
    ("brief", {"authors": ["Rae Sand"]}),
    ("theme", {"id": "Two Words"}),
    ("theme", {"comparisons": [{"relation": "loves", "about": "x", "note": "y"}]}),
    ("finding", {"kind": "fakt"}),
    ("finding", {"brief": "canada-ntib"}),
    ("finding", {"themes": "speed"}),
    ("recommendation", {"addressees": []}),
    ("recommendation", {"rests_on": [{"finding": "a"}]}),
    ("recommendation", {"rests_on": [{"finding": "a", "why": "b", "role": "loves"}]}),
    ("endnote", {"number": 0}),
    ("endnote", {"number": "one"}),
    ("endnote", {"citations": [{"source": "a", "form": "idem"}]}),
    ("source", {"type": "bok"}),
    ("source", {"authr": []}),
    ("source", {"author": [{"famly": "Mole"}]}),
    ("source", {"item": {}}),
    ("event", {"date": ["1990"]}),
    ("source-note", {"where": []}),
    ("source-note", {"where": [{"summary": True}] * 3}),
    ("actor", {"kind": "hero"}),
    ("glossary-term", {"used_in": [{"brief": "b"}]}),
    ("site", {"titel": "x"}),
]


@pytest.mark.parametrize(("name", "change"), BROKEN, ids=[f"{name}-{next(iter(change))}" for name, change in BROKEN])
def test_it_rejects_a_planted_mistake(
    schemas: dict[str, Any], contents: list[Content], name: str, change: dict[str, Any]
) -> None:
    good = records(contents, name)[0][1]
    assert not Draft7Validator(schemas[name]).is_valid({**good, **change})


@pytest.mark.parametrize("name", NAMES)
def test_it_asks_for_every_required_key(schemas: dict[str, Any], contents: list[Content], name: str) -> None:
    """Exactly the keys whose absence the check reports as missing, or that have nothing to fall back on."""
    required = {
        "brief": "id title kind publisher standfirst summary sections",
        "theme": "id title summary",
        "finding": "id section statement kind",
        "recommendation": "id title statement addressees",
        "endnote": "number",
        "source": "id type title",
        "event": "id date title",
        "source-note": "id kind what where treatment",
        "actor": "id name kind",
        "glossary-term": "id term expansion",
        "site": "title description",
    }[name].split()
    good = records(contents, name)[0][1]
    validator = Draft7Validator(schemas[name])
    asked = [key for key in good if not validator.is_valid({k: v for k, v in good.items() if k != key})]
    assert sorted(asked) == sorted(required)


@pytest.mark.parametrize("name", NAMES)
def test_a_key_without_a_value_is_as_good_as_none(schemas: dict[str, Any], contents: list[Content], name: str) -> None:
    """An editor may have it ready to be filled; the check leaves it out."""
    good = records(contents, name)[0][1]
    (one,) = (shape for shape in schemas[name]["definitions"].values() if shape["title"] == schemas[name]["title"])
    validator = Draft7Validator(schemas[name])
    optional = [key for key in one["properties"] if key not in one["required"]]
    assert optional
    assert [key for key in optional if not validator.is_valid({**good, key: None})] == []
    assert [key for key in one["required"] if validator.is_valid({**good, key: None})] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_key_says_what_it_holds(schemas: dict[str, Any], name: str) -> None:
    """An editor shows it while the key is typed."""
    own = {"id", "type", "title"}
    for title, definition in schemas[name]["definitions"].items():
        for key, field in definition.get("properties", {}).items():
            csl = title in ("Name", "Source") and key not in own
            assert field.get("description") or csl, f"{title}.{key}"
