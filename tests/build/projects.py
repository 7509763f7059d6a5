"""A copy of the tiny project that tests may build, break and serve."""

from __future__ import annotations

import contextlib
import hashlib
import io
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sightline.cli import main

HANG = 120
"""Seconds after which a command that should have ended is taken for hanging."""
LEFT = (".building-*", ".replaced-*")
"""What a build makes beside the site while it is at work."""

Files = dict[str, str]
"""The files of a folder with a hash of each one's content."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a command."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Everything that it printed."""
        return self.out + self.err


@dataclass(frozen=True, slots=True)
class Project:
    """A whole project in a folder of its own."""

    root: Path

    @property
    def site(self) -> Path:
        """Where its site goes."""
        return self.root / "site"

    def sightline(self, *words: str) -> Done:
        """Run the front command in this process."""
        out, err = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main(["--root", str(self.root), *words])
        return Done(code, out.getvalue(), err.getvalue())

    def build(self, *words: str) -> Done:
        """Build the site, strict."""
        return self.sightline("build", "--strict", *words)

    def mkdocs(self, *words: str, **environment: str) -> Done:
        """Run plain MkDocs in a process of its own."""
        return run([sys.executable, "-m", "mkdocs", *words], self.root, **environment)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace a text that stands in a file."""
        file = self.root / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def copy(self, target: Path) -> Project:
        """The same project in another folder."""
        shutil.copytree(self.root, target, symlinks=True)
        return Project(target)

    def leftovers(self) -> list[str]:
        """The names of what lies beside the site and should be gone after a build."""
        return sorted(path.name for pattern in LEFT for path in self.root.glob(pattern))


def run(words: list[str], folder: Path, *, patience: int = HANG, **environment: str) -> Done:
    """Run a command to its end, in this environment and what is given besides."""
    done = subprocess.run(
        words, cwd=folder, env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment}, stdin=subprocess.DEVNULL,
        capture_output=True, text=True, encoding="utf-8", timeout=patience, check=False,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


def command(*words: str) -> list[str]:
    """The front command as a process of its own."""
    return [sys.executable, "-m", "sightline", *words]


def files(folder: Path) -> Files:
    """Every file below a folder."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in found}


def differing(one: Files, other: Files) -> list[str]:
    """The names of files that are not in both, or not the same."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def start(words: list[str], folder: Path, **options: Any) -> subprocess.Popen[str]:
    """Start a command and go on."""
    return subprocess.Popen(
        words, cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", **{"env": {**os.environ, "NO_MKDOCS_2_WARNING": "1"}, **options},
    )  # fmt: skip
