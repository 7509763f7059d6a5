"""``sightline new``: a record of any kind, in the right place, that brings no error."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sightline.cli import main
from sightline.edit.ids import free_id, free_number, slug
from sightline.edit.skeleton import scalar
from sightline.load import load
from sightline.model.corpus import Corpus, Key
from sightline.model.kinds import KINDS
from sightline.read.yaml_events import parse

from tests.trees import plant

ROOT = Path(__file__).parents[2]
NAMES = [kind.name for kind in KINDS]
IN_BRIEF = {kind.name for kind in KINDS if kind.in_brief}


@pytest.fixture(params=["real", "tiny"])
def project(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    shutil.copytree(ROOT / ("content" if request.param == "real" else "tests/site/content"), tmp_path / "content")
    (tmp_path / "mkdocs.yml").write_text("site_name: Quays\n", "utf-8")
    return tmp_path


def new(root: Path, *words: str) -> int:
    return main(["--root", str(root), "new", *words])


def corpus(root: Path) -> Corpus:
    loaded = load(root)
    assert loaded.corpus is not None, "\n".join(map(str, loaded.stopping))
    return loaded.corpus


@pytest.mark.parametrize("kind", NAMES)
@pytest.mark.parametrize("title", ["", "Ärger with NO: “it's” [a] # {test}?", "null"])
def test_every_kind_in_a_whole_project(
    kind: str, title: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = corpus(project)
    brief = ["--brief", before.briefs[0].id] if kind in IN_BRIEF else []
    assert new(project, kind, *brief, *(["--title", title] if title and kind != "endnote" else [])) == 0
    after = corpus(project)
    added = [key for key in after.records if key not in before.records]
    assert [key.kind for key in added] == [kind]
    file, _, rest = capsys.readouterr().out.partition(" begins at ")[2].partition(":")
    assert after.files[added[0]] == file
    lines = (project / file).read_text("utf-8").split("\n")
    assert lines[int(rest.partition(";")[0]) - 1].startswith("# ")


def test_an_error_that_another_one_hid_is_not_blamed_on_a_new_record(tmp_path: Path) -> None:
    plant(
        tmp_path,
        "--- content/briefs/quays/findings.yml\n- id: lamps\n  section: nowhere\n  statement: They fail.\n  kind: fact\n"
        "--- mkdocs.yml\nsite_name: Quays\n--- docs/index.md\n# Home\n\n[It](finding:quays/lost) is lost.\n",
    )
    assert [problem.code for problem in load(tmp_path).problems] == ["brief-missing"]
    assert new(tmp_path, "brief", "quays", "--title", "Quays") == 0
    assert [problem.code for problem in load(tmp_path).problems] == ["unknown-section"]
    text = (tmp_path / "content/briefs/quays/findings.yml").read_text("utf-8").replace("nowhere", "introduction")
    (tmp_path / "content/briefs/quays/findings.yml").write_text(text + "  themes: [speed]\n", "utf-8")
    assert new(tmp_path, "theme", "speed") == 0
    assert "unknown-finding" in [problem.code for problem in load(tmp_path).problems]


def test_what_is_still_to_be_written_is_said(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun = ["finding", "--brief", corpus(project).briefs[0].id]
    assert new(project, *begun) == 0
    file = project / capsys.readouterr().out.partition(" begins at ")[2].partition(":")[0]
    assert main(["--root", str(project), "check"]) == 0
    assert "still says 'To be written.' (statement)" in capsys.readouterr().out
    file.write_text(file.read_text("utf-8").replace("To be written.", "Lamps fail."), "utf-8")
    assert main(["--root", str(project), "check"]) == 0
    assert "still says" not in capsys.readouterr().out


@pytest.mark.parametrize("kind", NAMES)
def test_every_kind_in_a_project_that_has_hardly_anything(kind: str, tmp_path: Path) -> None:
    plant(tmp_path, "--- base\n--- mkdocs.yml\n")
    if kind == "recommendation":
        assert new(tmp_path, kind) == 2  # nobody is there whom it could ask
        assert new(tmp_path, "actor", "board") == 0
    assert new(tmp_path, kind, "1" if kind == "endnote" else "x") == 0
    assert new(tmp_path, kind, "2" if kind == "endnote" else "y", *(["--brief", "b"] if kind in IN_BRIEF else [])) == 0
    assert len([key for key in corpus(tmp_path).records if key.kind == kind]) == 2 + (kind == "brief")


@pytest.mark.parametrize("kind", NAMES)
def test_what_is_commented_out_can_be_brought_to_life(kind: str, tmp_path: Path) -> None:
    plant(tmp_path, "--- base\n--- mkdocs.yml\n--- content/site.yml\ntitle: S\ndescription: D\n")
    for one in ("actor", "theme", "finding"):
        assert new(tmp_path, one, "some-" + one) == 0
    assert new(tmp_path, kind, "1" if kind == "endnote" else "x") == 0
    file = next(path for key, path in corpus(tmp_path).files.items() if key.kind == kind and key.id in ("1", "x"))
    text = (tmp_path / file).read_text("utf-8")
    # A line of explanation begins with a capital letter or ends with a full stop; what else is commented is YAML.
    keys = [line for line in text.split("\n") if line.lstrip().startswith("# ") and is_yaml(line.strip()[2:])]
    for line in keys:
        text = text.replace(line, line.replace("# ", "", 1), 1)
    data, problems = parse(text, file)
    assert problems == []
    record = data[-1] if isinstance(data, list) else data
    assert len(record) >= 3


def is_yaml(line: str) -> bool:
    first = line.strip().removeprefix("- ")
    return first.partition(":")[0].replace("-", "").replace("_", "").isalnum() and (": " in line or line.endswith(":"))


PLACES = """\
--- base
--- mkdocs.yml
--- content/briefs/b/findings/one.yml
- id: a
  section: one
  statement: A
  kind: fact
