"""Who else made the work: editors, translators, hosts and others, after the title (CMOS 13.74-13.86)."""

from __future__ import annotations

from collections.abc import Sequence

from sightline.cite import names, terms
from sightline.cite.chicago.form import INLINE, Form
from sightline.cite.phrases import join
from sightline.cite.work import WEB, Work

_STAGE = ("broadcast", "performance")
_WHOLE = (
    "container-author", "editor-translator", "editor", "translator", "editorial-director", "guest", "host",
    "illustrator", "narrator", "compiler", "chair", "organizer", "curator", "series-creator", "executive-producer",
    "producer", "director", "script-writer", "performer", "contributor",
)  # fmt: skip
_PART = ("illustrator", "narrator")
_SERIAL = (
    "translator", "narrator", "compiler", "chair", "organizer", "curator", "series-creator", "executive-producer",
    "producer", "director", "script-writer", "performer",
)  # fmt: skip
_CONTAINER = (
    "container-author", "editor-translator", "editor", "translator", "guest", "host", "chair", "organizer",
    "illustrator", "narrator", "compiler", "curator", "series-creator", "executive-producer", "producer",
    "editorial-director", "script-writer", "director", "performer", "contributor",
)  # fmt: skip
"""Roles in the order in which they are printed."""


def of_work(work: Work, form: Form) -> str:
    """The people behind the work itself, one element for each role."""
    if work.serial:
        return _credits(work, _SERIAL, form)
    if "container-title" in work.known and work.kind not in WEB:
        return _credits(work, (*_PART, *(("performer", "contributor") if work.kind == "song" else ())), form)
    return _credits(work, _roles(work, _WHOLE), form)


def of_container(work: Work, form: Form) -> str:
    """The people behind the book or series that the work is part of, within its element."""
    if form.bibliography and work.has_all("container-author", "container-title"):
        return _credits(work, ("container-author",), form, inline=True)
    return _credits(work, _roles(work, _CONTAINER), form, inline=True)


def of_container_apart(work: Work, form: Form) -> str:
    """In a bibliography, the editors of a book that has an author too, each as an element."""
    if not (form.bibliography and work.has_all("container-author", "container-title")):
        return ""
    return _credits(work.without("container-author"), _roles(work, _CONTAINER), form)


def volume_credits(work: Work, form: Form) -> str:
    """The people behind one volume, in the same element as the volume."""
    roles = _PART if "container-title" in work.known else _roles(work, _WHOLE)
    return _credits(work, roles, form, inline=True)


def series_editor(work: Work, form: Form, inline: bool = False) -> str:
    """The editor of a series or of a work of several volumes."""
    return _credits(work, ("collection-editor",), form, inline)


def phrase(work: Work, role: str, form: Form, short: bool = False) -> str:
    """One role in words: ed. Ann Lee; edited by Ann Lee; interview by Ann Lee."""
    people = work.names(role)
    if not people:
        return ""
    by = terms.BY[role]
    if not form.bibliography:
        by = terms.BY_SHORT.get(role, by) if role != "compiler" or not work.serial else by
    by += "s" if role == "guest" and len(people) > 1 else ""
    return f"{by} {names.short(people) if short else names.listed(people, form.names)}"


def _roles(work: Work, roles: Sequence[str]) -> Sequence[str]:
    if work.used.issuperset(work.people):
        return ()
    drop = set()
    if work.kind not in _STAGE:
        drop.add("script-writer")
    if work.kind in ("song", "thesis"):
        drop.add("contributor")
    if work.kind == "song" and "container-title" in work.known:
        drop.add("performer")  # of the song, not of the album
    return [role for role in roles if role not in drop]


def _credits(work: Work, roles: Sequence[str], form: Form, inline: bool = False) -> str:
    if "editor" in roles:
        work = work.edited_and_translated()
    phrases = [phrase(work, role, form) for role in roles if role in work.people]
    if inline:
        return join(INLINE.separator, *phrases)
    return join(form.separator, *map(form.start, phrases))
