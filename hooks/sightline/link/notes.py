"""Endnotes: what each stands for once its ibids and short forms are followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sightline.check import Entry
from sightline.diagnostics import Problem, did_you_mean
from sightline.link.index import Index
from sightline.model.corpus import Key, Note, Resolved, Use
from sightline.model.keys import source_key
from sightline.model.limits import MAX_PROBLEMS, MAX_WORKS
from sightline.model.notes import Citation, Endnote


@dataclass(slots=True)
class _Chain:
    """The notes of one brief, resolved so far."""

    index: Index
    faulty: frozenset[int]
    """The notes that are wrong in themselves."""
    notes: dict[int, Note] = field(default_factory=dict)
    cited_in_full: dict[str, list[int]] = field(default_factory=dict)

    def may_cite(self, source: str, before: int) -> bool:
        """Whether a note ``before`` may cite it in full, once what is wrong there or with the name is mended."""
        if not self._is_known(source) or any(number < before for number in self.faulty):
            return True
        unknown = [one for one in self.cited_in_full if not self._is_known(one)]
        return not self.index.tired(len(unknown)) and bool(did_you_mean(source, unknown))

    def _is_known(self, source: str) -> bool:
        return self.index.has(source_key(source))


def resolve_notes(index: Index, uses: dict[Key, list[Use]]) -> tuple[dict[Key, Note], list[Problem]]:
    """Resolve the notes of every brief in the order of their numbers."""
    by_brief: dict[str, list[tuple[Endnote, Entry]]] = {}
    for entry in index.entries.values():
        if isinstance(entry.record, Endnote):
            by_brief.setdefault(entry.key.brief, []).append((entry.record, entry))
    notes: dict[Key, Note] = {}
    problems: list[Problem] = []
    faulty: dict[str, set[int]] = {}
    for key in index.faulty:
        if key.kind == "endnote":
            faulty.setdefault(key.brief, set()).add(int(key.id))
    for brief, found in by_brief.items():
        found.sort(key=lambda pair: pair[0].number)
        complete = ("endnote", brief) not in index.broken
        chain = _Chain(index, frozenset(faulty.get(brief, ())))
        problems += _numbers(found, chain.faulty) if complete else []
        for record, entry in found:
            note_uses = tuple(uses.get(entry.key, ()))
            note, wrong = _note(record, entry, chain, note_uses)
            problems += wrong if complete else []
            if len(problems) > MAX_PROBLEMS:
                message = "the notes of the site were followed no further than this one"
                return notes, [*problems[:MAX_PROBLEMS], Problem(entry.raw.place(), "more-problems", message)]
            chain.notes[record.number] = notes[entry.key] = note
    return notes, problems


def _numbers(found: list[tuple[Endnote, Entry]], faulty: frozenset[int]) -> Iterator[Problem]:
    expected = 0
    for record, entry in found:
        expected += 1
        while expected in faulty and expected < record.number:
            expected += 1
        if record.number != expected:
            message = f"note {record.number} follows note {expected - 1}" if expected > 1 else "the first note is not 1"
            yield Problem(entry.raw.place("number"), "number-missing", message, f"note {expected} is missing")
            return


def _note(record: Endnote, entry: Entry, chain: _Chain, uses: tuple[Use, ...]) -> tuple[Note, list[Problem]]:
    citations: list[Citation] = []
    resolved: list[Resolved] = []
    problems: list[Problem] = []
    for position, citation in enumerate(record.citations):
        citation, wrong = _refer(record.number, position, citation, entry, chain)
        problems += wrong
        if citation.form == "ibid" and any(one.form == "ibid" for one in citations):
            place = entry.raw.place("citations", position)
            message = f"note {record.number}: a second ibid says the same again"
            problems.append(Problem(place, "repeated-reference", message, "delete it"))
            continue
        citations.append(citation)
        resolved += _resolve(citation, chain)
        if citation.form == "full" and citation.source:
            chain.cited_in_full.setdefault(citation.source, []).append(record.number)
    if len(resolved) > MAX_WORKS:
        message = f"note {record.number} stands for more than {MAX_WORKS} works, its ibids followed"
        problems.append(
            Problem(entry.raw.place("citations"), "too-large", message, "name the sources instead of an ibid")
        )
        del resolved[MAX_WORKS:]
    section = next((use.section for use in uses if use.record.brief == record.brief and use.section), None)
    return Note(entry.key, record, tuple(citations), tuple(resolved), uses, section), problems


def _refer(
    number: int, position: int, citation: Citation, entry: Entry, chain: _Chain
) -> tuple[Citation, list[Problem]]:
    """Work out, or check, the note that a citation points back to."""
    refer = _refer_ibid if citation.form == "ibid" else _refer_short
    pointed, wrong = refer(number, citation, chain)
    if wrong is None:
        return citation if citation.refers_to == pointed else replace(citation, refers_to=pointed), []
    code, message, hint, *step = wrong
    place = entry.raw.place("citations", position, *step)
    return citation, [Problem(place, code, f"note {number}: {message}", hint)]


_Wrong = tuple[str, ...]
"""Code, message and hint of what is wrong with a citation, and the key at fault, if it is one."""


def _refer_ibid(number: int, citation: Citation, chain: _Chain) -> tuple[int | None, _Wrong | None]:
    before = chain.notes.get(number - 1)
    wrong: _Wrong | None = None
    if citation.source:
        wrong = "ibid-with-source", "an ibid takes its source from the note before", "delete it", "source"
    elif before is None and number - 1 not in chain.faulty:
        wrong = "ibid-without-note", "an ibid takes its source from the note before, and there is none", "", "form"
    elif before and not before.record.citations:  # where they come to nothing, that is reported of them
        wrong = "ibid-without-note", f"note {number - 1} cites nothing that an ibid could mean", "", "form"
    elif citation.refers_to not in (None, number - 1):
        hint = f"delete refers_to, or write {number - 1}"
        wrong = "ibid-refers-elsewhere", "an ibid refers to the note before", hint, "refers_to"
    return number - 1, wrong


def _refer_short(number: int, citation: Citation, chain: _Chain) -> tuple[int | None, _Wrong | None]:
    if not citation.source:
        return None, (
            "citation-without-source",
            f"a citation in {citation.form} form names its source",
            "add source: …",
        )
    if citation.form == "full":
        return None, None
    full = chain.cited_in_full.get(citation.source, [])
    if not full and chain.may_cite(citation.source, number):
        return None, None
    if not full:
        message = f"'{citation.source}' is cited in short form, and no note before cites it in full"
        return None, ("short-without-full", message, "write form: full where it is cited first", "source")
    if citation.refers_to not in (None, *full, *chain.faulty):
        hint = f"'{citation.source}' is cited in full in note {full[0]}"
        return None, ("short-refers-elsewhere", f"note {citation.refers_to} does not do so", hint, "refers_to")
    return citation.refers_to or full[0], None


def _resolve(citation: Citation, chain: _Chain) -> Iterator[Resolved]:
    if citation.form != "ibid":
        if citation.source:
            yield Resolved(citation.source, citation.locator, citation.label, citation.form, citation.refers_to)
        return
    before = chain.notes.get(citation.refers_to or 0)
    for work in before.resolved if before else ():
        locator, label = (citation.locator, citation.label) if citation.locator else (work.locator, work.label)
        yield Resolved(work.source, locator, label, "ibid", citation.refers_to)
