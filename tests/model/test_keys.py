"""What records are named by."""

from __future__ import annotations

from sightline.model.corpus import Corpus
from sightline.model.kinds import KINDS


def test_each_record_carries_the_key_that_the_corpus_has_it_by(tiny: Corpus) -> None:
    assert [record.key for record in tiny.records.values()] == list(tiny.records)
    assert {key.kind for key in tiny.records} == {kind.name for kind in KINDS}
