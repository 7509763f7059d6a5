"""Applies what can hardly be wrong: the changes that problems bring along, and repairs of bytes and blanks.

All of it happens in a copy of the texts, again and again until nothing more can be done; the files themselves
change once, at the end.
"""

from __future__ import annotations

import difflib
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from sightline.diagnostics import Edit, Place, Problem
from sightline.edit.errors import EditError, Undone
from sightline.edit.textfiles import Change, Plan, Span, Transaction, replaced
from sightline.edit.workspace import spoilt
from sightline.load import Loaded, load
from sightline.read.yaml_events import parse, positions

ROUNDS = 20
"""How often the texts are looked at anew, at the most."""
UNREADABLE = frozenset(
    "yaml-syntax yaml-feature lost-comment bad-character repeated-key unreadable-file wrong-shape".split()
)
"""Codes of problems that keep a whole file from being read."""
COPIED = (("content", (".yml", ".yaml")), ("docs", (".md",)))
_INDENT = re.compile(r"^[ \t]*\t[ \t]*", re.MULTILINE)
_WIDTHS = (2, 4, 8)


@dataclass(frozen=True, slots=True)
class Fixed:
    """What could be fixed."""

    plan: Plan
    after: Loaded
    """What the content comes to then."""

    @property
    def diff(self) -> str:
        """The changes as a unified diff."""
        return "".join(line for change in self.plan.changes for line in _diff(change))


def plan_fixes(root: Path) -> Fixed:
    """Work out all safe changes."""
    with tempfile.TemporaryDirectory(prefix="sightline-fix-") as folder:
        copy = Path(folder)
        files = _copy(root, copy)
        for file in files:
            if file.startswith("content/"):
                _rewrite(copy / file, _bytes_mended((copy / file).read_bytes()))
        loaded = load(copy)
        for _ in range(ROUNDS):
            if not _round(copy, loaded.problems):
                break
            loaded = load(copy)
        pairs = [(file, (root / file).read_bytes(), (copy / file).read_bytes()) for file in files]
    changes = [Change(file, before, after) for file, before, after in pairs if before != after]
    return Fixed(Plan(changes), loaded)


def carry_out_fixes(root: Path, fixed: Fixed) -> None:
    """Change the files. Raises Undone, and changes nothing, where a file could not be read after that."""
    before = load(root)
    broken = {problem.place.file for problem in before.problems if problem.code in UNREADABLE}
    with Transaction(root, fixed.plan):
        problems = load(root).problems
        if new := [one for one in problems if one.code in UNREADABLE and one.place.file not in broken]:
            raise Undone(spoilt(new))


def _copy(root: Path, copy: Path) -> list[str]:
    """Copy what may be fixed, and the folders around it; returns the files, sorted. Of others the copy has the names,
    so that it has the same problems."""
    files = []
    for top, suffixes in COPIED:
        for path in [root / top, *sorted((root / top).rglob("*"))]:
            name = path.relative_to(root).as_posix()
            if any(part.startswith(".") for part in path.relative_to(root).parent.parts):
                continue
            if path.is_symlink() and name != top:
                (copy / name).symlink_to("elsewhere")
            elif path.name.startswith("."):
                (copy / name).touch()
            elif path.is_dir():
                (copy / name).mkdir(parents=True, exist_ok=True)
            elif path.is_file() and path.suffix in suffixes:
                try:
                    shutil.copyfile(path, copy / name)
                except OSError:  # what cannot be read cannot be fixed
                    continue
                files.append(name)
            else:
                (copy / name).touch()
    return files


def _bytes_mended(content: bytes) -> bytes:
    """Without a byte order mark, with plain line ends."""
    return content.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")


def _rewrite(path: Path, content: bytes) -> bool:
    if content == path.read_bytes():
        return False
    path.write_bytes(content)
    return True


def _round(copy: Path, problems: list[Problem]) -> bool:
    """Fix what the problems name, file by file; returns whether anything changed."""
    by_file: dict[str, list[Problem]] = {}
    for problem in problems:
        by_file.setdefault(problem.place.file, []).append(problem)
    changed = [_mend(copy / file, file, found) for file, found in by_file.items() if (copy / file).is_file()]
    return any(changed)


def _mend(path: Path, file: str, problems: list[Problem]) -> bool:
    try:
        text = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return False
    made = text
    if any(problem.code == "yaml-syntax" for problem in problems):
        made = _without_tabs(text, file)
    if made == text:
        spans = [*_edits(text, problems), *_normal(text, [one for one in problems if one.code == "not-nfc"])]
        for span in dict.fromkeys(spans):
            try:
                made = replaced(made, [span], file)
            except EditError:
                continue  # it lay inside a change that was just made, or is written in some other way
    return _rewrite(path, made.encode("utf-8"))


def _edits(text: str, problems: list[Problem]) -> Iterator[Span]:
    """The changes that problems bring along, from the end of the file on, so that each leaves the others in place."""
    lines = text.split("\n")
    for problem in sorted(problems, reverse=True):
        if problem.fix:
            yield from _span(lines, problem.fix.place or problem.place, problem.fix)


def _span(lines: list[str], place: Place, edit: Edit) -> Iterator[Span]:
    """Where the old words stand as words of their own, from the place on."""
    line = lines[place.line - 1] if 0 < place.line <= len(lines) else ""
    pattern = re.compile(rf"(?<![\w/-]){re.escape(edit.old)}(?![\w/-])")
    if match := pattern.search(line, max(place.column - 1, 0)):
        yield Span(place.line, match.start() + 1, edit.old, edit.new)


def _normal(text: str, problems: list[Problem]) -> Iterator[Span]:
    """Accents joined to their letters, in the values that the problems name."""
    values = {(start.line + 1, start.column + 1): (start, end) for start, end, _ in positions(text).values()}
    lines = text.split("\n")
    for problem in problems:
        start, end = values.get((problem.place.line, problem.place.column), (None, None))
        if start is None or end is None:
            continue
        for number in range(end.line, start.line - 1, -1):
            line = lines[number] if number < len(lines) else ""
            first, last = (
                (start.column if number == start.line else 0),
                (end.column if number == end.line else len(line)),
            )
            old = line[first:last]
            yield Span(number + 1, first + 1, old, unicodedata.normalize("NFC", old))


def _without_tabs(text: str, file: str) -> str:
    """With blanks for tabs at the start of lines, where it makes no difference for how many blanks a tab stands."""
    read = []
    for width in _WIDTHS:
        made = _INDENT.sub(partial(_expanded, width), text)
        data, problems = parse(made, file)
        if not problems:
            read.append((made, data))
    same = read and all(data == read[0][1] for _, data in read)
    return read[0][0] if same and text != read[0][0] else text


def _expanded(width: int, indent: re.Match[str]) -> str:
    return indent[0].expandtabs(width)


def _diff(change: Change) -> Iterator[str]:
    before, after = ((content or b"").decode("utf-8", "replace") for content in (change.before, change.after))
    if before.replace("\r\n", "\n").removeprefix("\ufeff") == after:
        yield f"--- {change.path}\n+++ {change.path}\n    (line ends, or a byte order mark)\n"
        return
    lines = difflib.unified_diff(_lines(before), _lines(after), change.path, change.path, n=1)
    yield from (line if line.endswith("\n") else f"{line}\n" for line in lines)


def _lines(text: str) -> list[str]:
    return text.removeprefix("\ufeff").replace("\r\n", "\n").splitlines(keepends=True)
