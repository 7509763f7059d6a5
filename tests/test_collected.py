"""No folder of tests is passed over."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path

import pytest

TESTS = Path(__file__).parent


def test_every_folder_with_tests_is_looked_into(pytestconfig: pytest.Config) -> None:
    """By default pytest passes over folders of some names, and says nothing of it."""
    folders = {one for file in TESTS.rglob("test_*.py") for one in file.relative_to(TESTS).parts[:-1]}
    assert "build" in folders
    assert [one for one in folders for pattern in pytestconfig.getini("norecursedirs") if fnmatch(one, pattern)] == []
