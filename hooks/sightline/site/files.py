"""Writes files below a folder, and nowhere else."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable
from pathlib import Path

AT_ONCE = 1 << 16
"""Bytes of small parts that wait for each other before they are written."""


class Folder:
    """A folder that only this process writes into; no path below it is a link that leads elsewhere.

    A file that lies there is replaced, never changed in place: another site may hold the same one by a hard link.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self._base = f"{root}/"
        self._made = {""}
        self._device = -1
        self._left: dict[str, int] = {}
        """The files of an earlier site of which nothing was said yet, with their numbers in the file system."""

    def reuse(self) -> None:
        """Start from the earlier site that lies here; what of it is neither written nor linked again goes in ``sweep``."""
        self._device = os.stat(self.root).st_dev
        self._survey("")

    def _survey(self, folder: str) -> bool:
        """Note all that lies in a folder; False where that is nothing."""
        with os.scandir(self._base + folder) as scan:
            entries = [*scan]
        return sum(self._noted(folder + entry.name, entry) for entry in entries) > 0

    def _noted(self, path: str, entry: os.DirEntry[str]) -> bool:
        """Note a file, or a folder with files in it; False for anything else, which is deleted at once."""
        if entry.is_file(follow_symlinks=False):
            self._left[path] = entry.inode()
        elif not entry.is_dir(follow_symlinks=False):
            os.unlink(entry.path)
            return False
        elif self._survey(f"{path}/"):
            self._made.add(path)
        else:
            os.rmdir(entry.path)
            return False
        return True

    def sweep(self) -> None:
        """Delete what is left of the earlier site, and the folders that held nothing else."""
        for path in self._left:
            os.unlink(self._base + path)
            with contextlib.suppress(OSError):
                while path := path.rpartition("/")[0]:
                    os.rmdir(self._base + path)
                    self._made.discard(path)
        self._left.clear()

    def write(self, path: str, content: bytes | Iterable[bytes]) -> os.stat_result:
        """Write one file, whole or in parts of any size; returns what the file system says of it.

        Raises ValueError where ``path`` leaves the folder.
        """
        descriptor = self._new(self._place(path))
        self._left.pop(path, None)
        try:
            if isinstance(content, bytes):
                while content:  # an empty rest is no copy
                    content = content[os.write(descriptor, content) :]
            else:
                with open(descriptor, "wb", AT_ONCE, closefd=False) as file:
                    file.writelines(content)
            return os.fstat(descriptor)
        finally:
            os.close(descriptor)

    def link(self, path: str, old: str, status: os.stat_result) -> bool:
        """Let a file be the same as an ``old`` one, without copying it; False where the file system cannot.

        ``status`` is what the system says of the old one. Often the same file is here from an earlier build.
        """
        here = self._left.pop(path, None)
        if here == status.st_ino and self._device == status.st_dev:
            return True
        with contextlib.suppress(OSError):
            place = self._place(path)
            if here is not None:
                os.unlink(place)
            os.link(old, place)
            return True
        return False

    @staticmethod
    def _new(place: str) -> int:
        """A new file that is open for writing, in place of any that was there."""
        try:
            return os.open(place, _NEW, 0o644)
        except FileExistsError:
            os.unlink(place)
            return os.open(place, _NEW, 0o644)

    def _place(self, path: str) -> str:
        folder, _, name = path.rpartition("/")
        if path.startswith("/") or name in _NAMES_NOTHING:
            raise _outside(path)
        if folder not in self._made:
            self._enter(folder)
        return self._base + path

    def _enter(self, folder: str) -> None:
        """Make a folder and those it lies in; each is made here, or was there and is no link."""
        parent, _, name = folder.rpartition("/")
        if name in _NAMES_NOTHING or "\\" in folder or ":" in folder:
            raise _outside(folder)
        if parent not in self._made:
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
_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""How a new file is opened; Windows alone has O_BINARY."""


def page_file(path: str) -> str:
    """The file behind an address: its folder's index."""
    return f"{path}index.html"
