"""Gathers changes of single words in the files of the content, each at a place that the reader knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sightline.diagnostics import Place
from sightline.edit.errors import EditError
from sightline.edit.textfiles import Change, Span, replaced
from sightline.read import Document, RawRecord

Steps = tuple[str | int, ...]


@dataclass(slots=True)
class Respelling:
    """The words of the files below ``root`` that are to be written in another way."""

    root: Path
    spans: dict[str, set[Span]] = field(default_factory=dict)
    """By file."""

    def change(self, raw: RawRecord, path: Steps, old: str, new: str) -> None:
        """Change a value, which may be in quotes."""
        start, _ = raw.document.span((*raw.path, *path))
        self.put(raw.document.place_at(start + (raw.document.text[start] in "'\"")), old, new)

    def change_all(self, document: Document, path: Steps, pattern: str, new: str, number: int) -> None:
        """Change each match of a pattern in a text. Raises EditError where there are more or fewer than known."""
        found = [*re.compile(pattern).finditer(document.text, *document.span(path))]
        if len(found) != number:
            raise EditError(
                f"{document.place(path)}: a link or mark here is written in a way that a command cannot change"
            )
        for match in found:
            self.put(document.place_at(match.start(1)), match[1], new)

    def put(self, place: Place, old: str, new: str) -> None:
        """Note a change."""
        self.spans.setdefault(place.file, set()).add(Span(place.line, place.column, old, new))

    def changes(self, own: str, names: Mapping[str, str]) -> list[Change]:
        """The changes of all files, that of ``own`` first; ``names`` has the new names of those that get one.

        The record's own file comes first: once it has the old id as an alias, ``sightline fix`` can finish a rename that
        was cut off.
        """
        made = []
        for file, spans in sorted(self.spans.items(), key=lambda item: (item[0] != own, item[0])):
            before = (self.root / file).read_bytes()
            after = replaced(before.decode("utf-8"), spans, file).encode("utf-8")
            name = names.get(file, file)
            made += (
                [Change(file, before, after)]
                if name == file
                else [Change(name, None, after), Change(file, before, None)]
            )
        return made
