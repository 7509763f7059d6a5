"""The frame: what an engine makes of a site without its records.

It holds the shells, the hand-written pages with tokens in them, and all assets. It does not depend on the
records, so it is made once and kept until something else than a record changes.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from sightline.site import below
from sightline.site.shell import Shape, Shell

DATA = "frame.json"
FILES = "site"
"""The folder, beside the data, with the files that the engine wrote."""


@dataclass(slots=True)
class Frame:
    """An engine's part of a site."""

    site_url: str
    """The public address, ending with a slash; empty where it is not known."""
    shells: dict[Shape, Shell] = field(default_factory=dict)
    handwritten: dict[str, str] = field(default_factory=dict)
    """The hand-written pages by address: whole HTML with tokens."""
    policy: str = ""
    """The Content-Security-Policy that its pages carry; empty where they carry none (``mkdocs serve``)."""

    def save(self, folder: Path) -> None:
        """Keep the frame in ``folder``, whose files the engine has written already."""
        data = {
            "site_url": self.site_url,
            "shells": [[section, depth, shell.pieces] for (section, depth), shell in self.shells.items()],
            "handwritten": self.handwritten,
            "policy": self.policy,
            "files": dict(below.sums(folder / FILES)),
        }
        (folder / DATA).write_text(json.dumps(data), "utf-8")

    @classmethod
    def load(cls, folder: Path) -> Frame | None:
        """The frame kept in ``folder``; None where there is none, or where any file of it is not as it was."""
        try:
            data = json.loads((folder / DATA).read_text("utf-8"))
            if data["files"] != dict(below.sums(folder / FILES)):
                return None
            shells = {(section, depth): Shell(tuple(pieces)) for section, depth, pieces in data["shells"]}
            return cls(data["site_url"], shells, data["handwritten"], data["policy"])
        except (OSError, ValueError, KeyError, TypeError):
            return None
