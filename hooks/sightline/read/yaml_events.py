"""YAML to plain data, by the event stream of PyYAML's C parser.

Composing a node tree recurses and can crash the process on deep nesting; the event stream does not. Only
maps, lists and text are passed on: scalars stay text, and everything in YAML that loses or hides
something (repeated keys, anchors, tags, merge keys, further documents) is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import yaml

from sightline.diagnostics import Edit, Place, Problem

Event = Any
"""An event of the C parser; its stub says less than is true: every node event has both marks."""
Mark = Any
"""A place in the text: line, column and index, all from 0."""
Raw = Any
"""None, text, a list or a map of raw values."""
Path = tuple[str | int, ...]
"""The keys and positions that lead to a value."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
"""Characters that a reader of the file does not see, typed or as an escape."""
MAX_DEPTH = 12
NULLS = ("", "~", "null")

Visit = Callable[[Path, Mark, Mark, Mark | None], None]
"""Called for each value with its path, its start and end, and the start of its key where it has one."""


class Stop(Exception):
    """Reading cannot go on after this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(text: str, file: str) -> tuple[Raw, list[Problem]]:
    """Parse YAML text. Returns the data (None for an empty file) and the problems found."""
    reader = _Reader(text, file)
    try:
        return reader.document(), reader.problems
    except Stop as stop:
        return None, [*reader.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, _syntax(error, file)]
    except yaml.YAMLError as error:
        return None, [*reader.problems, Problem(Place(file), "yaml-syntax", str(error).splitlines()[0])]


class _Reader:
    """Builds the data of one document with an explicit stack, so that depth costs no recursion."""

    def __init__(self, text: str, file: str, visit: Visit | None = None) -> None:
        self.text = text
        self.file = file
        self.visit = visit
        self.problems: list[Problem] = []

    def document(self) -> Raw:
        events = _events(self.text)
        result: Raw = None
        documents = 0
        stack: list[_Open] = []
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Stop(self._problem(event.start_mark, "yaml-feature", "a second document starts here (---)"))
            elif isinstance(event, yaml.NodeEvent):
                self._refuse(event)
                value = self._value(event, stack)
                if stack:
                    self._put(stack[-1], event, value, stack)
                else:
                    result = value
                    if self.visit:
                        self.visit((), event.start_mark, event.end_mark, None)
                if isinstance(value, (dict, list)):
                    stack.append(_Open(value, event.start_mark))
                    if len(stack) > MAX_DEPTH:
                        raise Stop(
                            self._problem(event.start_mark, "yaml-feature", f"nested more than {MAX_DEPTH} levels deep")
                        )
            elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
                stack.pop()
        return result

    def _value(self, event: Event, stack: list[_Open]) -> Raw:
        if isinstance(event, yaml.MappingStartEvent):
            return {}
        if isinstance(event, yaml.SequenceStartEvent):
            return []
        assert isinstance(event, yaml.ScalarEvent)
        if not event.style:
            self._refuse_lost_comment(event)
        elif hidden := INVISIBLE.search(event.value):
            message = f"an escape stands for U+{ord(hidden[0]):04X}, which cannot be seen, or hides what is written"
            self.problems.append(self._problem(event.start_mark, "bad-character", message, "delete it"))
        awaits_key = bool(stack) and isinstance(stack[-1].value, dict) and stack[-1].key is None
        if not event.style and event.value in NULLS and not awaits_key:
            return None
        return event.value

    def _put(self, parent: _Open, event: Event, value: Raw, stack: list[_Open]) -> None:
        if isinstance(parent.value, list):
            parent.value.append(value)
            self._note(stack, len(parent.value) - 1, event, None)
        elif parent.key is None:
            if not isinstance(value, str):
                raise Stop(self._problem(event.start_mark, "yaml-feature", "a key that is itself a list or a map"))
            if value == "<<":
                raise Stop(self._problem(event.start_mark, "yaml-feature", "a merge key (<<)", "write the keys out"))
            if value in parent.seen:
                first = parent.seen[value]
                self.problems.append(
                    self._problem(event.start_mark, "repeated-key", f"'{value}' stands here and on line {first}")
                )
            parent.seen.setdefault(value, event.start_mark.line + 1)
            parent.key, parent.key_mark = value, event.start_mark
        else:
            parent.value.setdefault(parent.key, value)
            self._note(stack, parent.key, event, parent.key_mark)
            parent.last, parent.key = parent.key, None

    def _note(self, stack: list[_Open], step: str | int, event: Event, key: Mark | None) -> None:
        if self.visit:
            path = tuple(opened.step for opened in stack[:-1])
            self.visit((*path, step), event.start_mark, event.end_mark, key)

    def _refuse(self, event: Event) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor:
            what = "an alias (*)" if isinstance(event, yaml.AliasEvent) else "an anchor (&)"
            raise Stop(
                self._problem(
                    event.start_mark, "yaml-feature", f"{what} to '{event.anchor}'", "write the value out, or quote it"
                )
            )
        if getattr(event, "tag", None):
            raise Stop(
                self._problem(event.start_mark, "yaml-feature", f"a tag ({event.tag})", "leave it out, or quote")
            )

    def _refuse_lost_comment(self, event: Event) -> None:
        """A comment behind an unquoted value is nearly always a '#' that was meant as text."""
        end = event.end_mark.index
        tail = self.text[end : self.text.find("\n", end) % (len(self.text) + 1)]
        if event.value and tail.lstrip(" ").startswith("#") and tail[0] == " ":
            hint = "put the value in quotes if the # belongs to it, or the comment on a line of its own"
            message = f"what follows '{event.value[:40]}' is a comment: '{tail.strip()[:40]}'"
            problem = self._problem(event.end_mark, "lost-comment", message, hint)
            self.problems.append(replace(problem, fix=self._quoted(event, tail.rstrip())))

    def _quoted(self, event: Event, tail: str) -> Edit | None:
        """The value with its tail in quotes, where both look like one text: ``Option #3``, not ``fact # checked``."""
        start, one_line = event.start_mark, event.start_mark.line == event.end_mark.line
        text = self.text[start.index : event.end_mark.index] + tail
        is_text = re.match(r" +#\w", tail) and not re.fullmatch(r"[a-z0-9./-]+", event.value)
        if not one_line or not is_text or text[-1] in ",]}":
            return None
        quoted = "'{}'".format(text.replace("'", "''"))
        return Edit(text, quoted, Place(self.file, start.line + 1, start.column + 1))

    def _problem(self, mark: Mark, code: str, message: str, hint: str = "") -> Problem:
        return Problem(Place(self.file, mark.line + 1, mark.column + 1), code, message, hint)


