"""All pages and all redirects, in order."""

from __future__ import annotations

from collections.abc import Iterator

from sightline import urls
from sightline.link import key_of
from sightline.model.brief import Recommendation
from sightline.model.corpus import Corpus
from sightline.model.shared import Actor, Source, Theme
from sightline.render.kinds import PAGES
from sightline.render.page import Page, Planned, Redirect
from sightline.render.site import Renderer


def plan(render: Renderer) -> Iterator[Planned]:
    """Every page of records and lists, in order, none of them rendered yet."""
    for _, pages_of_kind in PAGES:
        yield from pages_of_kind(render)


def pages(render: Renderer) -> Iterator[Page]:
    """Every page of records and lists, rendered one after the other."""
    for planned in plan(render):
        yield planned.make()


def redirects(corpus: Corpus) -> Iterator[Redirect]:
    """Every old and short address: aliases of records with pages, of briefs, and the numbers of notes."""
    for note in corpus.notes.values():
        yield Redirect(urls.short_note(note.record.brief, note.record.number), urls.of(note.key))
    paged: tuple[Recommendation | Theme | Source | Actor, ...] = (
        *corpus.recommendations,
        *corpus.themes,
        *corpus.sources,
        *corpus.actors,
    )
    for record in paged:
        key = key_of(record)
        for alias in record.aliases:
            yield Redirect(urls.of(key._replace(id=alias)), urls.of(key))
    for brief in corpus.briefs:
        for alias in brief.aliases:
            yield Redirect(urls.brief(alias), urls.brief(brief.id))
            for part in ("findings", "recommendations", "endnotes", "timeline", "source-notes"):
                yield Redirect(urls.brief(alias, part), urls.brief(brief.id, part))
            for one in corpus.recommendations:
                if one.brief == brief.id:
                    yield Redirect(urls.of(key_of(one)._replace(brief=alias)), urls.of(key_of(one)))
