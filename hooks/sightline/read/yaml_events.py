"""YAML to plain data, by the event stream of PyYAML's C parser.

Composing a node tree recurses and can crash the process on deep nesting; the event stream does not, and what is read
from it has a limit of depth. Only maps, lists and text are passed on: scalars stay text, and everything in YAML that
loses or hides something (repeated keys, anchors, tags, merge keys, further documents) is an error.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from sys import intern
from typing import Any

import yaml
from yaml import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from sightline.diagnostics import Edit, Place, Problem
from sightline.model.limits import MAX_DEPTH, MAX_ITEMS, MAX_KEYS, MAX_PROBLEMS, MAX_RECORDS

Event = Any
"""An event of the C parser; its stub says less than is true: every node event has both marks."""
Mark = Any
"""A place in the text: line, column and index, all from 0."""
Raw = Any
"""None, text, a list or a map of raw values."""
Path = tuple[str | int, ...]
"""The keys and positions that lead to a value."""
Step = str | int | None
"""The last of them; None for what no list or map holds."""
INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\u2800\u3164\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
"""Characters that a reader of the file does not see, or that are none (halves of pairs, private use), typed or as an
escape. A carriage return is one only as an escape: line ends are unified before."""
NULLS = frozenset(("", "~", "null"))
_COMMENT = re.compile(r" +#.*")


class Stop(Exception):
    """Reading cannot go on after this problem."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


def parse(text: str, file: str, *, comments: bool = False) -> tuple[Raw, list[Problem]]:
    """Parse YAML text, in which ``comments`` may follow a value. Returns the data (None for an empty file) and the
    problems found."""
    reader = _Reader(text, file)
    if comments:
        reader.has_comments = False
    try:
        return reader.document(), reader.problems
    except Stop as stop:
        return None, [*reader.problems, stop.problem]
    except yaml.MarkedYAMLError as error:
        return None, [*reader.problems, _syntax(error, text, file)]
    except yaml.YAMLError as error:
        return None, [*reader.problems, Problem(Place(file), "yaml-syntax", str(error).splitlines()[0])]


