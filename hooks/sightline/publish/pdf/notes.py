"""Notes and sources as an edition shows them: as printed, what they stand for, and the way back to their marks."""

from __future__ import annotations

from collections.abc import Iterable

from sightline.cite import Tokens, closed, opened
from sightline.cite.locators import chicago, locator_of
from sightline.cite.tokens import join, plain
from sightline.link.record_data import Json
from sightline.model.corpus import Key, Note, Resolved
from sightline.model.keys import source_key
from sightline.model.notes import Citation, PrintingSlip
from sightline.model.shared import Source
from sightline.publish.pdf.folio import Folio, Node, anchor_of
from sightline.render.names import ACCESS, kind_of_work
from sightline.render.notes import stands_for


def notes(folio: Folio) -> list[Json]:
    """The notes marked so far in full, and those that their own comments mark; last the ways back to all marks."""
    made: dict[Key, Node] = {}
    while unmade := [note for note in folio.notes if note.key not in made]:
        made.update((note.key, _note(folio, note)) for note in unmade)
    return [{**made[note.key], "marks": folio.marks(note.key)} for note in folio.notes]


def _note(folio: Folio, note: Note) -> Node:
    brief = note.record.brief
    return {
        "anchor": anchor_of(note.key),
        "label": folio.label(note.key),
        "printed": folio.reference(printed(folio, note)),
        "comment": folio.text(note.record.comment, brief),
        "stands_for": [_work(folio, work) for work in stands_for(note)],
        "slips": [_slip(folio, slip, brief) for slip in note.record.printing_slips],
        "page": note.record.page,
    }


def printed(folio: Folio, note: Note) -> Tokens:
    """A note in the form in which it is printed: in full, in a short form, or as ibid."""
    tokens = closed(join("; ", *(_citation(folio, citation) for citation in note.citations)))
    if tokens and note.citations[0].lead_in:
        first = tokens[0].text
        return (*plain(first[:1].upper() + first[1:]), *tokens[1:])
    return tokens


def _citation(folio: Folio, citation: Citation) -> Tokens:
    lead = plain(f"{citation.lead_in} " if citation.lead_in else "")
    if citation.form == "ibid":
        place = chicago(locator_of((citation.label, citation.locator or "")))
        return (*lead, *plain(f"Ibid.{', ' if place else ''}{place}"))
    short, source = citation.form == "short", str(citation.source)
    return (*lead, *opened(folio.render.references.citation(source, citation.label, citation.locator, short=short)))


def _work(folio: Folio, work: Resolved) -> Node:
    tokens = folio.render.references.citation(work.source, work.label, work.locator)
    return {**folio.target(source_key(work.source)), "reference": folio.reference(closed(tokens))}


def _slip(folio: Folio, slip: PrintingSlip, brief: str) -> Node:
    return {"printed": slip.printed, "expected": slip.expected, "why": folio.text(slip.why, brief)}


def sources(folio: Folio, wanted: Iterable[str]) -> list[Json]:
    """A bibliography, with the notes of the edition that cite each work."""
    citing: dict[str, dict[Key, None]] = {}
    for note in folio.notes:
        for work in note.resolved:
            citing.setdefault(work.source, {})[note.key] = None
    ordered = sorted(dict.fromkeys(wanted), key=folio.render.references.sort_key)
    return [_source(folio, source, list(citing.get(source, ()))) for source in ordered]


def _source(folio: Folio, source: str, citing: list[Key]) -> Node:
    key = source_key(source)
    record = folio.corpus.records[key]
    assert isinstance(record, Source)
    access = ACCESS[record.access] if record.access else ""
    return {
        "anchor": anchor_of(key),
        "reference": folio.reference(folio.render.references.bibliography(source)),
        "facts": " · ".join(filter(None, (kind_of_work(record.type), access))),
        "notes": [{"text": folio.label(note), "to": anchor_of(note)} for note in citing],
    }
