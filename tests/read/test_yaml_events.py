"""YAML to plain data: what a scalar comes to, and where each value stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sightline.read import Document
from sightline.read.documents import read_document
from sightline.read.yaml_events import parse

SCALARS: list[tuple[str, Any]] = [
    ("1:20", "1:20"),  # YAML 1.1 makes it 80
    ("0123", "0123"),  # 83
    ("1_000", "1_000"),
    ("1e3", "1e3"),
    ("0x1F", "0x1F"),
    ("NO", "NO"),  # false
    ("yes", "yes"),
    ("true", "true"),
    (".inf", ".inf"),
    ("2024-02-30", "2024-02-30"),  # a ValueError without a place
    ("1940-08-18", "1940-08-18"),
    ("9" * 5000, "9" * 5000),
    ("=", "="),
    ("", None),
    ("~", None),
    ("null", None),
    ("Null", "Null"),
    ('""', ""),
    ('"~"', "~"),
    ('"null"', "null"),
    ("'it''s'", "it's"),
    ('"a\\tb\\n"', "a\tb\n"),
    ("a#b", "a#b"),
    ('"a #b"', "a #b"),
    ("|\n  one\n  two", "one\ntwo\n"),
    (">-\n  one\n  two\n\n  three", "one two\nthree"),
    ("[a, [b], {c: d}]", ["a", ["b"], {"c": "d"}]),
    ("{a: , b: 1}", {"a": None, "b": "1"}),
]


@pytest.mark.parametrize(("written", "read"), SCALARS, ids=[written[:20] for written, _ in SCALARS])
def test_scalars_stay_text(written: str, read: Any) -> None:
    assert parse(f"key: {written}\n", "f.yml") == ({"key": read}, [])


def test_a_key_is_text_even_where_it_looks_like_nothing() -> None:
    assert parse("null: a\nyes: b\n1: c\n", "f.yml") == ({"null": "a", "yes": "b", "1": "c"}, [])


def test_an_empty_file_and_a_file_of_comments_hold_nothing() -> None:
    assert parse("", "f.yml") == (None, [])
    assert parse("# Nothing yet.\n---\n", "f.yml") == (None, [])


def test_depth_costs_no_recursion() -> None:
    data, problems = parse("a: " + "[" * 100_000 + "]" * 100_000, "f.yml")
    assert data is None
    assert [problem.code for problem in problems] == ["yaml-feature"]


def test_the_first_of_two_values_is_kept_and_both_are_reported() -> None:
    data, problems = parse("a: 1\nb: 2\na: 3\nb: 4\n", "f.yml")
    assert data == {"a": "1", "b": "2"}
    assert [str(problem.place) for problem in problems] == ["f.yml:3:1", "f.yml:4:1"]


TEXT = """\
- id: one
  title:  "First"
  tags: [a, bb, ccc]
- id: two
  text: |
    Some words,
    more words,
    and words.
  list:
    - x: 1
      y:
    - x: 2
"""
PLACES: list[tuple[tuple[str | int, ...], str]] = [
    ((), "1:1"),
    ((0,), "1:3"),
    ((0, "id"), "1:7"),
    ((0, "title"), "2:11"),
    ((0, "tags"), "3:9"),
    ((0, "tags", 2), "3:17"),
    ((1,), "4:3"),
    ((1, "text"), "5:9"),
    ((1, "list", 0, "x"), "10:10"),
    ((1, "list", 0, "y"), "11:9"),
    ((1, "list", 1, "x"), "12:10"),
    ((1, "list", 1, "nothing"), "12:7"),  # of what is around it
    ((7, "id"), "1:1"),
]


@pytest.fixture
def document() -> Document:
    return Document("f.yml", TEXT, parse(TEXT, "f.yml")[0])


@pytest.mark.parametrize(("path", "place"), PLACES, ids=[place for _, place in PLACES])
def test_place_of_a_value(document: Document, path: tuple[str | int, ...], place: str) -> None:
    assert str(document.place(path)) == f"f.yml:{place}"


def test_place_of_a_key(document: Document) -> None:
    assert str(document.place((0, "title"), at_key=True)) == "f.yml:2:3"
    assert str(document.place((1, "list", 0, "y"), at_key=True)) == "f.yml:11:7"


def test_place_of_words_in_a_value(document: Document) -> None:
    found = [str(document.place((1, "text"), "words", nth)) for nth in range(3)]
    assert found == ["f.yml:6:10", "f.yml:7:10", "f.yml:8:9"]
    assert str(document.place((1, "text"), "nowhere")) == "f.yml:5:9"
    assert str(document.place((0, "title"), "words")) == "f.yml:2:11"  # not those of another value


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order mark"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"], ids=["unix", "windows"])
def test_line_ends_and_byte_order_mark_make_no_difference(tmp_path: Path, start: bytes, line_end: bytes) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(start + line_end.join([b"id: a", b"text: |", b"  one", b"  two", b""]))
    document, problems = read_document(path, "f.yml")
    assert problems == []
    assert document is not None
    assert document.data == {"id": "a", "text": "one\ntwo\n"}
    assert str(document.place(("text",), "two")) == "f.yml:4:3"


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"id: \xff\n", "f.yml:1: error [unreadable-file]\n    is not UTF-8\n    save it as UTF-8"),
        (b"a: b\nc: caf\xe9\n", "f.yml:2: error [unreadable-file]\n    is not UTF-8\n    save it as UTF-8"),
        (b'a: "\\ud800"\n', "f.yml:1:7: error [yaml-syntax]\n    found invalid Unicode character escape code"),
        (b"a: \x85\n", "f.yml:1: error [unreadable-file]\n    is not UTF-8\n    save it as UTF-8"),
        (
            "a: b\u2028c\n".encode(),
            (
                "f.yml:1:5: error [bad-character]\n    U+2028 (line separator) cannot be seen, or hides what is written\n"
                "    delete it"
            ),
        ),
        (
            b"a: b\x07\n",
            (
                "f.yml:1:5: error [bad-character]\n    U+0007 (control character) cannot be seen, or hides what is"
                " written\n    delete it"
            ),
        ),
    ],
)
def test_what_is_no_readable_text(tmp_path: Path, raw: bytes, message: str) -> None:
    path = tmp_path / "f.yml"
    path.write_bytes(raw)
    document, problems = read_document(path, "f.yml")
    assert document is None
    assert "\n".join(map(str, problems)) == message
