"""Whatever stops a build, the site that readers see stays as it was, and the editor is told in a line or two."""

from __future__ import annotations

import ctypes
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sightline.site import engine
from sightline.site.frame import Frame
from sightline.site.output import recover, staging

from tests.build.projects import Done, Project, command, files, run, start

REPOSITORY = Path(__file__).parents[2]
UNCHANGED = "nothing was published; site is as it was\n"


def _misspell(project: Project) -> None:
    project.edit("content/themes.yml", "broader: speed", "broader: sped")


def _scramble(project: Project) -> None:
    (project.root / "content" / "themes.yml").write_bytes(b"- id: caf\xe9\n")


def _remove(project: Project) -> None:
    shutil.rmtree(project.root / "content")


def _dead_link(project: Project) -> None:
    project.edit("docs/about.md", "# About", "# About\n\n[gone](gone.md)")


def _bad_mark(project: Project) -> None:
    project.edit("docs/about.md", "[^night-ferries/5]", "[^night-ferries/500]")


def _bad_configuration(project: Project) -> None:
    project.edit("mkdocs.yml", "plugins:", "plugins: [")


def _no_configured_theme(project: Project) -> None:
    project.edit("mkdocs.yml", "name: material", "name: nothing")


def _no_template(project: Project) -> None:
    (project.root / "docs" / "about.md").write_text("---\ntemplate: nope.html\n---\n# About\n")


def _no_map_for_the_search(project: Project) -> None:
    (project.root / "docs" / "about.md").write_text("---\nsearch: 3\n---\n# About\n")


def _no_hook(project: Project) -> None:
    text = (project.root / "mkdocs.yml").read_text("utf-8")
    (project.root / "mkdocs.yml").write_text(re.sub(r"^hooks:\n.*\n", "", text, flags=re.MULTILINE), "utf-8")


def _addresses_of_files(project: Project) -> None:
    project.edit("mkdocs.yml", "plugins:", "use_directory_urls: false\nplugins:")


STOPPED: dict[Callable[[Project], None], str] = {
    _misspell: "did you mean 'speed'?",
    _scramble: "content/themes.yml",
    _remove: "[no-content]",
    _dead_link: "WARNING -  Doc file 'about.md' contains a link 'gone.md'",
    _bad_mark: "docs/about.md:3",
    _bad_configuration: "mkdocs.yml",
    _no_template: "there is no template 'nope.html'; look between the lines '---' at the start of the page",
    _no_map_for_the_search: "look between the lines '---' at the start of the page",
    _no_hook: "mkdocs.yml does not name hooks/events.py",
    _addresses_of_files: "take 'use_directory_urls: false' out of mkdocs.yml",
    _no_configured_theme: "Unrecognised theme name: 'nothing'",
}
"""What is done to a project, and what is said then."""


@pytest.mark.parametrize("spoil", STOPPED, ids=lambda spoil: spoil.__name__.strip("_"))
def test_stopped(project: Project, spoil: Callable[[Project], None]) -> None:
    old = files(project.site)
    spoil(project)
    done = project.build()
    assert done.code == 1
    assert STOPPED[spoil] in done.said
    assert done.err.endswith(UNCHANGED)
    assert "Traceback" not in done.said
    assert files(project.site) == old
    assert project.leftovers() == []


@pytest.mark.parametrize("spoil", [_no_template, _no_map_for_the_search], ids=lambda spoil: spoil.__name__.strip("_"))
def test_a_page_that_the_engine_cannot_make_is_named(project: Project, spoil: Callable[[Project], None]) -> None:
    spoil(project)
    for done in (project.build(), project.mkdocs("build")):
        assert done.code == 1
        assert "Error building page 'about.md'" in done.said
        assert STOPPED[spoil] in done.said
        assert "Traceback" not in done.said


@pytest.mark.parametrize("spoil", [_misspell, _bad_mark], ids=lambda spoil: spoil.__name__.strip("_"))
def test_stopped_under_plain_mkdocs(project: Project, spoil: Callable[[Project], None]) -> None:
    old = files(project.site)
    spoil(project)
    done = project.mkdocs("build")
    assert done.code == 1
    assert STOPPED[spoil] in done.said
    assert "Traceback" not in done.said
    assert files(project.site) == old


def test_a_warning_stops_only_a_strict_build(project: Project) -> None:
    _dead_link(project)
    done = project.sightline("build")
    assert done.code == 0
    assert STOPPED[_dead_link] in done.err
    assert 'href="gone.md"' in (project.site / "about" / "index.html").read_text("utf-8")


