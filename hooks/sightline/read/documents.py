"""One record file: its bytes, its text, its data, and the place of each value in it."""

from __future__ import annotations

import re
import stat
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path as FilePath

from sightline.diagnostics import Place, Problem
from sightline.model.limits import MAX_FILE, MAX_LINE
from sightline.read.yaml_events import INVISIBLE, Mark, Path, Raw, parse, positions

SHOWN = 20
"""How many characters, and how many conflict markers, are named at once."""
_PLAIN = bytes([ord("\n"), *range(ord(" "), ord("~") + 1)])
"""The characters of ASCII that can be seen, and the end of a line."""
_CONFLICT = re.compile(r"^(<{7} |={7}$|>{7} |\|{7} )", re.MULTILINE)


@dataclass(slots=True)
class Document:
    """A record file that could be read."""

    file: str
    """Its name in messages: the path from the project's root, with slashes."""
    text: str
    data: Raw
    """A list, a map, text or None (an empty file)."""
    _positions: dict[Path, tuple[Mark, Mark, Mark | None]] | None = field(default=None, repr=False)

    def place(self, path: Path, needle: str = "", nth: int = 0, *, at_key: bool = False) -> Place:
        """The place of a value, or of the nearest value around it; with a needle, of those words in it.

        ``nth`` counts the needle's occurrences from 0. ``at_key`` asks for the key instead of the value.
        """
        found = self._positioned()
        while path and path not in found:
            path = path[:-1]
        if path not in found:
            return Place(self.file, 1, 1)
        start, end, key = found[path]
        if needle:
            index = _nth(self.text, needle, start.index, end.index, nth)
            if index >= 0:
                line_start = self.text.rfind("\n", 0, index) + 1
                line = start.line + self.text.count("\n", start.index, index) + 1
                return Place(self.file, line, index - line_start + 1)
        mark = key if at_key and key else start
        return Place(self.file, mark.line + 1, mark.column + 1)

    def span(self, path: Path) -> tuple[int, int]:
        """Where a value starts and ends in the text; only the opening of a list or map counts as the value."""
        start, end, _ = self._positioned()[path]
        return start.index, end.index

    def place_at(self, index: int) -> Place:
        """The place of a position in the text."""
        return _at(self.text, self.file, index)

    def _positioned(self) -> dict[Path, tuple[Mark, Mark, Mark | None]]:
        if self._positions is None:
            self._positions = positions(self.text)
        return self._positions


def _nth(text: str, needle: str, start: int, end: int, nth: int) -> int:
    index = text.find(needle, start, end)
    for _ in range(nth):
        index = text.find(needle, index + 1, end)
    return index


def read_document(path: FilePath, file: str, before: Document | None = None) -> tuple[Document | None, list[Problem]]:
    """Read one record file. Returns None where it cannot be trusted, with the reason.

    ``before`` is what the file was when it was read last; returned as it is where its text is the same.
    """
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    if before and before.text == text:
        return before, []
    problems += _characters(text, file)
    if problems:
        return None, problems
    data, problems = parse(text, file)
    return (None if problems else Document(file, text, data)), problems


def read_text(path: FilePath, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a file, with plain line ends. Returns None where it is none, with the reason."""

    def refuse(code: str, message: str, hint: str = "", line: int = 0) -> tuple[None, list[Problem]]:
        return None, [Problem(Place(file, line), code, message, hint)]

    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            return refuse(
                "unreadable-file", "not a regular file (a link, a pipe or a device)", "put the file itself here"
            )
        if status.st_size > MAX_FILE:
            hint = "spread the records over a folder of the same name"
            return refuse("too-large", f"{status.st_size:,} bytes; the limit is {MAX_FILE:,}", hint)
        raw = path.read_bytes()
    except OSError as error:
        return refuse("unreadable-file", f"cannot be read: {(error.strerror or str(error)).lower()}")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return refuse("unreadable-file", "is UTF-16", "save it as UTF-8")
    if raw.count(b"\0") * 4 > len(raw):
        return refuse("unreadable-file", "is no text, or is UTF-16", "save it as UTF-8")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return refuse("unreadable-file", "is not UTF-8", "save it as UTF-8", line)
    return text.replace("\r\n", "\n").replace("\r", "\n"), []


def _characters(text: str, file: str) -> list[Problem]:
    problems = [*hidden(text, file), *islice(conflicts(text, file), SHOWN)]
    if _has_long_line(text):
        lengths = [*map(len, text.split("\n"))]
        longest = max(lengths)
        message = f"the line has {longest:,} characters; the limit is {MAX_LINE:,}"
        hint = "part it, or write the text over several lines below '>-'"
        problems.append(Problem(Place(file, lengths.index(longest) + 1), "too-long", message, hint))
    return problems


def _has_long_line(text: str) -> bool:
    """Told in steps over as many lines as MAX_LINE has room for."""
    start = 0
    while (end := text.rfind("\n", start, start + MAX_LINE + 1)) >= 0:
        start = end + 1
    return len(text) - start > MAX_LINE


def hidden(text: str, file: str) -> list[Problem]:
    """The first characters that cannot be seen; most characters are plain ASCII, which is told much faster."""
    if not INVISIBLE.search(text.encode().translate(None, _PLAIN).decode()):
        return []
    return [_hidden(match, file) for match in islice(INVISIBLE.finditer(text), SHOWN)]


def _hidden(match: re.Match[str], file: str) -> Problem:
    name = unicodedata.name(match[0], "control character")
    message = f"U+{ord(match[0]):04X} ({name.lower()}) cannot be seen, or hides what is written"
    return Problem(_at(match.string, file, match.start()), "bad-character", message, "delete it")


def conflicts(text: str, file: str) -> Iterator[Problem]:
    """The lines that a merge put in."""
    if not any(sign * 7 in text for sign in "<=>|"):  # to look for this is much faster than to look at each line
        return
    for match in _CONFLICT.finditer(text):
        message = "a conflict marker of a merge that was not finished"
        yield Problem(_at(text, file, match.start()), "yaml-syntax", message, "keep one side, delete the rest")


def _at(text: str, file: str, index: int) -> Place:
    return Place(file, text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index))
