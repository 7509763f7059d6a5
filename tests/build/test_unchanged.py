"""What has not changed is taken over from the last build; the site is the same as one that is made afresh."""

from __future__ import annotations

import json
import os
import random  # noqa: TID251  # seeded
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.build.projects import Project, differing, files
from tests.render import skewed

STEPS = 8
"""Changes in a row, each built on the site before."""
_TEXT = re.compile(
    r"^( *(?:- )?(?:title|summary|statement|why|what|name|term|expansion|comment|treatment|publisher): )(\w)",
    re.MULTILINE,
)
_ITEM = re.compile(r"^- .*\n(?:(?: .*)?\n)*", re.MULTILINE)
_OF_STONE_PIERS = re.compile(
    r"^ +(?:- finding: stone-piers.*\n.*\n.*|- brief: stone-piers\n.*|- stone-piers.*)\n", re.MULTILINE
)
_SOURCE_NOTE = "\n- id: {}\n  kind: misprint\n  what: {}\n  where:\n    - {}\n  treatment: Left as it is.\n"
_ID = re.compile(r"^(?:- )?id: (?P<id>[a-z0-9-]+)$", re.MULTILINE)


@pytest.fixture
def swift(built: Project, quick_path: Path) -> Project:
    """A copy of the built project, site and list and all."""
    return built.copy(quick_path / "tiny")


@pytest.mark.parametrize("seed", range(3))
def test_random_changes(swift: Project, seed: int) -> None:
    chance = random.Random(seed)
    changes = _changes(swift, chance)
    kept = 0
    for step in range(STEPS):
        what = next(changes)
        said = _built(swift)
        kept += int(re.search(r"([\d,]+) kept", said)[1])  # type: ignore[index]
        assert _as_afresh(swift) == [], f"seed {seed}, step {step}: {what}"
    assert kept > STEPS * 20, "builds that take nothing over prove nothing"


def test_a_title_is_new_wherever_it_stands(swift: Project) -> None:
    swift.edit("content/briefs/night-ferries/recommendations/hold-fares.yml", "title: ", "title: Firmly ")
    assert "0 kept" not in _built(swift)
    pages = [path for path in swift.site.rglob("index.html") if "Firmly" in path.read_text("utf-8")]
    assert swift.site / "briefs/night-ferries/index.html" in pages
    assert _as_afresh(swift) == []


def test_a_note_far_away_changes_what_would_fall_with_a_source(swift: Project) -> None:
    """The source carries a recommendation alone, until another of its findings gets a source: five steps away."""
    brief = swift.root / "content" / "briefs" / "night-ferries"
    (swift.root / "content" / "sources" / "alone.yml").write_text("id: alone\ntype: book\ntitle: Alone\n")
    with (brief / "endnotes.yml").open("a") as notes:
        notes.write("\n- number: 14\n  citations:\n    - source: alone\n\n- number: 15\n  comment: Silent.\n")
    finding = "id: {0}\nkind: fact\nsection: outlook\nstatement: Some words.[^{1}]\n"
    (brief / "findings" / "carried.yml").write_text(finding.format("carried", 14))
    (brief / "findings" / "uncarried.yml").write_text(finding.format("uncarried", 15))
    swift.edit(
        "content/briefs/night-ferries/recommendations/hold-fares.yml", "rests_on:\n",
        "rests_on:\n  - finding: carried\n    why: So.\n  - finding: uncarried\n    why: So.\n",
    )  # fmt: skip
    _built(swift)
    falls = swift.site / "sources" / "alone" / "index.md"
    assert "Hold the fares" in falls.read_text("utf-8").partition("no source left without it")[2]
    swift.edit(
        "content/briefs/night-ferries/endnotes.yml", "Silent.\n", "Silent.\n  citations:\n    - source: lund-2001\n"
    )
    _built(swift)
    assert "Hold the fares" not in falls.read_text("utf-8").partition("no source left without it")[2]
    assert _as_afresh(swift) == []


