"""What an edition says of itself: what it is, of whom, where it is kept, which version, and how to cite it."""

from __future__ import annotations

from sightline.link.record_data import Json
from sightline.model.brief import Brief, Recommendation
from sightline.publish.pdf.folio import Folio, Node, web
from sightline.publish.pdf.words import dated, day_of
from sightline.render.names import brief_name, people


def imprint(folio: Folio, brief: Brief, record: Brief | Recommendation) -> Node:
    """The title, the names, the dates and the permanent address of a record of a brief."""
    cited = folio.render.cite_this(record.key)
    site = folio.corpus.site
    authors = people(brief.authors)
    names: list[Json] = [people((name,)) for name in brief.authors]
    return {
        "site": site.title,
        "site_url": folio.render.site_url,
        "licence": site.licence,
        "title": record.title,
        "brief": brief_name(brief),
        "brief_title": brief.title,
        "kind": brief.kind.replace("-", " ").capitalize(),
        "series": brief.series,
        "publisher": brief.publisher,
        "authors": authors,
        "names": names,
        "issued": dated(brief.issued),
        "updated": dated(brief.updated),
        "date": dated(cited.date),
        "day": day_of(cited.date),
        "original": {"text": brief.url, "href": web(brief.url)} if brief.url else None,
        "address": cited.address,
        "known": bool(folio.render.site_url),
        "version": cited.version,
        "chicago": folio.reference(cited.chicago),
        "apa": folio.reference(cited.apa),
    }
