"""Parses the command line and runs one command.

Exit codes: 0 clean, 1 problems (in the content, or in what was built), 2 wrong use.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import ModuleType

from sightline.cli.project import WrongUse, project_root
from sightline.edit.errors import EditError, Undone

COMMANDS = (
    "check",
    "build",
    "serve",
    "new",
    "rename",
    "show",
    "fix",
    "links",
    "schemas",
    "cite",
    "import",
    "materialise",
    "pack",
)
"""Modules of this package. Each has NAME, HELP, ``arguments(parser)`` and ``run(root, options) -> exit code``."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    for stream in (sys.stdout, sys.stderr):  # an editor's terminal may not know every character
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    words = list(sys.argv[1:] if arguments is None else arguments)
    options = _parser(_wanted(words)).parse_args(words)
    try:
        root = project_root(options.root) if options.in_project else Path.cwd()
        code = int(options.run(root, options))
        print(end="", flush=True)  # what cannot be written is to be known here
        return code
    except (WrongUse, EditError) as error:
        print(f"sightline: {error}", file=sys.stderr)
        return 1 if isinstance(error, Undone) else 2
    except BrokenPipeError:  # the reader of our output, such as head, has gone
        _let_go_of_output()
        return 1
    except OSError as error:  # a full disk, a right that is missing: no mistake of ours
        if os.environ.get("SIGHTLINE_DEBUG"):
            raise
        print(f"sightline: {error.filename or 'the output'}: {error.strerror or error}", file=sys.stderr)
        _let_go_of_output()
        return 1
    except Exception as error:  # a mistake of ours; nobody who edits records has use for its traceback
        if os.environ.get("SIGHTLINE_DEBUG"):
            raise
        print(f"sightline: Sightline itself failed: {type(error).__name__}: {error}", file=sys.stderr)
        print("SIGHTLINE_DEBUG=1 in the environment shows where", file=sys.stderr)
        return 1


def _let_go_of_output() -> None:
    """Drop what is printed and cannot be written: Python would try again at its end, and complain."""
    try:
        print(end="", flush=True)
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _wanted(words: list[str]) -> list[str]:
    """The command that is named, which is no value of ``--root``; nothing where none is."""
    parser = _opening(add_help=False)
    parser.add_argument("command", nargs="?", metavar="COMMAND")
    command = parser.parse_known_args(words)[0].command
    return [command] if command in COMMANDS else []


def _opening(*, add_help: bool = True) -> argparse.ArgumentParser:
    """What may be said before any command."""
    about = "Builds a briefing website from YAML records."
    parser = argparse.ArgumentParser(prog="sightline", description=about, add_help=add_help)
    parser.add_argument("--root", type=Path, help="the project's folder (default: here, or the nearest one above)")
    return parser


def _parser(wanted: Sequence[str]) -> argparse.ArgumentParser:
    """A parser for the command wanted, or for all: what a command does not need is not even loaded."""
    parser = _opening()
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in _loaded(wanted or COMMANDS):
        one = commands.add_parser(command.NAME, help=command.HELP, description=command.HELP)
        command.arguments(one)
        one.set_defaults(run=command.run, in_project=getattr(command, "IN_PROJECT", True))
    return parser


def _loaded(names: Sequence[str]) -> list[ModuleType]:
    """The modules of commands. The garbage collector looks through nothing that is loaded: it stays to the end."""
    gc.disable()
    modules = [import_module(f"sightline.cli.{name}") for name in names]
    gc.freeze()
    gc.enable()
    return modules