def test_a_second_brief_is_told_apart_from_the_first(swift: Project) -> None:
    """Where there is one brief alone, pages do not say which; a second one without any records changes that."""
    _leave_one_brief(swift)
    _built(swift)
    source = swift.site / "sources" / "lund-2001" / "index.html"
    assert "Finding · Night ferries" not in source.read_text("utf-8")
    second = swift.root / "content" / "briefs" / "second"
    second.mkdir()
    (second / "brief.yml").write_text(
        "id: second\ntitle: Second\nkind: curated-brief\npublisher: House\nstandfirst: Some words.\n"
        "summary:\n  - Few words.\nsections:\n  - id: all\n    title: All\n"
    )
    _built(swift)
    assert _as_afresh(swift) == []
    assert "Finding · Night ferries" in source.read_text("utf-8")


def _leave_one_brief(project: Project) -> None:
    content = project.root / "content"
    shutil.rmtree(content / "briefs" / "stone-piers")
    for path in (*content.rglob("*.yml"), project.root / "docs" / "about.md"):
        text = path.read_text("utf-8").replace("stone-piers/mend-the-piers", "night-ferries/hold-fares")
        text = _OF_STONE_PIERS.sub("", text)
        path.write_text(text, "utf-8")


def test_what_rests_on_a_source_changes_far_from_a_recommendation_on_it(swift: Project) -> None:
    """Its twin tells of the source which others rest on it, and how they do is said six steps away."""
    brief = swift.root / "content" / "briefs" / "night-ferries"
    (swift.root / "content" / "sources" / "alone.yml").write_text("id: alone\ntype: book\ntitle: Alone\n")
    with (brief / "endnotes.yml").open("a") as notes:
        notes.write(
            "\n- number: 14\n  citations:\n    - source: alone\n\n- number: 15\n  citations:\n    - source: alone\n"
        )
    finding = "id: {0}\nkind: fact\nsection: outlook\nstatement: Some words.[^{1}]\n"
    (brief / "findings" / "near.yml").write_text(finding.format("near", 14))
    (brief / "findings" / "far.yml").write_text(finding.format("far", 15))
    resting = (
        "id: {0}\ntitle: {0}\nstatement: Do.\naddressees:\n  - pilots\nrests_on:\n  - finding: {1}\n    why: So.\n"
    )
    for name, ground in (("here", "near"), ("there", "far")):
        (brief / "recommendations" / f"{name}.yml").write_text(resting.format(name, ground))
    _built(swift)
    twin = swift.site / "briefs" / "night-ferries" / "recommendations" / "here" / "index.json"

    def supported() -> list[str]:
        (alone,) = (one for one in json.loads(twin.read_text("utf-8"))["sources"] if one["id"] == "alone")
        return [one["id"] for one in alone["supports"]]

    assert sorted(supported()) == ["here", "there"]
    swift.edit(
        "content/briefs/night-ferries/recommendations/there.yml",
        "finding: far\n",
        "finding: far\n    role: contradicts\n",
    )
    _built(swift)
    assert supported() == ["here"]
    assert _as_afresh(swift) == []


def test_a_source_is_named_by_a_note_beside_the_line_of_sight(swift: Project) -> None:
    """A source note on a note of the line marks another, whose comment marks another, which stands for a work."""
    brief = swift.root / "content" / "briefs" / "night-ferries"
    (swift.root / "content" / "sources" / "alone.yml").write_text("id: alone\ntype: book\ntitle: Alone\n")
    with (brief / "endnotes.yml").open("a") as notes:
        notes.write("\n- number: 14\n  comment: See there.[^15]\n\n- number: 15\n  comment: And there.[^16]\n")
        notes.write("\n- number: 16\n  citations:\n    - source: alone\n")
    with (brief / "source-notes.yml").open("a") as notes:
        notes.write(_SOURCE_NOTE.format("note-five", "It is not the first.[^14]", "endnote: 5"))
    _built(swift)
    page = swift.site / "briefs" / "night-ferries" / "recommendations" / "light-the-lamps" / "index.html"
    assert "Alone" in page.read_text("utf-8")
    swift.edit("content/sources/alone.yml", "Alone", "Lonely")
    _built(swift)
    assert "Lonely" in page.read_text("utf-8")
    assert _as_afresh(swift) == []


