"""Notices changes by looking: at names, sizes and times of all files that the site is made of.

Looking again and again sees what notices of the system miss: a folder that is renamed away and back, a file
replaced by an editor, a network drive.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

from sightline.read.folders import is_passed_over
from sightline.read.tree import SUFFIXES

WATCHED = ("mkdocs.yml", "content", "docs", "hooks/overrides", "hooks/sightline/render/templates")
PAUSE = 0.15
"""Seconds between two looks."""

PUBLISHED = (*SUFFIXES, ".md")
"""What may be said to be lost where its name is hidden, until it is renamed or goes away."""

Look = tuple[tuple[str, int, int], ...]


def look(root: Path) -> Look:
    """Every watched file with its time of change and size."""
    seen: list[tuple[str, int, int]] = []
    for name in WATCHED:
        _look(root / name, seen)
    return tuple(seen)


def _look(path: Path, seen: list[tuple[str, int, int]]) -> None:
    try:
        if not path.is_dir():
            status = path.stat()
            seen.append((str(path), status.st_mtime_ns, status.st_size))
            return
        with os.scandir(path) as entries:
            names = sorted(entry.name for entry in entries if not is_passed_over(entry.name, PUBLISHED))
    except OSError:
        return  # it goes away while we look; the next look sees what is left
    seen.append((str(path), 0, len(names)))
    for name in names:
        _look(path / name, seen)


def watch(root: Path, changed: Callable[[], None], stop: threading.Event) -> None:
    """Call ``changed`` now and after each change, until ``stop`` is set. Changes that follow at once count as one."""
    before = look(root)
    changed()
    while not stop.wait(PAUSE):
        now = look(root)
        if now == before:
            continue
        while not stop.wait(PAUSE / 3) and (later := look(root)) != now:
            now = later
        before = now
        changed()
