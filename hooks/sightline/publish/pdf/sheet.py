"""The data of a recommendation's sheet: two pages that one can bring to a meeting."""

from __future__ import annotations

from sightline.model.brief import Brief, Recommendation
from sightline.model.keys import source_key
from sightline.publish.pdf.folio import Folio, Node
from sightline.publish.pdf.imprint import imprint
from sightline.publish.pdf.notes import notes, sources
from sightline.publish.pdf.recommendation import recommendation
from sightline.render import Renderer


def sheet(render: Renderer, brief: Brief, one: Recommendation) -> Node:
    """All that the sheet of a recommendation holds."""
    works = {line.source for line in render.corpus.lines[one.key]}
    folio = Folio(render, brief.id, frozenset(map(source_key, works)))
    data: Node = {
        **imprint(folio, brief, one),
        "one": recommendation(folio, one, whole=True),
    }
    made = notes(folio)
    return {**data, "notes": made, "sources": sources(folio, works)}