def test_source_notes_that_are_met_on_different_ways_change_places(swift: Project) -> None:
    notes = swift.root / "content" / "briefs" / "night-ferries" / "source-notes.yml"
    with notes.open("a") as file:
        file.write(_SOURCE_NOTE.format("on-lamps", "Which lamps?", "finding: lamps-fail"))
        file.write(_SOURCE_NOTE.format("on-light", "Which light?", "recommendation: light-the-lamps"))
        file.write(_SOURCE_NOTE.format("on-piers", "Which piers?", "finding: stone-piers/piers-rot"))
        file.write(_SOURCE_NOTE.format("on-mending", "Which way?", "recommendation: stone-piers/mend-the-piers"))
    _built(swift)
    _reverse(notes)
    _built(swift)
    assert _as_afresh(swift) == []


def test_findings_of_different_sections_change_places_in_their_file(swift: Project) -> None:
    """The section of a note is that of the first of them, and the version of the brief is made of them in order."""
    findings = swift.root / "content" / "briefs" / "night-ferries" / "findings" / "1-routes.yml"
    with findings.open("a") as file:
        file.write("\n- id: late\n  section: costs\n  statement: The pilots came late.[^7]\n  kind: fact\n")
    _built(swift)
    twin = swift.site / "briefs" / "night-ferries" / "endnotes" / "index.json"
    assert _section_of(twin, 7) == "routes"
    _reverse(findings)
    _built(swift)
    assert _section_of(twin, 7) == "routes"
    assert _as_afresh(swift) == []


def _section_of(twin: Path, number: int) -> str:
    (note,) = (one for one in json.loads(twin.read_text("utf-8"))["endnotes"] if one["number"] == number)
    section: str = note["section"]
    return section


def _reverse(records: Path) -> None:
    """Write the records of a file in the opposite order."""
    items = [item[0].rstrip() for item in _ITEM.finditer(records.read_text("utf-8"))]
    records.write_text("\n\n".join(reversed(items)) + "\n", "utf-8")


def test_lists_are_divided_elsewhere_when_texts_grow_or_shrink(swift: Project) -> None:
    """How much fits into a page depends on how long its texts are, so what lies behind an edited one moves on."""
    shutil.rmtree(swift.root / "content")
    skewed.write(swift.root)
    (swift.root / "docs" / "about.md").write_text("# About\n", "utf-8")
    _built(swift, "--no-pdf")
    pages = len(list((swift.site / "findings" / "by").rglob("index.html")))
    findings = swift.root / "content" / "briefs" / "a" / "findings.yml"
    records = json.loads(findings.read_text("utf-8"))
    for text, some in (("Word " * 3_000, records[5:6]), ("Short", records[5:6]), ("Word " * 300, records)):
        for one in some:
            one["statement"] = f"{text}.[^1]"
        findings.write_text(json.dumps(records, indent=1), "utf-8")
        assert "0 kept" not in _built(swift, "--no-pdf")
        assert _as_afresh(swift, "--no-pdf") == []
    assert len(list((swift.site / "findings" / "by").rglob("index.html"))) > pages


def test_nothing_is_made_where_nothing_changed(swift: Project) -> None:
    assert "(0 files made" in _built(swift)


@pytest.mark.parametrize("harm", ["delete", "cut", "garble", "other"])
def test_a_damaged_list_does_no_harm(swift: Project, harm: str) -> None:
    (listed,) = (swift.root / ".cache" / "sightline").glob("built-*.json")
    if harm == "delete":
        listed.unlink()
    elif harm == "cut":
        listed.write_bytes(listed.read_bytes()[:-100])
    elif harm == "garble":
        listed.write_bytes(b"\xff\x00" + listed.read_bytes()[2:])
    else:
        listed.write_text(json.dumps({"program": "", "files": {}}))
    assert "0 kept" in _built(swift)
    assert _as_afresh(swift) == []


