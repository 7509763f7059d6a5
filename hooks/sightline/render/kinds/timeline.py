"""Dated events: of all briefs, and of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import groupby

from markupsafe import Markup

from sightline import urls
from sightline.model.brief import Brief, Event
from sightline.model.prose import plain
from sightline.render.dates import written
from sightline.render.facets import attributes, facets, of_event
from sightline.render.forms import MARKED, Form
from sightline.render.kinds.common import HOME, brief_crumbs, neighbours, overview
from sightline.render.kinds.in_parts import Run, runs
from sightline.render.kinds.in_short import BEGUN, PageOfBrief, in_short
from sightline.render.listing import weight
from sightline.render.names import brief_name, shortened
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer
from sightline.render.timeline_drawing import Entry, draw, sign


def pages(render: Renderer) -> Iterator[Planned]:
    """The timeline of everything."""
    yield Planned(urls.TIMELINE, partial(render.fitting, partial(_whole, render), MARKED))


def of_brief(render: Renderer, brief: Brief) -> Iterator[Planned]:
    """That of a brief, in parts where its events are many."""
    shows, parts = (brief.key,), _parts(render, brief)
    yield Planned(urls.brief(brief.id, "timeline"), partial(_of_brief, render, brief, parts), shows)
    for before, part, after in neighbours(parts):
        yield Planned(part.path, partial(_part, render, brief, part, (before, after)), shows)


def _parts(render: Renderer, brief: Brief) -> list[Run[Event]]:
    """The events of a brief page by page; none where one page holds all."""
    events = in_order(render.groups.events[brief.id])
    if sum(map(render.scale.dated, events)) + weight(drawn=len(events)) <= render.room:
        return []
    at = partial(urls.brief, brief.id, "timeline")
    return runs(render, events, "Event", at, render.scale.dated)


def _whole(render: Renderer, form: Form) -> Page:
    listing, about = render.listings.events, "Every dated event of every brief, in order."
    if not listing.whole:
        return overview(render, listing, about)
    events = render.corpus.events
    return render.page(
        render.sheet(urls.TIMELINE, keeps_notes=form == Form.FULL),
        "timeline",
        title="Timeline",
        description=about,
        crumbs=(HOME, Crumb("Timeline", urls.TIMELINE)),
        twin=urls.TIMELINE,
        brief=None,
        part=None,
        decades=list(decades(events)),
        anchor=anchor,
        sign=sign,
        drawing=_drawing(render, events, "Timeline"),
        total=len(events),
        found=facets(listing.filed),
        listing=listing,
    )


def _of_brief(render: Renderer, brief: Brief, parts: list[Run[Event]]) -> Page:
    events, name = render.groups.events[brief.id], f"Timeline of {brief_name(brief)}"
    about = f"The dated events of “{brief.title}”, in order."
    search = tuple(map(_search_entry, events))
    if parts:
        drawing = _drawing(render, events, name, one_brief=True, counted=True)
        page = PageOfBrief("timeline", "Timeline", about, "dated events", "date")
        return in_short(render, brief, page, parts, _begun, search, drawing)
    path = urls.brief(brief.id, "timeline")
    return render.page(
        render.sheet(path, brief.id),
        "timeline",
        title=f"Timeline: {brief_name(brief)}",
        description=about,
        crumbs=brief_crumbs(brief, Crumb("Timeline", path)),
        twin=path,
        search=search,
        brief=brief,
        part=None,
        decades=list(decades(events)),
        anchor=anchor,
        sign=sign,
        drawing=_drawing(render, events, name, one_brief=True),
        total=len(events),
        found=facets(of_event(render.corpus, event) for event in events),
        listing=None,
    )


def _begun(event: Event, _: int) -> tuple[str, str]:
    return written(event.date), shortened(plain(event.title), BEGUN)


def _part(render: Renderer, brief: Brief, part: Run[Event], near: tuple[Run[Event] | None, Run[Event] | None]) -> Page:
    above = urls.brief(brief.id, "timeline")
    return render.page(
        render.sheet(part.path, brief.id),
        "timeline",
        title=f"{part.title}: {brief_name(brief)}",
        description=f"{part.title} of “{brief.title}”, in order of their dates.",
        crumbs=brief_crumbs(brief, Crumb("Timeline", above), Crumb(part.title, part.path)),
        twin=above,
        brief=brief,
        part=part,
        decades=list(decades(part.items)),
        anchor=anchor,
        sign=sign,
        drawing="",
        total=len(part.items),
        found=facets(of_event(render.corpus, event) for event in part.items),
        listing=None,
        before=near[0],
        after=near[1],
    )


def in_order(events: Iterable[Event]) -> list[Event]:
    """Events in order of date; equal dates keep the order of the files."""
    return sorted(events, key=lambda event: event.date.start)


def anchor(event: Event, *, one_brief: object) -> str:
    """Where an event stands on a timeline: ids are unique in their brief only."""
    return event.id if one_brief else f"{event.brief}-{event.id}"


def _drawing(
    render: Renderer, events: Iterable[Event], name: str, *, one_brief: bool = False, counted: bool = False
) -> Markup:
    briefs = [brief.id for brief in render.corpus.briefs]
    return draw(
        [
            Entry(
                date=event.date,
                title=plain(event.title),
                href=f"#{anchor(event, one_brief=one_brief)}",
                facets=attributes(of_event(render.corpus, event)),
                brief=0 if one_brief else briefs.index(event.brief),
            )
            for event in in_order(events)
        ],
        name,
        counted=counted,
    )


def decades(events: Iterable[Event]) -> Iterator[tuple[int, list[Event]]]:
    """Events by the decade in which they begin."""
    for decade, group in groupby(in_order(events), key=lambda event: event.date.year // 10 * 10):
        yield decade, list(group)


def _search_entry(event: Event) -> SearchEntry:
    text = plain(event.title)
    return SearchEntry(urls.of(event.key), shortened(text, 160), text, "Event")
