"""The page that explains the public data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.cite.formats import FORMATS
from sightline.model.kinds import KINDS
from sightline.model.shared import Source
from sightline.render.kinds.common import HOME
from sightline.render.names import STATUSES
from sightline.render.page import Crumb, Page, Planned
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """One page."""
    yield Planned(urls.DATA, partial(_data, render))


def _data(render: Renderer) -> Page:
    corpus = render.corpus
    one = _example(render)
    return render.page(
        render.sheet(urls.DATA),
        "data",
        title="Data",
        description="Everything on this site as data: what each file holds, how to read it, and how stable it is.",
        crumbs=(HOME, Crumb("Data", urls.DATA)),
        kinds=[(kind, len(getattr(corpus, kind.plural))) for kind in KINDS],
        formats=[(form, render.cite_this(one.key).written(form) if one else "") for form in FORMATS],
        example=one,
        recommendation=corpus.recommendations[0] if corpus.recommendations else None,
        briefs=[(brief, len(render.groups.sources[brief.id])) for brief in corpus.briefs],
        themes=corpus.themes,
        statuses=STATUSES,
        has_feeds=bool(render.site_url),
        has_pdf=render.pdf_store is not None,
    )


def _example(render: Renderer) -> Source | None:
    """The source that the formats are shown with: the one with most to show."""
    return max(render.corpus.sources, key=lambda source: len(source.item), default=None)
