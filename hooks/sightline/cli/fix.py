"""``sightline fix``: the repairs that can hardly be wrong."""

from __future__ import annotations

import argparse
from pathlib import Path

from sightline.diagnostics import summary
from sightline.edit.fix import carry_out_fixes, plan_fixes

NAME = "fix"
HELP = "make the changes that the check suggests, where they can hardly be wrong"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("--dry-run", action="store_true", help="show the changes and make none")


def run(root: Path, options: argparse.Namespace) -> int:
    """Show the changes and make them; returns 1 where something is left that stops a build."""
    fixed = plan_fixes(root)
    number = len(fixed.plan.changes)
    if number:
        print(fixed.diff)
        if not options.dry_run:
            carry_out_fixes(root, fixed)
        would = "would be changed" if options.dry_run else "changed"
        print(f"{number:,} {'file' if number == 1 else 'files'} {would}")
    else:
        print("nothing that can be fixed safely")
    if fixed.after.problems:
        print(f"left for you: {summary(fixed.after.problems)}; see sightline check")
    return 1 if fixed.after.stopping else 0
