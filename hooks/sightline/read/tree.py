"""The content folder: which file holds which records."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import NamedTuple

from sightline.diagnostics import Place, Problem, did_you_mean
from sightline.model.kinds import BY_NAME, KINDS, Kind
from sightline.model.limits import MAX_CONTENT
from sightline.read.documents import Document, read_document, read_text
from sightline.read.folders import is_folder, listing, without_backups
from sightline.read.yaml_events import Path, Raw

SUFFIXES = (".yml", ".yaml")
_WORD = re.compile(r"[\w-]+")
"""What ids are among, and numbers of notes."""
PLAIN_FILES = ("LICENSE", "LICENSE.md", "LICENSE.txt", "README.md")


class RawRecord(NamedTuple):
    """One record as it was read: a map of raw values, and where it stands."""

    kind: Kind
    brief: str
    """The folder of its brief; empty for shared records."""
    document: Document
    path: Path
    """How to reach the record from the top of its document."""
    data: dict[str, Raw]
    alone: bool
    """True where the file holds nothing else; the file's name is then its id."""

    def place(self, *steps: str | int, needle: str = "", nth: int = 0, at_key: bool = False) -> Place:
        """The place of a value of the record; see Document.place."""
        return self.document.place((*self.path, *steps), needle, nth, at_key=at_key)


@dataclass(slots=True)
class Content:
    """Everything that the content folder holds."""

    records: list[RawRecord] = field(default_factory=list)
    site: RawRecord | None = None
    briefs: list[str] = field(default_factory=list)
    """The folders of briefs, sorted."""
    problems: list[Problem] = field(default_factory=list)
    broken: dict[tuple[str, str], frozenset[str] | None] = field(default_factory=dict)
    """(kind, brief) of which something could not be read, with the words that stand there: what the records may be called
    that are missing. None where they may have any name."""
    size: int = 0
    """Characters of all files together."""
    documents: dict[str, Document] = field(default_factory=dict)
    """The files that could be read, by name."""


def read_content(root: FilePath, folder: str = "content", before: Content | None = None) -> Content:
    """Read all records below ``root / folder``. Problems are returned, never raised.

    ``before`` is what was read last; files that are as they were then are not parsed again.
    """
    reader = _Reader(root, Content(), before.documents if before else {})
    base = root / folder
    if not is_folder(base):
        reader.content.problems.append(Problem(Place(folder), "no-content", "there is no such folder"))
        return reader.content
    shared = {kind.files: kind for kind in KINDS if not kind.in_brief and kind.name != "brief"}
    for name, entry in reader.entries(base, {**shared, "briefs": BY_NAME["brief"], "site": None}, "").items():
        if name == "site":
            reader.site(entry)
        elif name == "briefs":
            reader.briefs(entry)
        else:
            reader.collection(entry, shared[name], "")
    if not reader.content.records and not reader.content.problems:
        reader.content.problems.append(Problem(Place(folder), "no-content", "no record in it"))
    return reader.content


