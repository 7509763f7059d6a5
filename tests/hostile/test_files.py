"""Hostile or unlucky files and folders: each is named in an error, or does no harm."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from sightline.load import load

from tests.hostile.planting import BRIEF, FINDINGS, TERMS, found, plant, told

HOOKS = Path(__file__).parents[2] / "hooks"
TERM = "- id: t\n  term: T\n  expansion: E\n"
posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such files")


def _link(path: str, target: str) -> Callable[[Path], None]:
    return lambda root: (root / path).symlink_to(target)


def _write(path: str, text: str = TERM) -> Callable[[Path], None]:
    def write(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")

    return write


def _many(root: Path) -> None:
    (root / "content" / "glossary").mkdir()
    for number in range(10_000):
        (root / f"content/glossary/t{number}.yml").write_text(f"id: t{number}\nterm: T\nexpansion: E\n")


def _many_unknown(root: Path) -> None:
    for number in range(10_000):
        (root / f"content/{number}.tmp").touch()


CASES: dict[str, tuple[Callable[[Path], object], str]] = {
    "file link out": (_link("content/glossary.yml", "/etc/passwd"), "unreadable-file glossary.yml:0"),
    "file link inside": (_link("content/glossary.yml", "briefs/b/brief.yml"), "unreadable-file glossary.yml:0"),
    "folder link out": (_link("content/glossary", "/etc"), "unreadable-file glossary:0"),
    "link to itself": (_link("content/glossary", "glossary"), "unreadable-file glossary:0"),
    "link to the folder above": (_link("content/briefs/c", "../.."), "unreadable-file briefs/c:0"),
    "link in a folder of records": (
        lambda root: ((root / "content/themes").mkdir(), (root / "content/themes/t.yml").symlink_to("/etc/passwd")),
        "unreadable-file themes/t.yml:0",
    ),
    "dead link": (_link("content/glossary.yml", "nowhere"), "unreadable-file glossary.yml:0"),
    "pipe": (lambda root: os.mkfifo(root / TERMS), "unreadable-file glossary.yml:0"),
    "pipe without suffix": (lambda root: os.mkfifo(root / "content/pipe"), "unknown-file pipe:0"),
    "folder with a file's name": (lambda root: (root / TERMS).mkdir(), "unknown-file glossary.yml:0"),
    "folder for the settings": (lambda root: (root / "content/site").mkdir(), "unreadable-file site:0"),
    "folder in a folder of records": (_write("content/glossary/more/t.yml"), "unknown-file glossary/more:0"),
    "unknown file": (_write("content/notes.txt"), "unknown-file notes.txt:0"),
    "unknown folder": (_write("content/drafts/x.yml"), "unknown-file drafts:0"),
    "other suffix": (_write("content/glossary.YML"), "unknown-file glossary.YML:0"),
    "both suffixes": (lambda root: (_write(TERMS)(root), _write("content/glossary.yaml")(root)), "unknown-file glossary.yml:0"),
    "file and folder": (lambda root: (_write(TERMS)(root), _write("content/glossary/t.yml")(root)), "unknown-file glossary.yml:0"),
    "hidden files": (lambda root: (_write("content/.DS_Store")(root), _write("content/.git/x")(root)), ""),
    "hidden records": (_write("content/.glossary.yml"), "unknown-file .glossary.yml:0"),
    "backup of an editor": (lambda root: (_write(TERMS)(root), _write("content/glossary.yml~")(root)), ""),
    "backup without its file": (_write("content/glossary.yml~"), "unknown-file glossary.yml~:0"),
    "readme": (_write("content/README.md"), ""),
    "file among the briefs": (_write("content/briefs/x.yml"), "unknown-file briefs/x.yml:0"),
    "empty folder of a brief": (lambda root: (root / "content/briefs/c").mkdir(), "brief-missing briefs/c:0"),
    "brief with an upper-case folder": (
        _write("content/briefs/B2/brief.yml", "id: b2\n"),
        "missing-key briefs/B2/brief.yml:1",
    ),
    "name with a line end": (_write("content/a\nb.yml"), "unknown-file :0"),
    "name that turns direction": (_write("content/a\u202eb.yml"), "unknown-file :0"),
    "name with an escape": (_write("content/\x1b[31m.yml"), "unknown-file :0"),
    "name that is no text": (lambda root: Path(os.fsdecode(os.fsencode(root) + b"/content/\xff.yml")).touch(), "unknown-file :0"),
    "accents, blanks": (_write("content/glossary/é à.yml"), ""),
    "accents apart": (_write("content/glossary/e\u0301.yml"), ""),
    "long name": (_write(f"content/glossary/{'x' * 250}.yml"), ""),
    "other name than the id": (_write("content/glossary/u.yml", "id: t\nterm: T\nexpansion: E\n"), "id-and-file glossary/u.yml:1"),
    "id in other case": (_write("content/glossary/T.yml", "id: t\nterm: T\nexpansion: E\n"), "id-and-file glossary/T.yml:1"),
    "10,000 files": (_many, ""),
}  # fmt: skip


@posix
@pytest.mark.parametrize("name", CASES)
def test_files(name: str, tmp_path: Path) -> None:
    make, expected = CASES[name]
    make(plant(tmp_path, {}))
    problems = [one.replace("unknown-file content:0", "unknown-file :0") for one in found(tmp_path)]
    assert expected in problems if expected else problems == []
    assert expected != "" or load(tmp_path).corpus


@posix
def test_10_000_unknown_files_are_all_named(tmp_path: Path) -> None:
    _many_unknown(plant(tmp_path, {}))
    assert len(found(tmp_path)) == 10_000


@pytest.mark.parametrize("make", [lambda path: None, Path.touch, Path.mkdir, lambda path: path.symlink_to("nowhere")])
def test_no_content(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "content")
    assert told(load(tmp_path)) == ["no-content content:0"]


@posix
def test_hand_written_pages_that_are_none(tmp_path: Path) -> None:
    root = plant(tmp_path, {"docs/latin.md": b"Caf\xe9", "docs/good.md": "Good."})
    os.mkfifo(root / "docs/pipe.md")
    os.mkfifo(root / "docs/pipe.csv")
    (root / "docs/dead.md").symlink_to("nowhere")
    (root / "docs/folder.md").mkdir()
    places = ("dead.md:0", "latin.md:1", "pipe.csv:0", "pipe.md:0")
    assert told(load(root)) == [f"unreadable-file docs/{place}" for place in places]


# ---- without permission, also for root: in a child that has given its rights away ----

CHILD = """
import os, sys
sys.path.insert(0, {hooks!r})
from pathlib import Path
from sightline.load import load  # while it may still read this code
load(Path({root!r}))
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
for problem in load(Path({root!r})).problems:
    print(problem.code, problem.place.file)
