"""Briefs at a glance, and the list of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.model.brief import Brief
from sightline.model.prose import plain
from sightline.render.forms import Form
from sightline.render.kinds.common import BRIEFS, HOME, brief_crumbs, by_section
from sightline.render.names import brief_name
from sightline.render.page import Page, Planned, SearchEntry
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """The list of briefs."""
    yield Planned(urls.BRIEFS, partial(_list, render))


def of_brief(render: Renderer, brief: Brief) -> Iterator[Planned]:
    """The brief at a glance."""
    key = brief.key
    yield Planned(urls.of(key), partial(render.fitting, partial(_brief, render, brief)), (key,), own=(key,))


def _list(render: Renderer) -> Page:
    groups = render.groups
    return render.page(
        render.sheet(urls.BRIEFS, keeps_notes=False),
        "briefs",
        title="Briefs",
        description="The briefs that this site publishes, each with its findings, recommendations, notes and sources.",
        crumbs=(HOME, BRIEFS),
        twin=urls.BRIEFS,
        briefs=[(brief, groups.findings[brief.id], groups.recommendations[brief.id]) for brief in render.corpus.briefs],
    )


def _brief(render: Renderer, brief: Brief, form: Form) -> Page:
    groups, key, whole = render.groups, brief.key, _whole(render, brief, form)
    standfirst = plain(brief.standfirst)
    makers = [*(str(part) for name in brief.authors for part in name.values()), brief.publisher, brief.series or ""]
    text = " ".join([standfirst, *map(plain, brief.summary), *makers])
    sources = groups.sources[brief.id]
    return render.page(
        render.sheet(urls.of(key), brief.id, keeps_notes=form == Form.FULL),
        "brief",
        title=brief_name(brief),
        description=standfirst,
        crumbs=brief_crumbs(brief),
        key=key,
        search=(SearchEntry(urls.of(key), brief.title, text, "Brief"),),
        brief=brief,
        findings=groups.findings[brief.id],
        found_in={section.id: own for section, own in by_section(brief, groups.findings[brief.id])},
        recommendations=groups.recommendations[brief.id],
        endnotes=groups.endnotes[brief.id],
        events=groups.events[brief.id],
        source_notes=groups.source_notes[brief.id],
        sources=sorted(sources, key=render.references.sort_key),
        whole=whole,
        listing=render.listings.sources,
    )


def _whole(render: Renderer, brief: Brief, form: Form) -> dict[str, int]:
    """What fits into the page together, by its weight: recommendations, or their titles, then the notes' numbers, then
    the sources. What does not fit stands on a page of its own, to which this one leads. Where it is heavier than that,
    recommendations have their titles alone, and then the sources go."""
    groups, fits = render.groups, dict[str, int]()
    many = len(groups.recommendations[brief.id])
    wanted = {"number": len(groups.endnotes[brief.id])}
    wanted |= {"source": len(groups.sources[brief.id])} if form < Form.COUNTED else {}
    asked = {"recommendation": many, "titled": many} if form.full else {"titled": many}
    for kind, number in (*asked.items(), *wanted.items()):
        if not (kind == "titled" and "recommendation" in fits) and render.fits(**fits, **{kind: number}):
            fits[kind] = number
    return fits
