"""Validates raw records against their classes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field, fields
from itertools import chain, islice
from typing import Any

from pydantic_core import ValidationError

from sightline.check.translate import problems_of
from sightline.check.validator import validator
from sightline.diagnostics import CODES, Place, Problem, did_you_mean
from sightline.model.brief import Brief
from sightline.model.corpus import Key
from sightline.model.fields import hints_of
from sightline.model.kinds import Record
from sightline.model.limits import MAX_PROBLEMS
from sightline.model.shared import Site, Source
from sightline.read import Content, Path, Raw, RawRecord

BRIEF_FIELD = "brief"
OWN_SOURCE_KEYS = frozenset(one.name for one in fields(Source)) - {"item"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A record that is right in itself, with the raw record it came from."""

    key: Key
    record: Record
    raw: RawRecord


@dataclass(slots=True)
class Checked:
    """The records that are right in themselves, and what is wrong with the others."""

    site: Site
    settings: RawRecord | None = None
    """The settings as they were read; None where there is no site.yml."""
    entries: list[Entry] = field(default_factory=list)
    briefs: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    broken: dict[tuple[str, str], frozenset[str] | None] = field(default_factory=dict)
    """(kind, brief) of which a record could not be read, not even its id, with what it may be called: a reference by
    such a name may mean it. None where it may have any name."""
    faulty: set[Key] = field(default_factory=set)
    """What the records that are wrong in themselves are called; a reference to one of them is right."""


def check(content: Content, before: Checked | None = None) -> Checked:
    """Check each record on its own. Problems are returned, never raised.

    ``before`` is what was checked last; records of files that have not been parsed again since are right still,
    but for files with a problem, which is found again.
    """
    right = _right(before) if before else {}
    checked = Checked(site=Site(title="Sightline", description="Sightline"), briefs=content.briefs)
    checked.problems.extend(content.problems)
    checked.broken.update(content.broken)
    if content.site:
        site, problems = _validated(content.site, Site)
        if site:
            checked.site, checked.settings = site, content.site
            problems += _stop_on(content.site, site)
        checked.problems.extend(problems)
    wrong: Counter[str] = Counter()
    for raw in content.records:
        if wrong[raw.document.file] > MAX_PROBLEMS:
            checked.broken[raw.kind.name, raw.brief] = None
            continue
        entry, problems = right.get((id(raw.document), raw.path)), []
        if entry is None:
            entry, problems = _entry(raw)
        wrong[raw.document.file] += len(problems)
        if wrong[raw.document.file] > MAX_PROBLEMS:
            problems.append(Problem(raw.place(), "more-problems", "the file was checked no further than this record"))
        checked.problems.extend(problems)
        if entry:
            checked.entries.append(entry)
        elif names := _names(raw):
            checked.faulty.update(_key(raw, name) for name in names)
        else:
            checked.broken[raw.kind.name, raw.brief] = None
    checked.problems.extend(_folders(checked, content))
    return checked


def _right(before: Checked) -> dict[tuple[int, Path], Entry]:
    """The records of files without any problem, by the identity of the document and their place in it."""
    wrong = {problem.place.file for problem in before.problems}
    right = (entry for entry in before.entries if entry.raw.document.file not in wrong)
    return {(id(entry.raw.document), entry.raw.path): entry for entry in right}


def _stop_on(raw: RawRecord, site: Site) -> Iterator[Problem]:
    warnings = [code.name for code in CODES.values() if code.severity == "warning"]
    for position, code in enumerate(site.stop_on):
        if code not in warnings:
            message = f"'{code}' is no editorial warning; there is {', '.join(warnings)}"
            yield Problem(raw.place("stop_on", position), "bad-value", message, did_you_mean(code, warnings))


def _entry(raw: RawRecord) -> tuple[Entry | None, list[Problem]]:
    if BRIEF_FIELD in raw.data and raw.kind.in_brief:
        place = raw.place(BRIEF_FIELD, at_key=True)
        return None, [Problem(place, "unknown-key", "'brief' follows from the folder", "delete the line")]
    record, problems = _validated(raw, raw.kind.record)
    if record is None:
        return None, problems
    identity = str(getattr(record, raw.kind.identity))
    if raw.alone and raw.kind.identity == "id" and _file_name(raw) != identity:
        hint = "rename the file, or give the id that is the file's name"
        problems.append(
            Problem(raw.place("id"), "id-and-file", f"the id is '{identity}', the file's name another", hint)
        )
    return Entry(record.key, record, raw), problems


def _key(raw: RawRecord, name: str) -> Key:
    return Key(raw.kind.name, raw.brief if raw.kind.in_brief else "", name)


def _file_name(raw: RawRecord) -> str:
    return raw.document.file.rsplit("/", 1)[-1].split(".")[0]


def _names(raw: RawRecord) -> list[str]:
    """What references may call a record that is wrong in itself: by its file, its id or an earlier one; empty where
    none of them can be read."""
    record: Any = raw.kind.record
    hints, identity = hints_of(record), raw.kind.identity
    names = [_file_name(raw)] if raw.alone and identity == "id" else [raw.brief] if record is Brief else []
    with suppress(ValidationError):  # which is reported
        names.append(str(validator(hints[identity]).validate_python(raw.data.get(identity))))
    aliases = raw.data.get("aliases") if names and "aliases" in hints else None
    return [*names, *map(str, aliases)] if isinstance(aliases, list) else names


def _validated(raw: RawRecord, record: Any) -> tuple[Any, list[Problem]]:
    data = prune(raw.data)
    if record is Source:
        data = split_source(data)
    if raw.kind.in_brief and raw.brief:
        data[BRIEF_FIELD] = raw.brief
    try:
        return validator(record).validate_python(data), []
    except ValidationError as error:
        details = error.errors(include_url=False)[:MAX_PROBLEMS]
        problems = chain.from_iterable(problems_of(raw, record, one) for one in details)
        return None, [*islice(problems, MAX_PROBLEMS)]


def prune(value: Raw) -> Raw:
    """Leave out keys without a value: an empty value means that it is not known."""
    if isinstance(value, dict):
        return {key: one if type(one) is str else prune(one) for key, one in value.items() if one is not None}
    return [prune(one) for one in value] if isinstance(value, list) else value


def split_source(data: dict[str, Raw]) -> dict[str, Raw]:
    """Part a source as it is written (one flat map) into its own keys and its CSL variables."""
    own = {key: value for key, value in data.items() if key in OWN_SOURCE_KEYS}
    return {**own, "item": {key: value for key, value in data.items() if key not in OWN_SOURCE_KEYS}}


def _folders(checked: Checked, content: Content) -> Iterator[Problem]:
    named = {}
    for entry in checked.entries:
        if entry.raw.kind.name == "brief":
            named[entry.raw.brief] = entry
            if entry.key.id != entry.raw.brief:
                message = f"the id is '{entry.key.id}', the folder is '{entry.raw.brief}'"
                yield Problem(entry.raw.place("id"), "folder-and-id", message, "make them the same")
    for folder in content.briefs:
        broken = ("brief", folder) in checked.broken or Key("brief", "", folder) in checked.faulty
        if folder not in named and not broken:
            place = Place(f"content/briefs/{folder}")
            yield Problem(place, "brief-missing", "there is no brief.yml in this folder", "add one with id, title, …")
