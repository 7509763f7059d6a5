"""Sources: what each is, who cites it, and what would fall with it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from sightline import urls
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Key, Note, Resolved, SourceLinks
from sightline.model.prose import plain
from sightline.model.shared import Source
from sightline.render.evidence import draw_one
from sightline.render.forms import BEGUN, Form, Statements
from sightline.render.kinds.common import HOME, between, neighbours, overview
from sightline.render.notes import where
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer

ALL = Crumb("Sources", urls.SOURCES)


class CitedIn(NamedTuple):
    """One note that stands for a source, and the sentences that it carries."""

    note: Note
    works: tuple[Resolved, ...]
    """The citations of this source in the note."""
    sentences: tuple[tuple[Key, str], ...]


class ByBrief(NamedTuple):
    """What a source carries in one brief."""

    brief: Brief
    notes: list[Key]
    recommendations: list[Key]
    findings: list[Key]


def pages(render: Renderer) -> Iterator[Planned]:
    """The list of sources, then each source."""
    yield Planned(urls.SOURCES, partial(_list, render))
    ordered = sorted(render.corpus.sources, key=lambda source: render.references.sort_key(source.id))
    for before, source, after in neighbours(ordered):
        key, shows = source.key, between(before, source, after)
        make = partial(render.fitting, partial(_source, render, source, before, after), BEGUN)
        yield Planned(urls.of(key), make, shows, own=(key,))


def _list(render: Renderer) -> Page:
    listing, about = (
        render.listings.sources,
        "Every work that the briefs cite, with the notes that cite it and what rests on it.",
    )
    if not listing.whole:
        return overview(render, listing, about)
    return render.page(
        render.sheet(urls.SOURCES),
        "sources",
        title="Sources",
        description=about,
        crumbs=(HOME, ALL),
        twin=urls.SOURCES,
        found=listing.offered(),
        listing=listing,
    )


def _source(render: Renderer, source: Source, before: Source | None, after: Source | None, form: Form) -> Page:
    corpus, key = render.corpus, source.key
    text = render.references.plain_entry(source.id)
    links = corpus.source_links[source.id]
    resting = len(links.recommendations) + len(links.findings)
    drawn = render.fits(node=len(links.notes) + resting)
    whole = form.full and render.fits(
        citation=len(links.notes), resting=resting, node=drawn * (len(links.notes) + resting)
    )
    numbered, listed = render.filled(
        form,
        Statements(len(links.notes), "linked", "linked"),
        Statements(resting + len(links.falls), "line", "line"),
    )
    sheet = render.sheet(urls.of(key), keeps_notes=False)
    return render.page(
        sheet,
        "source",
        title=source.title,
        description=text,
        crumbs=(HOME, ALL, Crumb(source.title, urls.of(key))),
        key=key,
        search=(SearchEntry(urls.of(key), source.title, text, "Source"),),
        source=source,
        links=links,
        whole=whole,
        by_brief=[] if whole else _by_brief(render, links),
        numbered=numbered,
        resting=listed,
        drawing=draw_one(corpus, key, sheet, render.references) if whole and drawn else "",
        cited_in=list(_cited_in(corpus, source)) if whole else [],
        before=before,
        after=after,
    )


def _by_brief(render: Renderer, links: SourceLinks) -> list[ByBrief]:
    """What a source carries in each brief, where it is too much to be quoted."""
    held: dict[str, ByBrief] = {}
    for name, keys in (
        ("notes", links.notes),
        ("recommendations", links.recommendations),
        ("findings", links.findings),
    ):
        for key in keys:
            one = held.setdefault(key.brief, ByBrief(render.groups.briefs[key.brief], [], [], []))
            getattr(one, name).append(key)
    return [one for _, one in sorted(held.items(), key=render.groups.order)]


def _cited_in(corpus: Corpus, source: Source) -> Iterator[CitedIn]:
    for key in corpus.source_links[source.id].notes:
        note = corpus.notes[key]
        sentences = ((use.record, text) for use in note.uses for text in where(corpus, use))
        works = tuple(work for work in note.resolved if work.source == source.id)
        yield CitedIn(note, works, tuple(sentences))


__all__ = ["CitedIn", "pages", "plain"]
