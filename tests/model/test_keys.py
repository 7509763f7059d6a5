"""What names a record: one object for each name."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from copy import copy, deepcopy
from threading import Barrier

import pytest
from sightline.model.corpus import Corpus
from sightline.model.keys import Key, source_key
from sightline.model.kinds import KINDS


def test_each_record_carries_the_key_that_the_corpus_has_it_by(tiny: Corpus) -> None:
    assert [record.key for record in tiny.records.values()] == list(tiny.records)
    assert {key.kind for key in tiny.records} == {kind.name for kind in KINDS}


def test_what_has_one_name_is_one_record() -> None:
    note = Key("endnote", "canada-ntib", "12")
    assert note is Key("endnote", "canada-ntib", "1" + "2")
    assert note == Key("endnote", "canada-ntib", "".join("12"))
    assert source_key("arms-act") is Key("source", "", "arms-act")
    assert {note: "kept"}[Key("endnote", "canada-ntib", "12")] == "kept"


def test_what_differs_in_kind_brief_or_id_is_another_record() -> None:
    keys = [
        Key("endnote", "canada-ntib", "12"),
        Key("event", "canada-ntib", "12"),
        Key("endnote", "canada-nato", "12"),
        Key("endnote", "canada-ntib", "1"),
    ]
    assert len(set(keys)) == len(keys)
    assert keys[0].named("1") is keys[3]


def test_keys_are_sorted_by_kind_brief_and_id() -> None:
    keys = [Key("theme", "", "b"), Key("theme", "", "a"), Key("event", "z", "c"), Key("event", "y", "d")]
    assert list(map(str, sorted(keys))) == ["event:y/d", "event:z/c", "theme:a", "theme:b"]


def test_a_copy_is_the_same_key() -> None:
    key = Key("theme", "", "arctic")
    assert copy(key) is key
    assert deepcopy({"theme": key})["theme"] is key


def test_no_word_of_a_key_is_changed() -> None:
    key = Key("theme", "", "arctic")
    with pytest.raises(AttributeError):
        key.id = "antarctic"
    assert str(key) == "theme:arctic"


def test_threads_that_make_a_key_at_once_get_the_same_one() -> None:
    together = Barrier(8)

    def made(number: int) -> list[Key]:
        together.wait()
        return [Key("finding", f"brief-{at}", f"of-threads-{at % 7}") for at in range(5_000)]

    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)  # as often as it may be, so that they meet
    try:
        with ThreadPoolExecutor(8) as threads:
            first, *others = threads.map(made, range(8))
    finally:
        sys.setswitchinterval(usual)
    assert all(one is other for some in others for one, other in zip(first, some, strict=True))
