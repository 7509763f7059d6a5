"""Dated events: of all briefs, and of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from sightline import urls
from sightline.link import key_of
from sightline.model.brief import Brief, Event
from sightline.model.prose import plain
from sightline.render.facets import facets, of_event
from sightline.render.kinds.common import HOME, brief_crumbs, of_brief
from sightline.render.names import brief_name, shortened
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """The timeline of everything, then one for each brief."""
    yield Planned(urls.TIMELINE, partial(_whole, render))
    for brief in render.corpus.briefs:
        yield Planned(urls.brief(brief.id, "timeline"), partial(_of_brief, render, brief), (key_of(brief),))


def _whole(render: Renderer) -> Page:
    corpus = render.corpus
    return render.page(
        render.sheet(urls.TIMELINE),
        "timeline",
        title="Timeline",
        description="Every dated event of every brief, in order.",
        crumbs=(HOME, Crumb("Timeline", urls.TIMELINE)),
        brief=None,
        decades=list(decades(corpus.events)),
        total=len(corpus.events),
        found=facets(of_event(corpus, event) for event in corpus.events),
    )


def _of_brief(render: Renderer, brief: Brief) -> Page:
    events = of_brief(render.corpus.events, brief)
    path = urls.brief(brief.id, "timeline")
    return render.page(
        render.sheet(path, brief.id),
        "timeline",
        title=f"Timeline: {brief_name(brief)}",
        description=f"The dated events of “{brief.title}”, in order.",
        crumbs=brief_crumbs(brief, Crumb("Timeline", path)),
        twin=True,
        search=tuple(map(_search_entry, events)),
        brief=brief,
        decades=list(decades(events)),
        total=len(events),
        found=facets(of_event(render.corpus, event) for event in events),
    )


def decades(events: Iterable[Event]) -> Iterator[tuple[int, list[Event]]]:
    """Events by the decade in which they begin, in order of date; equal dates keep the order of the files."""
    in_order = sorted(events, key=lambda event: event.date.start)
    for decade, group in groupby(in_order, key=lambda event: event.date.year // 10 * 10):
        yield decade, list(group)


def _search_entry(event: Event) -> SearchEntry:
    text = plain(event.title)
    return SearchEntry(urls.of(key_of(event)), f"Event: {shortened(text, 70)}", text, boost=0.8)
