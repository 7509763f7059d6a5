"""The output folder: guarded, built beside, exchanged at the end.

Whatever happens to a build, the folder holds afterwards either the old site, whole, or the new one, whole.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

SITE, PLAIN = ".sightline", ".sightline-plain"
"""The files that say what a folder was made by: a site, and the plain files of ``materialise``."""
_MADE_BY = {SITE: "sightline build", PLAIN: "sightline materialise"}
SOURCES = ("content", "docs", "hooks", "tests", ".git", ".ci", ".venv", ".cache")
_OF_ITS_OWN = "name a folder of its own, such as site"
_STAGING, _OLD = ".building-", ".replaced-"
_RENAME_EXCHANGE = 2
_AT_FDCWD = -100


class OutputError(Exception):
    """The output folder may not be used; the message says why and what to do."""


def guard(root: Path, output: Path, marker: str = SITE) -> None:
    """Raise OutputError unless ``output`` may be replaced: nothing that anyone wrote by hand is ever deleted.

    Nor is what another command made: a folder with anything in it must have the ``marker``.
    """
    if output.is_symlink():
        raise OutputError(f"{output} is a link; name a folder")
    if output.exists() and not output.is_dir():
        raise OutputError(f"{output} is a file; name a folder")
    if root.resolve().is_relative_to(output.resolve()):
        raise OutputError(f"{output} holds the project itself; {_OF_ITS_OWN}")
    apart(root, output, _OF_ITS_OWN)
    if output.is_dir() and any(output.iterdir()) and not (output / marker).is_file():
        by = _MADE_BY[marker]
        raise OutputError(f"{output} is not empty and was not made by '{by}'; delete it or name another folder")


def apart(root: Path, place: Path, instead: str) -> None:
    """Raise OutputError where ``place`` would get lost, or lies among the project's own files.

    ``instead`` says what to do.
    """
    target = place.resolve()
    for name in SOURCES:
        if target.is_relative_to(root.resolve() / name):
            raise OutputError(f"{place} is part of {name}/, which is no output; {instead}")
    for folder in target.parents:
        if any((folder / marker).is_file() for marker in _MADE_BY):
            raise OutputError(f"{place} is in {folder}, which is deleted when it is made anew; {instead}")


@contextmanager
def locked(output: Path) -> Iterator[None]:
    """Hold the right to replace ``output``. Raises OutputError where another build holds it."""
    output.parent.mkdir(parents=True, exist_ok=True)
    path = output.parent / f".{output.name}.lock"
    with path.open("w") as handle:
        try:
            _lock(handle.fileno())
        except OSError:
            raise OutputError(f"another build of {output} is under way; wait for it, or end it") from None
        yield


def _lock(descriptor: int) -> None:
    """An advisory lock that goes with the process, however it ends."""
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def recover(output: Path) -> None:
    """Put right what a killed build left: bring back a site that was moved away, delete what was half built."""
    if not output.exists():
        for old in _left(_OLD, output)[:1]:
            old.rename(output)
    for prefix in (_STAGING, _OLD):
        for left in _left(prefix, output):
            shutil.rmtree(left, ignore_errors=True)


def _left(prefix: str, output: Path) -> list[Path]:
    """The folders that builds of ``output`` left, and no other: what ``tempfile`` adds to a name has no hyphen in it."""
    return sorted(path for path in output.parent.iterdir() if path.name.rpartition("-")[0] == prefix + output.name)


@contextmanager
def readable() -> Iterator[None]:
    """Let everyone read what this process makes meanwhile, whatever rights files get here by default."""
    before = os.umask(0o022)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def staging(output: Path, spare: Path | None = None) -> Iterator[Path]:
    """A folder beside ``output``, on the same file system; gone afterwards unless it was exchanged.

    It is empty, or holds the site that an earlier exchange put by as ``spare``.
    """
    folder = Path(tempfile.mkdtemp(prefix=f"{_STAGING}{output.name}-", dir=output.parent))
    if spare:
        with suppress(OSError):
            spare.rename(folder)
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def exchange(new: Path, output: Path, spare: Path | None = None) -> None:
    """Put ``new`` in the place of ``output``; what was there is deleted afterwards, or put by where ``spare`` says."""
    if not output.exists():
        new.rename(output)
    elif _exchanged(new, output):
        if spare:
            with suppress(OSError):
                new.rename(spare)
        shutil.rmtree(new, ignore_errors=True)
    else:
        old = output.parent / f"{_OLD}{new.name.removeprefix(_STAGING)}"
        output.rename(old)
        try:
            new.rename(output)
        except OSError:
            old.rename(output)
            raise
        shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Exchange two folders in one step, where the system can (Linux renameat2)."""
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    paths = os.fsencode(one), os.fsencode(other)
    return bool(rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0)
