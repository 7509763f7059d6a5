"""Checks every reference and note mark of every record, and gathers the backlinks in the same pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain, islice

from sightline.check import Entry
from sightline.diagnostics import Edit, Problem, did_you_mean, sure
from sightline.link.index import Index, key_for
from sightline.model.brief import Brief
from sightline.model.corpus import Key, Use
from sightline.model.limits import MAX_PROBLEMS
from sightline.model.shared import Site
from sightline.model.walk import references, texts
from sightline.read import RawRecord


@dataclass(slots=True)
class References:
    """What names what."""

    backlinks: dict[Key, dict[Key, None]] = field(default_factory=dict)
    uses: dict[Key, list[Use]] = field(default_factory=dict)
    """The marks of each endnote."""
    marks: dict[Key, dict[Key, None]] = field(default_factory=dict)
    """The notes marked in the texts of each record, in order."""
    problems: list[Problem] = field(default_factory=list)


def resolve(index: Index) -> References:
    """Follow all references of all records once."""
    found = References()
    wrong: Counter[str] = Counter()
    for entry in index.entries.values():
        brief, file = brief_of(entry), entry.raw.document.file
        if wrong[file] > MAX_PROBLEMS:
            continue
        problems = chain(_fields(entry, brief, index, found), _texts(entry, brief, index, found))
        listed = [*islice(problems, MAX_PROBLEMS + 1)]
        wrong[file] += len(listed)
        found.problems += listed
        if wrong[file] > MAX_PROBLEMS:
            message = "the references of the file were followed no further than this record"
            found.problems.append(Problem(entry.raw.place(), "more-problems", message))
    return found


def check_settings(index: Index, site: Site, raw: RawRecord | None) -> Iterator[Problem]:
    """Check the references of the settings, which no brief owns."""
    for path, to, reference in references(site):
        if wrong := index.wrong(key_for(to.kinds[0], reference, ""), reference):
            assert raw is not None  # the settings without a file refer to nothing
            yield Problem(raw.place(*path), *wrong)


def brief_of(entry: Entry) -> str:
    """The brief that bare references in a record mean; a brief's own record means itself."""
    return entry.key.id if isinstance(entry.record, Brief) else entry.key.brief


def _fields(entry: Entry, brief: str, index: Index, found: References) -> Iterator[Problem]:
    seen: dict[tuple[object, ...], int] = {}
    for path, to, reference in references(entry.record):
        kind = to.kinds[0]
        if kind == "section":
            if wrong := _wrong_section(index, brief, reference):
                yield Problem(entry.raw.place(*path), *wrong)
            continue
        key = key_for(kind, reference, brief)
        if wrong := index.wrong(key, reference):
            yield Problem(entry.raw.place(*path), *wrong)
            continue
        if key == entry.key:
            yield Problem(
                entry.raw.place(*path), "self-reference", f"'{reference}' is this record itself", "take it out"
            )
        elif isinstance(path[-1], int) or path[0] == "rests_on":
            where = (path[0], *path[1:-1]) if isinstance(path[-1], int) else (path[0],)
            seen[where, key] = times = seen.get((where, key), 0) + 1
            if times == 2:
                message = f"'{reference}' stands twice in {path[0]}"
                yield Problem(entry.raw.place(*path), "repeated-reference", message, "delete one")
        _link(found, key, entry.key)


def _wrong_section(index: Index, brief: str, reference: str) -> tuple[str, str, str, Edit | None] | None:
    """What is wrong with the name of a section, as ``Index.wrong``; a brief that has none has a problem of its own."""
    known = index.sections.get(brief, ())
    if not known or reference in known:
        return None
    if new := index.earlier_sections[brief].get(reference):
        return "old-id", f"'{reference}' is an earlier id of this section", f"write '{new}'", Edit(reference, new)
    hint = did_you_mean(reference, known) or f"there are: {', '.join(known)}"
    return "unknown-section", f"'{reference}': '{brief}' has no such section", hint, sure(reference, known)


def _texts(entry: Entry, brief: str, index: Index, found: References) -> Iterator[Problem]:
    for path, prose in texts(entry.record):
        for position, (kind, reference) in enumerate(prose.links):
            key = key_for(kind, reference, brief)
            if wrong := index.wrong(key, reference):
                nth = prose.links[:position].count((kind, reference))
                yield Problem(entry.raw.place(*path, needle=f"({kind}:{reference}", nth=nth), *wrong)
            else:
                _link(found, key, entry.key)
        for position, reference in enumerate(prose.marks):
            key, needle = key_for("endnote", reference, brief), f"[^{reference}]"
            if wrong := index.wrong(key, needle):
                yield Problem(
                    entry.raw.place(*path, needle=needle, nth=prose.marks[:position].count(reference)), *wrong
                )
            else:
                use = Use(entry.key, path, position, getattr(entry.record, "section", None))
                found.uses.setdefault(key, []).append(use)
                found.marks.setdefault(entry.key, {})[key] = None
                _link(found, key, entry.key)


def _link(found: References, target: Key, origin: Key) -> None:
    if target != origin:
        found.backlinks.setdefault(target, {})[origin] = None
