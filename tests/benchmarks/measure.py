"""Runs commands and says what they cost: processor seconds of the whole tree, and the peak memory of its largest process."""

from __future__ import annotations

import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "NO_COLOR": "1"}
ENVIRONMENT.pop(
    "PYTHONDONTWRITEBYTECODE", None
)  # set in many containers; it would count compiling, which nobody waits for twice
PATIENCE = 120.0
"""Seconds after which a server that shows nothing new is given up."""


class Cost(NamedTuple):
    """What a command took."""

    wall: float
    """Seconds on the clock."""
    cpu: float
    """Seconds of processor, user and system."""
    memory: float
    """MiB."""


def run(words: list[str], folder: Path) -> Cost:
    """Run a command to its end. Raises SystemExit where it fails: a benchmark of failures is worth nothing."""
    log = folder / "bench.log"
    started = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(
            words, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(words)} failed:\n{log.read_text('utf-8', 'replace')[-2000:]}")
    wall = time.perf_counter() - started
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def until_shown(words: list[str], folder: Path, url: str, edits: list[Callable[[], str]]) -> tuple[float, list[float]]:
    """Start a server and make edits, each of which returns words that the page at ``url`` must then show.

    Returns the seconds until the page is there, and those from each edit to its words.
    """
    with (folder / "serve.log").open("wb") as said:
        process = subprocess.Popen(
            words, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT,
            start_new_session=True,
        )  # fmt: skip
        try:
            ready = _wait(url, "</html>")
            shown = []
            for edit in edits:
                time.sleep(1.0)  # the server is at rest
                shown.append(_wait(url, edit()))
            return ready, shown
        finally:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


def _wait(url: str, words: str) -> float:
    started = time.perf_counter()
    while time.perf_counter() - started < PATIENCE:
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
                if words in answer.read().decode("utf-8", "replace"):
                    return time.perf_counter() - started
        except (OSError, urllib.error.URLError):
            pass
        time.sleep(0.02)
    raise SystemExit(f"{url} did not show '{words}' within {PATIENCE:.0f} s")


def weight(folder: Path) -> tuple[int, int]:
    """The number of files below a folder, and their bytes."""
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)
