"""What is told about each kind of problem: ``problems/<code>.txt``, with a wrong and a right example.

A file begins with the explanation. Then come files of the examples, each below a line ``--- wrong PATH`` or
``--- right PATH``; in brackets after it may stand what cannot be typed (``[bytes ff fe]``). The tests check that the
wrong ones cause the problem and the right ones do not, in a small project that has a brief and a record of each kind.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from markupsafe import Markup, escape

from sightline.diagnostics import CODES, Code

_HEADER = re.compile(r"^--- (wrong|right) (\S+)(?: \[([^]]+)\])?\n", re.MULTILINE)
_CODE = re.compile(r"`([^`]+)`")
_HOW = (
    (re.compile(r"bytes (.+)"), "a file with the bytes {}"),
    (re.compile(r"(\d+) blanks"), "a file of {} characters"),
    (re.compile(r"(\d+) times"), "what follows, {} times"),
    (re.compile(r"escaped"), "each \\u… stands for a character that cannot be typed or seen"),
)
"""What stands in brackets, in words."""


class ExampleFile(NamedTuple):
    """A file of an example."""

    path: str
    how: str
    """What cannot be typed; empty mostly."""
    text: str

    @property
    def remark(self) -> str:
        """The same for readers."""
        return next((words.format(*match.groups()) for form, words in _HOW if (match := form.fullmatch(self.how))), "")


class Entry(NamedTuple):
    """All that is told about one kind of problem."""

    code: Code
    explanation: str
    """Plain words; only `code` is marked."""
    wrong: tuple[ExampleFile, ...]
    right: tuple[ExampleFile, ...]

    @property
    def html(self) -> Markup:
        """The explanation as HTML."""
        return Markup(_CODE.sub(r"<code>\1</code>", str(escape(self.explanation))))


@cache
def entries() -> tuple[Entry, ...]:
    """The entries of all codes that have one, in the order of the codes."""
    found = {one.stem: one.read_text("utf-8") for one in (Path(__file__).parent / "problems").glob("*.txt")}
    return tuple(entry(code, found[name]) for name, code in CODES.items() if name in found)


def entry(code: Code, text: str) -> Entry:
    """Read one entry."""
    explanation, *parts = _HEADER.split(text)
    made: dict[str, list[ExampleFile]] = {"wrong": [], "right": []}
    for which, path, how, body in zip(parts[::4], parts[1::4], parts[2::4], parts[3::4], strict=True):
        made[which].append(ExampleFile(path, how or "", body))
    return Entry(code, " ".join(explanation.split()), tuple(made["wrong"]), tuple(made["right"]))
