"""The argument of a brief: its findings, section by section, and how each is cited."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.model.brief import Brief, Finding
from sightline.model.prose import plain
from sightline.render.kinds.common import HOME, brief_crumbs, by_section, keys_of, neighbours, overview
from sightline.render.kinds.facet_pages import entries
from sightline.render.kinds.in_parts import (
    Part,
    Run,
    cited,
    cited_on,
    findings_fit,
    findings_in_short,
    parts,
    parts_by_section,
)
from sightline.render.names import brief_name, shortened
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.printed_pages import by_page
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """All findings."""
    yield Planned(urls.FINDINGS, partial(_list, render))


def of_brief(render: Renderer, brief: Brief) -> Iterator[Planned]:
    """The findings, in parts where they are many, and how they are cited: that is long, and would be half of the weight."""
    shows, pages = (brief.key,), cited(render, brief)
    yield Planned(urls.brief(brief.id, "findings"), partial(_findings, render, brief), shows)
    on = cited_on(pages)
    for before, part, after in () if findings_fit(render, brief) else neighbours(parts(render, brief)):
        yield Planned(part.path, partial(_part, render, brief, part, on, (before, after)), shows)
    yield from _how_to_cite(render, brief, pages)


def _how_to_cite(render: Renderer, brief: Brief, pages: list[Run[Finding]]) -> Iterator[Planned]:
    """One page; where the findings are many, one that leads to those that say it."""
    shows = (brief.key,)
    if not pages or pages[0].path != urls.citing(brief.id):
        yield Planned(urls.citing(brief.id), partial(_citations, render, brief, None, pages, (None, None)), shows)
    for before, one, after in neighbours(pages):
        make = partial(_citations, render, brief, one, pages, (before, after))
        yield Planned(one.path, make, shows, own=keys_of(*one.items))


def _list(render: Renderer) -> Page:
    listing, about = (
        render.listings.findings,
        "Every finding of every brief, with its kind and how well it is supported.",
    )
    if not listing.whole:
        return overview(render, listing, about)
    return render.page(
        render.sheet(urls.FINDINGS),
        "all-findings",
        title="Findings",
        description=about,
        crumbs=(HOME, Crumb("Findings", urls.FINDINGS)),
        twin=urls.FINDINGS,
        groups=[
            (brief, entries(render, urls.FINDINGS, listing, render.groups.findings[brief.id]))
            for brief in render.corpus.briefs
        ],
        found=listing.offered(),
        listing=listing,
    )


def _findings(render: Renderer, brief: Brief) -> Page:
    findings, whole = render.groups.findings[brief.id], findings_fit(render, brief)
    path, printed = urls.brief(brief.id, "findings"), list(by_page(render.corpus, render.groups, brief))
    return render.page(
        render.sheet(path, brief.id, keeps_notes=whole),
        "findings" if whole else "findings-in-short",
        title=f"Findings: {brief_name(brief)}",
        description=f"What “{brief.title}” finds, section by section, each statement with its notes.",
        crumbs=brief_crumbs(brief, Crumb("Findings", path)),
        twin=path,
        search=tuple(map(_search_entry, findings)),
        brief=brief,
        sections=list(by_section(brief, findings)),
        parts_of={} if whole else parts_by_section(render, brief),
        shown="" if whole else findings_in_short(render, brief, printed),
        statements=[finding.statement for finding in findings],
        found=render.listings.findings.offered(items=findings) if whole else [],
        printed_pages=printed,
        places={finding.id: place for place, finding in enumerate(findings, 1)},
    )


def _part(
    render: Renderer, brief: Brief, part: Part, on: dict[str, str], near: tuple[Part | None, Part | None]
) -> Page:
    """``on`` says by the id of a finding which page tells how it is cited."""
    above = urls.brief(brief.id, "findings")
    return render.page(
        render.sheet(part.path, brief.id),
        "section",
        title=f"{part.title}: {brief_name(brief)}",
        description=f"What “{brief.title}” finds under “{part.title}”, each statement with its notes.",
        crumbs=brief_crumbs(brief, Crumb("Findings", above), Crumb(part.title, part.path)),
        twin=above,
        brief=brief,
        part=part,
        findings=part.findings,
        cited_on=on,
        found=render.listings.findings.offered(items=part.findings),
        before=near[0],
        after=near[1],
    )


def _citations(
    render: Renderer,
    brief: Brief,
    one: Run[Finding] | None,
    pages: list[Run[Finding]],
    near: tuple[Run[Finding] | None, Run[Finding] | None],
) -> Page:
    """How the findings of ``one`` are cited; without it, the way to the pages that say it."""
    above, path = urls.brief(brief.id, "findings"), urls.citing(brief.id)
    here = one.path if one else path
    more = (Crumb(one.title, here),) if one and here != path else ()
    return render.page(
        render.sheet(here, brief.id),
        "cite-findings",
        title=f"How to cite a finding: {brief_name(brief)}",
        description=f"Each finding of “{brief.title}” as a reference, in two styles and as files.",
        crumbs=brief_crumbs(brief, Crumb("Findings", above), Crumb("How to cite a finding", path), *more),
        twin=above,
        brief=brief,
        sections=list(by_section(brief, one.items)) if one else [],
        part=one if more else None,
        pages=[] if one else pages,
        before=near[0],
        after=near[1],
    )


def _search_entry(finding: Finding) -> SearchEntry:
    text = plain(finding.statement)
    return SearchEntry(urls.of(finding.key), shortened(text, 160), text, "Finding")
