"""Events or source notes of a brief that are too many for one page: in short, each with its anchor and the way to itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from markupsafe import Markup

from sightline import urls
from sightline.model.brief import Brief
from sightline.model.source_notes import SourceNote
from sightline.render.kinds.common import brief_crumbs
from sightline.render.kinds.in_parts import Item, Run
from sightline.render.names import brief_name
from sightline.render.page import Crumb, Page, SearchEntry
from sightline.render.site import Renderer

BEGUN = 120
"""How many letters of a record in short stand for it."""


class PageOfBrief(NamedTuple):
    """The page of a brief that has all its records of one kind."""

    name: str
    """The last word of its address."""
    title: str
    about: str
    """What is on it, for those who search."""
    records: str
    """What they are called."""
    sign: str
    """What is always shown of each: its date, its number."""


def in_short(
    render: Renderer,
    brief: Brief,
    page: PageOfBrief,
    parts: list[Run[Item]],
    entry: Callable[[Item, int], tuple[str, str]],
    search: tuple[SearchEntry, ...],
    drawing: Markup | str = "",
    elsewhere: Sequence[SourceNote] = (),
) -> Page:
    """The page of all where each stands in full on one of the ``parts``.

    ``entry`` makes what stands for a record of the place, counted from 1, where no more fits, and its first words;
    ``elsewhere`` are source notes of other briefs that speak of this one.
    """
    path = urls.brief(brief.id, page.name)
    return render.page(
        render.sheet(path, brief.id, keeps_notes=False),
        "in-short",
        title=f"{page.title}: {brief_name(brief)}",
        description=page.about,
        crumbs=brief_crumbs(brief, Crumb(page.title, path)),
        twin=path,
        search=search,
        brief=brief,
        shown=page,
        parts_in_full=parts,
        entry=entry,
        begun=render.fits(line=sum(len(part.items) for part in parts)),
        drawing=drawing,
        elsewhere=elsewhere,
    )
