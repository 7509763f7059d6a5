"""Puts the corpus together: each step hands its values to the next."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sightline.check import Checked
from sightline.diagnostics import Problem
from sightline.link import editorial
from sightline.link.index import Index, index
from sightline.link.notes import resolve_notes
from sightline.link.reach import fingerprint
from sightline.link.references import References, check_settings, resolve
from sightline.link.sight import look, rests_on_sources
from sightline.link.structure import check_structure
from sightline.model.corpus import Corpus, Key, Note
from sightline.model.kinds import KINDS, Record


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
    order = {key: position for position, key in enumerate(found.entries)}
    lists = _lists(found)
    sight = look(found, notes, refs.marks)
    corpus = Corpus(
        site=checked.site,
        **lists,
        records={key: entry.record for key, entry in found.entries.items()},
        order=order,
        of_brief=_of_briefs(found),
        files={key: entry.raw.document.file for key, entry in found.entries.items()},
        prints={key: fingerprint([entry.raw.document.file, entry.raw.data]) for key, entry in found.entries.items()},
        notes=notes,
        marks=sight.marks,
        lines=sight.lines,
        support=sight.support,
        source_links=rests_on_sources((source.id for source in lists["sources"]), notes, sight.carried),
        backlinks={key: tuple(sorted(origins, key=order.__getitem__)) for key, origins in refs.backlinks.items()},
        ledger=(),
    )
    return replace(corpus, ledger=editorial.ledger(corpus, found.entries.values()))


def _lists(found: Index) -> dict[str, Any]:
    """The records of each kind, by the kind's plural."""
    of_kind: dict[str, list[Record]] = {kind.name: [] for kind in KINDS}
    for key, entry in found.entries.items():
        of_kind[key.kind].append(entry.record)
    return {kind.plural: tuple(of_kind[kind.name]) for kind in KINDS}


def _of_briefs(found: Index) -> dict[str, tuple[Key, ...]]:
    """The records of each brief; a brief that holds none has an empty list."""
    held: dict[str, list[Key]] = {key.id: [] for key in found.entries if key.kind == "brief"}
    for key in found.entries:
        if key.brief:
            held[key.brief].append(key)
    return {brief: tuple(keys) for brief, keys in held.items()}
