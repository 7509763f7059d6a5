"""The pages of facets: what a list holds under each value, and the values of each facet."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from markupsafe import Markup

from sightline import urls
from sightline.link.reach import fingerprint
from sightline.model.brief import Finding, Recommendation
from sightline.model.corpus import Corpus, Key, LedgerEntry, Written
from sightline.model.shared import Actor, GlossaryTerm, Source
from sightline.render.changes import Change
from sightline.render.escaping import finished
from sightline.render.facets import BY
from sightline.render.kinds.common import HOME
from sightline.render.listing import Entry, Listing, Shelf
from sightline.render.names import count
from sightline.render.page import Crumb, Page, Planned
from sightline.render.sheet import Rootless, Sheet, parted
from sightline.render.site import Renderer
from sightline.render.templates_env import environment

SAYS = {
    "letter": "under this letter", "rule": "under this rule", "brief": "of this brief", "kind": "of this kind",
    "addressee": "that ask it to act", "theme": "on this theme", "actor": "that name it",
    "support": "supported in this way", "standing": "of this standing", "access": "to be had in this way",
    "status": "with this status", "decade": "of these years", "year": "of this year", "newest": "whose newest source is of this year",
}  # fmt: skip
"""What the entries under a value have in common."""
ABOUT = {
    "brief": "The brief at a glance", "theme": "The briefs side by side on this theme",
    "addressee": "All that the briefs say of it", "actor": "All that the briefs say of it",
}  # fmt: skip
"""What the page of the record under a value is called."""
RECORDS = {"brief": "brief", "theme": "theme", "addressee": "actor", "actor": "actor"}
"""The facets whose values are records with pages of their own."""


def pages(render: Renderer) -> Iterator[Planned]:
    """The facet pages of every list, in the order of the lists."""
    made = render.listings
    for listing in (
        made.recommendations, made.findings, made.themes, made.sources, made.events, made.actors, made.glossary,
        made.ledger, made.changes,
    ):  # fmt: skip
        yield from _of_listing(render, listing)
        render.entries.clear()  # of a long list they are many, and no other list has them


def _of_listing(render: Renderer, listing: Listing) -> Iterator[Planned]:
    beside = {id(item): _beside(render.corpus, listing, item) for item in listing.items}
    # Without the entries that are something else than records: their pages are made of everything.
    records = {id(item): Written(item.key) for item in listing.items if not isinstance(item, (LedgerEntry, Change))}
    for name in listing.facets:
        yield Planned(urls.by(listing.section, name), partial(_values, render, listing, name))
        if listing.has_pages(name):
            for before, shelf, after in listing.shelves(name):
                parts, near = list(listing.pages(name, shelf)), (before, after)
                around = f"{len(listing.items)} {shelf.size} {len(parts)} {_name(before)} {_name(shelf)} {_name(after)}"
                for number, (path, items) in enumerate(parts, 1):
                    make = partial(_shelf, render, path, listing, name, shelf, near, items, number, len(parts))
                    also = "".join([around, *(beside[id(item)] for item in items)])
                    yield Planned(path, make, tuple([records[id(item)] for item in items if id(item) in records]), also)


def _name(shelf: Shelf | None) -> str:
    return f"{shelf.value} {shelf.title}" if shelf else ""


def _beside(corpus: Corpus, listing: Listing, item: Entry) -> str:
    """What an entry is made of beside the record as it is written: all that its macro in ``entries.html.j2`` asks for."""
    match item:
        case Recommendation() | Finding():
            counts: object = tuple(corpus.support[item.key])
        case Source():
            links = corpus.source_links[item.id]
            counts = len(links.notes), len(links.recommendations), len(links.falls)
        case Actor():
            counts = len(corpus.backlinks.get(item.key, ()))
        case GlossaryTerm():
            counts = [corpus.prints[Key("brief", "", use.brief)] for use in item.used_in]
        case _:
            counts = ""
    return fingerprint([*listing.values_of(item).items(), counts]).hex()


def heading(listing: Listing, name: str) -> str:
    """What the page of a facet is called: ``Findings by actor``."""
    return f"{listing.plural.capitalize()} by {BY.get(name, name)}"


def _crumbs(listing: Listing, name: str, *more: Crumb) -> tuple[Crumb, ...]:
    return (
        HOME, Crumb(listing.title, listing.section),
        Crumb(f"By {BY.get(name, name)}", urls.by(listing.section, name)), *more,
    )  # fmt: skip


def _values(render: Renderer, listing: Listing, name: str) -> Page:
    title = heading(listing, name)
    return render.page(
        render.sheet(urls.by(listing.section, name)),
        "facet-values",
        title=title,
        description=f"{title}: {count(len(listing.facets[name]), 'heading')}, each with its number of entries.",
        crumbs=_crumbs(listing, name),
        twin=listing.section,
        heading=title,
        listing=listing,
        name=name,
    )


def _shelf(
    render: Renderer, path: str, listing: Listing, name: str, shelf: Shelf,
    near: tuple[Shelf | None, Shelf | None], items: Sequence[Entry], number: int, total: int,
) -> Page:  # fmt: skip
    says = f"{listing.plural.capitalize()} {SAYS[name]}: {_of(shelf.size, len(listing.items))}."
    page = f", page {number} of {total}" if number > 1 else ""
    return render.page(
        render.sheet(path),
        "facet",
        title=f"{heading(listing, name)}: {shelf.title}{page}",
        description=f"{heading(listing, name)}: {shelf.title}. {says}",
        crumbs=_crumbs(listing, name, Crumb(shelf.title, urls.by(listing.section, name, shelf.value))),
        twin=listing.section,
        listing=listing,
        name=name,
        shelf=shelf,
        says=says,
        about=Key(RECORDS[name], "", shelf.value) if name in RECORDS else None,
        about_words=ABOUT.get(name, ""),
        number=number,
        pages=total,
        found=listing.offered(name, items) if total == 1 else [],
        entries=entries(render, path, listing, items),
        before=near[0],
        after=near[1],
    )


def _of(some: int, every: int) -> str:
    return f"{some:,} of {every:,}" if some < every else f"all {every:,}"


def entries(render: Renderer, path: str, listing: Listing, items: Sequence[Entry]) -> Markup:
    """Entries as they are written on the page at ``path``. Each is made once, and completed for every page."""
    sheet = render.sheet(path)
    macro = getattr(environment().get_template("entries.html.j2").module, listing.kind)
    return finished("".join([sheet.completed(_entry(render, sheet, listing, macro, item)) for item in items]))


def _entry(render: Renderer, sheet: Sheet, listing: Listing, macro: Callable[..., str], item: Entry) -> Rootless:
    made = render.entries.get(id(item))
    if made is None:
        html = macro(sheet.rootless(), render.corpus, render.references, item, listing.values_of(item))
        made = render.entries[id(item)] = parted(html)  # the preview may let go of all meanwhile, for another page
    return made
