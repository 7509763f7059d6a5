"""What lies below a folder, and whether it is as it was."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def files(root: Path, names: Iterable[str] = ("",)) -> Iterator[str]:
    """The path of every file below a folder, in order; ``names`` are the files and folders there that count.

    What Python compiled does not, nor does a folder that is a link.
    """
    base = f"{root}/"
    for name in names:
        yield from sorted(path.removeprefix(base) for path in _files(base + name))


def sums(root: Path, names: Iterable[str] = ("",)) -> Iterator[tuple[str, str]]:
    """The same files, each with the hash of its content."""
    for path in files(root, names):
        with open(f"{root}/{path}", "rb") as file:
            yield path, hashlib.sha256(file.read()).hexdigest()


def _files(path: str) -> Iterator[str]:
    if os.path.isfile(path):
        yield path
    elif os.path.isdir(path):
        with os.scandir(path) as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield from [entry.path] if entry.is_file() else []
                elif entry.name != "__pycache__":
                    yield from _files(entry.path)
