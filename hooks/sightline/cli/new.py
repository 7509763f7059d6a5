"""``sightline new``: a new record with every key explained, in the right place."""

from __future__ import annotations

import argparse
from pathlib import Path

from sightline.edit.new import New, plan_new
from sightline.edit.workspace import carry_out, kind_named, label, open_workspace

NAME = "new"
HELP = "write a new record to fill in, in the right file"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("kind", metavar="KIND", help="finding, recommendation, endnote, event, source-note, theme, …")
    parser.add_argument("id", metavar="ID", nargs="?", default="", help="its id (default: made from the title)")
    parser.add_argument("--brief", default="", help="the brief that it belongs to, where there are several")
    parser.add_argument("--section", default="", help="the section that it stands in (default: the first)")
    parser.add_argument("--title", default="", help="its title or name")


def run(root: Path, options: argparse.Namespace) -> int:
    """Write the record, and say where."""
    space = open_workspace(root)
    kind = kind_named(options.kind)
    brief, _, identity = options.id.rpartition("/")
    wish = New(kind, space.brief(kind, options.brief or brief), identity, options.title, options.section)
    made = plan_new(space, wish)
    after = carry_out(space, made.plan)
    where = f" of '{wish.brief}'" if wish.brief else ""
    print(f"{label(kind)} '{made.id}'{where} begins at {made.file}:{made.line}; fill it in there")
    for problem in after.problems:
        if problem.place.file == made.file and problem.place.line >= made.line and problem not in space.problems:
            print(problem)
    return 0
