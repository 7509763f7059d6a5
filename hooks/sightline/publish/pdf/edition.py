"""The data of a brief's edition, in the order in which it is read, so that marks are counted in that order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from sightline import urls
from sightline.link.record_data import Json
from sightline.model.brief import Brief, Event, Figure, Finding, Section
from sightline.model.keys import source_key
from sightline.model.kinds import Record
from sightline.model.source_notes import SourceNote
from sightline.publish.pdf.folio import Folio, Node, anchor_of
from sightline.publish.pdf.imprint import imprint
from sightline.publish.pdf.notes import notes, sources
from sightline.publish.pdf.recommendation import recommendation
from sightline.publish.pdf.words import pages, signs
from sightline.render import Renderer
from sightline.render.chart import support_words
from sightline.render.dates import written
from sightline.render.kinds.common import by_section
from sightline.render.kinds.source_notes import place
from sightline.render.kinds.timeline import in_order
from sightline.render.names import FINDING_KINDS, SOURCE_NOTE_GROUPS, count


def edition(render: Renderer, brief: Brief) -> Node:
    """All that the edition of a brief holds."""
    groups, own = render.groups, brief.id
    findings, recommendations, works = groups.findings[own], groups.recommendations[own], groups.sources[own]
    placed: Iterable[Record] = chain(findings, recommendations, groups.source_notes[own])
    folio = Folio(render, own, frozenset([*(one.key for one in placed), *map(source_key, works)]))
    folio.called.update({note.key: 0 for note in groups.notes[own]})  # each has a place, marked or not
    data: Node = {
        **imprint(folio, brief, brief),
        "standfirst": folio.text(brief.standfirst),
        "holds": _holds(render, brief),
        "messages": [folio.text(message) for message in brief.summary],
        "sections": [_section(folio, section, argued) for section, argued in by_section(brief, findings)],
        "recommendations": [recommendation(folio, one, whole=False) for one in recommendations],
        "events": [_event(folio, one) for one in in_order(groups.events[own])],
        "source_notes": list(_source_notes(folio, brief)),
        "about_authors": [{"author": one.author, "about": folio.text(one.about)} for one in brief.about_the_authors],
        "pictures": [
            {"caption": one.caption, "credit": " · ".join(filter(None, (one.credit, pages(one.page))))}
            for one in brief.illustrations
        ],
        "declared": count(brief.declared_sources, "source") if brief.declared_sources is not None else "",
    }
    made = notes(folio)
    return {**data, "notes": made, "sources": sources(folio, works)}


def _holds(render: Renderer, brief: Brief) -> str:
    groups, own = render.groups, brief.id
    sizes = (
        (len(groups.findings[own]), "finding"),
        (len(groups.recommendations[own]), "recommendation"),
        (len(groups.notes[own]), "endnote"),
        (len(groups.sources[own]), "source"),
    )
    return ", ".join(count(number, name) if number else f"no {name}" for number, name in sizes)


def _section(folio: Folio, section: Section, own: list[Finding]) -> Node:
    return {
        "anchor": urls.section_anchor(section.id),
        "title": section.title,
        "meta": " · ".join(filter(None, (count(len(own), "finding"), pages(section.pages)))),
        "summary": folio.text(section.summary),
        "findings": [_finding(folio, one) for one in own],
    }


def _finding(folio: Folio, one: Finding) -> Node:
    key = one.key
    support = folio.corpus.support[key]
    users = [user for user in folio.corpus.backlinks.get(key, ()) if user.kind == "recommendation"]
    return {
        "anchor": anchor_of(key),
        "statement": folio.text(one.statement),
        "kind": FINDING_KINDS[one.kind],
        "page": pages(one.page),
        "support": support_words(support),
        "supported": bool(support.sources),
        "signs": signs(support),
        "reason": folio.text(one.no_note_because),
        "figures": [_figure(figure) for figure in one.figures],
        "carries": [folio.link(user) for user in users],
    }


def _figure(figure: Figure) -> Node:
    return {"value": figure.value, "unit": figure.unit, "measures": figure.measures}


def _event(folio: Folio, one: Event) -> Node:
    date = written(one.date)
    return {"date": date[:1].upper() + date[1:], "title": folio.text(one.title)}


def _source_notes(folio: Folio, brief: Brief) -> Iterator[Json]:
    """The source notes in groups of one kind."""
    own = folio.render.groups.source_notes[brief.id]
    for kind, title in SOURCE_NOTE_GROUPS.items():
        if group := [note for note in own if note.kind == kind]:
            yield {"title": title, "notes": [_source_note(folio, note) for note in group]}


def _source_note(folio: Folio, note: SourceNote) -> Node:
    return {
        "anchor": anchor_of(note.key),
        "what": folio.text(note.what),
        "treatment": folio.text(note.treatment),
        "where": [
            {"text": place(folio.corpus, note, one)[0], "page": pages(one.page), "printed": one.printed}
            for one in note.where
        ],
    }
