"""``sightline show``: one record with all that it rests on and that rests on it."""

from __future__ import annotations

import argparse
from pathlib import Path

from sightline.diagnostics import message
from sightline.edit.show import find, show
from sightline.edit.workspace import open_workspace

NAME = "show"
HELP = "show a record, what it rests on, and what rests on it"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("ref", metavar="REF", nargs="+", help="finding:brief/id, source:id, note brief/37, or an id")


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the record; returns 1 while errors keep the records from being linked."""
    space = open_workspace(root)
    key = find(space, " ".join(options.ref))
    if space.corpus is None:
        print(message(space.errors, done=f"{key} cannot be shown"))
        return 1
    print("\n".join(show(space, space.corpus, key)))
    return 0