class _Open:
    """A map or list that is still being filled."""

    __slots__ = ("key", "key_mark", "last", "seen", "value")

    def __init__(self, value: Raw, mark: Mark) -> None:
        self.value = value
        self.key: str | None = None
        self.key_mark: Mark | None = None
        self.last: str | None = None
        self.seen: dict[str, int] = {}

    @property
    def step(self) -> str | int:
        """The key or position of the value that was put last."""
        return len(self.value) - 1 if isinstance(self.value, list) else str(self.last)


def _events(text: str) -> Iterator[Event]:
    return iter(yaml.parse(text, Loader=yaml.CSafeLoader))


def _syntax(error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    place = Place(file, mark.line + 1, mark.column + 1) if mark else Place(file)
    problem = (error.problem or "not valid YAML").strip()
    hint = ""
    if "mapping values are not allowed" in problem:
        hint = "a text with ': ' in it needs quotes: \"AI: the law\""
    elif "cannot start any token" in problem:
        hint = "indent with blanks, never with tabs; a text that starts with @ or ` needs quotes"
    elif "expected <block end>" in problem or "did not find expected" in problem:
        hint = "look at the indentation of this line and of the one before, and for a quote that is not closed"
    return Problem(place, "yaml-syntax", problem, hint)


def positions(text: str) -> dict[Path, tuple[Mark, Mark, Mark | None]]:
    """Where each value of a readable text starts and ends and where its key starts, by its path."""
    found: dict[Path, tuple[Mark, Mark, Mark | None]] = {}
    reader = _Reader(text, "", visit=lambda path, start, end, key: found.__setitem__(path, (start, end, key)))
    try:
        reader.document()
    except (Stop, yaml.YAMLError):
        return found  # what was read until then is all that anyone asks for
    return found
