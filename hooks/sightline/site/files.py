"""Writes files below a folder, and nowhere else."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path


class Folder:
    """A folder that only this process writes into; no path below it is a link that leads elsewhere."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._base = f"{root}/"
        self._made = {""}

    def write(self, path: str, content: bytes | Iterable[bytes]) -> os.stat_result:
        """Write one file, whole or in parts; returns what the file system says of it.

        Raises ValueError where ``path`` leaves the folder.
        """
        descriptor = os.open(self._place(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC | _BINARY, 0o644)
        try:
            for part in (content,) if isinstance(content, bytes) else content:
                left = memoryview(part)
                while left:
                    left = left[os.write(descriptor, left) :]
            return os.fstat(descriptor)
        finally:
            os.close(descriptor)

    def link(self, path: str, old: str) -> bool:
        """Let a file be the same as an ``old`` one, without copying it; False where the file system cannot."""
        with contextlib.suppress(OSError):
            os.link(old, self._place(path))
            return True
        return False

    def _place(self, path: str) -> str:
        if path.startswith("/") or path.rpartition("/")[2] in _NAMES_NOTHING:
            raise _outside(path)
        self._enter(path.rpartition("/")[0])
        return self._base + path

    def _enter(self, folder: str) -> None:
        """Make a folder and those it lies in; each is made here, or was there and is no link."""
        if folder in self._made:
            return
        parent, _, name = folder.rpartition("/")
        if name in _NAMES_NOTHING or "\\" in folder or ":" in folder:
            raise _outside(folder)
        self._enter(parent)
        try:
            os.mkdir(self._base + folder)
        except FileExistsError:
            if os.path.islink(self._base + folder):
                raise _outside(folder) from None
        self._made.add(folder)


def _outside(path: str) -> ValueError:
    return ValueError(f"'{path}' lies outside the site")


_NAMES_NOTHING = ("", ".", "..")
_BINARY = getattr(os, "O_BINARY", 0)
"""Windows alone has it."""


def page_file(path: str) -> str:
    """The file behind an address: its folder's index."""
    return f"{path}index.html"