def test_stop_on_makes_an_editorial_warning_stop(project: Project) -> None:
    old = files(project.site)
    with (project.root / "content" / "site.yml").open("a") as site:
        site.write("stop_on:\n  - theme-unused\n")
    done = project.build()
    assert (done.code, done.err) == (1, UNCHANGED)
    assert "[theme-unused]" in done.out
    assert files(project.site) == old


def test_first_build_that_fails_leaves_no_site(project: Project) -> None:
    shutil.rmtree(project.site)
    _misspell(project)
    assert project.build().code == 1
    assert not project.site.exists()
    assert project.leftovers() == []


@pytest.mark.parametrize("epoch", ["yesterday", "-1", "1e3", "²", "99999999999"])
def test_wrong_date_of_the_sources(project: Project, epoch: str, monkeypatch: pytest.MonkeyPatch) -> None:
    old = files(project.site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    done = project.build()
    told = f"SOURCE_DATE_EPOCH is '{epoch}'; it is a number of seconds since 1970, before 2106\n"
    assert (done.code, done.said) == (2, f"sightline: {told}")
    if epoch == "yesterday":
        done = project.mkdocs("build")
        assert done.code == 1
        assert told in done.said
        assert "Traceback" not in done.said
    assert files(project.site) == old


def test_a_mistake_of_our_own_is_one_line(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(root: Path) -> None:
        raise RuntimeError("a bug")

    old = files(project.site)
    monkeypatch.setattr("sightline.cli.build.load", failing)
    done = project.build()
    assert done.code == 1
    assert done.err.startswith("sightline: Sightline itself failed: RuntimeError: a bug\n")
    assert "Traceback" not in done.said
    assert files(project.site) == old
    assert project.leftovers() == []


# ---- rights ----


def _obey_rights() -> None:
    """Let rights of files hold for root too: the program that is started may not override them."""
    if os.geteuid() == 0:
        libc = ctypes.CDLL(None, use_errno=True)
        for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
            if libc.prctl(24, capability, 0, 0, 0):  # PR_CAPBSET_DROP
                raise OSError(ctypes.get_errno(), "cannot drop a capability; run these tests as another user than root")


def build_obeying(project: Project, *words: str) -> Done:
    """Build strict as a process for which rights of files hold."""
    done = subprocess.run(
        command("build", "--strict", *words), cwd=project.root, capture_output=True, text=True, check=False,
        preexec_fn=_obey_rights, timeout=120,
    )  # fmt: skip
    return Done(done.returncode, done.stdout, done.stderr)


@pytest.mark.parametrize("path", ["content/themes.yml", "content/briefs/night-ferries", "docs/about.md", "mkdocs.yml"])
def test_no_right_to_read(project: Project, path: str) -> None:
    old = files(project.site)
    target = project.root / path
    target.chmod(0)
    try:
        done = build_obeying(project)
    finally:
        target.chmod(0o755)
    assert done.code == 1
    assert "Traceback" not in done.said
    assert Path(path).name in done.said, done.said
    assert done.err.endswith(UNCHANGED)
    assert files(project.site) == old
    assert project.leftovers() == []


def test_no_right_to_write_beside_the_site(project: Project) -> None:
    old = files(project.site)
    project.root.chmod(0o555)
    try:
        done = build_obeying(project)
    finally:
        project.root.chmod(0o755)
    assert done.code == 1
    assert re.search(r"Permission denied.*\n" + UNCHANGED, done.err), done.err
    assert files(project.site) == old


def test_no_right_to_write_where_frames_are_kept(project: Project) -> None:
    old = files(project.site)
    project.edit("docs/about.md", "# About", "# About it")
    kept = project.root / ".cache" / "sightline"
    kept.chmod(0o555)
    try:
        done = build_obeying(project)
    finally:
        kept.chmod(0o755)
    assert done.code == 1
    assert "Permission denied" in done.err
    assert "Traceback" not in done.said
    assert files(project.site) == old


# ---- a full disk ----


def test_full_disk(project: Project, tmp_path: Path) -> None:
    """A file system too small for the old site and the new one; where none may be mounted, a limit on files."""
    new = project.copy(tmp_path / "new")
    project.edit("content/themes.yml", "title: Weather", "title: Wind")
    script = str(Path(__file__).with_name("full_disk.py"))
    unshare = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
    if not shutil.which("unshare") or run([*unshare, "mount", "-t", "tmpfs", "none", str(new.root)], tmp_path).code:
        return _limited_files(project)
    path = os.pathsep.join([str(REPOSITORY), *filter(None, [os.environ.get("PYTHONPATH")])])
    done = run([*unshare, sys.executable, script, str(project.root)], tmp_path, PYTHONPATH=path)
    assert done.code == 0, done.said
    outcomes = [json.loads(line) for line in done.out.splitlines()]
    assert [one["code"] for one in outcomes] == [1, 1, 1, 1, 0]
    assert [one["site"] for one in outcomes] == ["old", "old", "old", "old", "new"]
    for one in outcomes[:-1]:
        assert "No space left on device" in one["said"]
        assert one["said"].endswith("nothing was published; out/site is as it was\n")
        assert len(one["said"].splitlines()) == 2
        assert one["beside"] == [".site.lock", "site"]
    return None


def _limited_files(project: Project) -> None:
    old = files(project.site)

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    process = start(command("build", "--strict"), project.root, preexec_fn=limit)
    said = process.communicate(timeout=120)[0]
    assert process.returncode == 1
    assert "File too large" in said
    assert said.endswith(UNCHANGED)
    assert len(said.splitlines()) == 2
    assert files(project.site) == old
    assert project.leftovers() == []


def test_limit_on_the_size_of_files(project: Project) -> None:
    _limited_files(project)


# ---- two at once ----


def test_two_builds_at_once(project: Project) -> None:
    """One builds, the other says that it is not alone; or they miss each other. The site is whole either way."""
    project.edit("content/themes.yml", "title: Weather", "title: Wind")
    shutil.rmtree(project.root / ".cache")
    both = [start(command("build", "--strict", "--quiet"), project.root) for _ in range(3)]
    said = [process.communicate(timeout=120)[0] for process in both]
    codes = sorted(process.returncode for process in both)
    assert codes[0] == 0
    assert set(codes) <= {0, 2}
    waits = f"sightline: another build of {project.site} is under way; wait for it, or end it\n"
    assert set(said) <= {"", waits}
    now = files(project.site)
    assert project.leftovers() == []
    assert project.build().code == 0
    assert files(project.site) == now


def test_two_builds_to_different_places_share_a_frame(project: Project, tmp_path: Path) -> None:
    shutil.rmtree(project.root / ".cache")
    both = [start(command("build", "--strict", "--output", str(tmp_path / name)), project.root) for name in "ab"]
    said = [process.communicate(timeout=120)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], said
    assert files(tmp_path / "a") == files(tmp_path / "b") == files(project.site)
    kept = sorted(path.name.partition("-")[0] for path in (project.root / ".cache" / "sightline").iterdir())
    assert kept == ["built", "built", "frame", "pdf"]


@pytest.mark.parametrize("whole", [True, False])
def test_a_frame_that_another_process_made_meanwhile_stays_if_it_is_whole(
    whole: bool, project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That process may be using it."""
    shutil.rmtree(project.root / ".cache")
    forget = engine._forget

    def meanwhile(kept: Path) -> None:
        forget(kept)
        (ours,) = kept.parent.glob("framing-*")
        theirs = shutil.copytree(ours, kept)
        (theirs / "site" / "theirs").mkdir()  # tells it from ours; an empty folder is nothing of a frame
        if not whole:
            (theirs / "site" / "index.html").unlink()

    monkeypatch.setattr(engine, "_forget", meanwhile)
    made = engine.frame_of(project.root)
    assert made.frame == Frame.load(made.folder.parent)
    assert (made.folder / "theirs").exists() is whole
    assert [path.name for path in made.folder.parent.parent.iterdir()] == [made.folder.parent.name]


@pytest.mark.parametrize(("one", "other"), [("site", "site-b"), ("[ab]", "a"), ("*", "a")])
def test_what_a_build_left_is_told_by_its_whole_name(tmp_path: Path, one: str, other: str) -> None:
    """A build beside another, whose folder's name begins alike, neither deletes what that makes nor takes its site."""
    with staging(tmp_path / other) as theirs:
        (theirs / "index.html").touch()
        theirs_of_before = theirs.with_name(theirs.name.replace(".building-", ".replaced-"))
        theirs_of_before.mkdir()
        with staging(tmp_path / one) as ours:
            recover(tmp_path / one)
            assert not ours.exists()
        assert (theirs / "index.html").is_file()
        assert theirs_of_before.is_dir()
        assert not (tmp_path / one).exists()


def test_readers_never_see_half_a_site(project: Project) -> None:
    """While sites are exchanged, whoever looks at any time finds a home page and the newest corpus."""
    process = start(command("build", "--strict"), project.root)
    looks = 0
    while process.poll() is None:
        assert (project.site / "index.html").is_file()
        assert (project.site / "data" / "corpus.json").is_file()
        looks += 1
        time.sleep(0.0005)
    process.communicate()
    assert process.returncode == 0
    assert looks > 100
