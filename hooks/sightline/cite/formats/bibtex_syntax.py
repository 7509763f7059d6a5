"""The syntax of BibTeX files: entries and their fields with their places, macros put in, nothing interpreted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sightline.cite.formats.library import Places, Remark

MAX_BROKEN = 100
"""After so many broken entries the rest of a file is not looked at."""
MONTHS = {
    name: f"{number:02}" for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)
}
_START = re.compile(r"@\s*(?P<type>[A-Za-z][\w-]*)\s*(?P<open>[{(])")
_LINE_START = re.compile(r"^[ \t]*@\s*[A-Za-z]", re.MULTILINE)
_BLANK = re.compile(r"\s*")
_KEY = re.compile(r"[^,\s{}]*")
_NAME = re.compile(r"[^\s\"#%'(),={}]+")
_BRACE = re.compile(r"[{}]")
_QUOTE = re.compile(r'[{}"]')
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Field:
    """A field with its value, braces and commands still in it."""

    name: str
    value: str
    place: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry that could be read to its end."""

    type: str
    key: str
    fields: list[Field]
    place: tuple[int, int]


class _Broken(Exception):
    def __init__(self, index: int, reason: str) -> None:
        super().__init__(reason)
        self.index = index


@dataclass(slots=True)
class Scanner:
    """Goes once through a file."""

    text: str
    places: Places
    remarks: list[Remark] = field(default_factory=list)
    _macros: dict[str, str] = field(default_factory=lambda: dict(MONTHS))
    _at: int = 0

    def entries(self) -> Iterator[Entry]:
        """All entries. One that is broken is noted down, and reading goes on at the next line that starts one."""
        broken = 0
        while start := _START.search(self.text, self._at):
            self._at = start.end()
            try:
                entry = self._entry(start)
            except _Broken as error:
                self._remark(error.index, f"the entry that begins in line {self.places.of(start.start())[0]}: {error}")
                broken += 1
                resume = _LINE_START.search(self.text, start.end())
                if broken >= MAX_BROKEN or not resume:
                    return
                self._at = resume.start()
            else:
                if entry:
                    yield entry

    def _entry(self, start: re.Match[str]) -> Entry | None:
        kind, close = start["type"].lower(), "}" if start["open"] == "{" else ")"
        if kind in ("comment", "preamble"):
            if start["open"] == "{":
                self._braced(start.end() - 1)
            return None
        if kind == "string":
            for one in self._fields(close):
                self._macros[one.name] = one.value
            return None
        self._blanks()
        key = self._take(_KEY)
        if self._peek() not in (",", close):
            raise _Broken(self._at, f"a comma is missing after '{key[:60]}'" if key else "it has no key and no fields")
        return Entry(kind, key, list(self._fields(close)), self.places.of(start.start()))

    def _fields(self, close: str) -> Iterator[Field]:
        while True:
            while self._peek() == ",":
                self._at += 1
            if self._peek() == close:
                self._at += 1
                return
            start = self._at
            name = self._take(_NAME).lower()
            if not name or self._peek() != "=":
                raise _Broken(
                    start, f"'{name[:60]}' has no value" if name else "something else than a field begins here"
                )
            self._at += 1
            yield Field(name, self._value(), self.places.of(start))
            if self._peek() not in (",", close):
                raise _Broken(self._at, f"a comma is missing after the field '{name[:60]}'")

    def _value(self) -> str:
        parts = [self._part()]
        while self._peek() == "#":
            self._at += 1
            parts.append(self._part())
        return "".join(parts)

    def _part(self) -> str:
        sign = self._peek()
        if sign in ("{", '"'):
            return self._braced(self._at) if sign == "{" else self._quoted(self._at)
        start = self._at
        word = self._take(_NUMBER) or self._take(_NAME)
        if not word:
            raise _Broken(start, "a value is missing")
        if word.isdecimal() or word.lower() in self._macros:
            return self._macros.get(word.lower(), word)
        self._remark(start, f"'{word[:60]}' stands for nothing in this file (@string); the word itself was taken")
        return f"{{{word}}}"

    def _braced(self, start: int) -> str:
        depth = 0
        for brace in _BRACE.finditer(self.text, start):
            depth += 1 if brace[0] == "{" else -1
            if not depth:
                self._at = brace.end()
                return self.text[start + 1 : brace.start()]
        raise _Broken(start, "a brace is opened here and never closed")

    def _quoted(self, start: int) -> str:
        depth = 0
        for sign in _QUOTE.finditer(self.text, start + 1):
            depth += {"{": 1, "}": -1}.get(sign[0], 0)
            if sign[0] == '"' and not depth:
                self._at = sign.end()
                return self.text[start + 1 : sign.start()]
            if depth < 0:
                break
        raise _Broken(start, "a quotation mark is opened here and never closed")

    def _peek(self) -> str:
        self._blanks()
        if self._at >= len(self.text):
            raise _Broken(self._at, "the file ends in the middle of it")
        return self.text[self._at]

    def _blanks(self) -> None:
        self._take(_BLANK)

    def _take(self, pattern: re.Pattern[str]) -> str:
        match = pattern.match(self.text, self._at)
        if not match:
            return ""
        self._at = match.end()
        return match[0]

    def _remark(self, index: int, text: str) -> None:
        self.remarks.append(Remark(*self.places.of(index), text))