--- content/briefs/b/findings/two.yml
  - id: b
    section: two
    statement: B
    kind: fact
--- content/briefs/b/endnotes/1.yml
number: 1
comment: C
--- content/themes.yml
# Indented not at all, without a line end.
- {id: travel, title: Travel, summary: S}
"""


def test_where_a_record_goes(tmp_path: Path) -> None:
    plant(tmp_path, PLACES)
    themes = tmp_path / "content/themes.yml"
    themes.write_text(themes.read_text("utf-8").rstrip("\n"), "utf-8")
    findings = tmp_path / "content/briefs/b/findings"
    (findings / "one.yml").write_bytes((findings / "one.yml").read_bytes().replace(b"\n", b"\r\n"))
    assert new(tmp_path, "finding", "c") == 0
    assert new(tmp_path, "finding", "b/d", "--section", "two") == 0
    assert new(tmp_path, "note") == 0
    assert new(tmp_path, "theme", "speed") == 0
    files = {key.id: file for key, file in corpus(tmp_path).files.items()}
    assert files["c"] == "content/briefs/b/findings/one.yml"
    assert b"\r\n\r\n# Permanent id" in (findings / "one.yml").read_bytes()
    assert b"[^\r]\n" not in (findings / "one.yml").read_bytes()
    assert files["d"] == "content/briefs/b/findings/two.yml"
    assert "\n  - id: d\n    # The section" in (findings / "two.yml").read_text("utf-8")
    assert files["2"] == "content/briefs/b/endnotes/2.yml"
    assert "summary: S}\n\n# Permanent id; part of the address.\n- id: speed\n" in themes.read_text("utf-8")


EVENT = """\
- id: fair
  date: 1990
  title: A fair.
