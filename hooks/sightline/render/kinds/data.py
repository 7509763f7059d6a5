"""The page that explains the public data."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.model.kinds import KINDS
from sightline.render.kinds.common import HOME
from sightline.render.page import Crumb, Page, Planned
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """One page."""
    yield Planned(urls.DATA, partial(_data, render))


def _data(render: Renderer) -> Page:
    return render.page(
        render.sheet(urls.DATA),
        "data",
        title="Data",
        description="The whole corpus as data: what the files hold, and how stable they are.",
        crumbs=(HOME, Crumb("Data", urls.DATA)),
        kinds=[(kind, len(getattr(render.corpus, kind.plural))) for kind in KINDS],
        example=render.corpus.recommendations[0] if render.corpus.recommendations else None,
    )
