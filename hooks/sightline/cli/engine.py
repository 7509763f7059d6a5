"""Runs MkDocs as a program of its own, so that nothing here imports it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

NO_DATE = "315532800"
"""1 January 1980, the date of a site whose sources have none; archives know no earlier one."""


def command(*words: str) -> list[str]:
    """The command line of MkDocs in this very environment."""
    return [sys.executable, "-m", "mkdocs", *words]


def environment(root: Path) -> dict[str, str]:
    """The environment of a build: the same for the same commit."""
    return {
        **os.environ,
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(root) or NO_DATE,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
    }


def _last_commit(root: Path) -> str:
    """The time of the last commit that touched what is published; empty outside a git checkout."""
    words = ["git", "-C", str(root), "log", "-1", "--format=%ct", "--", "content", "docs", "mkdocs.yml", "hooks"]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=20)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
