"""The evidence map: every recommendation, finding, note and source of a brief, and the lines between them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.render.evidence import draw
from sightline.render.kinds.common import HOME
from sightline.render.page import Crumb, Page, Planned
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """One page with a map for each brief that has lines of sight."""
    yield Planned(urls.EVIDENCE_MAP, partial(_map, render))


def _map(render: Renderer) -> Page:
    sheet = render.sheet(urls.EVIDENCE_MAP)
    return render.page(
        sheet,
        "evidence-map",
        title="Evidence map",
        description="Which recommendation rests on which findings, notes and sources, drawn for each brief.",
        crumbs=(HOME, Crumb("Evidence map", urls.EVIDENCE_MAP)),
        maps=[(brief, draw(render.corpus, brief, sheet, render.references)) for brief in render.corpus.briefs],
    )
