"""Finds the project that a command works on."""

from __future__ import annotations

from pathlib import Path


class WrongUse(Exception):
    """The command cannot be carried out as it was given."""


def project_root(given: Path | None) -> Path:
    """The folder with mkdocs.yml: the one given, the current one, or the nearest above. Raises WrongUse."""
    start = (given or Path.cwd()).resolve()
    for folder in [start] if given else [start, *start.parents]:
        if (folder / "mkdocs.yml").is_file():
            return folder
    raise WrongUse(f"there is no mkdocs.yml in {start}{'' if given else ' or above it'}")
