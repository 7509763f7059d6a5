"""What lies in a folder: nothing that leads elsewhere, nothing whose name cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

from sightline.diagnostics import Place, Problem

_NOTES = (".#", "._")
"""How names begin that Emacs gives to its locks, and macOS to what it notes of a file on a drive of others."""


def is_passed_over(name: str, suffixes: tuple[str, ...]) -> bool:
    """Whether a name is hidden and none of an editor's own files, which end in one of ``suffixes``."""
    return name.startswith(".") and (name.startswith(_NOTES) or not name.lower().endswith(suffixes))


def listing(root: Path, folder: Path, suffixes: tuple[str, ...]) -> tuple[list[Path], list[Problem]]:
    """The entries of a folder by name, without hidden ones, and what is refused of them.

    A hidden file with one of ``suffixes`` is refused: someone may think that it is read.
    """
    file = folder.relative_to(root).as_posix()
    try:
        with os.scandir(folder) as entries:
            found = sorted(
                (entry.name, entry.is_symlink()) for entry in entries if not is_passed_over(entry.name, suffixes)
            )
    except OSError as error:
        return [], [
            Problem(Place(file), "unreadable-file", f"cannot be read: {(error.strerror or str(error)).lower()}")
        ]
    good, problems = [], []
    for name, is_link in found:
        if not name.isprintable():
            shown = name.encode("unicode_escape", "surrogatepass").decode()
            message = f"'{shown}' has characters in its name that cannot be seen"
            problems.append(Problem(Place(file), "unknown-file", message, "rename it"))
        elif name.startswith("."):
            message, hint = (
                "a dot before its name hides it, so it would be lost",
                "take the dot away, or delete the file",
            )
            problems.append(Problem(Place(f"{file}/{name}"), "unknown-file", message, hint))
        elif is_link:
            message = f"a link; its target may lie outside {file.partition('/')[0]}/"
            problems.append(Problem(Place(f"{file}/{name}"), "unreadable-file", message, "put the file here"))
        else:
            good.append(folder / name)
    return good, problems


def without_backups(paths: list[Path]) -> list[Path]:
    """Without what editors put beside a file while it is changed: a copy of before (``x.yml~``) and of what is not
    saved yet (``#x.yml#``). A copy of a file that has gone is kept: it may be all that is left of it."""
    names = {path.name for path in paths}
    return [path for path in paths if not _is_backup(path.name, names)]


def _is_backup(name: str, names: set[str]) -> bool:
    if name.endswith("~"):  # some count: x.yml.~1~
        return name.partition("~")[0].rstrip(".") in names
    return name.startswith("#") and name.endswith("#")


def is_folder(path: Path) -> bool:
    """False also where nobody may look: reading it then says so."""
    try:
        return path.is_dir()
    except OSError:
        return False


def is_file(path: Path) -> bool:
    """False also where nobody may look, and for a pipe, which would be waited for, for ever."""
    try:
        return path.is_file()
    except OSError:
        return False