"""
REFUSED = {
    ("nonsense",): "there is no kind 'nonsense'",
    ("finding", "a"): "'a' is, or once was, the id of finding:b/a",
    ("finding", "Not An Id"): "is not an id",
    ("finding", "x", "--brief", "c"): "there is no brief 'c'",
    ("finding", "x", "--section", "three"): "there is no section 'three'; there are: one, two",
    ("note", "7"): "the next free number is 2",
    ("theme", "--title", "travel"): "theme:travel is called 'travel' already; give an id too",
    ("theme", "--brief", "b"): "no theme belongs to a brief",
    ("theme", "--title", "x" * 301): "300 characters",
    ("theme", "--title", "two\nlines"): "one line",
    ("theme", "--title", "A <b>bold</b> one"): "has HTML in it",
    ("theme", "--title", "  "): "the title is nothing but blanks",
    ("theme", "x", "--section", "one"): "no theme stands in a section; leave --section out",
    ("event", "--section", "one"): "no event stands in a section; leave --section out",
    ("endnote", "--title", "A note"): "no endnote has a title; leave --title out",
    ("finding", "x", "--title", "A finding"): "no finding has a title; leave --title out",
}


@pytest.mark.parametrize("words", REFUSED, ids=" ".join)
def test_what_is_refused(words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, PLACES)
    assert new(tmp_path, *words) == 2
    assert REFUSED[words] in capsys.readouterr().err


def test_another_of_the_same_name_needs_an_id(tmp_path: Path) -> None:
    plant(tmp_path, PLACES)
    assert new(tmp_path, "theme", "time-travel", "--title", "Travel") == 0
    assert {"travel", "time-travel"} == {key.id for key in corpus(tmp_path).files if key.kind == "theme"}


def test_it_works_beside_errors_that_are_there_already(tmp_path: Path) -> None:
    plant(tmp_path, PLACES + "--- content/actors/broken.yml\nid: broken\n")
    before = load(tmp_path).problems
    assert new(tmp_path, "finding", "c") == 0
    assert load(tmp_path).problems == before


def test_a_list_that_cannot_be_read_is_not_added_to(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, PLACES + "--- content/glossary.yml\n- id: [\n")
    before = (tmp_path / "content/glossary.yml").read_bytes()
    assert new(tmp_path, "term", "x") == 2
    assert "cannot be read as a list" in capsys.readouterr().err
    assert (tmp_path / "content/glossary.yml").read_bytes() == before


def test_a_brief_that_cannot_be_read_is_not_said_to_be_missing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plant(tmp_path, PLACES + "--- content/briefs/broken/brief.yml\nid: broken\ntitle: A: B\n")
    assert new(tmp_path, "finding", "x", "--brief", "broken") == 2
    assert "the content has errors, which may hide it: see sightline check" in capsys.readouterr().err


def test_a_file_that_nothing_can_be_added_to_says_why(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, PLACES + "--- content/glossary.yml\n[]\n--- content/briefs/b/events.yml\n" + EVENT + "...\n")
    assert new(tmp_path, "term", "x") == 2
    assert "content/glossary.yml holds an empty list, '[]'; delete it" in capsys.readouterr().err
    assert new(tmp_path, "event", "x") == 2
    assert "content/briefs/b/events.yml ends with '...'" in capsys.readouterr().err


def test_an_accent_typed_apart_is_joined_to_its_letter(tmp_path: Path) -> None:
    plant(tmp_path, PLACES)
    assert new(tmp_path, "source", "x-2020", "--title", "Cafe\u0301") == 0
    assert corpus(tmp_path).records[Key("source", "", "x-2020")].title == "Caf\u00e9"  # type: ignore[union-attr]


SLUGS = {
    "Elevate NTIB oversight": "elevate-ntib-oversight",
    "Ärger at the “Große” Straße": "arger-grosse-strasse",
    "Canada’s role": "canadas-role",
    "The Of": "the-of",
    "2 per cent": "2-per-cent",
    "东京": "",
    "a-b_c": "b-c",
}


@pytest.mark.parametrize("title", SLUGS)
def test_a_slug(title: str) -> None:
    assert slug(title) == SLUGS[title]


def test_free_names() -> None:
    assert free_id("a", "theme", {"a", "a-2"}) == "a-3"
    assert free_id("2-per-cent", "theme", set()) == "theme-2-per-cent"
    assert free_id("index", "theme", set()) == "index-2"
    assert free_id("section-chiefs", "theme", set()) == "theme-section-chiefs"
    assert free_id("mark-5", "theme", {"theme-mark-5"}) == "theme-mark-5-2"
    assert len(free_id("2-" + "a" * 52, "recommendation", set())) <= 64
    assert free_number(["1", "2", "4"]) == "3"


@pytest.mark.parametrize(
    "text",
    ["AI: the law", "null", "~", "- x", "it's", 'say "x"', "x #3", "# x", "Plain title, really", "true", "@x", "1e3"],
)
def test_a_title_is_quoted_where_it_needs_to_be(text: str) -> None:
    assert parse(f"title: {scalar(text)}\n", "f")[0] == {"title": text}
