"""``sightline check``: the whole content, without building."""

from __future__ import annotations

import argparse
from pathlib import Path

from sightline.diagnostics import Problem, summary
from sightline.load import load

NAME = "check"
HELP = "check all records and hand-written pages, without building"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("--errors-only", action="store_true", help="leave out editorial warnings")


def run(root: Path, options: argparse.Namespace) -> int:
    """Print every problem; returns 1 where one stops a build."""
    loaded = load(root)
    stopping = set(loaded.stopping)
    for problem in loaded.problems:
        if problem in stopping or not options.errors_only:
            print(problem)
    print(_verdict(loaded.problems, len(stopping)))
    return 1 if stopping else 0


def _verdict(problems: list[Problem], stopping: int) -> str:
    if not problems:
        return "no problems"
    return summary(problems) + ("" if stopping else "; nothing stops a build")
