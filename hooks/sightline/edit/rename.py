"""Gives a record another id everywhere: in its own file, in every reference, in hand-written pages.

Files change at the places that the reader knows, and nowhere else; comments and layout stay as they are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from sightline.check import Entry
from sightline.diagnostics import did_you_mean
from sightline.edit.aliases import alias_text
from sightline.edit.errors import EditError
from sightline.edit.ids import refuse_id
from sightline.edit.respelling import Respelling
from sightline.edit.textfiles import Plan
from sightline.edit.workspace import Workspace, label
from sightline.link.index import key_for
from sightline.link.references import brief_of
from sightline.model.corpus import Key
from sightline.model.handwritten import REFERENCE
from sightline.model.kinds import BY_NAME, Kind
from sightline.model.walk import references, texts
from sightline.read import Document


def plan_rename(space: Workspace, kind: Kind, brief: str, old: str, new: str) -> Plan:
    """Everything that has to change. Raises EditError where the id cannot be given."""
    key = Key(kind.name, brief, old)
    entry = _entry(space, kind, key)
    refuse_id(new)
    if (owner := space.taken(kind, brief).get(new)) is not None:
        once = "is" if owner.id == new else "once was"
        raise EditError(f"'{new}' {once} the id of {owner}; an id is never given twice")
    work = _Renaming(space, key, new)
    for gather in (work.own, work.fields, work.prose, work.settings, work.pages):
        gather()
    return work.plan(entry)


def _entry(space: Workspace, kind: Kind, key: Key) -> Entry:
    if kind.identity != "id":
        raise EditError(f"an {label(kind)} is named by its printed number, which never changes")
    if entry := space.entries.get(key):
        return entry
    if now := space.aliases.get(key):
        raise EditError(f"'{key.id}' is an earlier id of {now}")
    ids = [one.id for one in space.entries if (one.kind, one.brief) == (key.kind, key.brief)]
    where = f" in '{key.brief}'" if key.brief else ""
    raise EditError(f"there is no {label(kind)} '{key.id}'{where}; {did_you_mean(key.id, ids)}".removesuffix("; "))


@dataclass(slots=True)
class _Renaming:
    """Gathers the changes of one rename."""

    space: Workspace
    key: Key
    new: str
    words: Respelling = field(init=False)

    def __post_init__(self) -> None:
        self.words = Respelling(self.space.root)

    def own(self) -> None:
        """The record's id, and its aliases."""
        raw = self.space.entries[self.key].raw
        self.words.change(raw, ("id",), self.key.id, self.new)
        place, text = alias_text(raw, self.key.id)
        self.words.put(place, "", text)

    def fields(self) -> None:
        """The fields that refer to it."""
        for entry in self.space.entries.values():
            for path, to, reference in references(entry.record):
                if to.kinds[0] != "section" and (now := self.renamed(to.kinds[0], reference, brief_of(entry))):
                    self.words.change(entry.raw, path, reference, now)

    def settings(self) -> None:
        """The site's settings."""
        if raw := self.space.content.site:
            for path, to, reference in references(self.space.checked.site):
                if now := self.renamed(to.kinds[0], reference, ""):
                    self.words.change(raw, path, reference, now)

    def prose(self) -> None:
        """The links and marks in texts."""
        for entry in self.space.entries.values():
            for path, prose in texts(entry.record):
                links = [(rf"\(\s*<?{kind}:({re.escape(ref)})(?![\w/-])", kind, ref) for kind, ref in prose.links]
                marks = [(rf"\[\^({re.escape(ref)})\]", "endnote", ref) for ref in prose.marks]
                for (pattern, kind, ref), number in Counter(links + marks).items():
                    if now := self.renamed(kind, ref, brief_of(entry)):
                        self.words.change_all(entry.raw.document, (*entry.raw.path, *path), pattern, now, number)

    def pages(self) -> None:
        """The hand-written pages."""
        for path in sorted((self.space.root / "docs").rglob("*.md")):
            file = path.relative_to(self.space.root).as_posix()
            page = Document(file, path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), None)
            for match in REFERENCE.finditer(page.text):
                kind, group = ("endnote", "mark") if match["mark"] else (match["kind"], "ref")
                if kind and (now := self.renamed(kind, match[group], "")):
                    self.words.put(page.place_at(match.start(group)), match[group], now)

    def renamed(self, kind: str, reference: str, brief: str) -> str:
        """What a reference becomes; empty where it does not concern the record."""
        owner, slash, name = reference.rpartition("/")
        if key_for(kind, reference, brief) == self.key:
            return f"{owner}{slash}{self.new}"
        through = self.key.kind == "brief" and owner == self.key.id and BY_NAME[kind].in_brief
        return f"{self.new}/{name}" if through else ""

    def plan(self, entry: Entry) -> Plan:
        """The changes of all files, and the new name of the record's own file or folder."""
        own = entry.raw.document.file
        made = Plan(self.words.changes(own, {own: _renamed_file(entry, self.new)}))
        if self.key.kind == "brief":
            folder = own.rpartition("/")[0]
            made.moves.append((folder, f"{folder.rpartition('/')[0]}/{self.new}"))
        return made


def _renamed_file(entry: Entry, new: str) -> str:
    """The name of a record's file under its new id; the same where the file is not named after it."""
    folder, _, name = entry.raw.document.file.rpartition("/")
    stem, dot, suffix = name.partition(".")
    return f"{folder}/{new if entry.raw.alone and stem == entry.key.id else stem}{dot}{suffix}"
