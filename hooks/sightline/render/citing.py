"""How the site's own pages are cited: the brief, or one recommendation in it."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from sightline import cite
from sightline.model.brief import Brief
from sightline.render.references import References


def brief_item(brief: Brief) -> dict[str, Any]:
    """A brief as a CSL item, with what the document says and no more."""
    item: dict[str, Any] = {"id": brief.id, "type": "report", "title": brief.title, "publisher": brief.publisher}
    if brief.authors:
        item["author"] = brief.authors
    if brief.series:
        item["collection-title"] = brief.series
    if issued := brief.issued or brief.updated:
        item["issued"] = issued
    if brief.url:
        item["URL"] = brief.url
    return item


def cite_brief(brief: Brief, references: References) -> Markup:
    """The bibliography entry of a brief."""
    return Markup(cite.to_html(cite.bibliography(brief_item(brief))))


def cite_record(title: str, brief: Brief, references: References) -> Markup:
    """A recommendation, and the entry of the brief that it stands in."""
    return Markup("“%s.” Recommendation in %s") % (title, cite_brief(brief, references))
