"""What people and records are called on pages."""

from __future__ import annotations

import pytest
from sightline.model.csl import Name
from sightline.render.names import people

GAULLE: Name = {"given": "Charles", "dropping-particle": "de", "family": "Gaulle"}
KING: Name = {"given": "Martin Luther", "family": "King", "suffix": "Jr."}
BOARD: Name = {"literal": "The Board"}
CASES: list[tuple[tuple[Name, ...], str]] = [
    ((), ""),
    ((GAULLE,), "Charles de Gaulle"),
    ((KING, BOARD), "Martin Luther King Jr. and The Board"),
    ((BOARD, GAULLE, {"family": "Bo"}), "The Board, Charles de Gaulle and Bo"),
]


@pytest.mark.parametrize(("names", "expected"), CASES, ids=[expected or "none" for _, expected in CASES])
def test_authors_are_named_whole(names: tuple[Name, ...], expected: str) -> None:
    assert people(names) == expected
