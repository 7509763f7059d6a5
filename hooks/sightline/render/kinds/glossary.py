"""Abbreviations and terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.link import key_of
from sightline.model.prose import plain
from sightline.model.shared import GlossaryTerm
from sightline.render.kinds.common import HOME
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """One page."""
    yield Planned(urls.GLOSSARY, partial(_glossary, render))


def _glossary(render: Renderer) -> Page:
    terms = sorted(render.corpus.glossary, key=lambda term: term.term.casefold())
    return render.page(
        render.sheet(urls.GLOSSARY),
        "glossary",
        title="Glossary",
        description="Every abbreviation and term of art in the briefs, and whether the brief itself explains it.",
        crumbs=(HOME, Crumb("Glossary", urls.GLOSSARY)),
        twin=True,
        search=tuple(map(_search_entry, terms)),
        terms=terms,
    )


def _search_entry(term: GlossaryTerm) -> SearchEntry:
    text = " ".join([term.expansion, plain(term.meaning) if term.meaning else ""]).strip()
    return SearchEntry(urls.of(key_of(term)), term.term, text)
