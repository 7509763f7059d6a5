"""``sightline rename``: the id changes everywhere, and nothing else does."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path

import pytest
from sightline.cli import main
from sightline.edit import workspace
from sightline.edit.rename import plan_rename
from sightline.edit.workspace import open_workspace
from sightline.load import load
from sightline.model.corpus import Key
from sightline.model.kinds import BY_NAME

from tests.trees import plant

ROOT = Path(__file__).parents[2]


def texts(root: Path) -> dict[str, bytes]:
    files = (path for path in root.rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def real_project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copytree(ROOT / "docs", tmp_path / "docs", ignore=shutil.ignore_patterns("assets"))
    (tmp_path / "mkdocs.yml").touch()
    return tmp_path


def rename(root: Path, *words: str) -> int:
    return main(["--root", str(root), "rename", *words])


def most_used(kind: str) -> Key:
    """The record of a kind that most others name."""
    space = open_workspace(ROOT)
    assert space.corpus
    ours = [key for key in space.corpus.records if key.kind == kind]
    return max(ours, key=lambda key: len(space.corpus.backlinks.get(key, ())) if space.corpus else 0)


KINDS = ("brief", "theme", "finding", "recommendation", "source", "event", "source-note", "actor", "glossary-term")


@pytest.mark.parametrize("kind", KINDS)
def test_the_most_used_record_of_the_real_content(kind: str, real_project: Path) -> None:
    key = most_used(kind)
    before, problems = texts(real_project), load(real_project).problems
    assert rename(real_project, kind, key.id, "a-new-name", *(["--brief", key.brief] if key.brief else [])) == 0
    after, loaded = texts(real_project), load(real_project)
    assert loaded.corpus is not None
    assert [one.code for one in loaded.problems] == [one.code for one in problems]
    record = loaded.corpus.records[key.named("a-new-name")]
    assert key.id in getattr(record, "aliases", ())
    assert len(before) == len(after)
    for old_file, old in before.items():
        folder = f"/{key.id}/" if kind == "brief" else f"/{key.id}."
        moved = old_file.replace(folder, folder.replace(key.id, "a-new-name"))
        new = after.get(old_file, after.get(moved))
        assert new is not None
        for change in difflib.ndiff(old.decode().splitlines(), new.decode().splitlines()):
            if change.startswith("- "):
                assert key.id in change
            if change.startswith("+ "):
                added_alias = change[2:].strip() in ("aliases:", f"- {key.id}")
                assert added_alias or "a-new-name" in change


LAYOUTS = {
    "plain": ("id: lamps # x\n".replace(" # x", ""), "id: lights\naliases:\n  - lamps\n"),
    "quoted": ("id: 'lamps'\n", "id: 'lights'\naliases:\n  - lamps\n"),
    "flow": (
        '{id: "lamps", title: Lamps, summary: S}\n',
        '{id: "lights", aliases: [lamps], title: Lamps, summary: S}\n',
    ),
    "list": (
        "id: lamps\naliases:\n  - one\n  # two\n  - 'two'\n",
        "id: lights\naliases:\n  - one\n  # two\n  - 'two'\n  - lamps\n",
    ),
    "unindented list": ("id: lamps\naliases:\n- one\n", "id: lights\naliases:\n- one\n- lamps\n"),
    "flow list": ("id: lamps\naliases: [one, two]\n", "id: lights\naliases: [one, two, lamps]\n"),
    "empty list": ("id: lamps\naliases: [ ]\n", "id: lights\naliases: [lamps ]\n"),
    "empty key": ("id: lamps\naliases:\n", "id: lights\naliases: [lamps]\n"),
    "crlf": ("id: lamps\r\n", "id: lights\r\naliases:\r\n  - lamps\r\n"),
    "bom": ("\ufeffid: lamps\n", "\ufeffid: lights\naliases:\n  - lamps\n"),
    "spaces": ("# above\n\nid:   lamps   \n# below\n", "# above\n\nid:   lights   \naliases:\n  - lamps\n# below\n"),
}
REST = "title: Lamps\nsummary: S\n"


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_layout_of_the_file_is_kept(layout: str, tmp_path: Path) -> None:
    old, new = LAYOUTS[layout]
    rest = "" if layout == "flow" else REST.replace("\n", "\r\n") if layout == "crlf" else REST
    plant(tmp_path, "--- base\n--- mkdocs.yml\n--- content/themes/x.yml\n")
    (tmp_path / "content/themes/x.yml").unlink()
    (tmp_path / "content/themes/lamps.yml").write_bytes((old + rest).encode())
    assert rename(tmp_path, "theme", "lamps", "lights") == 0
    assert texts(tmp_path / "content/themes") == {"lights.yml": (new + rest).encode()}


TREE = """\
--- base
--- mkdocs.yml
--- content/briefs/b/findings.yml
# The first.
- id: lamps
  section: one
  statement: "A finding, see [it](finding:b/lamps-two) and [](finding:lamps-two)."
  kind: fact
