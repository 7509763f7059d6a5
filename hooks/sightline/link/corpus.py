"""Puts the corpus together: each step hands its values to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any

from sightline.check import Checked, Entry
from sightline.diagnostics import Problem
from sightline.link import editorial
from sightline.link.index import Index, index
from sightline.link.notes import resolve_notes
from sightline.link.reach import fingerprint
from sightline.link.references import References, check_settings, resolve
from sightline.link.sight import look, rests_on_sources
from sightline.link.structure import check_structure
from sightline.model.corpus import Corpus, Key, Note
from sightline.model.kinds import KINDS


def link(checked: Checked) -> tuple[Corpus | None, list[Problem]]:
    """Link all records. Returns no corpus where an error stands in the way, and all problems in any case."""
    found, problems = index(checked)
    refs = resolve(found)
    notes, wrong_notes = resolve_notes(found, refs.uses)
    problems += [*refs.problems, *wrong_notes, *check_structure(found)]
    problems += check_settings(found, checked.site, checked.settings)
    if any(problem.severity == "error" for problem in [*checked.problems, *problems]):
        return None, problems
    corpus = _seal(checked, found, refs, notes)
    return corpus, problems + editorial.warnings(corpus, lambda key: found.entries[key].raw.place())


def _seal(checked: Checked, found: Index, refs: References, notes: dict[Key, Note]) -> Corpus:
    lists = {kind.plural: _listed(found, kind.name) for kind in KINDS}
    order = {entry.key: position for position, entry in enumerate(chain(*lists.values()))}
    sight = look(found, notes)
    corpus = Corpus(
        site=checked.site,
        **{plural: _records(listed) for plural, listed in lists.items()},
        records={key: entry.record for key, entry in found.entries.items()},
        order=order,
        of_brief=_of_briefs(found),
        files={key: entry.raw.document.file for key, entry in found.entries.items()},
        prints={key: fingerprint([entry.raw.document.file, entry.raw.data]) for key, entry in found.entries.items()},
        notes=notes,
        marks=sight.marks,
        lines=sight.lines,
        support=sight.support,
        source_links=rests_on_sources((entry.key.id for entry in lists["sources"]), notes, sight.carried),
        backlinks={
            found.entries[key].key: tuple(sorted(origins, key=order.__getitem__))
            for key, origins in refs.backlinks.items()
        },
        ledger=(),
    )
    return replace(corpus, ledger=editorial.ledger(corpus))


def _of_briefs(found: Index) -> dict[str, tuple[Key, ...]]:
    """The records of each brief; a brief that holds none has an empty list."""
    held: dict[str, list[Key]] = {key.id: [] for key in found.entries if key.kind == "brief"}
    for key in found.entries:
        if key.brief:
            held[key.brief].append(key)
    return {brief: tuple(keys) for brief, keys in held.items()}


def _records(listed: Iterable[Entry]) -> tuple[Any, ...]:
    return tuple(entry.record for entry in listed)


def _listed(found: Index, kind: str) -> list[Entry]:
    """The records of a kind: those of a brief as its files have them, but findings by section and notes by number;
    shared ones by id."""
    listed = [entry for key, entry in found.entries.items() if key.kind == kind]
    if kind == "endnote":
        listed.sort(key=lambda entry: (entry.key.brief, int(entry.key.id)))
    elif kind == "finding":
        order = {
            (brief, section): position
            for brief, sections in found.sections.items()
            for position, section in enumerate(sections)
        }
        listed.sort(key=lambda entry: (entry.key.brief, order[entry.key.brief, getattr(entry.record, "section", "")]))
    elif kind in ("theme", "source", "actor", "glossary-term", "brief"):
        listed.sort(key=lambda entry: entry.key.id)
    return listed
