"""The evidence map: every recommendation, finding, note and source of a brief, and the lines between them.

A map that nobody could read is not drawn: a long brief has one for each of its sections, and its page says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.model.brief import Brief, Finding, Recommendation, Section
from sightline.render.evidence import draw, draw_section
from sightline.render.forms import Form
from sightline.render.kinds.common import HOME, brief_crumbs, by_section
from sightline.render.names import brief_name
from sightline.render.page import Crumb, Page, Planned
from sightline.render.site import Renderer

ALL = Crumb("Evidence map", urls.EVIDENCE_MAP)
DRAWN = (Form.FULL, Form.COUNTED)
"""The forms of a page with a map: with it or without."""


def pages(render: Renderer) -> Iterator[Planned]:
    """The maps of all briefs, or the way to them."""
    yield Planned(urls.EVIDENCE_MAP, partial(_all, render))


def of_brief(render: Renderer, brief: Brief) -> Iterator[Planned]:
    """The map of a brief, or those of its sections."""
    shows = (brief.key,)
    yield Planned(urls.evidence_map(brief.id), partial(_of_brief, render, brief), shows)
    for section in () if legible(render, brief) else _sections(render, brief):
        make = partial(render.fitting, partial(_of_section, render, brief, section), DRAWN)
        yield Planned(urls.evidence_map(brief.id, section.id), make, shows)


def legible(render: Renderer, brief: Brief) -> bool:
    """True where the whole brief fits into one map."""
    return render.fits(node=_size(render, brief))


def _size(render: Renderer, brief: Brief) -> int:
    """What a map of the brief has to show."""
    groups = render.groups
    rows = (groups.recommendations, groups.findings, groups.notes, groups.sources)
    return sum(len(row[brief.id]) for row in rows) if groups.notes[brief.id] else 0


def _sections(render: Renderer, brief: Brief) -> Iterator[Section]:
    return (section for section, _ in by_section(brief, render.groups.findings[brief.id]))


def _all(render: Renderer) -> Page:
    sheet, briefs = render.sheet(urls.EVIDENCE_MAP), render.corpus.briefs
    together = render.fits(node=sum(_size(render, brief) for brief in briefs))
    return render.page(
        sheet,
        "evidence-map",
        title="Evidence map",
        description="Which recommendation rests on which findings, notes and sources, drawn for each brief.",
        crumbs=(HOME, ALL),
        twin=urls.RECOMMENDATIONS,
        maps=[(brief, draw(render.corpus, render.groups, brief, sheet, render.references)) for brief in briefs]
        if together
        else [],
        groups=render.groups,
    )


def _of_brief(render: Renderer, brief: Brief) -> Page:
    path = urls.evidence_map(brief.id)
    sheet, whole = render.sheet(path, brief.id), legible(render, brief)
    return render.page(
        sheet,
        "evidence-map-of-brief",
        title=f"Evidence map: {brief_name(brief)}",
        description=f"Which recommendation of “{brief.title}” rests on which findings, notes and sources.",
        crumbs=brief_crumbs(brief, Crumb("Evidence map", path)),
        twin=urls.brief(brief.id, "recommendations"),
        brief=brief,
        section=None,
        drawing=draw(render.corpus, render.groups, brief, sheet, render.references) if whole else "",
        sections=[] if whole else list(by_section(brief, render.groups.findings[brief.id])),
        recommendations=(own := render.groups.recommendations[brief.id]),
        titled=render.fits(titled=len(own)),
        size=_size(render, brief),
    )


def _of_section(render: Renderer, brief: Brief, section: Section, form: Form) -> Page:
    path = urls.evidence_map(brief.id, section.id)
    sheet = render.sheet(path, brief.id)
    findings = [one for one in render.groups.findings[brief.id] if one.section == section.id]
    fits = form.full and render.fits(node=5 * len(findings))
    return render.page(
        sheet,
        "evidence-map-of-brief",
        title=f"Evidence map: {section.title}, {brief_name(brief)}",
        description=f"What rests on the section “{section.title}” of “{brief.title}”, and what it rests on.",
        crumbs=brief_crumbs(brief, Crumb("Evidence map", urls.evidence_map(brief.id)), Crumb(section.title, path)),
        twin=urls.brief(brief.id, "recommendations"),
        brief=brief,
        section=section,
        drawing=draw_section(render.corpus, brief, findings, sheet, render.references) if fits else "",
        sections=[],
        recommendations=(on := _resting(render, findings)),
        titled=render.fits(titled=len(on)),
        size=len(findings),
    )


def _resting(render: Renderer, findings: list[Finding]) -> list[Recommendation]:
    """The recommendations that rest on these findings, in the order of the findings, each once."""
    named_by = (key for finding in findings for key in render.corpus.backlinks.get(finding.key, ()))
    records = (render.corpus.records[key] for key in dict.fromkeys(named_by))
    return [one for one in records if isinstance(one, Recommendation)]
