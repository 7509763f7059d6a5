"""All pages and all redirects, in order."""

from __future__ import annotations

from collections.abc import Iterator

from sightline import urls
from sightline.link import key_of
from sightline.model.brief import Recommendation
from sightline.model.corpus import Corpus
from sightline.model.shared import Actor, Source, Theme
from sightline.render.kinds import LISTS, OF_BRIEF, PAGES
from sightline.render.page import Page, Planned, Redirect
from sightline.render.site import Renderer

PARTS = ("", "findings", "findings/cite", "recommendations", "endnotes", "timeline", "evidence-map", "source-notes")
"""The pages of a brief that are always there, the brief at a glance first."""


def plan(render: Renderer) -> Iterator[Planned]:
    """Every page of records and lists, brief by brief and then kind by kind, none of them rendered yet."""
    for lists in LISTS:
        yield from lists(render)
    for brief in render.corpus.briefs:
        for of_brief in OF_BRIEF:
            yield from of_brief(render, brief)
        render.bodies.clear()  # of all briefs together they are many
    for pages_of_kind in PAGES:
        yield from pages_of_kind(render)


def pages(render: Renderer) -> Iterator[Page]:
    """Every page of records and lists, rendered one after the other."""
    for planned in plan(render):
        yield planned.make()


def redirects(corpus: Corpus) -> Iterator[Redirect]:
    """Every old and short address: aliases of records with pages, of briefs, and the numbers of notes."""
    earlier = {brief.id: brief.aliases for brief in corpus.briefs}
    for note in corpus.notes.values():
        for brief in (note.record.brief, *earlier[note.record.brief]):
            yield Redirect(urls.short_note(brief, note.record.number), urls.of(note.key))
    for one in corpus.recommendations:
        key = key_of(one)
        addresses = {
            key._replace(brief=brief, id=id_) for brief in (one.brief, *earlier[one.brief]) for id_ in _ids(one)
        }
        yield from (Redirect(urls.of(old), urls.of(key)) for old in sorted(addresses - {key}))
    shared: tuple[Theme | Source | Actor, ...] = (*corpus.themes, *corpus.sources, *corpus.actors)
    for record in shared:
        key = key_of(record)
        yield from (Redirect(urls.of(key._replace(id=alias)), urls.of(key)) for alias in record.aliases)
    for brief_id, aliases in earlier.items():
        for alias in aliases:
            yield from (Redirect(urls.brief(alias, part), urls.brief(brief_id, part)) for part in PARTS)


def _ids(one: Recommendation) -> tuple[str, ...]:
    return one.id, *one.aliases
