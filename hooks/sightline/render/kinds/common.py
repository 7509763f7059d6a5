"""What several kinds of page need."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from sightline import urls
from sightline.model.brief import Brief, Finding, Section
from sightline.model.corpus import Corpus, Key, Shown, Written
from sightline.model.kinds import Record
from sightline.render.groups import Groups
from sightline.render.listing import Listing
from sightline.render.names import brief_name
from sightline.render.page import Crumb, Page
from sightline.render.site import Renderer

HOME = Crumb("Home", urls.HOME)
BRIEFS = Crumb("Briefs", urls.BRIEFS)

Item = TypeVar("Item")


def brief_crumbs(brief: Brief, *more: Crumb) -> tuple[Crumb, ...]:
    """The way to a page of a brief."""
    return (HOME, BRIEFS, Crumb(brief_name(brief), urls.brief(brief.id)), *more)


def by_brief(corpus: Corpus, groups: Groups, keys: Iterable[Key]) -> list[tuple[Brief, list[Record]]]:
    """Records of briefs, sorted out by brief; a brief without any is left out."""
    sorted_out: dict[str, list[Record]] = {}
    for key in dict.fromkeys(keys):
        sorted_out.setdefault(key.brief, []).append(corpus.records[key])
    return [(groups.briefs[brief], records) for brief, records in sorted(sorted_out.items(), key=groups.order)]


def by_section(brief: Brief, findings: Iterable[Finding]) -> Iterator[tuple[Section, list[Finding]]]:
    """The sections of a brief that have some of these findings, with them."""
    sorted_out: dict[str, list[Finding]] = {}
    for finding in findings:
        sorted_out.setdefault(finding.section, []).append(finding)
    for section in brief.sections:
        if own := sorted_out.get(section.id):
            yield section, own


def section_title(brief: Brief, section: str | None) -> str:
    """The heading of a section; empty where there is none."""
    return next((one.title for one in brief.sections if one.id == section), "")


def neighbours(items: list[Item]) -> Iterator[tuple[Item | None, Item, Item | None]]:
    """Each item with the one before and the one after it."""
    for index, item in enumerate(items):
        before = items[index - 1] if index else None
        yield before, item, items[index + 1] if index + 1 < len(items) else None


def keys_of(*records: Record | None) -> tuple[Key, ...]:
    """The keys of the records that are there."""
    return tuple(record.key for record in records if record)


def between(before: Record | None, one: Record, after: Record | None) -> tuple[Shown, ...]:
    """What the page of a record is made of that leads to its neighbours: of these it has no more than the titles."""
    return (*map(Written, keys_of(before)), one.key, *map(Written, keys_of(after)))


def overview(render: Renderer, listing: Listing, about: str) -> Page:
    """The page of a list that is too long for one: what it can be narrowed down by."""
    return render.page(
        render.sheet(listing.section),
        "overview",
        title=listing.title,
        description=about,
        crumbs=(HOME, Crumb(listing.title, listing.section)),
        twin=listing.section,
        listing=listing,
    )
