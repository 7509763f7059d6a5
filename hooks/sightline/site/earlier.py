"""What an earlier build wrote and what from: whatever would come from the same is taken over instead of made again.

The list lies in ``.cache/``. Without it, or where it is damaged or of another program, everything is made. A file of
the earlier site counts only while the file system says of it what it said when it was written.
"""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from sightline.site.files import Folder


class Kept(NamedTuple):
    """One file that was written."""

    inputs: str
    """The digest of all that it was made from."""
    size: int
    changed: int
    """When it was written, in nanoseconds; never shown anywhere."""
    entries: list[list[Any]]
    """What the search finds on it: the values of ``SearchEntry``."""


class Earlier:
    """The files of the site that stands in the output folder, and those of the one that is being made."""

    def __init__(
        self, output: Path | None = None, listed: Path | None = None, program: str = "", *, afresh: bool = False
    ) -> None:
        """``listed`` is where the list is kept; without it nothing is remembered. ``afresh``: nothing is taken over."""
        self._output = f"{output}/"
        self._listed = listed
        self._program = program
        self._old = _read(listed, program) if listed and not afresh else {}
        self._new: dict[str, Kept] = {}

    def take(self, path: str, inputs: str, into: Folder) -> Kept | None:
        """Take a file over if it came from the same inputs; None where it must be made."""
        kept = self._old.get(path)
        if kept is None or kept[0] != inputs:
            return None
        try:
            status = os.stat(self._output + path, follow_symlinks=False)
        except OSError:
            return None
        if (status.st_size, status.st_mtime_ns) != (kept[1], kept[2]) or not into.link(path, self._output + path):
            return None
        self._new[path] = found = Kept(*kept)
        return found

    def remember(self, path: str, inputs: str, status: os.stat_result, entries: list[list[Any]]) -> None:
        """Note a file that was written."""
        self._new[path] = Kept(inputs, status.st_size, status.st_mtime_ns, entries)

    def save(self) -> None:
        """Keep the list for the next build, once the new site stands in the output folder.

        Where that cannot be done, the site is none the worse: the next build makes what it cannot take over.
        """
        if self._listed is None:
            return
        text = json.dumps({"program": self._program, "files": self._new}, ensure_ascii=False).encode()
        new = self._listed.with_suffix(f".{os.getpid()}")
        try:
            self._listed.parent.mkdir(parents=True, exist_ok=True)
            new.write_bytes(hashlib.sha256(text).hexdigest().encode() + b"\n" + text)
            new.replace(self._listed)
        except OSError:
            new.unlink(missing_ok=True)


def _read(listed: Path, program: str) -> dict[str, list[Any]]:
    """The files of the earlier build; none where the list is not whole, or was made by another program."""
    try:
        sum_, _, text = listed.read_bytes().partition(b"\n")
        if hashlib.sha256(text).hexdigest().encode() != sum_:
            return {}
        data: dict[str, Any] = json.loads(text)
    except (OSError, ValueError):
        return {}
    files: dict[str, list[Any]] = data["files"]
    return files if data["program"] == program else {}
