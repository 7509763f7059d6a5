"""Parses the command line and runs one command. Exit codes: 0 clean, 1 problems, 2 wrong use."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from sightline.diagnostics import summary
from sightline.load import load


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns its exit code."""
    options = _parser().parse_args(arguments)
    loaded = load(Path.cwd())
    for problem in loaded.problems:
        print(problem)
    print(summary(loaded.problems))
    return 1 if loaded.stopping else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="sightline", description=__doc__)
    parser.add_argument("command", choices=["check"])
    return parser


if __name__ == "__main__":
    sys.exit(main())
