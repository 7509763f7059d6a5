"""``sightline import``: reference data from Zotero and others as source records."""

from __future__ import annotations

import argparse
from pathlib import Path

from sightline.cite.formats.library import Library
from sightline.cite.formats.reading import MAX_LIBRARY, Unreadable, read_library
from sightline.cli.project import WrongUse
from sightline.edit.errors import EditError
from sightline.edit.imports.plan import Comparison, compare, plan_import
from sightline.edit.imports.report import report
from sightline.edit.workspace import carry_out, files_of, open_workspace

NAME = "import"
HELP = "bring in reference data (CSL-JSON, BibTeX or RIS) as source records"
DESCRIPTION = """Shows which works of a file are new, which are here already, where the two differ, and what could not be
read. It changes nothing unless asked to, and never replaces what a record says."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.description = DESCRIPTION
    parser.add_argument("file", type=Path, metavar="FILE", help="CSL-JSON, BibTeX or RIS; what it is shows from within")
    parser.add_argument("--write", action="store_true", help="write a record for each new work")
    parser.add_argument(
        "--merge", action="store_true", help="add to records that are here what they lack; what differs stays"
    )
    parser.add_argument(
        "--new", action="append", default=[], metavar="WORK",
        help="take a work for another one than it was recognized as, named by its key or the line that it begins in;"
        " may be given several times",
    )  # fmt: skip


def run(root: Path, options: argparse.Namespace) -> int:
    """Compare, and write what was asked for; returns 1 where a file holds no work that could be taken."""
    name, library = _library(options.file)
    space = open_workspace(root)
    checked = space.checked
    if ("source", "") in checked.broken or any(key.kind == "source" for key in checked.faulty):
        raise EditError(
            "the sources that are here have errors, so nothing can be compared with them; see sightline check"
        )
    _check_new(options, library)
    comparison = compare(space, library, frozenset(options.new))
    number = len(library.found)
    print(f"{options.file}: {name}, {number:,} {'work' if number == 1 else 'works'}")
    for line in report(space, comparison, str(options.file)):
        print(line)
    plan = plan_import(space, comparison, write=options.write, merge=options.merge)
    if plan.changes:
        carry_out(space, plan)
        print("\n" + "\n".join(files_of(plan)))
    print("\n" + _end(comparison, options, len(plan.changes)))
    return 0 if any(one.standing != "refused" for one in comparison.outcomes) else 1


def _check_new(options: argparse.Namespace, library: Library) -> None:
    """Raise WrongUse where --new names nothing in the file."""
    known = {name for found in library.found for name in found.names}
    if missing := [name for name in options.new if name not in known]:
        raise WrongUse(f"--new {missing[0]}: no work in {options.file} has this key or begins in this line")


def _library(path: Path) -> tuple[str, Library]:
    try:
        if not path.is_file():
            raise WrongUse(f"{path} is no file" if path.exists() else f"there is no file {path}")
        with path.open("rb") as file:
            return read_library(file.read(MAX_LIBRARY + 1), path.suffix)
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {error.strerror or error}") from None
    except Unreadable as error:
        raise WrongUse(f"{path} {error}") from None


def _end(comparison: Comparison, options: argparse.Namespace, changed: int) -> str:
    """What was found in numbers, and what can be done next."""
    new, differ = comparison.of("new"), comparison.of("differs")
    lacking = [one for one in differ if one.added]
    counts = [
        f"{len(new):,} new",
        f"{len(comparison.of('same')):,} here already",
        f"{len(differ):,} {'differs' if len(differ) == 1 else 'differ'}",
        f"{len(comparison.library.remarks):,} left out or read otherwise",
    ]
    hints = [
        *(["--write makes the new records"] if new and not options.write else []),
        *(["--merge adds what records lack"] if lacking and not options.merge else []),
        *(["--new LINE takes a work for another one"] if differ and not options.new else []),
    ]
    done = f"{changed:,} {'file' if changed == 1 else 'files'} changed" if changed else "nothing was changed"
    return "; ".join([", ".join(counts), done, *hints])
