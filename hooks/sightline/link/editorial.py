"""The editorial rules: what is no error, and yet something that a reader should be told."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from sightline.check import Entry
from sightline.diagnostics import Place, Problem
from sightline.model.corpus import Corpus, Key, LedgerEntry
from sightline.model.kinds import Record
from sightline.model.prose import UNWRITTEN, Prose, plain
from sightline.read import Raw


def ledger(corpus: Corpus, entries: Iterable[Entry]) -> tuple[LedgerEntry, ...]:
    """What records leave unwritten, then each rule on the linked corpus, in the order of the list."""
    return (*_unwritten(entries), *(entry for rule in RULES for entry in rule(corpus)))


def warnings(corpus: Corpus, place: Callable[[Key], Place]) -> list[Problem]:
    """The ledger as problems, but for what the editor has given a reason for."""
    return [Problem(place(entry.record), entry.code, entry.message) for entry in corpus.ledger if not entry.reason]


def _entry(code: str, record: Record, message: str, reason: Prose | None = None) -> LedgerEntry:
    return LedgerEntry(code, record.key, message, plain(reason) if reason else "")


def _unwritten(entries: Iterable[Entry]) -> Iterator[LedgerEntry]:
    """From the text of whole files first, most of which have no such words."""
    entries = [*entries]
    texts = {id(entry.raw.document): entry.raw.document.text for entry in entries}
    begun = {document for document, text in texts.items() if UNWRITTEN in text}
    for entry in entries:
        if id(entry.raw.document) not in begun:
            continue
        if keys := [key for key, value in entry.raw.data.items() if _says_so(value)]:
            label = entry.key.kind.replace("-", " ")
            message = f"{label} '{entry.key.id}' still says '{UNWRITTEN}' ({', '.join(keys)})"
            yield _entry("text-unwritten", entry.record, message)


def _says_so(value: Raw) -> bool:
    if isinstance(value, dict):
        return any(map(_says_so, value.values()))
    return any(map(_says_so, value)) if isinstance(value, list) else value == UNWRITTEN


def _findings_without_note(corpus: Corpus) -> Iterator[LedgerEntry]:
    for finding in corpus.findings:
        if not corpus.support[finding.key].notes:
            yield _entry(
                "finding-without-note", finding, f"finding '{finding.id}' carries no note", finding.no_note_because
            )


def _recommendations_without_evidence(corpus: Corpus) -> Iterator[LedgerEntry]:
    for one in corpus.recommendations:
        if not one.rests_on:
            message = f"recommendation '{one.id}' rests on no finding"
            yield _entry("recommendation-rests-on-nothing", one, message, one.no_note_because)
        if not corpus.lines[one.key]:
            message = f"recommendation '{one.id}' reaches no source"
            yield _entry("recommendation-without-evidence", one, message, one.no_note_because)


def _sources_never_cited(corpus: Corpus) -> Iterator[LedgerEntry]:
    for source in corpus.sources:
        status = (entry.source for one in corpus.recommendations for entry in one.status)
        if not corpus.source_links[source.id].notes and source.id not in status:
            yield _entry("source-never-cited", source, f"no note cites '{source.id}'")


def _notes_never_called(corpus: Corpus) -> Iterator[LedgerEntry]:
    for note in corpus.notes.values():
        if not note.uses:
            yield _entry("note-never-called", note.record, f"no text has the mark [^{note.record.number}]")
        sections = list(dict.fromkeys(use.section for use in note.uses if use.record.kind == "finding" and use.section))
        if len(sections) > 1:
            message = f"note {note.record.number} is marked in {' and '.join(sections)}"
            yield _entry("note-out-of-section", note.record, message)


def _unused(corpus: Corpus) -> Iterator[LedgerEntry]:
    for theme in corpus.themes:
        named_by = {key.kind for key in corpus.backlinks.get(theme.key, ())}
        if not named_by & {"finding", "recommendation", "theme"}:
            yield _entry("theme-unused", theme, f"nothing belongs to the theme '{theme.id}'")
    for actor in corpus.actors:
        if not corpus.backlinks.get(actor.key):
            yield _entry("actor-unused", actor, f"no record names the actor '{actor.id}'")


def _declared_sources(corpus: Corpus) -> Iterator[LedgerEntry]:
    for brief in corpus.briefs:
        if brief.declared_sources is None:
            continue
        cited = {work.source for key, note in corpus.notes.items() if key.brief == brief.id for work in note.resolved}
        if len(cited) != brief.declared_sources:
            message = f"'{brief.id}' declares {brief.declared_sources} sources and its notes cite {len(cited)}"
            yield _entry("declared-sources-differ", brief, message)


RULES: tuple[Callable[[Corpus], Iterator[LedgerEntry]], ...] = (
    _recommendations_without_evidence,
    _findings_without_note,
    _sources_never_cited,
    _notes_never_called,
    _declared_sources,
    _unused,
)
