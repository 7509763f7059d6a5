"""``sightline check``: the whole content, without building."""

from __future__ import annotations

import argparse
import gc
import json
from collections.abc import Callable, Sequence
from pathlib import Path

from sightline.diagnostics import Problem, summary
from sightline.load import load
from sightline.read.settings import read_settings

NAME = "check"
HELP = "check all records, hand-written pages and the settings of the site, without building"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("--errors-only", action="store_true", help="leave out editorial warnings")
    parser.add_argument("--format", choices=FORMATS, default="text", help="text, annotations of GitHub, or JSON")


def run(root: Path, options: argparse.Namespace) -> int:
    """Print every problem; returns 1 where one stops a build."""
    loaded = load(root)
    gc.freeze()  # the records stay to the end: no collection of garbage, the last included, need look through them
    settings = read_settings(root)
    stopping, problems = {*loaded.stopping, *settings}, sorted([*loaded.problems, *settings])
    shown = [problem for problem in problems if problem in stopping or not options.errors_only]
    for line in FORMATS[options.format](shown, stopping):
        print(line)
    if options.format != "json":
        print(_verdict(problems, len(stopping)))
    return 1 if stopping else 0


def _verdict(problems: list[Problem], stopping: int) -> str:
    if not problems:
        return "no problems"
    return summary(problems) + ("" if stopping else "; nothing stops a build")


def _text(problems: list[Problem], stopping: set[Problem]) -> list[str]:
    return [str(problem) for problem in problems]


def _github(problems: list[Problem], stopping: set[Problem]) -> list[str]:
    """Workflow commands, which GitHub shows beside the lines of a change; a warning that stops a build is an error."""
    return [_annotation(problem, "error" if problem in stopping else problem.severity) for problem in problems]


def _annotation(problem: Problem, level: str) -> str:
    place = problem.place
    values = {"file": place.file, "line": place.line, "col": place.column, "title": problem.code}
    listed = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in values.items() if value)
    words = "\n".join(filter(None, (problem.message, problem.hint)))
    return f"::{level} {listed}::{_escaped(words)}"


def _escaped(text: str, more: str = "") -> str:
    """What would end a workflow command or one of its values is written as in a URL."""
    for sign in "%\r\n" + more:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


def _json(problems: list[Problem], stopping: set[Problem]) -> list[str]:
    return [json.dumps([_as_data(problem) for problem in problems], ensure_ascii=False, indent=1)]


def _as_data(problem: Problem) -> dict[str, str | int]:
    """One problem; line and column count from 1, and 0 means the file as a whole."""
    return {
        "code": problem.code,
        "severity": problem.severity,
        "file": problem.place.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "message": problem.message,
        "hint": problem.hint,
    }


FORMATS: dict[str, Callable[[list[Problem], set[Problem]], Sequence[str]]] = {
    "text": _text,
    "github": _github,
    "json": _json,
}
