"""The worst of bounded size: each in a child with little memory and time, which must come back with problems or a corpus."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sightline.model.limits import MAX_FILE

from tests.hostile.planting import FINDINGS, NOTES, TERMS, plant

pytest.importorskip("resource", reason="Windows has no such limits")
MEMORY = 800 * 1024 * 1024
SECONDS = 30
CHILD = f"""
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY}, {MEMORY}))
resource.setrlimit(resource.RLIMIT_CPU, ({SECONDS}, {SECONDS}))
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from sightline.load import load
loaded = load(Path(sys.argv[2]))
print(*sorted({{problem.code for problem in loaded.problems}}))
"""


def _fill(piece: str, head: str = "", tail: str = "") -> str:
    """As much of the piece as a file may hold."""
    return head + piece * ((MAX_FILE - len((head + tail).encode())) // len(piece.encode())) + tail


def _numbered(line: str, size: int = MAX_FILE - 100) -> str:
    lines: list[str] = []
    length = number = 0
    while length < size:
        lines.append(line.format(number))
        length += len(lines[-1])
        number += 1
    return "".join(lines)


FINDING = "- id: f\n  section: one\n  kind: fact\n  statement: "
CASES: dict[str, tuple[str, Callable[[], str], str]] = {
    # name: (file, its content, a code among the problems)
    "deep lists": (TERMS, lambda: _fill("[\n"), "yaml-feature"),
    "deep maps": (TERMS, lambda: _fill("{a:\n"), "yaml-feature"),
    "one line": (TERMS, lambda: _fill("x"), "too-long"),
    "empty items": (TERMS, lambda: _fill("-\n"), "too-large"),
    "items of text": (TERMS, lambda: _fill("- a\n"), "too-large"),
    "empty records": (TERMS, lambda: _fill("- {}\n"), "too-large"),
    "records of unknown keys": (TERMS, lambda: _numbered("- idd: t{}\n  ter: x\n  expans: y\n  a: 1\n  b: 1\n  c: 1\n  d: 1\n  e: 1\n  f: 1\n  g: 1\n  h: 1\n  i: 1\n  j: 1\n  k: 1\n  l: 1\n", 2_000_000), "more-problems"),
    "keys of one map": (TERMS, lambda: _numbered("k{}: v\n"), "too-large"),
    "one key again and again": (TERMS, lambda: _fill("k: v\n"), "more-problems"),
    "comments that were text": (TERMS, lambda: _fill("- a #\n"), "more-problems"),
    "conflict markers": (TERMS, lambda: _fill("=======\n"), "yaml-syntax"),
    "hidden characters": (TERMS, lambda: _fill("\u200b"), "bad-character"),
    "hidden escapes": (TERMS, lambda: _fill('- "\\u200b"\n'), "more-problems"),
    "items in flow": (TERMS, lambda: _fill("[a,a,a,a,a,a,a,a],\n", "[", "[]]"), "too-large"),
    "lists in records": (TERMS, lambda: _fill("- aliases: [" + "a, a, a, a, a, a, a, a, a,\n  " * 200 + "a]\n"), "more-problems"),
    "quoted text over lines": (TERMS, lambda: _fill("x\n", '- term: "', '"\n'), "too-long"),
    "block text": (TERMS, lambda: _fill("    words and words\n", "- meaning: |\n"), "too-long"),
    "backslashes": (TERMS, lambda: _fill("\\\\\n", '- term: "', '"\n'), "too-long"),
    "blank lines": (TERMS, lambda: _fill("\n"), "wrong-shape"),
    "blanks": (TERMS, lambda: _fill(" " * 100 + "\n"), "wrong-shape"),
    "comments": (TERMS, lambda: _fill("#\n"), "wrong-shape"),
    "stars in a text": (FINDINGS, lambda: FINDING + "'" + "*a _b " * 3000 + "'\n", ""),
    "the worst text, many times": (FINDINGS, lambda: _numbered("- id: f{}\n  section: one\n  kind: fact\n  statement: '" + "_*" * 9000 + "'\n", 300_000), ""),
    "marks that lead nowhere": (FINDINGS, lambda: _numbered("- id: f{}\n  section: one\n  kind: fact\n  statement: 'F" + "[^1]" * 190 + "'\n", 2_000_000), "unknown-note"),
    "links that lead nowhere": (FINDINGS, lambda: _numbered("- id: f{}\n  section: one\n  kind: fact\n  statement: 'F" + "[x](finding:x)" * 180 + "'\n", 2_000_000), "unknown-finding"),
    "findings that name each other": (FINDINGS, lambda: _numbered("- id: f{0}\n  section: one\n  kind: fact\n  statement: '[](finding:f{0}) [](finding:f0)'\n", 1_000_000), "finding-without-note"),
    "as many notes as go into a file": (NOTES, lambda: _numbered("- {{number: 1{:05}}}\n"), "too-large"),
    "notes with many ibids": (NOTES, lambda: _numbered("- {{number: 1{:04}, citations: [" + "{{form: ibid}}, " * 50 + "]}}\n", 2_000_000), "repeated-reference"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_bounded(name: str, tmp_path: Path) -> None:
    file, make, expected = CASES[name]
    plant(tmp_path, {file: make()})
    hooks = Path(__file__).parents[2] / "hooks"
    words = [sys.executable, "-c", CHILD, str(hooks), str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, timeout=4 * SECONDS)
    assert done.stderr == ""
    assert done.returncode == 0
    assert expected in done.stdout
