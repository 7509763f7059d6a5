"""Measures Sightline beside MkDocs with Material and Hugo: the same pages, in turns, on the same machine.

    make bench                      N = 100 and 1,000
    make bench ARGS="--n 5000 --rounds 1"

Compare the ratios of one run, never the seconds of two. Each round builds with every tool once; what is shown is the
median of the rounds. Nothing here passes or fails: a slow machine is no error.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from tests.benchmarks import peers
from tests.benchmarks.measure import Cost, first_view, run, until_shown, weight
from tests.benchmarks.peers import Peer

EDITS = 5
"""Edits of which the median time to the screen is shown."""


def main() -> None:
    """Measure and print tables in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, nargs="+", default=[100, 1000], help="recommendations (default: 100 1000)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds (default: 3)")
    parser.add_argument("--hugo", type=os.path.abspath, help="where the program hugo is; without it Hugo is left out")
    parser.add_argument("--no-serve", action="store_true", help="leave out the time from an edit to the screen")
    parser.add_argument("--work", type=Path, help="a folder to work in, best in memory (default: a temporary one)")
    options = parser.parse_args()
    if options.work:
        options.work.mkdir(parents=True, exist_ok=True)
    for n in options.n:
        folder = Path(tempfile.mkdtemp(prefix=f"sightline-bench-{n}-", dir=options.work))
        try:
            _measure(n, folder, options)
        finally:
            shutil.rmtree(folder)


def _measure(n: int, folder: Path, options: argparse.Namespace) -> None:
    # In a process of its own: what starts a command counts as the command's memory.
    with ProcessPoolExecutor(1, get_context("spawn")) as apart:
        ours, *others = tools = apart.submit(_set_up, n, folder, options.hugo).result()
    cold: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
    warm: dict[str, list[Cost]] = {tool.name: [] for tool in tools}
    checks = []
    for number in range(options.rounds):
        for tool in tools:
            _say(f"N={n}, round {number + 1} of {options.rounds}: {tool.name}")
            tool.forget()
            cold[tool.name].append(run(tool.build, tool.folder))
            tool.edit(f"Word{number}")
            warm[tool.name].append(run(tool.build, tool.folder))
        checks.append(run([sys.executable, "-m", "sightline", "check", "--errors-only"], ours.folder))
    print(f"\n### N = {n:,}\n")
    print("| tool | cold CPU s | one edit CPU s | memory MiB | files | MB | first view KB |\n" + "|---" * 7 + "|")
    for tool in tools:
        files, size = weight(tool.folder / tool.output)
        cells = _middle(cold[tool.name], "cpu"), _middle(warm[tool.name], "cpu"), _middle(cold[tool.name], "memory")
        shown = first_view(tool.folder / tool.output, f"{peers.EDITED}/") / 1e3
        print(
            f"| {tool.name} | {cells[0]:.2f} | {cells[1]:.2f} | {cells[2]:.0f} | {files:,} | {size / 1e6:.1f} | {shown:.0f} |"
        )
    print()
    for other in others:
        ratio = _middle(cold[other.name], "cpu") / _middle(cold[ours.name], "cpu")
        edit = _middle(cold[other.name], "cpu") / _middle(warm[ours.name], "cpu")
        print(f"- {other.name} cold ÷ Sightline cold: {ratio:.2f}; ÷ Sightline after one edit: {edit:.2f}")
    print(f"- `sightline check`: {_middle(checks, 'cpu'):.2f} s CPU, {_middle(checks, 'memory'):.0f} MiB")
    if not options.no_serve:
        _serve(tools, n)
    sys.stdout.flush()


def _serve(tools: list[Peer], n: int) -> None:
    for port, tool in enumerate(tools, 8731):
        _say(f"N={n}: {EDITS} edits under {tool.name}'s server")
        words = [word.replace("{port}", str(port)) for word in tool.serve]
        edits: list[Callable[[], str]] = [partial(tool.edit, f"Seen{number}") for number in range(EDITS)]
        ready, shown = until_shown(words, tool.folder, f"http://127.0.0.1:{port}/{peers.EDITED}/", edits)
        print(f"- {tool.name}: {ready:.1f} s until the server shows the page, {median(shown):.2f} s from an edit to it")


def _set_up(n: int, folder: Path, hugo: str | None) -> list[Peer]:
    """The tools with their projects; the first is our own, whose pages the others are given."""
    _say(f"N={n}: writing the corpus and the pages for the others")
    ours = peers.sightline(folder / "sightline", n)
    run(ours.build, ours.folder)
    site = ours.folder / ours.output
    tools = [ours, peers.mkdocs(folder / "mkdocs", site)]
    return [*tools, peers.hugo(folder / "hugo", site, hugo)] if hugo else tools


def _middle(costs: list[Cost], what: str) -> float:
    return median(getattr(cost, what) for cost in costs)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
