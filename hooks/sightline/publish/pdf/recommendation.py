"""A recommendation as an edition shows it: the statement, who should act, what it rests on, and its line of sight."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.cite import opened
from sightline.link.record_data import Json
from sightline.model.brief import Action, Recommendation
from sightline.model.keys import source_key
from sightline.model.prose import plain
from sightline.publish.pdf.drawing import drawing
from sightline.publish.pdf.folio import Folio, Node, anchor_of
from sightline.publish.pdf.words import pages, signs
from sightline.render.chart import support_words
from sightline.render.dates import written
from sightline.render.kinds.common import section_title
from sightline.render.kinds.recommendations import Step, beside, chain, source_notes
from sightline.render.names import FINDING_KINDS, RELATIONS, ROLES, shortened

LINE = 84
"""How much of a finding fits into a line, in letters."""


def recommendation(folio: Folio, one: Recommendation, *, whole: bool) -> Node:
    """The recommendation; ``whole`` sets out the findings it rests on, which elsewhere have a place of their own."""
    key = one.key
    support = folio.corpus.support[key]
    brief = folio.render.groups.briefs[one.brief]
    data: Node = {
        "anchor": anchor_of(key),
        "title": one.title,
        "statement": folio.text(one.statement),
        "place": " · ".join(filter(None, (pages(one.page).capitalize(), section_title(brief, one.section)))),
        "support": support_words(support),
        "signs": signs(support),
        "labels": list(support.labels),
        "addressees": folio.links("actor", one.addressees),
        "actions": [_action(folio, action) for action in one.actions],
        "grounds": [_ground(folio, step, whole) for step in chain(folio.corpus, one) if step.finding],
        "own": _own(folio, one),
        "reason": folio.text(one.no_note_because),
        "status": list(_status(folio, one)),
        "beside": list(_beside(folio, one)),
        "remarks": len(list(source_notes(folio.render, one))),
    }
    return {**data, "drawing": drawing(folio, one)}  # last: its links lead to the notes that the texts have marked


def _action(folio: Folio, action: Action) -> Node:
    return {"what": folio.text(action.what), "by": folio.links("actor", action.by)}


def _ground(folio: Folio, step: Step, whole: bool) -> Node:
    assert step.finding is not None
    assert step.ground is not None
    key = step.finding.key
    support = folio.corpus.support[key]
    return {
        "role": step.ground.role,
        "word": ROLES[step.ground.role],
        "statement": folio.text(step.finding.statement, step.finding.brief) if whole else [],
        "finding": folio.link(key, shortened(plain(step.finding.statement), LINE)),
        "kind": FINDING_KINDS[step.finding.kind],
        "why": folio.text(step.ground.why),
        "support": support_words(support),
        "signs": signs(support),
        "notes": _notes(folio, step),
    }


def _own(folio: Folio, one: Recommendation) -> list[Json]:
    """The notes that the recommendation marks itself."""
    return [note for step in chain(folio.corpus, one) if step.finding is None for note in _notes(folio, step)]


def _notes(folio: Folio, step: Step) -> list[Json]:
    """The notes that a step marks, with the works that each stands for, by their short names."""
    references = folio.render.references
    return [
        {
            "text": folio.label(note.key),
            **folio.target(note.key),
            "works": [
                {
                    **folio.target(source_key(work.source)),
                    "reference": folio.reference(
                        opened(references.citation(work.source, work.label, work.locator, short=True))
                    ),
                }
                for work in works
            ],
        }
        for note, works in step.notes
    ]


def _status(folio: Folio, one: Recommendation) -> Iterator[Node]:
    for entry in one.status:
        yield {
            "date": written(entry.date),
            "status": entry.status.replace("-", " ").capitalize(),
            "note": folio.text(entry.note),
            "source": folio.link(source_key(entry.source)),
        }


def _beside(folio: Folio, one: Recommendation) -> Iterator[Node]:
    for other in beside(folio.corpus, one):
        why, owner = (other.why, one.brief) if other.why else (other.named_by, other.key.brief)
        yield {
            "relation": RELATIONS[other.relation],
            "link": folio.link(other.key),
            "why": folio.text(why.why if why else None, owner),
        }