@dataclass(frozen=True, slots=True)
class _Reader:
    root: FilePath
    content: Content
    before: dict[str, Document]

    def file(self, path: FilePath) -> str:
        return path.relative_to(self.root).as_posix()

    def refuse(self, path: FilePath, code: str, message: str, hint: str = "") -> None:
        self.content.problems.append(Problem(Place(self.file(path)), code, message, hint))

    def entries(self, folder: FilePath, expected: Mapping[str, Kind | None], brief: str) -> dict[str, FilePath]:
        """The expected entries of a folder by name; the rest is refused, and may hold what is not there."""
        problems = len(self.content.problems)
        seen: dict[str, FilePath] = {}
        doubled: set[str] = set()
        for path in self.listing(folder):
            name = path.name if is_folder(path) else path.stem if path.suffix in SUFFIXES else ""
            if name in expected and name in seen:
                self.refuse(path, "unknown-file", f"{self.file(seen[name])} holds these records already", "keep one")
                doubled.add(name)
            elif name in expected:
                seen[name] = path
            elif path.name not in PLAIN_FILES:
                message = f"'{path.name}' is not part of the records' layout"
                self.refuse(path, "unknown-file", message, _instead(path, [*expected]))
        if len(self.content.problems) > problems:
            missing = {kind for name, kind in expected.items() if name in doubled or name not in seen}
            self.content.broken.update({(kind.name, brief): None for kind in missing if kind})
        return seen

    def listing(self, folder: FilePath) -> list[FilePath]:
        """The entries of a folder that may be read; the rest is refused."""
        good, problems = listing(self.root, folder, SUFFIXES)
        self.content.problems.extend(problems)
        return without_backups(good)

    def document(self, path: FilePath) -> Document | None:
        if self.content.size > MAX_CONTENT:
            return None
        file = self.file(path)
        document, problems = read_document(path, file, self.before.get(file))
        self.content.problems.extend(problems)
        if document:
            self.content.documents[file] = document
            self.content.size += len(document.text)
            if self.content.size > MAX_CONTENT:
                message = f"the record files come to more than {MAX_CONTENT:,} characters; no more were read"
                self.refuse(path, "too-large", message, "part the site in two")
        return document

    def site(self, path: FilePath) -> None:
        document = self.document(path)
        if document and isinstance(document.data, dict):
            self.content.site = RawRecord(BY_NAME["theme"], "", document, (), document.data, alone=False)
        elif document:
            what = "is empty" if document.data is None else "holds no keys and values"
            hint = "write 'title: …' and 'description: …', or delete the file"
            self.content.problems.append(Problem(Place(document.file, 1), "wrong-shape", what, hint))

    def briefs(self, folder: FilePath) -> None:
        if not is_folder(folder):
            self.refuse(folder, "unknown-file", "the briefs are folders inside a folder 'briefs'")
            return
        own = {kind.files: kind for kind in KINDS if kind.in_brief or kind.name == "brief"}
        for path in self.listing(folder):
            if not is_folder(path):
                self.refuse(path, "unknown-file", "each brief is a folder with a brief.yml in it")
                continue
            self.content.briefs.append(path.name)
            for name, entry in self.entries(path, own, path.name).items():
                self.collection(entry, own[name], path.name)

    def collection(self, path: FilePath, kind: Kind, brief: str) -> None:
        """Read a list file, or a folder of files that each hold a list or one record."""
        problems = len(self.content.problems)
        self.parts(path, kind, brief)
        if len(self.content.problems) > problems or self.content.size > MAX_CONTENT:
            self.content.broken.setdefault((kind.name, brief), self.names(self.content.problems[problems:]))

    def names(self, problems: list[Problem]) -> frozenset[str] | None:
        """What the records may be called that are missing for these problems; None where that cannot be told, as of a
        file that has been emptied."""
        if self.content.size > MAX_CONTENT or any(problem.code == "wrong-shape" for problem in problems):
            return None
        words: set[str] = set()
        for file in {problem.place.file for problem in problems}:
            text, _ = read_text(self.root / file, file)
            if text is None:
                return None
            words.update(_WORD.findall(text), _WORD.findall(FilePath(file).name))
        return frozenset(words)

    def parts(self, path: FilePath, kind: Kind, brief: str) -> None:
        """The files of a collection."""
        if not is_folder(path):
            self.records(path, kind, brief)
            return
        if kind.name == "brief":
            self.refuse(path, "unknown-file", "the brief itself is one file, brief.yml")
            return
        for entry in self.listing(path):
            if entry.suffix in SUFFIXES and not is_folder(entry):
                self.records(entry, kind, brief)
            elif entry.name not in PLAIN_FILES:
                message = f"only {SUFFIXES[0]} files belong here{', no folders' * is_folder(entry)}"
                self.refuse(entry, "unknown-file", message, _nearly(entry))

    def records(self, path: FilePath, kind: Kind, brief: str) -> None:
        document = self.document(path)
        if document is None:
            return
        if isinstance(document.data, dict):
            alone = path.parent.name == kind.files
            self.content.records.append(RawRecord(kind, brief, document, (), document.data, alone))
        elif isinstance(document.data, list):
            for index, data in enumerate(document.data):
                self.item(document, kind, brief, index, data)
        else:
            what = "is empty" if document.data is None else "holds bare text"
            hint = f"write a list of {kind.plural.replace('_', ' ')}, or delete the file"
            if kind.name == "brief":
                hint = "write its id, title, …"
            self.content.problems.append(Problem(Place(document.file, 1), "wrong-shape", what, hint))

    def item(self, document: Document, kind: Kind, brief: str, index: int, data: Raw) -> None:
        if isinstance(data, dict):
            self.content.records.append(RawRecord(kind, brief, document, (index,), data, alone=False))
        else:
            message = f"item {index + 1} is no {kind.name.replace('-', ' ')} with keys and values"
            place = document.place((index,))
            self.content.problems.append(
                Problem(place, "wrong-shape", message, f"start it with '- {kind.identity}: …'")
            )


def _nearly(path: FilePath) -> str:
    """The way out for a file whose name is almost one that is read: ``X.YML``, or ``x.yml~`` where x.yml has gone."""
    name = FilePath(path.name.partition("~")[0].rstrip("."))
    fits = name.suffix.lower() in SUFFIXES and not is_folder(path)
    return f"name it {name.stem}{name.suffix.lower()}, or delete it" if fits else ""


def _instead(path: FilePath, expected: list[str]) -> str:
    """What a file or folder may be called that stands where only those expected do."""
    if path.name in expected:  # a file without a suffix
        return f"make it a folder, or name it {path.name}{SUFFIXES[0]}"
    near = did_you_mean(path.stem, expected, "" if is_folder(path) else SUFFIXES[0])
    return near or f"expected: {', '.join(expected)}"
