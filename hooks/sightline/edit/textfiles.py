"""Files of text changed all or none, byte for byte but for what is meant to change."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from sightline.edit.errors import EditError, Undone

BOM = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A change within one line: what stands there, and what should."""

    line: int
    """From 1, as in a Place."""
    column: int
    old: str
    """Empty for something that is put in."""
    new: str
    """It may have line ends, as ``\\n`` whatever the file uses."""


def replaced(text: str, spans: Iterable[Span], file: str) -> str:
    """A file's text with changes made. Raises EditError where a span is not what stands there, or two overlap."""
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line) + 1)
    before = len(text)
    for span in sorted(set(spans), reverse=True):
        start = starts[span.line - 1] + span.column - 1 + (span.line == 1 and text.startswith(BOM))
        end = start + len(span.old)
        if not text.startswith(span.old, start) or end > before:
            raise EditError(
                f"{file}:{span.line}:{span.column}: '{span.old}' is not written here in a way that a command can change"
            )
        crlf = text[: starts[span.line]].endswith("\r\n")
        text = text[:start] + (span.new.replace("\n", "\r\n") if crlf else span.new) + text[end:]
        before = start
    return text


@dataclass(frozen=True, slots=True)
class Change:
    """What becomes of one file."""

    path: str
    """From the project's root."""
    before: bytes | None
    """None where there is no such file yet."""
    after: bytes | None
    """None where the file goes away."""


@dataclass(slots=True)
class Plan:
    """Changes that belong together."""

    changes: list[Change] = field(default_factory=list)
    moves: list[tuple[str, str]] = field(default_factory=list)
    """Folders that get another name, after the files in them are changed."""


@dataclass(slots=True)
class Transaction:
    """Carries out a plan; inside ``with`` it can still be judged, and an exception there undoes all of it.

    Every file is written beside its place first, and so is what it replaces, so that neither the change nor the way
    back needs room on the disk that may not be there.
    """

    root: Path
    plan: Plan
    _beside: dict[tuple[str, bool], Path] = field(default_factory=dict)
    """The new (True) and the old (False) content of each file, under a hidden name beside it."""
    _made: list[Path] = field(default_factory=list)
    _done: list[Change] = field(default_factory=list)
    _moved: list[tuple[str, str]] = field(default_factory=list)

    def __enter__(self) -> Transaction:
        try:
            self._prepare()
            for change in self.plan.changes:
                self._done.append(change)
                self._put(change)
            for old, new in self.plan.moves:
                (self.root / old).rename(self.root / new)
                self._moved.append((old, new))
        except BaseException as error:
            self._undo()
            if isinstance(error, OSError):
                raise Undone(f"{error.filename or ''}: {error.strerror or error}; nothing was changed") from None
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is not None:
            self._undo()
        self._clean()

    def _prepare(self) -> None:
        for change in self.plan.changes:
            target = self.root / change.path
            if target.is_symlink() or (target.read_bytes() if target.is_file() else None) != change.before:
                raise Undone(f"{change.path} has changed meanwhile; nothing was changed")
            self._folders(target.parent)
            if change.before is not None:
                self._beside[change.path, False] = _beside(target, change.before)
            if change.after is not None:
                self._beside[change.path, True] = _beside(target, change.after)
        for _, new in self.plan.moves:
            if (self.root / new).exists():
                raise Undone(f"{new} is there already; nothing was changed")

    def _folders(self, folder: Path) -> None:
        missing = [one for one in [folder, *folder.parents] if not one.exists()]
        for one in reversed(missing):
            one.mkdir()
            self._made.append(one)

    def _put(self, change: Change) -> None:
        if change.after is None:
            (self.root / change.path).unlink()
        else:
            self._beside[change.path, True].replace(self.root / change.path)

    def _undo(self) -> None:
        """Put everything back. Raises Undone where even that fails; the old content is then kept beside its place."""
        lost = []
        for old, new in reversed(self._moved):
            (self.root / new).rename(self.root / old)
        self._moved.clear()
        for change in reversed(self._done):
            try:
                if change.before is None:
                    (self.root / change.path).unlink(missing_ok=True)
                else:
                    self._beside[change.path, False].replace(self.root / change.path)
            except OSError as error:
                kept = self._beside.pop((change.path, False), None)
                lost.append(f"{change.path} could not be put back ({error.strerror}); its content is in {kept}")
        self._done.clear()
        self._clean()
        for folder in reversed(self._made):
            if not any(folder.iterdir()):
                folder.rmdir()
        if lost:
            raise Undone("\n".join(lost))

    def _clean(self) -> None:
        for old, new in self._moved:  # what lay beside has moved along
            for key, path in self._beside.items():
                if path.is_relative_to(self.root / old):
                    self._beside[key] = self.root / new / path.relative_to(self.root / old)
        for path in self._beside.values():
            with contextlib.suppress(OSError):  # a hidden file stays, which nobody reads
                path.unlink(missing_ok=True)
        self._beside.clear()


def _beside(target: Path, content: bytes) -> Path:
    """Write content under a hidden name, which the reader of records passes over, in the folder of ``target``."""
    handle, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".sightline", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, name)
        else:
            Path(name).chmod(0o666 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
