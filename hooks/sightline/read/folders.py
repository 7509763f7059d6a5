"""What lies in a folder: nothing that leads elsewhere, nothing whose name cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

from sightline.diagnostics import Place, Problem


def listing(root: Path, folder: Path) -> tuple[list[Path], list[Problem]]:
    """The entries of a folder by name, without hidden ones, and what is refused of them."""
    file = folder.relative_to(root).as_posix()
    try:
        with os.scandir(folder) as entries:
            found = sorted((entry.name, entry.is_symlink()) for entry in entries if not entry.name.startswith("."))
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
        elif is_link:
            message = f"a link; its target may lie outside {file.partition('/')[0]}/"
            problems.append(Problem(Place(f"{file}/{name}"), "unreadable-file", message, "put the file here"))
        else:
            good.append(folder / name)
    return good, problems


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
