"""``data/corpus.json``: compared whole with a stored file, and with the schema that is published beside it."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from sightline.model.corpus import Corpus
from sightline.model.kinds import KINDS
from sightline.publish import artifacts

from tests.golden import ROOT, compare

GOLDEN = ROOT / "publish" / "corpus.json"
KEYS = [
    "schema_version", "title", "briefs", "themes", "findings", "recommendations", "endnotes", "sources", "events",
    "source_notes", "actors", "glossary",
]  # fmt: skip
"""What the design promises: the record kinds in the plural."""


def exported(corpus: Corpus, path: str) -> Any:
    """An export as its readers get it."""
    content = next(one.content for one in artifacts(corpus) if one.path == path)
    return json.loads(content)


@pytest.fixture(scope="module")
def data(tiny: Corpus) -> Any:
    return exported(tiny, "data/corpus.json")


@pytest.fixture(scope="module")
def schema(tiny: Corpus) -> Any:
    return exported(tiny, "data/corpus.schema.json")


def test_whole_file(tiny: Corpus) -> None:
    content = next(one.content for one in artifacts(tiny) if one.path == "data/corpus.json").decode()
    compare(GOLDEN, content, GOLDEN.read_text("utf-8") if GOLDEN.exists() else "")


def test_the_schema_is_one(schema: Any) -> None:
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("which", ["tiny", "real"])
def test_the_corpus_is_as_the_schema_says(which: str, request: pytest.FixtureRequest, schema: Any) -> None:
    data = exported(request.getfixturevalue(which), "data/corpus.json")
    problems = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(data)]
    assert problems == []


def test_top_level_keys_are_those_of_the_design(data: Any) -> None:
    assert list(data) == KEYS


PLANTED: list[tuple[str, str, Any]] = [
    ("briefs", "title", None),
    ("themes", "url", "themes/speed/"),
    ("findings", "endnotes", ["1"]),
    ("findings", "brief", None),
    ("recommendations", "line_of_sight", [{"finding": 1, "endnote": 1, "source": "a", "brief": "b"}]),
    ("recommendations", "line_of_sight", [["slow-boats", 1, "mole-1990"]]),
    ("recommendations", "support", {}),
    ("recommendations", "rests_on", [{"finding": "slow-boats"}]),
    ("endnotes", "number", "1"),
    ("endnotes", "citations", [{"source": "a", "locator": None, "label": None, "form": "idem", "refers_to": None}]),
    ("endnotes", "resolved", [{"source": None, "locator": None, "label": None}]),
    ("sources", "cited_by", [1]),
    ("sources", "supports", ["light-the-lamps"]),
    ("events", "date", 1990),
    ("source_notes", "where", {}),
    ("actors", "name", 7),
    ("glossary", "expansion", None),
]


@pytest.mark.parametrize(("kind", "key", "value"), PLANTED, ids=[f"{kind}-{key}" for kind, key, _ in PLANTED])
def test_the_schema_rejects_a_planted_mistake(data: Any, schema: Any, kind: str, key: str, value: Any) -> None:
    spoilt = json.loads(json.dumps(data))
    spoilt[kind][0][key] = value
    assert not Draft202012Validator(schema).is_valid(spoilt)


@pytest.mark.parametrize("kind", KEYS[2:])
@pytest.mark.parametrize("key", ["id", "url"])
def test_the_schema_asks_for_what_every_record_has(data: Any, schema: Any, kind: str, key: str) -> None:
    spoilt = json.loads(json.dumps(data))
    del spoilt[kind][-1][key]
    assert not Draft202012Validator(schema).is_valid(spoilt)


@pytest.mark.parametrize("which", ["tiny", "real"])
def test_every_reference_leads_to_a_record(which: str, request: pytest.FixtureRequest) -> None:
    """Read as an outsider would: by ids alone, a bare one meaning the record's own brief."""
    data = exported(request.getfixturevalue(which), "data/corpus.json")
    known = {(kind, one.get("brief", ""), one["id"]) for kind in KEYS[2:] for one in data[kind]}

    def there(kind: str, brief: str, reference: str) -> bool:
        owner, slash, name = reference.rpartition("/")
        return (kind, owner if slash else brief, name) in known

    for finding in data["findings"]:
        assert all(there("endnotes", finding["brief"], str(number)) for number in finding["endnotes"])
        assert all(there("themes", "", theme) for theme in finding["themes"])
        assert all(there("actors", "", actor) for actor in finding["actors"])
    for one in data["recommendations"]:
        assert all(there("findings", one["brief"], ground["finding"]) for ground in one["rests_on"])
        for line in one["line_of_sight"]:
            assert line["finding"] is None or there("findings", one["brief"], line["finding"])
            assert there("endnotes", line["brief"], str(line["endnote"]))
            assert there("sources", "", line["source"])
    for note in data["endnotes"]:
        assert all(there("sources", "", work["source"]) for work in note["resolved"])
        for citation in note["citations"]:
            assert citation["refers_to"] is None or there("endnotes", note["brief"], str(citation["refers_to"]))
    for source in data["sources"]:
        assert all(there("endnotes", one["brief"], str(one["number"])) for one in source["cited_by"])
        assert all(there("recommendations", one["brief"], one["id"]) for one in source["supports"])


def test_the_address_of_the_original_is_exported(data: Any) -> None:
    assert "https://example.org/night-ferries" in json.dumps(data["briefs"])


def test_the_section_of_a_note_is_one_of_its_brief(data: Any) -> None:
    """Note 4 is marked in the other brief alone, whose sections have other ids."""
    for note in data["endnotes"]:
        brief = next(one for one in data["briefs"] if one["id"] == note["brief"])
        assert note["section"] in (None, *(section["id"] for section in brief["sections"]))


def test_ids_and_addresses_are_unique(real: Corpus) -> None:
    data = exported(real, "data/corpus.json")
    addresses = [one["url"] for kind in KEYS[2:] for one in data[kind]]
    assert len(set(addresses)) == len(addresses)
    for kind in KEYS[2:]:
        ids = [(one.get("brief"), one["id"]) for one in data[kind]]
        assert len(set(ids)) == len(ids)


def test_the_keys_follow_the_kinds() -> None:
    assert [kind.plural for kind in KINDS] == KEYS[2:]
