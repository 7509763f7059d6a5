"""Compares a file of reference data with the sources that there are, and plans what an editor asks for."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from sightline.check.records import prune
from sightline.cite.formats.library import Found, Library
from sightline.edit.errors import EditError
from sightline.edit.imports.matching import Difference, Known, Shelf, differences
from sightline.edit.imports.records import Data, as_record
from sightline.edit.imports.source_ids import source_id
from sightline.edit.imports.writing import record_lines, with_keys
from sightline.edit.new import New, placed
from sightline.edit.textfiles import BOM, Change, Plan
from sightline.edit.workspace import Workspace
from sightline.model.keys import source_key
from sightline.model.kinds import BY_NAME
from sightline.read import RawRecord

SOURCE = BY_NAME["source"]
Standing = Literal["new", "same", "differs", "repeated", "refused"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one work of a file comes to."""

    standing: Standing
    found: Found
    id: str
    """The id of the record; empty where the work cannot be one."""
    data: Data
    """The record that the file makes, with its id first."""
    by: str = ""
    """What it was recognized by."""
    different: list[Difference] = field(default_factory=list)

    @property
    def added(self) -> Data:
        """What a record lacks that the file has; it has an id and aliases of its own."""
        return {one.key: one.there for one in self.different if one.here is None and one.key != "aliases"}


@dataclass(slots=True)
class Comparison:
    """What a whole file comes to."""

    library: Library
    outcomes: list[Outcome] = field(default_factory=list)

    def of(self, standing: Standing) -> list[Outcome]:
        """The works of one standing."""
        return [one for one in self.outcomes if one.standing == standing]


def compare(space: Workspace, library: Library, new: Container[str] = ()) -> Comparison:
    """Find out which works are new. Each id follows from the work; a letter tells it from one that has it already.

    ``new`` names works that an editor knows to be none of those that are here.
    """
    shelf, comparison = Shelf(), Comparison(library)
    earlier: dict[str, list[str]] = {}
    for alias, key in space.aliases.items():
        earlier.setdefault(key.id, []).extend([alias.id] if key.kind == "source" else [])
    for identity, raw in records(space):
        shelf.add(Known(identity, prune(raw.data), (identity, *earlier.get(identity, ()))))
    taken: set[str] = set(space.taken(SOURCE, ""))
    fresh: set[str] = set()
    for found in library.found:
        own = Shelf() if any(name in new for name in found.names) else shelf
        outcome = _outcome(found, own, taken, fresh, library)
        comparison.outcomes.append(outcome)
        if outcome.standing == "new":
            shelf.add(Known(outcome.id, outcome.data, (outcome.id,)))
            taken.add(outcome.id)
            fresh.add(outcome.id)
    return comparison


def records(space: Workspace) -> Iterator[tuple[str, RawRecord]]:
    """The sources that there are, in the order of their files."""
    for key, entry in space.entries.items():
        if key.kind == "source":
            yield key.id, entry.raw


def _outcome(found: Found, shelf: Shelf, taken: set[str], fresh: set[str], library: Library) -> Outcome:
    data, remarks = as_record(found.item)
    name = f"'{found.key[:60]}': " if found.key else ""
    for remark in remarks:
        library.remark((found.line, found.column), f"{name}{remark}")
    if not data.get("title"):
        library.remark((found.line, found.column), f"{name}the work has no title, so it cannot be a record")
        return Outcome("refused", found, "", data)
    known, by = shelf.find(found.key, data)
    if not known:
        identity = source_id(data, found.key, taken)
        return Outcome("new", found, identity, {"id": identity, **data})
    different = differences(known.data, data)
    if known.id in fresh:
        return Outcome("repeated", found, known.id, data, by, different)
    return Outcome("differs" if different else "same", found, known.id, data, by, different)


def plan_import(space: Workspace, comparison: Comparison, *, write: bool, merge: bool) -> Plan:
    """The changes that new records, and additions to those that are there, come to. Raises EditError."""
    changes: dict[str, Change] = {}
    if merge:
        for outcome in comparison.of("differs"):
            _merge(space, outcome, changes)
    if write:
        for outcome in comparison.of("new"):
            _write(space, outcome, changes)
    return Plan(list(changes.values()))


def _merge(space: Workspace, outcome: Outcome, changes: dict[str, Change]) -> None:
    raw = space.entries[source_key(outcome.id)].raw
    if not outcome.added:
        return
    before = Path(space.root / raw.document.file).read_bytes()
    change = changes.get(raw.document.file, Change(raw.document.file, before, before))
    text = (change.after or b"").decode("utf-8-sig").replace("\r\n", "\n")
    made = with_keys(text, raw, outcome.added)
    if b"\r\n" in before:
        made = made.replace("\n", "\r\n")
    mark = BOM if before.startswith(BOM.encode()) else ""
    changes[raw.document.file] = Change(raw.document.file, before, (mark + made).encode())


def _write(space: Workspace, outcome: Outcome, changes: dict[str, Change]) -> None:
    made = placed(space, New(SOURCE, id=outcome.id), outcome.id, "", record_lines(outcome.data))
    (change,) = made.plan.changes
    if earlier := changes.get(change.path):
        if change.before is None:
            raise EditError(f"{change.path} would be written twice")
        appended = (change.after or b"").removeprefix(change.before)
        change = Change(change.path, change.before, (earlier.after or b"") + appended)
    changes[change.path] = change
