"""``sightline rename``: another id for a record, everywhere."""

from __future__ import annotations

import argparse
from pathlib import Path

from sightline.diagnostics import message
from sightline.edit.rename import plan_rename
from sightline.edit.rename_section import SECTION, plan_section_rename
from sightline.edit.workspace import carry_out, files_of, kind_named, label, open_workspace

NAME = "rename"
HELP = "give a record another id everywhere it is used; the old one becomes an alias"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument(
        "kind", metavar="KIND", help="finding, recommendation, event, source-note, section, theme, source, …"
    )
    parser.add_argument("old", metavar="OLD", help="the id as it is")
    parser.add_argument("new", metavar="NEW", help="the id as it should be")
    parser.add_argument("--brief", default="", help="the brief of the record, where it belongs to one")


def run(root: Path, options: argparse.Namespace) -> int:
    """Rename, and say which files changed; returns 1, and changes nothing, while the content has errors."""
    kind = None if options.kind.lower() in SECTION else kind_named(options.kind)
    brief, _, old = options.old.rpartition("/")
    space = open_workspace(root)
    if space.errors:
        print(message(space.errors, done="nothing was renamed"))
        return 1
    brief = options.brief or brief
    plan = (
        plan_rename(space, kind, space.brief(kind, brief, old), old, options.new)
        if kind
        else plan_section_rename(space, brief, old, options.new)
    )
    carry_out(space, plan)
    print(f"{label(kind) if kind else 'section'} '{old}' is now '{options.new}'; the old id is kept as an alias")
    print("\n".join(files_of(plan)))
    return 0
