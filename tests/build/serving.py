"""A preview that runs as a process of its own, and what a browser would get from it."""

from __future__ import annotations

import contextlib
import html
import os
import queue
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

from tests.build.projects import HANG, command, start

PROMPT = 2.0
"""Seconds within which requests are answered, in whatever state the preview is; see ``assert_prompt``."""
PATIENCE = 30.0
"""Seconds after which a request is taken for hanging, on a machine however busy."""


@dataclass(slots=True)
class Answer:
    """An answer of the server."""

    status: int
    text: str
    problems: list[str] = field(default_factory=list)
    """What the list over the page says, as plain text."""


@dataclass(slots=True)
class Serving:
    """A running server."""

    process: subprocess.Popen[str]
    lines: queue.Queue[str]
    """What it has printed and nobody has read yet."""
    address: str = ""
    times: list[float] = field(default_factory=list)
    """How long each answer took, in seconds."""

    def get(self, path: str = "/") -> Answer:
        """Ask for a page. Fails where no answer comes."""
        started = time.monotonic()
        try:
            with urlopen(self.address + path, timeout=PATIENCE) as answer:
                status, text = answer.status, answer.read().decode("utf-8", "replace")
        except HTTPError as error:
            with error:
                status, text = error.code, error.read().decode("utf-8", "replace")
        self.times.append(time.monotonic() - started)
        listed = re.findall(r"<pre>(.*?)</pre>", text.partition('class="sightline-problems"')[2], re.DOTALL)
        return Answer(status, text, [html.unescape(one) for one in listed])

    def wait_for(self, words: str, path: str = "/") -> Answer:
        """Ask for a page until these words are on it."""
        for answer in self._answers(path):
            if words in answer.text:
                return answer
        raise AssertionError(f"'{words}' never came to {path}")

    def wait_for_problems(self, path: str = "/") -> Answer:
        """Ask for a page until there are problems over it."""
        return next(answer for answer in self._answers(path) if answer.problems)

    def wait_until_good(self, path: str = "/") -> Answer:
        """Ask for a page until there are no problems over it."""
        return next(answer for answer in self._answers(path) if not answer.problems)

    def assert_prompt(self) -> None:
        """Fail unless nine of ten answers came in time: the tenth may have met another program on this machine."""
        assert sorted(self.times)[len(self.times) * 9 // 10] < PROMPT

    def _answers(self, path: str) -> Iterator[Answer]:
        end = time.monotonic() + HANG
        while time.monotonic() < end:
            assert self.process.poll() is None, self.said()
            yield self.get(path)
            time.sleep(0.05)
        raise AssertionError(f"waited in vain for {path}; the server said:\n{self.said()}")

    def said(self) -> str:
        """What it has printed since this was last asked."""
        lines = []
        with contextlib.suppress(queue.Empty):
            while True:
                lines.append(self.lines.get_nowait())
        return "".join(lines)

    def line_with(self, pattern: str) -> re.Match[str]:
        """Wait for a line that it prints."""
        end = time.monotonic() + HANG
        seen = []
        while time.monotonic() < end:
            with contextlib.suppress(queue.Empty):
                seen.append(self.lines.get(timeout=0.2))
                if found := re.search(pattern, seen[-1]):
                    return found
            if self.process.poll() is not None and self.lines.empty():
                break
        raise AssertionError(f"no line with '{pattern}':\n{''.join(seen)}")


@contextlib.contextmanager
def serving(words: list[str], root: Path, address: str) -> Iterator[Serving]:
    """Run a server; ``address`` is a pattern of the line that says where it is."""
    process = start(words, root, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUNBUFFERED": "1"})
    server = Serving(process, queue.Queue())
    reader = threading.Thread(target=_read, args=(process, server.lines))
    reader.start()
    try:
        server.address = server.line_with(address)[1]
        yield server
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
        reader.join()
        process.wait()
        assert process.stdout is not None
        process.stdout.close()


def preview(root: Path) -> contextlib.AbstractContextManager[Serving]:
    """Run ``sightline serve`` on a free port."""
    return serving(command("serve", "--port", "0"), root, r"the site is at (http://127\.0\.0\.1:\d+)/")


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _read(process: subprocess.Popen[str], lines: queue.Queue[str]) -> None:
    assert process.stdout is not None
    for line in process.stdout:
        lines.put(line)
