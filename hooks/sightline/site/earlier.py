"""What an earlier build wrote and what from: whatever would come from the same is taken over instead of made again.

The list lies in ``.cache/``: a digest of what follows, a line for each file, and last a line of JSON about the whole. Without
it, or where it is damaged or of another program, everything is made. A file of the earlier site counts only while the
file system says of it what it said when it was written.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from pydantic_core import from_json, to_json

from sightline.site.files import Folder

Entries = Sequence[Sequence[str]]
"""What the search finds on a page: the values of each ``Findable``."""
AT_ONCE = 1 << 20
"""Bytes of the new list that wait for each other before they are written."""


class Earlier:
    """The files of the site that stands in the output folder, and those of the one that is being made.

    Close it in the end: the new list has what the search finds on all pages, so it lies in a file until it is saved.
    """

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
        self._new = TemporaryFile(buffering=AT_ONCE)  # noqa: SIM115  # closed below

    def close(self) -> None:
        """Give back the file of the new list; what of it did not fit on the disk is lost in any case."""
        with contextlib.suppress(OSError):
            self._new.close()

    def take(self, path: str, inputs: str, into: Folder) -> bool:
        """Take a file over if it came from the same inputs; False where it must be made."""
        line = self._old.pop(path, None)  # it is asked for once
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
        self._new.write(line)
        return True

    def remember(self, path: str, inputs: str, status: os.stat_result, entries: Entries = ()) -> None:
        """Note a file that was written; ``inputs`` is the digest of all that it was made from."""
        about = f"{path}\t{inputs}\t{status.st_size}\t{status.st_mtime_ns}\t".encode()
        self._new.write(b"%s%s\n" % (about, to_json(entries) if entries else b""))

    def entries(self) -> Iterator[Sequence[str]]:
        """What the search finds on all pages of the new site, in the order in which they were made or taken over."""
        self._new.seek(0)
        for line in self._new:  # JSON has no tab or end of line in it
            if line[-2:] != b"\t\n":
                yield from from_json(line[line.rindex(b"\t") :])

    def save(self) -> None:
        """Keep the list for the next build, once the new site stands in the output folder.

        Where that cannot be done, the site is none the worse: the next build makes what it cannot take over.
        """
        if self._listed is None:
            return
        about = {"program": self._program, "references": self.references}
        new = self._listed.with_suffix(f".{os.getpid()}")
        try:
            self._new.seek(0, os.SEEK_END)
            self._new.write(to_json(about) + b"\n")
            self._new.seek(0)
            sum_ = _sum(self._new)
            self._new.seek(0)
            self._listed.parent.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as file:
                file.write(sum_)
                shutil.copyfileobj(self._new, file, AT_ONCE)
            new.replace(self._listed)
        except OSError:
            new.unlink(missing_ok=True)


def _read(listed: Path, program: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """What is said of the whole, and the line of each file; nothing where the list is not whole or of another program."""
    try:
        with listed.open("rb") as file:
            sum_ = file.readline()
            if sum_ != _sum(file):
                return {}, {}
            file.seek(len(sum_))
            *lines, last = file
        about: dict[str, Any] = from_json(last)
    except (OSError, ValueError):
        return {}, {}
    if about["program"] != program:
        return {}, {}
    return about, {line.partition(b"\t")[0].decode(): line for line in lines}


def _sum(file: IO[bytes]) -> bytes:
    """A digest of the rest of a file, as a line."""
    made = hashlib.sha256()
    while part := file.read(AT_ONCE):
        made.update(part)
    return made.hexdigest().encode() + b"\n"
