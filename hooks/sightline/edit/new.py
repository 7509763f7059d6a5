"""Puts a new record into the right file, or into a new one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sightline.edit.errors import EditError
from sightline.edit.ids import free_id, free_number, refuse_id, slug
from sightline.edit.skeleton import Data, NothingToName, Skeleton, Text, fields_of, scalar
from sightline.edit.textfiles import Change, Plan
from sightline.edit.workspace import Workspace, label
from sightline.model.kinds import BY_NAME, Kind
from sightline.model.limits import MAX_TITLE
from sightline.model.markdown import parse
from sightline.model.refused import ProseError
from sightline.read import Document, RawRecord

LISTED = ("glossary",)
"""Shared records that begin as a list in one file; the others get a file each."""
TITLE_KEYS = ("title", "name", "term")


@dataclass(frozen=True, slots=True)
class New:
    """What is to be made."""

    kind: Kind
    brief: str = ""
    id: str = ""
    """Empty: one is chosen."""
    title: str = ""
    section: str = ""
    """Empty: the first section of the brief."""


@dataclass(frozen=True, slots=True)
class Made:
    """A planned record."""

    id: str
    file: str
    line: int
    """The line where it starts."""
    plan: Plan


def plan_new(space: Workspace, wish: New) -> Made:
    """Plan a new record. Raises EditError where it cannot be made."""
    wish = replace(wish, title=unicodedata.normalize("NFC", wish.title))
    _refuse_title(wish)
    _refuse_lost(wish)
    identity = _identity(space, wish)
    section = _section(space, wish)
    given: dict[str, Data] = {wish.kind.identity: identity}
    names = _names(wish.kind)
    if wish.section and "section" in names:
        given["section"] = wish.section
    if key := next((key for key in TITLE_KEYS if key in names), ""):
        words = wish.title or f"New {label(wish.kind)}"
        given[key] = Text(words) if wish.kind.name == "event" else scalar(words)

    def first(kind: str) -> str:
        return section if kind == "section" else _first(space, kind, wish.brief)

    try:
        lines = Skeleton(wish.kind, given, first).lines()
    except NothingToName as nothing:
        raise EditError(
            f"a {label(wish.kind)} names at least one {nothing}, and there is none; make that first"
        ) from None
    return placed(space, wish, identity, section, lines)


def _names(kind: Kind) -> list[str]:
    return [name for name, _, _ in fields_of(kind.record)]


def _refuse_lost(wish: New) -> None:
    """What a record has no place for is not dropped in silence."""
    names = _names(wish.kind)
    if wish.section and "section" not in names:
        raise EditError(f"no {label(wish.kind)} stands in a section; leave --section out")
    has_id_of_title = wish.kind.identity == "id" and not wish.id
    if wish.title and not has_id_of_title and not {*TITLE_KEYS} & {*names}:
        raise EditError(f"no {label(wish.kind)} has a title; leave --title out")


def _refuse_title(wish: New) -> None:
    if wish.title and not wish.title.strip():
        raise EditError("the title is nothing but blanks")
    if len(wish.title) > MAX_TITLE or not wish.title.isprintable():
        raise EditError(
            f"the title is one line of {MAX_TITLE} characters at the most, without signs that cannot be seen"
        )
    try:
        parse(wish.title)
    except ProseError as error:
        raise EditError(f"the title {error}") from None


def _identity(space: Workspace, wish: New) -> str:
    taken = space.taken(wish.kind, wish.brief)
    if wish.kind.identity == "number":
        number = free_number(taken)
        if wish.id not in ("", number):
            raise EditError(f"notes run from 1 without a gap; the next free number is {number}")
        return number
    if not wish.id:
        _refuse_repeated(space, wish)
        return free_id(slug(wish.title) or f"new-{wish.kind.name}", wish.kind.name, taken)
    refuse_id(wish.id)
    if wish.id in taken:
        raise EditError(f"'{wish.id}' is, or once was, the id of {taken[wish.id]}; an id is never given twice")
    return wish.id


def _refuse_repeated(space: Workspace, wish: New) -> None:
    """Two shared records of one name would be taken for each other, so the second needs an id that an editor chose."""
    for key, entry in space.entries.items():
        names = [str(getattr(entry.record, name, "")).casefold() for name in TITLE_KEYS]
        if key.kind == wish.kind.name and not key.brief and wish.title and wish.title.casefold() in names:
            raise EditError(f"{key} is called '{wish.title}' already; give an id too if you mean another one")


def _section(space: Workspace, wish: New) -> str:
    sections = [
        one.id
        for entry in space.entries.values()
        if entry.key.id == wish.brief
        for one in getattr(entry.record, "sections", ())
    ]
    if wish.section and wish.section not in sections:
        raise EditError(f"there is no section '{wish.section}'; there are: {', '.join(sections) or 'none'}")
    return wish.section or next(iter(sections), "")


def _first(space: Workspace, kind: str, brief: str) -> str:
    """The first record of a kind, as a record of ``brief`` names it."""
    for key in space.entries:
        if key.kind == kind and (key.brief == brief or not brief or not BY_NAME[kind].in_brief):
            return f"{key.brief}/{key.id}" if key.brief and key.brief != brief else key.id
    return ""


def placed(space: Workspace, wish: New, identity: str, section: str, lines: Sequence[str]) -> Made:
    """Plan a record of which all lines are known: where others of its kind are. Raises EditError."""
    base = (
        f"content/briefs/{identity if wish.kind.name == 'brief' else wish.brief}"
        if wish.brief or wish.kind.name == "brief"
        else "content"
    )
    where = f"{base}/{wish.kind.files}"
    entries = [entry for entry in space.content.records if entry.kind == wish.kind and entry.brief == wish.brief]
    alone = sum(raw.alone for raw in entries)
    if wish.kind.name == "brief":
        return _new_file(space, f"{where}.yml", identity, lines)
    single_files = 2 * alone >= len({raw.document.file for raw in entries})
    if (space.root / where).is_dir() and single_files:
        return _new_file(space, f"{where}/{identity}.yml", identity, lines)
    lists = [raw for raw in entries if not raw.alone]
    if lists:
        return _appended(space, _list_for(lists, section).document, identity, lines)
    if existing := next((file for file in (f"{where}.yml", f"{where}.yaml") if (space.root / file).exists()), ""):
        if (document := space.content.documents.get(existing)) and document.data == []:
            raise EditError(f"{existing} holds an empty list, '[]'; delete it, and a new one is made")
        raise EditError(f"{existing} cannot be read as a list of records; see sightline check")
    if wish.kind.in_brief or wish.kind.files in LISTED:
        return _new_file(space, f"{where}.yml", identity, as_item(lines))
    return _new_file(space, f"{where}/{identity}.yml", identity, lines)


def _list_for(lists: Sequence[RawRecord], section: str) -> RawRecord:
    """A record of the list that a new one goes to: where its section is, or else the last list."""
    same_section = [raw for raw in lists if section and raw.data.get("section") == section]
    return (same_section or lists)[-1]


def as_item(lines: Sequence[str]) -> list[str]:
    """The lines of a record as an item of a list; comments above its first key stand above the item."""
    start = next(index for index, line in enumerate(lines) if not line.startswith("#"))
    return [*lines[:start], f"- {lines[start]}", *(f"  {line}" for line in lines[start + 1 :])]


def _new_file(space: Workspace, file: str, identity: str, lines: Sequence[str]) -> Made:
    if (space.root / file).exists():
        raise EditError(f"{file} is there already")
    content = "\n".join(lines) + "\n"
    return Made(identity, file, 1, Plan([Change(file, None, content.encode())]))


def _appended(space: Workspace, document: Document, identity: str, lines: Sequence[str]) -> Made:
    start, _ = document.span(())
    if not isinstance(document.data, list) or document.text[start] != "-":
        raise EditError(f"{document.file} is no list with a line '- …' for each record, so nothing can be added to it")
    if document.text.rstrip().rpartition("\n")[2].startswith("..."):
        raise EditError(f"{document.file} ends with '...', so nothing can be added below; delete that line")
    indent = " " * (document.place(()).column - 1)
    before = Path(space.root / document.file).read_bytes()
    end = "\r\n" if b"\r\n" in before else "\n"
    gap = "" if before.endswith(b"\n") else end
    added = [f"{indent}{line}" for line in as_item(lines)]
    text = gap + end + "".join(f"{line}{end}" for line in added)
    line = document.text.count("\n") + bool(gap) + 2
    return Made(identity, document.file, line, Plan([Change(document.file, before, before + text.encode())]))
