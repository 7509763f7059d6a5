"""Briefs at a glance, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.link import key_of
from sightline.model.brief import Brief
from sightline.model.prose import plain
from sightline.render.kinds.common import BRIEFS, HOME, brief_crumbs, of_brief, sources_of
from sightline.render.names import brief_name
from sightline.render.page import Page, Planned, SearchEntry
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """The list of briefs, then each brief."""
    yield Planned(urls.BRIEFS, partial(_list, render))
    for brief in render.corpus.briefs:
        yield Planned(urls.of(key_of(brief)), partial(_brief, render, brief), (key_of(brief),))


def _list(render: Renderer) -> Page:
    corpus = render.corpus
    return render.page(
        render.sheet(urls.BRIEFS),
        "briefs",
        title="Briefs",
        description="The briefs that this site publishes, each with its findings, recommendations, notes and sources.",
        crumbs=(HOME, BRIEFS),
        briefs=[
            (brief, of_brief(corpus.findings, brief), of_brief(corpus.recommendations, brief))
            for brief in corpus.briefs
        ],
    )


def _brief(render: Renderer, brief: Brief) -> Page:
    corpus, key = render.corpus, key_of(brief)
    standfirst = plain(brief.standfirst)
    text = " ".join([standfirst, *map(plain, brief.summary)])
    sources = sources_of(corpus, brief)
    return render.page(
        render.sheet(urls.of(key), brief.id),
        "brief",
        title=brief_name(brief),
        description=standfirst,
        crumbs=brief_crumbs(brief),
        key=key,
        search=(SearchEntry(urls.of(key), brief.title, text, boost=3.0),),
        brief=brief,
        findings=of_brief(corpus.findings, brief),
        recommendations=of_brief(corpus.recommendations, brief),
        endnotes=of_brief(corpus.endnotes, brief),
        events=of_brief(corpus.events, brief),
        source_notes=of_brief(corpus.source_notes, brief),
        sources=sorted(sources, key=render.references.sort_key),
    )