- section: two
  id: lamps-two
  statement: |
    See [lamps]( finding:lamps ), \\[lamps] and lamps.[^1]
    Also *[lamps](finding:b/lamps)*.
  kind: fact
  aliases: [lamps-three]
--- content/briefs/b/recommendations.yml
- id: lamps
  title: Lamps
  statement: Light them.
  addressees: [board]
  rests_on:
    - {finding: lamps, why: They fail.}
    - finding: "b/lamps-two"
      why: See [x](recommendation:lamps).
--- content/briefs/b/endnotes.yml
- number: 1
  comment: See [lamps](finding:lamps).
--- content/actors/board.yml
id: board
name: Board
kind: body
--- content/site.yml
title: S
description: D
--- docs/index.md
[lamps](finding:b/lamps), [](finding:b/lamps-two), `[lamps](finding:b/lamps)`, and a note.[^b/1]

    [lamps](finding:b/lamps)
"""


def test_every_form_of_a_reference(tmp_path: Path) -> None:
    plant(tmp_path, TREE)
    before = texts(tmp_path)
    assert rename(tmp_path, "finding", "lamps", "lights") == 0
    after = texts(tmp_path)
    findings = before["content/briefs/b/findings.yml"].decode()
    findings = findings.replace("- id: lamps\n", "- id: lights\n  aliases:\n    - lamps\n", 1)
    findings = findings.replace("( finding:lamps )", "( finding:lights )").replace(
        "finding:b/lamps)", "finding:b/lights)"
    )
    assert after["content/briefs/b/findings.yml"].decode() == findings
    recommendations = before["content/briefs/b/recommendations.yml"].decode()
    assert after["content/briefs/b/recommendations.yml"].decode() == recommendations.replace(
        "{finding: lamps,", "{finding: lights,"
    )
    assert after["content/briefs/b/endnotes.yml"].decode().endswith("[lamps](finding:lights).\n")
    assert after["docs/index.md"].decode() == before["docs/index.md"].decode().replace(
        "[lamps](finding:b/lamps),", "[lamps](finding:b/lights),", 1
    )


def test_a_brief_and_all_that_names_it(tmp_path: Path) -> None:
    plant(tmp_path, TREE)
    (tmp_path / "content/briefs/b/README.md").write_text("kept", "utf-8")
    assert rename(tmp_path, "brief", "b", "brief-b") == 0
    after = texts(tmp_path)
    assert not [file for file in after if "/b/" in file]
    assert after["content/briefs/brief-b/README.md"] == b"kept"
    assert b"finding:brief-b/lamps-two" in after["content/briefs/brief-b/findings.yml"]
    assert b'finding: "brief-b/lamps-two"' in after["content/briefs/brief-b/recommendations.yml"]
    assert after["docs/index.md"].startswith(
        b"[lamps](finding:brief-b/lamps), [](finding:brief-b/lamps-two), `[lamps](finding:b/"
    )
    assert b"[^brief-b/1]" in after["docs/index.md"]


SECTIONS = """\
--- base
--- mkdocs.yml
--- content/briefs/b/brief.yml
id: b
title: B
kind: report
publisher: P
standfirst: S.
summary: [S]
sections:
  - id: lamps
    title: Lamps
  - {id: quays, title: Quays, aliases: [piers]}
illustrations:
  - {caption: A lamp, credit: X, section: lamps}
--- content/briefs/b/findings.yml
- {id: f, section: lamps, statement: They fail., kind: fact}
- {id: lamps, section: 'quays', statement: They stand., kind: fact}
--- content/briefs/b/source-notes.yml
- id: n
  kind: misprint
  what: It says lamps.
  where:
    - section: lamps
  treatment: Kept.