@pytest.mark.parametrize("harm", ["write", "delete", "touch", "link"])
def test_a_file_that_someone_changed_is_made_again(swift: Project, harm: str) -> None:
    page = swift.site / "sources" / "index.html"
    page = next(path for path in sorted((swift.site / "sources").glob("*/index.html")) if path != page)
    good = page.read_bytes()
    if harm == "write":
        page.write_text("mine")
    elif harm == "delete":
        page.unlink()
    elif harm == "touch":
        page.write_bytes(b"x" * len(good))
    else:
        page.unlink()
        page.symlink_to(swift.root / "mkdocs.yml")
    _built(swift)
    assert page.read_bytes() == good
    assert not page.is_symlink()


def test_what_someone_put_into_the_site_goes(swift: Project) -> None:
    """Also where the folder is used again, two builds later."""
    for _ in range(3):
        (swift.site / "mine.txt").write_text("mine")
        (swift.site / "my" / "own").mkdir(parents=True)
        (swift.site / "my" / "own" / "page.html").write_text("mine")
        (swift.site / "void" / "void").mkdir(parents=True)
        (swift.site / "out").symlink_to(swift.root / "content")
        _reworded(swift)
        shutil.rmtree(swift.root / "fresh", ignore_errors=True)
        assert _as_afresh(swift) == []
        assert _folders(swift.site) == _folders(swift.root / "fresh")
    assert (swift.root / "content" / "site.yml").is_file()


def test_a_folder_that_someone_replaced_by_a_link_is_made_again(swift: Project) -> None:
    elsewhere = swift.root / "elsewhere"
    (swift.site / "sources").rename(elsewhere)
    (swift.site / "sources").symlink_to(elsewhere)
    theirs = files(elsewhere)
    for _ in range(3):
        _reworded(swift)
        assert files(elsewhere) == theirs
        assert not (swift.site / "sources").is_symlink()
        assert _as_afresh(swift) == []


def test_a_site_of_before_is_never_written_into(swift: Project) -> None:
    """Sites share files; one that is kept, or still being read, stays as it was."""
    for step in range(3):
        _reworded(swift)
        kept = swift.root / f"kept-{step}"
        shutil.copytree(swift.site, kept, copy_function=os.link)
        before = files(kept)
        _reworded(swift)
        _reworded(swift)
        assert files(kept) == before


def test_the_site_of_before_is_lost_or_harmed(swift: Project) -> None:
    for harm in (shutil.rmtree, _scramble):
        _reworded(swift)
        (spare,) = (swift.root / ".cache" / "sightline").glob("spare-*")
        harm(spare)
        _reworded(swift)
        assert _as_afresh(swift) == []


def test_a_site_that_was_deleted_is_made_again(swift: Project) -> None:
    _reworded(swift)
    shutil.rmtree(swift.site)
    assert " 0 kept" in _built(swift)
    assert _as_afresh(swift) == []


def _reworded(project: Project) -> None:
    """Change a title, and build."""
    project.edit("content/briefs/night-ferries/recommendations/hold-fares.yml", "title: ", "title: Ever ")
    _built(project)


def _scramble(site: Path) -> None:
    """Write other texts into the files of a site, but for every third, which goes."""
    for number, path in enumerate(sorted(path for path in site.rglob("*") if path.is_file())):
        path.unlink()
        if number % 3:
            path.write_text("garbled")


def _folders(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_dir())


def test_an_edited_page_of_ours_is_filled_anew(swift: Project) -> None:
    swift.edit("docs/index.md", "\n", "\nA new sentence.\n")
    _built(swift)
    assert "A new sentence." in (swift.site / "index.html").read_text("utf-8")
    assert _as_afresh(swift) == []


def test_published_files_can_be_read_by_all(swift: Project) -> None:
    before = os.umask(0o077)
    try:
        swift.edit("content/briefs/night-ferries/recommendations/hold-fares.yml", "title: ", "title: Firmly ")
        _built(swift)
    finally:
        os.umask(before)
    assert {path.stat().st_mode & 0o777 for path in swift.site.rglob("*")} <= {0o755, 0o644}


