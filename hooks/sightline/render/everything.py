"""All pages, in order."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.render.kinds import LISTS, OF_BRIEF, PAGES
from sightline.render.page import Page, Planned
from sightline.render.site import Renderer


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
