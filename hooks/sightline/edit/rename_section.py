"""Gives a section of a brief another id, in the brief and wherever its records name it."""

from __future__ import annotations

from sightline.check import Entry
from sightline.diagnostics import did_you_mean
from sightline.edit.aliases import alias_text
from sightline.edit.errors import EditError
from sightline.edit.ids import refuse_id
from sightline.edit.respelling import Respelling
from sightline.edit.textfiles import Plan
from sightline.edit.workspace import Workspace, no_brief, which_brief
from sightline.link.references import brief_of
from sightline.model.brief import Brief
from sightline.model.walk import references

SECTION = ("section", "sections")
"""The words for a section, which is no kind of record."""


def plan_section_rename(space: Workspace, given: str, old: str, new: str) -> Plan:
    """Everything that has to change; ``given`` is the brief, or empty where only one has such a section.

    Raises EditError where the id cannot be given.
    """
    entry, brief = _brief(space, given, old)
    refuse_id(new)
    taken = {one: section.id for section in brief.sections for one in (section.id, *section.aliases)}
    if new in taken:
        once = "is" if taken[new] == new else "once was"
        raise EditError(f"'{new}' {once} the id of section '{taken[new]}'; an id is never given twice")
    position = next(place for place, section in enumerate(brief.sections) if section.id == old)
    path = (*entry.raw.path, "sections", position)
    raw = entry.raw._replace(path=path, data=entry.raw.data["sections"][position])
    words = Respelling(space.root)
    words.change(raw, ("id",), old, new)
    place, text = alias_text(raw, old)
    words.put(place, "", text)
    for other in space.entries.values():
        for where, to, reference in references(other.record):
            if to.kinds[0] == "section" and reference == old and brief_of(other) == brief.id:
                words.change(other.raw, where, old, new)
    return Plan(words.changes(entry.raw.document.file, {}))


def _brief(space: Workspace, given: str, old: str) -> tuple[Entry, Brief]:
    """The brief whose section it is."""
    briefs = [(entry, entry.record) for entry in space.entries.values() if isinstance(entry.record, Brief)]
    if given and given not in (known := [brief.id for _, brief in briefs]):
        raise no_brief(given, known)
    named = [(entry, brief) for entry, brief in briefs if given in ("", brief.id)]
    owners = [(entry, brief) for entry, brief in named if old in (section.id for section in brief.sections)]
    if len(owners) == 1:
        return owners[0]
    if owners:
        raise which_brief(brief.id for _, brief in owners)
    for _, brief in named:
        for section in brief.sections:
            if old in section.aliases:
                raise EditError(f"'{old}' is an earlier id of section '{section.id}'")
    near = did_you_mean(old, (section.id for _, brief in named for section in brief.sections))
    raise EditError(f"there is no section '{old}'{f' in {given!r}' if given else ''}; {near}".removesuffix("; "))
