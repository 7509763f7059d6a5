"""Runs commands and says what they cost: processor seconds of the whole tree, and the peak memory of its largest process."""

from __future__ import annotations

import gzip
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin

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


class _Asked(HTMLParser):
    """The addresses that a browser asks for because of a page: styles, scripts, and what it is told to load early."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.page, self.files = page, {f"{page}index.html"}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "link" and given.get("rel") in {"stylesheet", "preload", "modulepreload"}:
            self._ask(given["href"])
        elif tag in {"script", "img"} and "src" in given:
            self._ask(given["src"])

    def _ask(self, address: str | None) -> None:
        if address and "//" not in address:
            self.files.add(urljoin(f"/{self.page}", address).lstrip("/").partition("?")[0])


def first_view(folder: Path, page: str) -> int:
    """Bytes, compressed, of a page (its address ends with a slash) and the files that it asks for at once."""
    asked = _Asked(page)
    asked.feed((folder / page / "index.html").read_text("utf-8"))
    return sum(len(gzip.compress((folder / file).read_bytes())) for file in asked.files)
