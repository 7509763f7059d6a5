"""What an earlier build wrote and what from: whatever would come from the same is taken over instead of made again.

The list lies in ``.cache/``: its own digest, then a line of JSON about the whole, then a line for each file. Without
it, or where it is damaged or of another program, everything is made. A file of the earlier site counts only while the
file system says of it what it said when it was written.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic_core import to_json

from sightline.site.files import Folder

Entries = Sequence[Sequence[str]]
"""What the search finds on a page: the values of each ``Findable``."""
_WITH_ENTRIES = re.compile(rb"\t(\[.*)$", re.MULTILINE)
"""The last field of the line of a page where the search finds something. JSON has no tab or end of line in it."""


class Earlier:
    """The files of the site that stands in the output folder, and those of the one that is being made."""

    def __init__(
        self, output: Path | None = None, listed: Path | None = None, program: str = "", *, afresh: bool = False
    ) -> None:
        """``listed`` is where the list is kept; without it nothing is remembered. ``afresh``: nothing is taken over."""
        self._output = f"{output}/"
        self._listed = listed
        self._program = program
        about, self._old = _read(listed, program) if listed and not afresh else ({}, {})
        self.references: Mapping[str, list[Any]] = about.get("references", {})
        """What the earlier build knew of references, for ``References.recall``; set anew before the list is saved."""
        self._new = bytearray()
        """The lines of the new list, each after the end of the one before: as one text they take a fifth less."""

    def take(self, path: str, inputs: str, into: Folder) -> bool:
        """Take a file over if it came from the same inputs; False where it must be made."""
        line = self._old.get(path)
        if line is None:
            return False
        _, made_of, size, changed, _ = line.split(b"\t")
        if made_of != inputs.encode():
            return False
        try:
            status = os.stat(self._output + path, follow_symlinks=False)
        except OSError:
            return False
        if (status.st_size, status.st_mtime_ns) != (int(size), int(changed)):
            return False
        if not into.link(path, self._output + path, status):
            return False
        self._new += b"\n" + line
        return True

    def remember(self, path: str, inputs: str, status: os.stat_result, entries: Entries = ()) -> None:
        """Note a file that was written; ``inputs`` is the digest of all that it was made from."""
        self._new += f"\n{path}\t{inputs}\t{status.st_size}\t{status.st_mtime_ns}\t".encode()
        if entries:
            self._new += to_json(entries)

    def entries(self) -> Iterator[Sequence[str]]:
        """What the search finds on all pages of the new site, in the order in which they were made or taken over."""
        for line in _WITH_ENTRIES.finditer(self._new):
            yield from json.loads(line[1])

    def save(self) -> None:
        """Keep the list for the next build, once the new site stands in the output folder.

        Where that cannot be done, the site is none the worse: the next build makes what it cannot take over.
        """
        if self._listed is None:
            return
        about = to_json({"program": self._program, "references": self.references})
        sum_ = hashlib.sha256(about)
        sum_.update(self._new)
        new = self._listed.with_suffix(f".{os.getpid()}")
        try:
            self._listed.parent.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as file:
                file.writelines((sum_.hexdigest().encode(), b"\n", about, self._new))
            new.replace(self._listed)
        except OSError:
            new.unlink(missing_ok=True)


def _read(listed: Path, program: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What is said of the whole, and the line of each file; nothing where the list is not whole or of another program."""
    try:
        sum_, _, text = listed.read_bytes().partition(b"\n")
        if hashlib.sha256(text).hexdigest().encode() != sum_:
            return {}, {}
        first, *lines = text.split(b"\n")
        about: dict[str, Any] = json.loads(first)
    except (OSError, ValueError):
        return {}, {}
    if about["program"] != program:
        return {}, {}
    return about, {line.partition(b"\t")[0].decode(): line for line in lines}
