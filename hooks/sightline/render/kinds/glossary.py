"""Abbreviations and terms."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.model.prose import plain
from sightline.model.shared import GlossaryTerm
from sightline.render.kinds.common import HOME
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """One page. Every term keeps its anchor on it, also where there are too many to be explained there."""
    yield Planned(urls.GLOSSARY, partial(_glossary, render))


def _glossary(render: Renderer) -> Page:
    listing = render.listings.glossary
    terms = [term for term in listing.items if isinstance(term, GlossaryTerm)]
    return render.page(
        render.sheet(urls.GLOSSARY),
        "glossary",
        title="Glossary",
        description="Every abbreviation and term of art in the briefs, and whether the brief itself explains it.",
        crumbs=(HOME, Crumb("Glossary", urls.GLOSSARY)),
        twin=urls.GLOSSARY,
        search=tuple(map(_search_entry, terms)),
        listing=listing,
    )


def _search_entry(term: GlossaryTerm) -> SearchEntry:
    text = " ".join([term.expansion, plain(term.meaning) if term.meaning else ""]).strip()
    return SearchEntry(urls.of(term.key), term.term, text, "Term")
