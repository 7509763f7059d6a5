"""Content trees written as text: several files in one, so that a case can be read from top to bottom.

What the case shows, in a line or two.
--- content/themes/a-theme.yml
id: a-theme
--- content/themes/b.yml [escaped]
id: "\\u200b"
--- content/themes/c.yml [bytes ff fe]
--- content/themes/d.yml [link to a-theme.yml]
--- content/themes/e.yml [4194305 blanks]
--- content/briefs/empty [folder]
--- expect
the output of `sightline check`, to the end of the file
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sightline.load import load
from sightline.model.corpus import Corpus

_HEADER = re.compile(r"^--- (?P<path>\S+)(?: \[(?P<how>[^]]+)\])?\n", re.MULTILINE)
BASE = "base"
"""A file of this name stands for the smallest brief that has no problem: ``b``, with the sections one and two."""
SMALLEST_BRIEF = """\
id: b
title: A brief
kind: report
publisher: A house
standfirst: What it is about.
summary:
  - The point.
sections:
  - id: one
    title: One
  - id: two
    title: Two
"""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a tree."""

    path: str
    how: str
    """What to do instead of writing the text as it stands; empty for plain text."""
    text: str

    def write(self, root: Path) -> None:
        """Make the file, and the folders above it."""
        if self.path == BASE:
            File("content/briefs/b/brief.yml", "", SMALLEST_BRIEF).write(root)
            return
        target = root / self.path
        target.parent.mkdir(parents=True, exist_ok=True)
        match self.how.split():
            case []:
                target.write_text(self.text, "utf-8", newline="")
            case ["escaped"]:
                target.write_text(re.sub(r"\\u([0-9a-f]{4})", _character, self.text), "utf-8", newline="")
            case ["bytes", *hexadecimal]:
                target.write_bytes(bytes.fromhex("".join(hexadecimal)) + self.text.encode())
            case ["link", "to", other]:
                target.symlink_to(other)
            case [number, "blanks"]:
                target.write_text(" " * int(number), "utf-8")
            case ["folder"]:
                target.mkdir()
            case _:
                raise ValueError(f"unknown: {self.how}")


def _character(match: re.Match[str]) -> str:
    return chr(int(match[1], 16))


def split(text: str) -> tuple[list[File], str]:
    """The files of a tree, and what is expected of it (empty where nothing is said)."""
    parts = _HEADER.split(text)[1:]
    files = [File(path, how or "", body) for path, how, body in zip(parts[::3], parts[1::3], parts[2::3], strict=True)]
    expected = next((one.text for one in files if one.path == "expect"), "")
    return [one for one in files if one.path != "expect"], expected


def plant(root: Path, text: str) -> None:
    """Write the files of a tree below ``root``."""
    for one in split(text)[0]:
        one.write(root)


def corpus_of(root: Path, text: str = "") -> Corpus:
    """The linked corpus of a tree. Fails with the problems where there are errors."""
    plant(root, text)
    loaded = load(root)
    assert loaded.corpus is not None, "\n".join(map(str, loaded.problems))
    return loaded.corpus