"""
CLOSED = {
    "file": (TERMS, 0o000, "unreadable-file content/glossary.yml"),
    "folder of records": ("content/themes", 0o000, "unreadable-file content/themes"),
    "folder that lists but does not open": ("content/themes", 0o444, "unreadable-file content/themes/t.yml"),
    "brief": ("content/briefs/b", 0o000, "unreadable-file content/briefs/b"),
    "briefs that list but do not open": ("content/briefs", 0o444, "content/briefs/b"),
    "content": ("content", 0o000, "content"),
    "hand-written pages": ("docs/a.md", 0o000, "unreadable-file docs/a.md"),
}


@posix
@pytest.mark.parametrize("name", CLOSED)
def test_no_permission(name: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path, mode, expected = CLOSED[name]
    root = tmp_path_factory.mktemp("closed")
    for folder in (root, root.parent, root.parent.parent):
        folder.chmod(0o755)
    plant(root, {TERMS: TERM, "content/themes/t.yml": "id: t\ntitle: T\nsummary: S\n", "docs/a.md": "A page."})
    (root / path).chmod(mode)
    try:
        child = CHILD.format(hooks=str(HOOKS), root=str(root))
        done = subprocess.run([sys.executable, "-c", child], capture_output=True, text=True, timeout=60)
    finally:
        (root / path).chmod(0o755)
    assert done.stderr == ""
    assert expected in done.stdout


# ---- other surroundings ----


@pytest.mark.parametrize(
    "environment", [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}]
)
def test_any_folder_locale_and_path(environment: dict[str, str], tmp_path: Path) -> None:
    root = plant(tmp_path / "a folder é ñ", {TERMS: TERM.replace("T", "Ångström", 1), FINDINGS: "- id: é\n"})
    words = [sys.executable, "-m", "sightline", "--root", str(root), "check"]
    surroundings = {**os.environ, **environment, "PYTHONPATH": str(HOOKS)}
    done = subprocess.run(words, cwd="/", env=surroundings, capture_output=True, timeout=60)
    assert done.stderr == b""
    assert done.returncode == 1
    assert b"content/briefs/b/findings.yml:1:7: error [bad-id]" in done.stdout


def test_the_brief_goes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An editor's program replaces files; what is gone for a moment is a problem, not the end."""
    root = plant(tmp_path, {TERMS: TERM})
    real = Path.read_bytes

    def gone(path: Path) -> bytes:
        if path.name == "brief.yml":
            path.unlink()
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", gone)
    assert told(load(root)) == [f"unreadable-file {BRIEF.removeprefix('content/')}:0"]
