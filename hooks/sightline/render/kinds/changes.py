"""What changed: by date, the newest first, as the records themselves date it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from sightline import urls
from sightline.render.changes import Change
from sightline.render.dates import MONTHS
from sightline.render.kinds.common import HOME
from sightline.render.names import STATUSES
from sightline.render.page import Crumb, Page, Planned
from sightline.render.site import Renderer

Months = list[tuple[str, list[Change]]]


def pages(render: Renderer) -> Iterator[Planned]:
    """One page. Of too many changes it has the number in each year."""
    yield Planned(urls.CHANGES, partial(_changes, render))


def _changes(render: Renderer) -> Page:
    corpus, listing = render.corpus, render.listings.changes
    found = [change for change in listing.items if isinstance(change, Change)]
    undated = [brief for brief in corpus.briefs if not brief.issued and not brief.updated]
    return render.page(
        render.sheet(urls.CHANGES),
        "changes",
        title="What changed",
        description="When briefs were published or updated, and what became of recommendations, by date.",
        crumbs=(HOME, Crumb("What changed", urls.CHANGES)),
        twin=urls.CHANGES,
        listing=listing,
        years=list(_years(found)) if listing.whole else [],
        undated=undated,
        open_ended=sum(not one.status for one in corpus.recommendations),
        without_status=render.listings.recommendations.place("status", "none"),
        feeds=[status for status in STATUSES if any(change.status == status for change in found)],
        has_feeds=bool(render.site_url),
    )


def _years(found: list[Change]) -> Iterator[tuple[int, Months]]:
    """Changes by year and month; one whose month is not known stands under the year alone."""
    for year, of_year in groupby(found, key=lambda change: change.date.start.year):
        months = groupby(of_year, key=lambda change: change.date.start.month)
        yield year, [(MONTHS[month - 1] if month else "", list(own)) for month, own in months]
