"""``sightline schemas``: the schema files that editors' programs read, made anew from the record classes."""

from __future__ import annotations

import argparse
from pathlib import Path

from sightline.edit.schemas import plan_schemas
from sightline.edit.textfiles import Transaction
from sightline.edit.workspace import files_of

NAME = "schemas"
HELP = "write .vscode/schemas anew, after a change of the record classes"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options: there are none."""


def run(root: Path, options: argparse.Namespace) -> int:
    """Write what has changed."""
    plan = plan_schemas(root)
    with Transaction(root, plan):
        print("\n".join(files_of(plan)) or "the schemas are up to date")
    return 0
