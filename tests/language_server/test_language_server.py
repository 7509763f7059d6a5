"""The schemas in ``.vscode/``, as the YAML language server of an editor reads them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sightline.edit.schemas import associations

from tests.language_server.client import LanguageServer
from tests.language_server.install import NotInstalled, command

ROOT = Path(__file__).parent.parent.parent

PLANTED = [
    # file to begin with, the words to change, what into, the words at fault, what the server says
    ("findings/conclusion.yml", "kind: judgement", "kind: judgment", "judgment", "Value is not accepted"),
    ("findings/conclusion.yml", "  section: ", "  sektion: ", "sektion", "Property sektion is not allowed"),
    ("findings/conclusion.yml", "- id: case-for", "- id: Case-For", "Case-For", "Not an id"),
    ("recommendations.yml", "role: supports", "role: support", "support", "Value is not accepted"),
    ("recommendations.yml", "      why: >-", "      whi: >-", "whi", "Property whi is not allowed"),
    ("endnotes.yml", "number: 3\n", "number: three\n", "three", "Incorrect type"),
    ("events.yml", "date: 1917", "date: c. 1917", "c. 1917", "Not a date"),
    ("brief.yml", "publisher: United", "publischer: United", "publischer", "is not allowed"),
    ("source-notes.yml", "kind: misprint", "kind: mistake", "mistake", "Value is not accepted"),
    ("/sources/brewster-2025.yml", "URL: https://", "URL: ftp://", "ftp://", "Not a web address"),
    ("/sources/brewster-2025.yml", "  - family: ", "  - famly: ", "famly", "Property famly is not allowed"),
    ("/themes/supply-chain-resilience.yml", "relation: agrees", "relation: agree", "agree", "Value is not accepted"),
    ("/actors/japan.yml", "kind: government", "kind: country", "country", "Value is not accepted"),
    ("/glossary.yml", "expanded: true", "expanded: perhaps", "perhaps", "Incorrect type"),
]


@pytest.fixture(scope="module")
def server() -> Iterator[LanguageServer]:
    try:
        words = command()
    except NotInstalled as error:
        pytest.fail(str(error))
    with LanguageServer(words, ROOT) as started:
        yield started


@pytest.fixture(scope="module")
def real_texts() -> dict[str, str]:
    files = sorted((ROOT / "content").rglob("*.yml"))
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in files}


def planted(real_texts: dict[str, str], number: int) -> tuple[str, str, int, int]:
    """A file that is not on the disk, its text with a mistake, and the line and column of the mistake, from 0."""
    name, old, new, fault, _ = PLANTED[number]
    file = f"content{name}" if name.startswith("/") else f"content/briefs/canada-ntib/{name}"
    text = real_texts[file]
    assert old in text, f"{file} has no longer '{old}' in it; choose another place for the mistake"
    index = text.index(old)
    text = text[:index] + new + text[index + len(old) :]
    at = text.index(fault, index)
    # Another name of the same form, for each mistake: a file of a folder, or a brief of its own.
    folder, _, last = file.rpartition("/")
    if name.startswith("/glossary"):
        file = f"content/glossary/planted-{number}.yml"
    elif name.startswith("/") or "findings/" in name:
        file = f"{folder}/planted-{number}.yml"
    else:
        file = f"content/briefs/planted-{number}/{last}"
    return file, text, text.count("\n", 0, at), at - text.rfind("\n", 0, at) - 1


def test_the_content_is_right_and_each_planted_mistake_is_found_at_its_place(
    server: LanguageServer, real_texts: dict[str, str]
) -> None:
    mistakes = [planted(real_texts, number) for number in range(len(PLANTED))]
    said = server.diagnostics({**real_texts, **{file: text for file, text, _, _ in mistakes}})
    assert {file: said[file] for file in real_texts if said[file]} == {}
    for (file, _, line, column), (*_, expected) in zip(mistakes, PLANTED, strict=True):
        starts = {(one["range"]["start"]["line"], one["range"]["start"]["character"]): one for one in said[file]}
        assert (line, column) in starts, f"{file}: {said[file]}"
        assert expected in starts[line, column]["message"]


def test_it_completes_keys_and_values(server: LanguageServer) -> None:
    text = "id: x\ntitle: X\ntype: report\naccess: \nstan"
    values = server.at("textDocument/completion", "content/sources/completed.yml", text, 4, 9)
    assert {"open", "paywalled", "library"} <= labels(values)
    keys = server.at("textDocument/completion", "content/sources/completed-2.yml", text, 5, 5)
    assert {"standing", "publisher", "URL"} <= labels(keys)


def test_it_explains_a_key(server: LanguageServer) -> None:
    said = server.at("textDocument/hover", "content/sources/hovered.yml", "id: x\ncontainer-title: CBC News\n", 2, 3)
    assert "journal, newspaper, book or site" in json.dumps(said)


def labels(answer: Any) -> set[str]:
    return {item["label"] for item in (answer["items"] if isinstance(answer, dict) else answer)}


def test_the_settings_wire_every_collection() -> None:
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    assert settings["yaml.schemas"] == associations()
    assert settings["yaml.schemaStore.enable"] is False  # nothing is fetched from elsewhere
    assert "redhat.vscode-yaml" in (ROOT / ".vscode" / "extensions.json").read_text("utf-8")
