"""Texts put aside in a file without a name until the last files that hold them are made."""

from __future__ import annotations

import os
from collections.abc import Iterable
from tempfile import TemporaryFile
from typing import IO

from sightline.model.corpus import Key

AT_ONCE = 1 << 20
"""Bytes that wait for each other before they are written."""


class Aside:
    """Has the texts of records that are all asked for again, but none of them soon; close it in the end."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._places: dict[Key, tuple[int, int]] = {}
        """Where each text starts, and how long it is."""
        self._waiting: dict[Key, bytes] = {}
        self._size = 0

    def put(self, texts: Iterable[tuple[Key, bytes]]) -> None:
        """Put some texts aside."""
        for key, text in texts:
            self._waiting[key] = text
            self._size += len(text)
        if self._size > AT_ONCE:
            self._write()

    def get(self, key: Key) -> bytes | None:
        """The text of a record; None where it was not put aside."""
        if key not in self._places or self._file is None:
            return self._waiting.get(key)
        start, length = self._places[key]
        self._file.seek(start)
        return self._file.read(length)

    def close(self) -> None:
        """Give the file back."""
        if self._file is not None:
            self._file.close()

    def _write(self) -> None:
        self._file = self._file or TemporaryFile()  # noqa: SIM115  # closed above
        end = self._file.seek(0, os.SEEK_END)
        for key, text in self._waiting.items():
            self._places[key] = end, len(text)
            end += self._file.write(text)
        self._waiting.clear()
        self._size = 0