--- content/briefs/c/brief.yml
id: c
title: C
kind: report
publisher: P
standfirst: S.
summary: [S]
sections: [{id: lamps, title: Lamps}, {id: one, title: One}]
--- content/briefs/c/findings.yml
- {id: f, section: lamps, statement: Another brief., kind: fact}
"""


def test_a_section_and_all_that_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, SECTIONS)
    before = texts(tmp_path)
    assert rename(tmp_path, "section", "b/lamps", "lights") == 0
    assert "section 'lamps' is now 'lights'" in capsys.readouterr().out
    changed = {
        "content/briefs/b/brief.yml": [
            ("  - id: lamps\n", "  - id: lights\n    aliases:\n      - lamps\n"),
            ("section: lamps}", "section: lights}"),
        ],
        "content/briefs/b/findings.yml": [("section: lamps", "section: lights")],
        "content/briefs/b/source-notes.yml": [("section: lamps", "section: lights")],
    }
    for file, changes in changed.items():
        text = before[file].decode()
        for old, new in changes:
            assert text.count(old) == 1
            text = text.replace(old, new)
        before[file] = text.encode()
    assert texts(tmp_path) == before
    assert rename(tmp_path, "section", "one", "first") == 0  # the brief need not be said
    assert b"aliases: [one]" in texts(tmp_path)["content/briefs/c/brief.yml"]


NO_SECTION = {
    ("lamps", "x"): "say which brief: --brief b or --brief c",
    ("b/lamp", "x"): "there is no section 'lamp' in 'b'; did you mean 'lamps'?",
    ("b/lamps", "quays"): "'quays' is the id of section 'quays'",
    ("b/lamps", "piers"): "'piers' once was the id of section 'quays'",
    ("b/piers", "x"): "'piers' is an earlier id of section 'quays'",
    ("b/lamps", "No Id"): "is not an id",
    ("d/lamps", "x"): "there is no brief 'd'; there are: b, c",
}


@pytest.mark.parametrize("words", NO_SECTION, ids=" ".join)
def test_what_is_refused_of_a_section(
    words: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(tmp_path, SECTIONS)
    before = texts(tmp_path)
    assert rename(tmp_path, "section", *words) == 2
    assert NO_SECTION[words] in capsys.readouterr().err
    assert texts(tmp_path) == before


REFUSED = {
    ("finding", "nope", "x"): "there is no finding 'nope' in 'b'",
    ("finding", "lamp", "x"): "did you mean 'lamps'?",
    ("finding", "lamps", "Lights"): "is not an id",
    ("finding", "lamps", "search"): "is a name the site needs for itself",
    ("finding", "lamps", "x" * 65): "at most 64",
    ("finding", "lamps", "lamps-two"): "'lamps-two' is the id of finding:b/lamps-two",
    ("finding", "lamps", "lamps-three"): "'lamps-three' once was the id of finding:b/lamps-two",
    ("finding", "lamps", "lamps"): "'lamps' is the id of finding:b/lamps",
    ("finding", "lamps-three", "x"): "'lamps-three' is an earlier id of finding:b/lamps-two",
    ("endnote", "1", "2"): "printed number",
    ("actor", "board", "boards", "--brief", "b"): "no actor belongs to a brief",
    ("finding", "lamps", "lights", "--brief", "c"): "there is no brief 'c'",
    ("findling", "lamps", "lights"): "did you mean 'finding'?",
}


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_is_refused(words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, TREE)
    before = texts(tmp_path)
    assert rename(tmp_path, *words) == 2
    assert REFUSED[words] in capsys.readouterr().err
    assert texts(tmp_path) == before


def test_a_link_that_cannot_be_found_again_is_left_to_the_editor(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(tmp_path, TREE)
    (tmp_path / "content/briefs/b/endnotes.yml").write_text(
        "- number: 1\n  comment: See [x\\](finding:lamps) and [x](finding:lamps).\n", "utf-8"
    )
    before = texts(tmp_path)
    assert rename(tmp_path, "finding", "lamps", "lights") == 2
    assert "content/briefs/b/endnotes.yml:2:12" in capsys.readouterr().err
    assert texts(tmp_path) == before


def test_content_with_errors_is_not_touched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, TREE + "--- content/themes/broken.yml\nid: broken\n")
    before = texts(tmp_path)
    assert rename(tmp_path, "finding", "lamps", "lights") == 1
    assert "nothing was renamed" in capsys.readouterr().out
    assert texts(tmp_path) == before


def test_a_rename_that_turns_out_wrong_is_undone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(tmp_path, TREE)
    before = texts(tmp_path)
    monkeypatch.setattr("sightline.edit.rename._Renaming.prose", lambda self: None)  # a fault of ours
    assert rename(tmp_path, "finding", "lamps", "lights") == 1
    assert "fault of Sightline's" in capsys.readouterr().err
    assert texts(tmp_path) == before
    assert workspace.open_workspace(tmp_path).errors == []


def test_a_rename_that_was_cut_off_is_finished_by_a_fix(tmp_path: Path) -> None:
    """As after a power cut: only the first files of the plan are written."""
    plant(tmp_path / "whole", TREE)
    space = open_workspace(tmp_path / "whole")
    plan = plan_rename(space, BY_NAME["finding"], "b", "lamps", "lights")
    assert rename(tmp_path / "whole", "finding", "lamps", "lights") == 0
    cuts = range(1, len(plan.changes))
    assert len(cuts) > 2
    for cut in cuts:
        root = tmp_path / str(cut)
        plant(root, TREE)
        for change in plan.changes[:cut]:
            if change.after is None:
                (root / change.path).unlink()
            else:
                (root / change.path).write_bytes(change.after)
        main(["--root", str(root), "fix"])
        assert texts(root) == texts(tmp_path / "whole")
