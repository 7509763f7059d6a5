"""Writes files below a folder, and nowhere else."""

from __future__ import annotations

from pathlib import Path


def write(root: Path, path: str, content: bytes) -> None:
    """Write one file. Raises ValueError where ``path`` would leave ``root``."""
    target = (root / path).resolve()
    if not target.is_relative_to(root.resolve()):
        raise ValueError(f"'{path}' lies outside the site")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def page_file(path: str) -> str:
    """The file behind an address: its folder's index."""
    return f"{path}index.html"
