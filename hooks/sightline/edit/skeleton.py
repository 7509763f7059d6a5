"""The text of a new record: required keys filled in, the others as comments, each explained in a few words.

Everything follows from the record's class: its fields, their types and their docstrings.
"""

from __future__ import annotations

import dataclasses
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass
from types import UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from sightline.model.dates import Edtf
from sightline.model.fields import FromFolder, RefTo, hints_of
from sightline.model.kinds import Kind
from sightline.model.prose import UNWRITTEN, Prose
from sightline.model.shared import Source
from sightline.publish.record_schemas import docstrings

WIDTH = 100
EXAMPLES = {
    "id": "introduction",
    "page": '"1"',
    "pages": '"1-2"',
    "value": '"1"',
    "locator": '"1"',
    "url": "https://example.org/",
    "archived": "https://example.org/",
}
"""What stands in a key whose type alone says too little."""
CHOSEN = {"type": "report"}
"""The choice that is offered where it is not the first one."""
ONE_OF = {"Standpoint": ("section",), "Related": ("recommendation", "relation", "why"), "Citation": ("source",)}
"""The keys shown of a record inside a record; elsewhere those that are required."""
UNKNOWN_DATE = "20XX"
"""A date as vague as can be, where one is required."""


class Text(str):
    """A text that stands on lines of its own."""

    __slots__ = ()


Data: TypeAlias = "str | Sequence[Data] | Mapping[str, Data]"
"""What a key holds: YAML of one line, a text, a list or a map."""

SOURCE_KEYS: tuple[tuple[str, str, Data], ...] = (
    ("author", "Who wrote it. A body is one line, '- literal: its name'.", [{"family": "Family", "given": "Given"}]),
    ("container-title", "The journal, book or site that it stands in.", "Its name"),
    ("publisher", "Who published it; also publisher-place.", "A house"),
    ("volume", "The volume; also issue and page.", '"1"'),
    ("issued", "When it was published, as precisely as is known.", "2001-02-03"),
    ("URL", "Where it can be read.", "https://example.org/"),
)
"""The CSL variables that a new source offers; docs/about/how-to-edit.md tells of the others."""


class NothingToName(Exception):
    """A required reference has no record that it could name; the argument is its kind."""


@dataclass(frozen=True, slots=True)
class Skeleton:
    """Writes one new record."""

    kind: Kind
    given: Mapping[str, Data]
    """Values that are known already, by key."""
    first: Callable[[str], str]
    """Gives the first id of a kind, as it is named in this record; empty where there is none."""

    def lines(self) -> list[str]:
        """The lines of the record. Raises NothingToName."""
        made: list[str] = []
        texts = docstrings(self.kind.record)
        for name, hint, required in fields_of(self.kind.record):
            filled = required or name in self.given
            lines = yaml_lines(name, self.given.get(name) or self._example(name, hint, filled))
            made += [*comment(texts.get(name, ""), choices(hint)), *(lines if filled else commented(lines))]
            if self.kind.record is Source and name == "title":
                made += _variables()
        return made

    def _example(self, name: str, hint: Any, filled: bool) -> Data:
        base, reference = _base(hint)
        if reference:
            return self._first(reference.kinds[0], filled)
        if get_origin(base) is tuple:
            return [self._example(name, get_args(base)[0], filled)]
        if base is Prose:
            return Text(UNWRITTEN)
        if base is Edtf:
            return UNKNOWN_DATE if filled else "2001-02-03"
        if get_origin(base) is Literal:
            return CHOSEN.get(name) or str(get_args(base)[0])
        if dataclasses.is_dataclass(base):
            shown = ONE_OF.get(str(getattr(base, "__name__", "")))
            nested = [one for one in fields_of(base) if (one[0] in shown if shown else one[2])]
            return {key: self._example(key, inner, filled) for key, inner, _ in nested}
        if hasattr(base, "__annotations__"):  # a name
            return {"family": "Family", "given": "Given"}
        return EXAMPLES.get(name) or {bool: "true", int: "1"}.get(base, UNWRITTEN)

    def _first(self, kind: str, filled: bool) -> str:
        if found := self.first(kind):
            return found
        if filled:
            raise NothingToName(kind)
        return f"some-{kind}"


def _variables() -> Iterator[str]:
    for name, what, value in SOURCE_KEYS:
        yield from [*comment(what), *commented(yaml_lines(name, value))]


def fields_of(record: Any) -> Iterator[tuple[str, Any, bool]]:
    """The keys of a record class that a new record may have, their types, and whether they are required."""
    hints = hints_of(record)
    for one in dataclasses.fields(record):
        derived = any(isinstance(mark, FromFolder) for mark in get_args(hints[one.name])[1:])
        if not derived and one.name not in ("item", "aliases"):
            yield one.name, hints[one.name], one.default is MISSING and one.default_factory is MISSING


def _base(hint: Any) -> tuple[Any, RefTo | None]:
    """A type without what is said about it, and the reference that it is, if it is one."""
    if get_origin(hint) is Annotated:
        base, *marks = get_args(hint)
        reference = next((mark for mark in marks if isinstance(mark, RefTo)), None)
        return (base, reference) if reference else _base(base)
    if get_origin(hint) in (Union, UnionType):
        return _base(next(one for one in get_args(hint) if one is not type(None)))
    return hint, None


def choices(hint: Any) -> tuple[str, ...]:
    """The values that a key may have; empty where they are not numbered."""
    base, _ = _base(hint)
    return get_args(base) if get_origin(base) is Literal else ()


def comment(text: str, allowed: Iterable[str] = ()) -> list[str]:
    """A comment above a key."""
    listed = ", ".join(allowed)
    return textwrap.wrap(
        " ".join(filter(None, (text, f"One of: {listed}." if listed else ""))),
        WIDTH,
        initial_indent="# ",
        subsequent_indent="# ",
        break_on_hyphens=False,
    )


def commented(lines: Iterable[str]) -> list[str]:
    """Lines that can be brought to life by deleting what stands before them."""
    return [f"# {line}" for line in lines]


def yaml_lines(name: str, value: Data) -> list[str]:
    """A key and what it holds, as YAML."""
    match value:
        case Text():
            return [f"{name}: >-", *textwrap.wrap(value, WIDTH, initial_indent="  ", subsequent_indent="  ")]
        case str():
            return [f"{name}: {value}"]
        case Mapping():
            return [f"{name}:", *(f"  {line}" for key, inner in value.items() for line in yaml_lines(key, inner))]
        case _:
            return [f"{name}:", *(f"  {line}" for item in value for line in _item(item))]


def _item(item: Data) -> list[str]:
    match item:
        case Text():
            return ["- >-", f"  {item}"]
        case Mapping():
            first, *rest = [line for key, inner in item.items() for line in yaml_lines(key, inner)]
            return [f"- {first}", *(f"  {line}" for line in rest)]
        case _:
            return [f"- {item}"]


def scalar(text: str) -> str:
    """A text as a YAML value on one line, in quotes where it needs them."""
    plain = re.fullmatch(r"[^\W\d_](?:[\w(),.’–-]| (?=\S))*", text) and text.lower() not in ("null", "true", "false")
    return text if plain else "'{}'".format(text.replace("'", "''"))
