"""Plants hostile content and says what came of it."""

from __future__ import annotations

from pathlib import Path

from sightline.load import Loaded, load

from tests.trees import SMALLEST_BRIEF

BRIEF = "content/briefs/b/brief.yml"
TERMS = "content/glossary.yml"
FINDINGS = "content/briefs/b/findings.yml"
NOTES = "content/briefs/b/endnotes.yml"


def plant(root: Path, files: dict[str, bytes | str]) -> Path:
    """Write a project with the smallest brief and these files."""
    for name, content in {"mkdocs.yml": "", BRIEF: SMALLEST_BRIEF, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def found(root: Path, files: dict[str, bytes | str] | None = None) -> list[str]:
    """Load the project; its errors as ``code file:line``, without repeats."""
    return told(load(plant(root, files or {})))


def told(loaded: Loaded) -> list[str]:
    """The errors as ``code file:line``; every one has a message and a file of the project."""
    for problem in loaded.problems:
        assert problem.message
        assert problem.place.file.startswith(("content", "docs/"))
        str(problem).encode()  # a message can be printed
    errors = (problem for problem in loaded.problems if problem.severity == "error")
    words = (f"{problem.code} {problem.place.file.removeprefix('content/')}:{problem.place.line}" for problem in errors)
    return list(dict.fromkeys(words))
