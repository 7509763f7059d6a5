"""The tiny project of ``tests/site``, copied to where it may be built and broken."""

from __future__ import annotations

import shutil
from pathlib import Path

TESTS = Path(__file__).parent
ROOT = TESTS.parent


def copy_tiny_project(target: Path) -> Path:
    """Copy the project to ``target``, which must not exist yet, and return it. It uses the hooks of this repository."""
    shutil.copytree(TESTS / "site", target)
    shutil.copytree(ROOT / "docs" / "assets", target / "docs" / "assets")
    config = target / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("@HOOKS@", (ROOT / "hooks").as_posix()), "utf-8")
    return target
