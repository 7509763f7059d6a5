"""Files change all or none, whatever happens on the way."""

from __future__ import annotations

import errno
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from sightline.edit.errors import EditError, Undone
from sightline.edit.textfiles import Change, Plan, Span, Transaction, replaced

ROOT = Path(__file__).parents[2]
PLAN = Plan(
    [
        Change("a.yml", b"old a", b"new a"),
        Change("b.yml", b"old b", None),
        Change("deep/er/c.yml", None, b"new c"),
        Change("folder/d.yml", b"old d", b"new d"),
    ],
    [("folder", "moved")],
)
BEFORE = {"a.yml": b"old a", "b.yml": b"old b", "folder/d.yml": b"old d"}
AFTER = {"a.yml": b"new a", "deep/er/c.yml": b"new c", "moved/d.yml": b"new d"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name, content in BEFORE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    return tmp_path


def everything(root: Path) -> dict[str, bytes | None]:
    """Every file with its content, and every folder."""
    return {p.relative_to(root).as_posix(): None if p.is_dir() else p.read_bytes() for p in root.rglob("*")}


def files(root: Path) -> dict[str, bytes]:
    return {name: content for name, content in everything(root).items() if content is not None}


def test_all_of_it_is_done(root: Path) -> None:
    (root / "a.yml").chmod(0o640)
    with Transaction(root, PLAN):
        pass
    assert files(root) == AFTER
    assert (root / "a.yml").stat().st_mode & 0o777 == 0o640


def test_an_exception_inside_undoes_all_of_it(root: Path) -> None:
    before = everything(root)
    with pytest.raises(KeyboardInterrupt), Transaction(root, PLAN):
        raise KeyboardInterrupt
    assert everything(root) == before


@pytest.mark.parametrize("step", range(1, 6))
@pytest.mark.parametrize("method", ["replace", "rename", "unlink", "mkdir"])
def test_a_failure_at_any_step_undoes_all_of_it(
    method: str, step: int, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, calls = everything(root), 0
    real = getattr(Path, method)

    def failing(self: Path, *arguments: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        if calls == step:
            raise OSError(errno.ENOSPC, "No space left on device", str(self))
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, method, failing)
    raised: Exception | None = None
    try:
        with Transaction(root, PLAN):
            pass
    except Undone as error:
        raised = error
    monkeypatch.undo()
    if raised:
        assert "No space left on device; nothing was changed" in str(raised)
        assert everything(root) == before
    else:  # nothing failed, or only the sweeping up
        assert {name: text for name, text in files(root).items() if not name.endswith(".sightline")} == AFTER


def test_a_full_disk_is_noticed_before_anything_changes(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = everything(root)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(Undone, match="No space left"), Transaction(root, PLAN):
        pass
    assert everything(root) == before


KILLED = """
import os, pathlib, signal, sys
from sightline.edit.textfiles import Transaction
from tests.edit.test_textfiles import PLAN
calls = 0
def deadly(method):
    real = getattr(pathlib.Path, method)
    def call(self, *arguments, **options):
        global calls
        calls += 1
        if calls == int(sys.argv[2]):
            os.kill(os.getpid(), signal.SIGKILL)
        return real(self, *arguments, **options)
    setattr(pathlib.Path, method, call)
for method in ("replace", "rename", "unlink"):
    deadly(method)
with Transaction(pathlib.Path(sys.argv[1]), PLAN):
    pass
"""


@pytest.mark.parametrize("step", range(1, 6))
def test_a_killed_command_leaves_every_file_whole(step: int, root: Path) -> None:
    done = subprocess.run([sys.executable, "-c", KILLED, str(root), str(step)], cwd=ROOT, check=False, timeout=60)
    assert done.returncode == -signal.SIGKILL
    whole = {*BEFORE.items(), *AFTER.items(), ("folder/d.yml", AFTER["moved/d.yml"])}
    left = {item for item in files(root).items() if not item[0].endswith(".sightline")}
    assert left <= whole
    kept = {content for name, content in files(root).items() if name.endswith(".sightline")}
    assert {*BEFORE.values()} <= kept | {content for _, content in left}  # what was there can be had back


@pytest.mark.parametrize("spoil", [b"another", None])
def test_a_file_that_changed_meanwhile_is_left_alone(spoil: bytes | None, root: Path) -> None:
    (root / "a.yml").unlink()
    if spoil is not None:
        (root / "a.yml").write_bytes(spoil)
    before = everything(root)
    with pytest.raises(Undone, match=r"a\.yml has changed meanwhile"), Transaction(root, PLAN):
        pass
    assert everything(root) == before


def test_a_link_is_never_written_through(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "a.yml"
    elsewhere.write_bytes(b"old a")
    (root / "a.yml").unlink()
    (root / "a.yml").symlink_to(elsewhere)
    with pytest.raises(Undone), Transaction(root, PLAN):
        pass
    assert elsewhere.read_bytes() == b"old a"


REPLACED = [
    ("id: a\n", [Span(1, 5, "a", "b")], "id: b\n"),
    ("id: a", [Span(1, 5, "a", "b"), Span(1, 6, "", "\nx: y")], "id: b\nx: y"),
    (
        "\ufeffid: a\r\nb: a\r\n",
        [Span(1, 5, "a", "é"), Span(2, 4, "a", "long"), Span(2, 5, "", "\n- c")],
        "\ufeffid: é\r\nb: long\r\n- c\r\n",
    ),
    ("a a a\n", [Span(1, 1, "a", "bb"), Span(1, 5, "a", "cc")], "bb a cc\n"),
]


@pytest.mark.parametrize(("text", "spans", "expected"), REPLACED)
def test_spans_are_replaced(text: str, spans: list[Span], expected: str) -> None:
    assert replaced(text, spans, "f.yml") == expected


@pytest.mark.parametrize("spans", [[Span(1, 5, "b", "c")], [Span(1, 1, "id: a", "x"), Span(1, 5, "a", "b")]])
def test_what_does_not_stand_there_is_not_replaced(spans: list[Span]) -> None:
    with pytest.raises(EditError, match=r"f\.yml:1:"):
        replaced("id: a\n", spans, "f.yml")
