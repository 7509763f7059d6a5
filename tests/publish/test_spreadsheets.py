"""The tables for spreadsheets, read back by the csv module as a spreadsheet would read them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from sightline.model.markdown import parse
from sightline.model.prose import plain
from sightline.publish import artifacts, spreadsheets
from sightline.render import Renderer

from tests.golden import ROOT, compare
from tests.publish.conftest import Files
from tests.trees import corpus_of

FORMULAS = """
--- base
--- content/actors.yml
- id: a
  name: "@an actor"
  kind: body
--- content/briefs/b/findings.yml
- id: f
  section: one
  kind: fact
  statement: "=1+1 is a sum, \\"quoted\\"; and; more"
--- content/briefs/b/recommendations.yml
- id: r
  title: "+title"
  statement: "-2 is a statement"
  addressees:
    - a
  rests_on:
    - finding: f
      why: Because.
"""


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("name", ["recommendations", "findings", "lines_of_sight"])
def test_whole_file(tiny_files: Files, name: str) -> None:
    golden = ROOT / "publish" / f"{name}.csv"
    content = tiny_files[f"data/{name}.csv"].decode().replace("\r\n", "\n")
    compare(golden, content, golden.read_text("utf-8") if golden.exists() else "")


@pytest.mark.parametrize("which", ["tiny_files", "real_files"])
def test_the_tables_say_what_the_corpus_says(which: str, request: pytest.FixtureRequest) -> None:
    files: Files = request.getfixturevalue(which)
    corpus: Any = json.loads(files["data/corpus.json"])
    for kind in ("recommendations", "findings"):
        found = rows(files[f"data/{kind}.csv"])
        assert [(row["brief"], row["id"]) for row in found] == [(one["brief"], one["id"]) for one in corpus[kind]]
        for row, one in zip(found, corpus[kind], strict=True):
            assert row["statement"].removeprefix("'") == plain(parse(one["statement"]))
            own = [mark for mark in row["endnotes"].split("; ") if mark and "/" not in mark]
            assert own == [*map(str, one["endnotes"])]
            assert int(row["sources"]) == one["support"]["sources"]
            assert row["url"].endswith(one["url"])
    lines = [
        (one["brief"], one["id"], line["finding"] or "", str(line["endnote"]), line["source"])
        for one in corpus["recommendations"]
        for line in one["line_of_sight"]
    ]
    found = rows(files["data/lines_of_sight.csv"])
    assert [
        (row["brief"], row["recommendation"], row["finding"], row["endnote"].rpartition("/")[2], row["source"])
        for row in found
    ] == lines


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, FORMULAS)
    files = {one.path: one.content for one in artifacts(corpus, Renderer(corpus, "https://x.example.org/"))}
    (one,) = rows(files["data/recommendations.csv"])
    assert (one["title"], one["statement"], one["addressees"]) == ("'+title", "'-2 is a statement", "'@an actor")
    (finding,) = rows(files["data/findings.csv"])
    assert finding["statement"] == '\'=1+1 is a sum, "quoted"; and; more'


def test_form(real_files: Files) -> None:
    for name, head, *_ in spreadsheets.TABLES:
        content = real_files[f"data/{name}.csv"]
        assert content.startswith(b"\xef\xbb\xbf")
        assert content.count(b"\r\n") == content.count(b"\n")
        read = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
        assert tuple(read[0]) == head
        assert {len(row) for row in read} == {len(head)}
        assert not [cell for row in read for cell in row if cell.startswith(("=", "+", "-", "@"))]
