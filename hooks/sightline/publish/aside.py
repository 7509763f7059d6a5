"""Texts put aside in a file without a name until the last files that hold them are made."""

from __future__ import annotations

from array import array
from collections.abc import Hashable, Iterable
from tempfile import TemporaryFile
from typing import IO, Generic, TypeVar

Name = TypeVar("Name", bound=Hashable)

AT_ONCE = 1 << 20
"""Bytes that wait for each other before they are written."""


class Aside(Generic[Name]):
    """Has texts that are all asked for again by their names, but none of them soon; close it in the end."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._places: dict[Name, int] = {}
        """Which of the texts in the file each is."""
        self._starts = array("Q", [0])
        """Where each of these starts, and last where the next will."""
        self._waiting: dict[Name, bytes] = {}
        self._size = 0

    def put(self, texts: Iterable[tuple[Name, bytes]]) -> None:
        """Put some texts aside."""
        for name, text in texts:
            self._waiting[name] = text
            self._size += len(text)
        if self._size > AT_ONCE:
            self._write()

    def get(self, name: Name) -> bytes | None:
        """The text of this name; None where none was put aside."""
        if name not in self._places or self._file is None:
            return self._waiting.get(name)
        place = self._places[name]
        start, end = self._starts[place : place + 2]
        self._file.seek(start)
        return self._file.read(end - start)

    def close(self) -> None:
        """Give the file back."""
        if self._file is not None:
            self._file.close()

    def _write(self) -> None:
        self._file = self._file or TemporaryFile()  # noqa: SIM115  # closed above
        self._file.seek(self._starts[-1])
        for name, text in self._waiting.items():
            self._places[name] = len(self._starts) - 1
            self._starts.append(self._starts[-1] + self._file.write(text))
        self._waiting.clear()
        self._size = 0
