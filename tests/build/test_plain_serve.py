"""``mkdocs serve``: a broken edit does not end it, and pages are still answered."""

from __future__ import annotations

import sys
import time
from urllib.request import urlopen

from tests.build.projects import Project
from tests.build.serving import free_port, serving


def test_survives_a_broken_edit(project: Project) -> None:
    port = free_port()
    words = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with serving(words, project.root, r"Serving on (http://127\.0\.0\.1:\d+)/") as server:
        page = "/themes/weather/"
        server.wait_for("Nothing belongs to it.", page)
        project.edit("content/themes.yml", "broader: speed", "broader: sped")
        server.line_with("did you mean 'speed'")
        server.line_with("the last good pages are still there")
        for _ in range(5):
            assert "Nothing belongs to it." in server.get(page).text
            time.sleep(0.1)
        project.edit("content/themes.yml", "Nothing belongs", "Little belongs")
        project.edit("content/themes.yml", "broader: sped", "broader: speed")
        end = time.monotonic() + 60
        while "Little belongs" not in _patient(server.address + page):
            assert time.monotonic() < end
            time.sleep(0.1)
        assert "Traceback" not in server.said()


def _patient(address: str) -> str:
    """A page, however long MkDocs takes: it lets requests wait while it builds."""
    with urlopen(address, timeout=60) as answer:
        return str(answer.read().decode())
