"""The check of the built HTML lets nothing through but what it names."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = "file:/site/index.html"
AUTOCOMPLETE = {
    "type": "error", "url": PAGE, "lastLine": 9, "extract": '<input autocomplete="off">',
    "message": "Attribute “autocomplete” is only allowed when the input type is “color”, “date”, or “week”.",
}  # fmt: skip
STYLE = {
    "type": "info", "subType": "warning", "url": PAGE, "lastLine": 3, "extract": "<link>",
    "message": "Resource violates Content Security Policy (meta tag): external stylesheet “../a.css” blocked by"
    " “style-src” directive.",
}  # fmt: skip
SCRIPT = {
    "type": "info", "subType": "warning", "url": PAGE, "lastLine": 4,
    "extract": '<script type="application/ld+json">{}',
    "message": "Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive (missing"
    " “'unsafe-inline'” or nonce/hash).",
}  # fmt: skip
OURS = {"type": "error", "url": PAGE, "lastLine": 7, "extract": "<p><div>", "message": "No “p” element in scope."}


def check(folder: Path, *messages: dict[str, object]) -> subprocess.CompletedProcess[str]:
    """Run the check with a checker that says these."""
    (folder / "index.html").write_text("<!doctype html>")
    said = folder / "said.json"
    said.write_text(json.dumps({"messages": messages}))
    speak = f"print(open({str(said)!r}).read())"
    return subprocess.run(
        [sys.executable, ROOT / ".ci" / "html.py", folder, sys.executable, "-c", speak],
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip


def test_the_named_faults_of_the_theme_pass(tmp_path: Path) -> None:
    done = check(tmp_path, AUTOCOMPLETE, AUTOCOMPLETE, STYLE, SCRIPT)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "messages",
    [
        [OURS],
        [AUTOCOMPLETE, AUTOCOMPLETE, AUTOCOMPLETE],
        [AUTOCOMPLETE],
        [{**STYLE, "message": STYLE["message"].replace("../a.css", "https://elsewhere.invalid/a.css")}],  # type: ignore[attr-defined]
        [{**SCRIPT, "extract": "<script>alert(1)</script>"}],
    ],
    ids=["a fault of ours", "one too many", "one too few", "a style of another host", "a script that runs"],
)
def test_anything_else_fails_with_its_place(tmp_path: Path, messages: list[dict[str, object]]) -> None:
    done = check(tmp_path, AUTOCOMPLETE, AUTOCOMPLETE, *messages) if messages == [OURS] else check(tmp_path, *messages)
    assert done.returncode == 1
    assert f"{PAGE}:{messages[0]['lastLine']}" in done.stdout


def test_a_site_without_pages_is_an_error(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, ROOT / ".ci" / "html.py", tmp_path, "false"], capture_output=True, text=True, encoding="utf-8"
    )
    assert done.returncode == 1
    assert "build it first" in done.stderr


def test_a_checker_that_does_not_run_is_an_error() -> None:
    done = subprocess.run(
        [ROOT / ".ci" / "nu.sh"], env={"VNU": "no-such-program", "PATH": "/usr/bin:/bin"},
        capture_output=True, text=True, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 1
    assert "error: VNU=no-such-program does not run here" in done.stderr
