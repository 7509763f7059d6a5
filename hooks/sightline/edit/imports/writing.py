"""Source records as the YAML of this house, and keys put into records that are there, with all else left as it is."""

from __future__ import annotations

import json
import re
import textwrap
from collections.abc import Mapping

from sightline.edit.errors import EditError
from sightline.edit.imports.records import Data, place_of
from sightline.edit.skeleton import WIDTH
from sightline.edit.skeleton import Data as Lines
from sightline.edit.skeleton import yaml_lines as written
from sightline.model.csl import DATE_VARIABLES
from sightline.read import Document, Raw, RawRecord
from sightline.read.yaml_events import parse, positions

_PLAIN = re.compile(r"(?:[^\W\d_]|[‘“])(?:[^\s:#\\]|:(?=\S)| (?=[^\s#]))*")
_ADDRESS = re.compile(r"https?://[^\s\"'{}]+")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))


def record_lines(data: Data) -> list[str]:
    """A whole record, a key after the other."""
    return [line for key, value in data.items() for line in yaml_lines(key, value)]


def yaml_lines(key: str, value: Raw) -> list[str]:
    """One key and what it holds. Raises EditError where it would not be read back as it is."""
    lines = _folded(value) if key == "comment" and isinstance(value, str) else written(key, _as_lines(key, value))
    read, problems = parse("\n".join(lines) + "\n", "import")
    if problems or read != {key: value}:
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}"]
        read, problems = parse("\n".join(lines) + "\n", "import")
    if problems or read != {key: value}:
        raise EditError(f"{key}: {str(value)[:60]!r} cannot be written into a record")
    return lines


def _folded(text: str) -> list[str]:
    lines = textwrap.wrap(text, WIDTH, break_long_words=False, break_on_hyphens=False)
    return ["comment: >-", *(f"  {line}" for line in lines)]


def _as_lines(key: str, value: Raw) -> Lines:
    if isinstance(value, Mapping):
        return {part: _as_lines(part, inner) for part, inner in value.items()}
    if isinstance(value, list):
        return [_as_lines("", inner) for inner in value]
    return scalar(str(value), is_date=key in DATE_VARIABLES)


def scalar(text: str, *, is_date: bool = False) -> str:
    """A text as a value on one line, in double quotes where it needs them."""
    plain = is_date or _ADDRESS.fullmatch(text) or (_PLAIN.fullmatch(text) and text.lower() not in _WORDS)
    return text if plain else json.dumps(text, ensure_ascii=False)


def with_keys(text: str, raw: RawRecord, added: Data) -> str:
    """A file's text with keys put into one of its records, each after the key that it follows in this house.

    Raises EditError where the record is not written with a line for each key.
    """
    document = Document(raw.document.file, text, parse(text, raw.document.file)[0])
    refused = EditError(f"{raw.place()}: this record is not written with a line for each key; add to it by hand")
    here: Data = document.data[raw.path[0]] if raw.path else document.data
    added = {
        key: value for key, value in added.items() if here.get(key) is None
    }  # an earlier merge may have added some
    expected = _at({**here, **added}, document.data, raw.path)
    for key in reversed(added):
        before = [one for one in here if place_of(one) < place_of(key)]
        anchor = max(before, key=place_of, default="id")
        column = document.place((*raw.path, anchor), at_key=True).column - 1
        end = _end_of(document, (*raw.path, anchor))
        block = "".join(f"{' ' * column}{line}\n" for line in yaml_lines(key, added[key]))
        text = document.text[:end] + ("" if document.text[:end].endswith("\n") else "\n") + block + document.text[end:]
        data, problems = parse(text, document.file)
        if problems:
            raise refused
        document = Document(document.file, text, data)
    if document.data != expected:
        raise refused
    return text


def _end_of(document: Document, path: tuple[str | int, ...]) -> int:
    """The start of the line after a value, whatever comments stand at its end."""
    last: int = max(end.index for inner, (_, end, _) in positions(document.text).items() if inner[: len(path)] == path)
    if document.text[last - 1 : last] == "\n":
        return last
    end = document.text.find("\n", last)
    return len(document.text) if end < 0 else end + 1


def _at(record: Data, whole: Raw, path: tuple[str | int, ...]) -> Raw:
    """A document's data with one record exchanged."""
    if not path:
        return record
    step, rest = path[0], path[1:]
    if isinstance(whole, list) and isinstance(step, int):
        return [_at(record, one, rest) if place == step else one for place, one in enumerate(whole)]
    return whole
