"""The argument of a brief: its findings, section by section."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.link import key_of
from sightline.model.brief import Brief, Finding
from sightline.model.prose import plain
from sightline.render.facets import facets, of_finding
from sightline.render.kinds.common import brief_crumbs, by_section, of_brief
from sightline.render.names import FINDING_KINDS, brief_name, shortened
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.printed_pages import by_page
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """One page a brief."""
    for brief in render.corpus.briefs:
        yield Planned(urls.brief(brief.id, "findings"), partial(_findings, render, brief), (key_of(brief),))


def _findings(render: Renderer, brief: Brief) -> Page:
    findings = of_brief(render.corpus.findings, brief)
    path = urls.brief(brief.id, "findings")
    return render.page(
        render.sheet(path, brief.id),
        "findings",
        title=f"Findings: {brief_name(brief)}",
        description=f"What “{brief.title}” finds, section by section, each statement with its notes.",
        crumbs=brief_crumbs(brief, Crumb("Findings", path)),
        twin=True,
        search=tuple(map(_search_entry, findings)),
        brief=brief,
        sections=list(by_section(brief, findings)),
        statements=[finding.statement for finding in findings],
        found=facets(of_finding(render.corpus, finding) for finding in findings),
        printed_pages=list(by_page(render.corpus, brief)),
    )


def _search_entry(finding: Finding) -> SearchEntry:
    text = plain(finding.statement)
    title = f"{FINDING_KINDS[finding.kind]}: {shortened(text, 70)}"
    return SearchEntry(urls.of(key_of(finding)), title, text, boost=1.5)
