"""Endnotes: what ibids and short forms stand for."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sightline.model.corpus import Corpus, Key

from tests.trees import corpus_of

SOURCES = "".join(f"--- content/sources/{name}.yml\nid: {name}\ntype: book\ntitle: {name.upper()}\n" for name in "abc")


def resolved(root: Path, *notes: list[dict[str, Any]] | str) -> list[str]:
    """What each note stands for: ``a 10-12 full; b – short>1``. A note is its citations, or a comment."""
    listed = [
        {"number": number, **({"comment": note} if isinstance(note, str) else {"citations": note})}
        for number, note in enumerate(notes, start=1)
    ]
    corpus = corpus_of(root, f"--- base\n{SOURCES}--- content/briefs/b/endnotes.yml\n{json.dumps(listed)}\n")
    return [_in_short(corpus, number) for number in range(1, len(notes) + 1)]


def _in_short(corpus: Corpus, number: int) -> str:
    works = corpus.notes[Key("endnote", "b", str(number))].resolved
    return "; ".join(
        f"{work.source} {'' if work.label == 'page' else work.label + ' '}{work.locator or '–'} {work.form}"
        + (f">{work.refers_to}" if work.refers_to else "")
        for work in works
    )


def full(source: str, locator: str | None = None, **more: Any) -> dict[str, Any]:
    return {"source": source, "locator": locator, **more}


def short(source: str, locator: str | None = None, **more: Any) -> dict[str, Any]:
    return {"source": source, "form": "short", "locator": locator, **more}


def ibid(locator: str | None = None, **more: Any) -> dict[str, Any]:
    return {"form": "ibid", "locator": locator, **more}


CASES: dict[str, tuple[list[list[dict[str, Any]] | str], list[str]]] = {
    "a full citation stands for itself": ([[full("a", "10-12")]], ["a 10-12 full"]),
    "an ibid takes over the locator": ([[full("a", "10-12")], [ibid()]], ["a 10-12 full", "a 10-12 ibid>1"]),
    "an ibid has its own locator": ([[full("a", "10")], [ibid("15")]], ["a 10 full", "a 15 ibid>1"]),
    "an ibid has its own label": (
        [[full("a", "10")], [ibid("4", label="chapter")]],
        ["a 10 full", "a chapter 4 ibid>1"],
    ),
    "a label is taken over with its locator": (
        [[full("a", "4", label="chapter")], [ibid()], [ibid("7")]],
        ["a chapter 4 full", "a chapter 4 ibid>1", "a 7 ibid>2"],
    ),
    "an ibid of a work without a locator": ([[full("a")], [ibid()]], ["a – full", "a – ibid>1"]),
    "a chain goes through the note before": (
        [[full("a", "1")], [ibid("2")], [ibid()], [ibid("3")], [ibid()]],
        ["a 1 full", "a 2 ibid>1", "a 2 ibid>2", "a 3 ibid>3", "a 3 ibid>4"],
    ),
    "an ibid means all works of the note before": (
        [[full("a", "1"), full("b"), full("c", "3")], [ibid()]],
        ["a 1 full; b – full; c 3 full", "a 1 ibid>1; b – ibid>1; c 3 ibid>1"],
    ),
    "its locator holds for all of them": (
        [[full("a", "1"), full("b")], [ibid("9")]],
        ["a 1 full; b – full", "a 9 ibid>1; b 9 ibid>1"],
    ),
    "a chain over several works": (
        [[full("a", "1"), full("b", "2")], [ibid()], [ibid("5")]],
        ["a 1 full; b 2 full", "a 1 ibid>1; b 2 ibid>1", "a 5 ibid>2; b 5 ibid>2"],
    ),
    "an ibid beside another work": (
        [[full("a", "1")], [ibid("2"), full("b", "3")], [ibid()]],
        ["a 1 full", "a 2 ibid>1; b 3 full", "a 2 ibid>2; b 3 ibid>2"],
    ),
    "an ibid of a short form": (
        [[full("a", "1")], [full("b")], [short("a", "2")], [ibid()]],
        ["a 1 full", "b – full", "a 2 short>1", "a 2 ibid>3"],
    ),
    "a short form takes no locator over": ([[full("a", "1")], [short("a")]], ["a 1 full", "a – short>1"]),
    "a short form refers to the first full citation": (
        [[full("a")], [full("a")], [short("a", "9")]],
        ["a – full", "a – full", "a 9 short>1"],
    ),
    "or to the one that it names": (
        [[full("a")], [full("a")], [short("a", "9", refers_to=2)]],
        ["a – full", "a – full", "a 9 short>2"],
    ),
    "a short form in the very note of the full one": (
        [[full("a", "1"), short("a", "2")]],
        ["a 1 full; a 2 short>1"],
    ),
    "a comment cites nothing": (["A remark.", [full("a")]], ["", "a – full"]),
    "an ibid may name the note before": ([[full("a", "1")], [ibid(refers_to=1)]], ["a 1 full", "a 1 ibid>1"]),
}


@pytest.mark.parametrize("case", CASES)
def test_resolution(tmp_path: Path, case: str) -> None:
    notes, expected = CASES[case]
    assert resolved(tmp_path, *notes) == expected


def test_the_order_in_the_file_makes_no_difference(tmp_path: Path) -> None:
    text = (
        "- {number: 3, citations: [{form: ibid}]}\n- {number: 1, citations: [{source: a, locator: 1}]}\n"
        "- {number: 2, citations: [{form: ibid, locator: 2}]}\n"
    )
    corpus = corpus_of(tmp_path, f"--- base\n{SOURCES}--- content/briefs/b/endnotes.yml\n{text}")
    assert [_in_short(corpus, number) for number in (1, 2, 3)] == ["a 1 full", "a 2 ibid>1", "a 2 ibid>2"]
    assert [note.number for note in corpus.endnotes] == [1, 2, 3]


def test_each_brief_has_notes_of_its_own(tiny: Corpus) -> None:
    """Note 2 of both briefs is an ibid, of different works' places."""
    found = [tiny.notes[Key("endnote", brief, "2")].resolved for brief in ("night-ferries", "stone-piers")]
    assert [[(work.source, work.locator) for work in works] for works in found] == [
        [("mole-1990", "10-12")],
        [("mole-1990", "30")],
    ]