def _built(project: Project, *words: str) -> str:
    done = project.build(*words)
    assert done.code == 0, done.said
    return done.out


def _as_afresh(project: Project, *words: str) -> list[str]:
    """The files that differ from those of a build that takes nothing over."""
    done = project.build("--afresh", "--output", "fresh", *words)
    assert done.code == 0, done.said
    return differing(files(project.site), files(project.root / "fresh"))


def _changes(project: Project, chance: random.Random) -> Iterator[str]:
    """Make one change after another that the check has nothing against; yields what each was."""
    removed: list[tuple[Path, str]] = []
    kinds: tuple[Callable[[], str], ...] = (
        lambda: _reword(project, chance), lambda: _reword(project, chance), lambda: _remove(project, chance, removed),
        lambda: _rename(project, chance), lambda: _bring_back(removed), lambda: _turn_round(project, chance),
    )  # fmt: skip
    while True:
        shutil.rmtree(project.root / "before", ignore_errors=True)
        shutil.copytree(project.root / "content", project.root / "before")
        what = chance.choice(kinds)()
        if what and project.sightline("check", "--errors-only").code == 0:
            yield what
            continue
        shutil.rmtree(project.root / "content")
        (project.root / "before").rename(project.root / "content")


def _records(project: Project) -> list[Path]:
    return sorted((project.root / "content").rglob("*.yml"))


def _reword(project: Project, chance: random.Random) -> str:
    file = chance.choice(_records(project))
    text = file.read_text("utf-8")
    places = list(_TEXT.finditer(text))
    if not places:
        return ""
    place = chance.choice(places)
    file.write_text(f"{text[: place.start(2)]}Ever {text[place.start(2) :]}", "utf-8")
    return f"reword {file.name} {place[1].strip()}"


def _remove(project: Project, chance: random.Random, removed: list[tuple[Path, str]]) -> str:
    file = chance.choice(_records(project))
    text = file.read_text("utf-8")
    items = list(_ITEM.finditer(text))
    if len(items) < 2:
        return ""
    item = chance.choice(items)
    file.write_text(text[: item.start()] + text[item.end() :], "utf-8")
    removed.append((file, item[0]))
    return f"remove {item[0].splitlines()[0]}"


def _bring_back(removed: list[tuple[Path, str]]) -> str:
    """Put what was removed last at the end of its file."""
    if not removed:
        return ""
    file, item = removed.pop()
    text = file.read_text("utf-8")
    file.write_text(text + ("" if text.endswith("\n") else "\n") + item, "utf-8")
    return f"bring back {item.splitlines()[0]}"


def _turn_round(project: Project, chance: random.Random) -> str:
    file = chance.choice(_records(project))
    if len(_ITEM.findall(file.read_text("utf-8"))) < 2:
        return ""
    _reverse(file)
    return f"turn round {file.name}"


def _rename(project: Project, chance: random.Random) -> str:
    file = chance.choice(_records(project))
    parts = file.relative_to(project.root / "content").parts
    kind = next((kind for part in parts if (kind := _KINDS.get(part.removesuffix(".yml")))), "")
    ids = _ID.findall(file.read_text("utf-8"))
    if not kind or not ids:
        return ""
    old = chance.choice(ids)
    brief = ["--brief", parts[1]] if parts[0] == "briefs" else []
    return f"rename {old}" if project.sightline("rename", kind, old, f"{old}-anew", *brief).code == 0 else ""


_KINDS = {
    "sources": "source", "actors": "actor", "themes": "theme", "findings": "finding", "events": "event",
    "recommendations": "recommendation",
}  # fmt: skip


def test_a_warning_of_the_engine_costs_nothing_else(swift: Project) -> None:
    """What MkDocs complains about is said at each build, and does not make all pages anew."""
    swift.edit("docs/about.md", "# About", "# About\n\n[gone](gone.md)")
    for kept in ("files made, 0 kept", "(0 files made"):
        done = swift.sightline("build")
        assert done.code == 0
        assert "gone.md" in done.err
        assert kept in done.out