class _Reader:
    """Builds the data of one document. It calls itself for what is nested, never deeper than MAX_DEPTH."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.problems: list[Problem] = []
        self.has_comments = " #" in text
        """Whether to look for them, and refuse those that follow a value."""
        self.depth = 0
        self.next: Callable[[], Event] = yaml.CSafeLoader(text).get_event
        """The next event, None at the end; ``yaml.parse`` asks twice for each."""

    def document(self) -> Raw:
        """The data; what is looked at for each event is little: files are long."""
        result: Raw = None
        documents = 0
        while event := self.next():
            if type(event) is DocumentStartEvent:
                documents += 1
                self._refuse_document(event, documents)
            elif isinstance(event, NodeEvent):
                result = self._value(event, None, None)
        return result

    def _value(self, event: Event, step: Step, key: Mark | None) -> Raw:
        """The value that an event is, or that begins with it: in a list or map at ``step``, after its ``key``."""
        if type(event) is ScalarEvent:
            value = self._text(event)
            return None if value in NULLS and not event.style else value
        if event.anchor or type(event) is AliasEvent or event.tag:
            raise self._refused(event)
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise Stop(self._problem(event.start_mark, "yaml-feature", f"nested more than {MAX_DEPTH} levels deep"))
        made = self._map() if type(event) is MappingStartEvent else self._list()
        self.depth -= 1
        return made

    def _map(self) -> Raw:
        made: dict[str, Raw] = {}
        marks: dict[str, Mark] = {}
        while type(event := self.next()) is not MappingEndEvent:
            key = self._key(event, marks)
            made.setdefault(key, self._value(self.next(), key, event.start_mark))
        return made

    def _list(self) -> Raw:
        made: list[Raw] = []
        while type(event := self.next()) is not SequenceEndEvent:
            if len(made) >= MAX_ITEMS:
                self._refuse_long_list(len(made) + 1, event)
            made.append(self._value(event, len(made), None))
        return made

    def _text(self, event: Event) -> str:
        text = intern(event.value)  # keys, ids and names stand again and again; kept once they take half the memory
        if event.style == '"':  # no other style knows escapes
            if hidden := INVISIBLE.search(text):
                message = f"an escape stands for U+{ord(hidden[0]):04X}, which cannot be seen, or hides what is written"
                self._report(self._problem(event.start_mark, "bad-character", message, "delete it"))
        elif self.has_comments and not event.style:
            self._refuse_lost_comment(event)
        if event.anchor or event.tag:
            raise self._refused(event)
        return text

    def _key(self, event: Event, marks: dict[str, Mark]) -> str:
        """A key; ``marks`` says where the keys of the map stand."""
        mark = event.start_mark
        if type(event) is not ScalarEvent:
            if type(event) is AliasEvent or event.anchor or event.tag:
                raise self._refused(event)
            raise Stop(self._problem(mark, "yaml-feature", "a key that is itself a list or a map"))
        key = self._text(event)
        if key == "<<":
            raise Stop(self._problem(mark, "yaml-feature", "a merge key (<<)", "write the keys out"))
        first = marks.setdefault(key, mark)
        if first is not mark:
            self._report(self._problem(mark, "repeated-key", f"'{key}' stands here and on line {first.line + 1}"))
        if len(marks) > MAX_KEYS:
            raise Stop(self._problem(mark, "too-large", f"more than {MAX_KEYS} keys in one place"))
        return key

    def _refuse_document(self, event: Event, number: int) -> None:
        if number > 1:
            raise Stop(self._problem(event.start_mark, "yaml-feature", "a second document starts here (---)"))
        if event.version or event.tags:
            raise Stop(self._problem(event.start_mark, "yaml-feature", "a directive (%)", "delete the line"))

    def _refused(self, event: Event) -> Stop:
        """What refuses an alias, an anchor or a tag."""
        if isinstance(event, AliasEvent) or event.anchor:
            what = "an alias (*)" if isinstance(event, AliasEvent) else "an anchor (&)"
            message, hint = f"{what} to '{event.anchor}'", "write the value out, or quote it"
        else:
            message, hint = f"a tag ({event.tag})", "leave it out, or quote"
        return Stop(self._problem(event.start_mark, "yaml-feature", message, hint))

    def _refuse_long_list(self, length: int, event: Event) -> None:
        """The list at the top holds records, all others what belongs to one."""
        inside = self.depth > 1
        if inside or length > MAX_RECORDS:
            limit, hint = (MAX_ITEMS, "") if inside else (MAX_RECORDS, "spread them over a folder of the same name")
            message = f"the list has more than {limit:,} items"
            raise Stop(self._problem(event.start_mark, "too-large", message, hint))

    def _refuse_lost_comment(self, event: Event) -> None:
        """A comment behind an unquoted value is nearly always a '#' that was meant as text."""
        match = _COMMENT.match(self.text, event.end_mark.index)
        if event.value and match:
            tail = match[0]
            hint = "put the value in quotes if the # belongs to it, or the comment on a line of its own"
            message = f"what follows '{event.value[:40]}' is a comment: '{tail.strip()[:40]}'"
            problem = self._problem(event.end_mark, "lost-comment", message, hint)
            self._report(replace(problem, fix=self._quoted(event, tail.rstrip())))

    def _quoted(self, event: Event, tail: str) -> Edit | None:
        """The value with its tail in quotes, where both look like one text: ``Option #3``, not ``fact # checked``."""
        start, one_line = event.start_mark, event.start_mark.line == event.end_mark.line
        text = self.text[start.index : event.end_mark.index] + tail
        is_text = re.match(r" +#\w", tail) and not re.fullmatch(r"[a-z0-9./-]+", event.value)
        inside = text.endswith(",") or any(text.count(last) > text.count(first) for first, last in ("[]", "{}"))
        if not one_line or not is_text or inside:  # of a list or map on one line
            return None
        quoted = "'{}'".format(text.replace("'", "''"))
        return Edit(text, quoted, Place(self.file, start.line + 1, start.column + 1))

    def _report(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MAX_PROBLEMS:
            raise Stop(Problem(problem.place, "more-problems", "the file was read no further than this"))

    def _problem(self, mark: Mark, code: str, message: str, hint: str = "") -> Problem:
        return Problem(Place(self.file, mark.line + 1, mark.column + 1), code, message, hint)


_LOOK = "look at the indentation of this line and of the one before, and for a quote that is not closed"
_COLON = "a text with ': ' in it needs quotes: \"AI: the law\""
_WAYS_OUT = (
    ("mapping values are not allowed", _COLON),
    ("mapping keys are not allowed", "a text that starts with '? ' needs quotes"),
    (
        "block sequence entries",
        "start each item of a list on a line of its own; a text that starts with '- ' needs quotes",
    ),
    (
        "expected comment or line break",
        "after > or | the text begins on the next line; a text that starts so needs quotes",
    ),
    ("cannot start any token", "indent with blanks, never with tabs; a text that starts with @, % or ` needs quotes"),
    ("tab character", "indent with blanks, never with tabs"),
    ("could not find expected ':'", "write 'key: value', with a colon and a blank"),
    ("unexpected end of stream", "the quote that opens here is not closed"),
    ("unknown escape character", "write \\\\ for a backslash, or use single quotes"),
    ("alphabetic or numeric character", "a text that starts with * or & needs quotes"),
    ("did not find expected", _LOOK),
    ("expected <block end>", _LOOK),
)
"""What to do about a complaint of the parser, by words of it; the first that fits."""
_ENDS = {
    '"': "quotes around a part of a text need other quotes around all of it: '\"Yes,\" he said'",
    "'": "a text that starts with a quote needs other quotes around all of it: \"'Yes,' he said\"",
    "]": "a text that starts with [ needs quotes around all of it",
    "}": "a text that starts with { needs quotes around all of it",
}
"""What to do where a value went on after it had ended, by the sign that ended it."""
_NO_BLANK = re.compile("(?:^ *(?:- *)?|:)[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
"""A blank that is none to YAML and looks like one, where one is due."""
_SEEN_AT_THE_END = ("found unexpected end of stream", "could not find expected ':'")
"""What the parser notices only where something should have ended; an editor looks at where that begins."""


def _syntax(error: yaml.MarkedYAMLError, text: str, file: str) -> Problem:
    problem = (error.problem or "not valid YAML").strip()
    late = problem in _SEEN_AT_THE_END and error.context_mark
    mark = error.context_mark if late else error.problem_mark or error.context_mark
    last = text.rstrip("\n").count("\n")  # what is missing at the end is missed on the line after it
    place = Place(file, min(mark.line, last) + 1, mark.column + 1) if mark else Place(file)
    line = text.split("\n")[place.line - 1]
    return Problem(place, "yaml-syntax", problem, _way_out(problem, line, line[: max(place.column - 1, 0)]))


def _way_out(problem: str, line: str, before: str) -> str:
    """What to do about a complaint, by its words and by what stands in the line, and ``before`` the place."""
    if _NO_BLANK.search(line):
        return "a no-break space, or another wide or narrow one, stands where a plain blank is due: type it anew"
    if "mapping values are not allowed" in problem and ": " not in before:
        return f"{_COLON}; else look at the indentation of this line and of those before"
    if "did not find expected" in problem and before.rstrip()[-1:] in _ENDS:
        return _ENDS[before.rstrip()[-1]]
    return next((way for words, way in _WAYS_OUT if words in problem), "")


class _Positions(_Reader):
    """Notes where each value starts and ends and where its key starts, by its path."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "")
        self.found: dict[Path, tuple[Mark, Mark, Mark | None]] = {}
        self._path: Path = ()

    def _value(self, event: Event, step: Step, key: Mark | None) -> Raw:
        around = self._path
        if step is not None:
            self._path = (*around, step)
        self.found[self._path] = event.start_mark, event.end_mark, key
        value = super()._value(event, step, key)
        self._path = around
        return value


def positions(text: str) -> dict[Path, tuple[Mark, Mark, Mark | None]]:
    """Where each value of a readable text starts and ends and where its key starts, by its path."""
    reader = _Positions(text)
    with suppress(Stop, yaml.YAMLError):  # what is read until then is all that anyone asks for
        reader.document()
    return reader.found
