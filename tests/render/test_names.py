"""What people and records are called on pages."""

from __future__ import annotations

import pytest
from sightline.model.corpus import Corpus
from sightline.model.csl import Name
from sightline.model.kinds import KINDS
from sightline.render.names import people, title_of

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


def test_records_of_every_kind_have_a_name(tiny: Corpus) -> None:
    named = {key.kind: title_of(tiny, key) for key in tiny.records}
    assert named.keys() == {kind.name for kind in KINDS}
    assert all(named.values())
