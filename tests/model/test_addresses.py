"""Paths in texts: they count from the root of the site."""

from __future__ import annotations

import pytest
from sightline.model.addresses import from_root

PATHS = {
    "timeline/": "timeline/",
    "../timeline/#1990": "timeline/#1990",
    "../../a/?q=../b": "a/?q=../b",
    "./a.html": "a.html",
    "a/../b": "b",
    "a/b/..": "a/",
    "a/./": "a/",
    "a/%2E%2e/b/..c": "b/..c",
    "..": "",
    ".": "",
}


@pytest.mark.parametrize("path", PATHS)
def test_a_path_has_no_steps(path: str) -> None:
    assert from_root(path) == PATHS[path]
