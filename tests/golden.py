"""Golden cases: files with an input and what it should come to.

``UPDATE_GOLDEN=1 pytest`` writes what came out; read every difference before you keep it.
"""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parent / "golden"
UPDATE = bool(os.environ.get("UPDATE_GOLDEN"))


def cases(area: str, suffix: str) -> list[Path]:
    """The case files of an area, in order."""
    return sorted((ROOT / area).glob(f"*{suffix}"))


def compare(path: Path, found: str, expected: str, before: str = "") -> None:
    """Fail unless the two are equal; with UPDATE_GOLDEN write what was found, after ``before``."""
    if UPDATE and found != expected:
        path.write_text(before + found, "utf-8")
    assert found == expected
