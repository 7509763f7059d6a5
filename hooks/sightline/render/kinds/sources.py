"""Sources: what each is, who cites it, and what would fall with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sightline import urls
from sightline.link import key_of
from sightline.model.corpus import Corpus, Key, Note, Resolved
from sightline.model.prose import plain
from sightline.model.shared import Source
from sightline.render.evidence import draw_one
from sightline.render.facets import facets, of_source
from sightline.render.kinds.common import HOME, keys_of, neighbours
from sightline.render.notes import where
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer

ALL = Crumb("Sources", urls.SOURCES)


@dataclass(frozen=True, slots=True)
class CitedIn:
    """One note that stands for a source, and the sentences that it carries."""

    note: Note
    works: tuple[Resolved, ...]
    """The citations of this source in the note."""
    sentences: tuple[tuple[Key, str], ...]


def pages(render: Renderer) -> Iterator[Planned]:
    """The list of sources, then each source."""
    ordered = sorted(render.corpus.sources, key=lambda source: render.references.sort_key(source.id))
    yield Planned(urls.SOURCES, partial(_list, render, ordered))
    for before, source, after in neighbours(ordered):
        yield Planned(
            urls.of(key_of(source)), partial(_source, render, source, before, after), keys_of(before, source, after)
        )


def _list(render: Renderer, ordered: list[Source]) -> Page:
    return render.page(
        render.sheet(urls.SOURCES),
        "sources",
        title="Sources",
        description="Every work that the briefs cite, with the notes that cite it and what rests on it.",
        crumbs=(HOME, ALL),
        sources=ordered,
        found=facets(map(of_source, ordered)),
    )


def _source(render: Renderer, source: Source, before: Source | None, after: Source | None) -> Page:
    corpus, key = render.corpus, key_of(source)
    text = render.references.plain_entry(source.id)
    sheet = render.sheet(urls.of(key))
    return render.page(
        sheet,
        "source",
        title=source.title,
        description=text,
        crumbs=(HOME, ALL, Crumb(source.title, urls.of(key))),
        key=key,
        search=(SearchEntry(urls.of(key), f"Source: {source.title}", text, boost=0.6),),
        source=source,
        links=corpus.source_links[source.id],
        drawing=draw_one(corpus, key, sheet, render.references),
        cited_in=list(_cited_in(corpus, source)),
        before=before,
        after=after,
    )


def _cited_in(corpus: Corpus, source: Source) -> Iterator[CitedIn]:
    for key in corpus.source_links[source.id].notes:
        note = corpus.notes[key]
        sentences = ((use.record, text) for use in note.uses for text in where(corpus, use))
        works = tuple(work for work in note.resolved if work.source == source.id)
        yield CitedIn(note, works, tuple(sentences))


__all__ = ["CitedIn", "pages", "plain"]
