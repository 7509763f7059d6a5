"""The content folder: the same records however they are spread over files."""

from __future__ import annotations

from pathlib import Path

import pytest
from sightline.read import read_content

from tests.trees import plant

LAYOUTS = {
    "a list": "--- content/themes.yml\n- id: lamps\n- id: speed\n",
    "another suffix": "--- content/themes.yaml\n- id: lamps\n- id: speed\n",
    "a folder of single records": "--- content/themes/lamps.yml\nid: lamps\n--- content/themes/speed.yml\nid: speed\n",
    "a folder of lists": "--- content/themes/a.yml\n- id: lamps\n--- content/themes/b.yml\n- id: speed\n",
    "a folder of both": "--- content/themes/lamps.yml\nid: lamps\n--- content/themes/others.yml\n- id: speed\n",
    "with a licence, hidden files and what editors leave": (
        "--- content/README.md\n--- content/.git [folder]\n--- content/themes/LICENSE\n--- content/themes/.a.yml.swp\n"
        "--- content/themes/all.yml~\n--- content/themes/#all.yml#\n--- content/themes/.#all.yml [link to editor@desk]\n"
        "--- content/themes/all.yml\n- id: lamps\n- id: speed\n"
    ),
}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_layouts_hold_the_same_records(tmp_path: Path, layout: str) -> None:
    plant(tmp_path, LAYOUTS[layout])
    content = read_content(tmp_path)
    assert content.problems == []
    assert [(one.kind.name, one.brief, one.data) for one in content.records] == [
        ("theme", "", {"id": "lamps"}),
        ("theme", "", {"id": "speed"}),
    ]


def test_each_file_of_a_brief_has_its_kind(tmp_path: Path) -> None:
    plant(
        tmp_path,
        """
--- content/site.yml
title: Site
--- content/glossary.yml
- id: hb
--- content/sources/mole.yml
id: mole
--- content/actors/board.yml
id: board
--- content/briefs/b/brief.yml
id: b
--- content/briefs/b/endnotes.yml
- number: 1
--- content/briefs/b/events.yml
- id: e
--- content/briefs/b/findings/one.yml
- id: f
--- content/briefs/b/recommendations/r.yml
id: r
--- content/briefs/b/source-notes.yml
- id: s
--- content/briefs/c/brief.yml
id: c
""",
    )
    content = read_content(tmp_path)
    assert content.problems == []
    assert content.briefs == ["b", "c"]
    assert content.site is not None
    assert content.site.data == {"title": "Site"}
    assert {(one.kind.name, one.brief, *one.data.values()) for one in content.records} == {
        ("glossary-term", "", "hb"),
        ("source", "", "mole"),
        ("actor", "", "board"),
        ("brief", "b", "b"),
        ("endnote", "b", "1"),
        ("event", "b", "e"),
        ("finding", "b", "f"),
        ("recommendation", "b", "r"),
        ("source-note", "b", "s"),
        ("brief", "c", "c"),
    }


def test_files_are_named_from_the_root_with_slashes(tmp_path: Path) -> None:
    plant(tmp_path, "--- content/briefs/b/findings/one.yml\n- id: f\n- id: g\n")
    second = read_content(tmp_path).records[1]
    assert str(second.place("id")) == "content/briefs/b/findings/one.yml:2:7"


def test_one_bad_file_leaves_the_others_readable(tmp_path: Path) -> None:
    plant(tmp_path, "--- content/themes/a.yml\nid: a\nid: b\n--- content/themes/c.yml\nid: c\n")
    content = read_content(tmp_path)
    assert [one.data for one in content.records] == [{"id": "c"}]
    assert [(problem.code, problem.place.file) for problem in content.problems] == [
        ("repeated-key", "content/themes/a.yml")
    ]
