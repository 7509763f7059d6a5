"""Where an earlier id goes in a record, and in what form, whatever the layout of the file."""

from __future__ import annotations

import re

from sightline.diagnostics import Place
from sightline.edit.errors import EditError
from sightline.read import RawRecord


def alias_text(raw: RawRecord, old: str) -> tuple[Place, str]:
    """The text that adds ``old`` to the aliases of a record, and where it is put in."""
    if "aliases" not in raw.data:
        return _new_key(raw, old)
    given = raw.data["aliases"]
    if given is None:
        return _after(raw, raw.place("aliases", at_key=True), r"aliases\s*:", f" [{old}]")
    start, _ = raw.document.span((*raw.path, "aliases"))
    if not given:
        return _after(raw, raw.document.place_at(start), r"\[", old)
    _, end = raw.document.span((*raw.path, "aliases", len(given) - 1))
    if raw.document.text[start] == "[":
        return raw.document.place_at(end), f", {old}"
    line_start = raw.document.text.rfind("\n", 0, end) + 1
    dash = re.match(r" *(?=- )", raw.document.text[line_start:])
    if not dash:
        raise EditError(f"{raw.place('aliases')}: the aliases are not written in a way that a command can add to")
    return _line_end(raw, end), f"\n{dash[0]}- {old}"


def _new_key(raw: RawRecord, old: str) -> tuple[Place, str]:
    """The key ``aliases``, after the id."""
    text = raw.document.text
    _, end = raw.document.span((*raw.path, "id"))
    if text[raw.document.span(raw.path)[0]] == "{":
        return raw.document.place_at(end), f", aliases: [{old}]"
    indent = " " * (raw.place("id", at_key=True).column - 1)
    return _line_end(raw, end), f"\n{indent}aliases:\n{indent}  - {old}"


def _line_end(raw: RawRecord, index: int) -> Place:
    text = raw.document.text
    end = text.find("\n", index)
    return raw.document.place_at(len(text) if end < 0 else end)


def _after(raw: RawRecord, place: Place, pattern: str, text: str) -> tuple[Place, str]:
    """Put text in behind what matches at a place."""
    line = raw.document.text.split("\n")[place.line - 1]
    match = re.compile(pattern).match(line, place.column - 1)
    if not match:
        raise EditError(f"{place}: the aliases are not written in a way that a command can add to")
    return Place(place.file, place.line, match.end() + 1), text
