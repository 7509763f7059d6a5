"""Recommendations: each with its line of sight, and the lists of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from sightline import urls
from sightline.link import key_for
from sightline.model.brief import Brief, Finding, Ground, Recommendation, Related
from sightline.model.corpus import Corpus, Key, Note, Resolved
from sightline.model.kinds import Record
from sightline.model.prose import plain
from sightline.model.source_notes import SourceNote
from sightline.render.evidence import draw_one
from sightline.render.forms import MARKED, Form
from sightline.render.kinds.common import HOME, between, brief_crumbs, neighbours, overview, section_title
from sightline.render.listing import parted
from sightline.render.names import brief_name
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer

ALL = Crumb("Recommendations", urls.RECOMMENDATIONS)


class Step(NamedTuple):
    """One step of the chain: a finding (None: the recommendation itself) with the notes that it marks."""

    finding: Finding | None
    ground: Ground | None
    notes: tuple[tuple[Note, tuple[Resolved, ...]], ...]


class Beside(NamedTuple):
    """A recommendation or finding beside this one."""

    key: Key
    record: Record
    relation: str
    why: Related | None
    """The entry of this recommendation; None where the other one names this one."""
    named_by: Related | None = None


def pages(render: Renderer) -> Iterator[Planned]:
    """The list of all."""
    yield Planned(urls.RECOMMENDATIONS, partial(render.fitting, partial(_list, render), MARKED))


def of_brief(render: Renderer, brief: Brief) -> Iterator[Planned]:
    """The list of those of a brief, and each of them."""
    own = render.groups.recommendations[brief.id]
    runs = parted(own, lambda one, _: render.scale.set_out(one), render.room) or [own]
    for number, run in enumerate(runs, 1):
        path = urls.by(urls.RECOMMENDATIONS, "brief", brief.id, number)
        make = partial(_list_of_brief, render, brief, path, run, number, len(runs))
        yield Planned(path, partial(render.fitting, make, MARKED), (brief.key,))
    for before, one, after in neighbours(own):
        key, shows = one.key, between(before, one, after)
        make = partial(render.fitting, partial(_page, render, brief, one, before, after))
        yield Planned(urls.of(key), make, shows, own=(key,))


def _list(render: Renderer, form: Form) -> Page:
    listing, about = (
        render.listings.recommendations,
        "Every recommendation of every brief, with who should act and how well it is supported.",
    )
    if not listing.whole:
        return overview(render, listing, about)
    return render.page(
        render.sheet(urls.RECOMMENDATIONS, keeps_notes=form == Form.FULL),
        "recommendations",
        title="Recommendations",
        description=about,
        crumbs=(HOME, ALL),
        twin=urls.RECOMMENDATIONS,
        groups=[(brief, render.groups.recommendations[brief.id]) for brief in render.corpus.briefs],
        all=listing.items,
        found=listing.offered(),
        listing=listing,
        numbered=None,
    )


def _crumb(brief: Brief) -> Crumb:
    return Crumb("Recommendations", urls.brief(brief.id, "recommendations"))


def _list_of_brief(
    render: Renderer, brief: Brief, path: str, own: Sequence[Recommendation], number: int, pages: int, form: Form
) -> Page:
    listing = render.listings.recommendations
    return render.page(
        render.sheet(path, brief.id, keeps_notes=form == Form.FULL),
        "recommendations",
        title=f"Recommendations: {brief_name(brief)}",
        description=f"What “{brief.title}” recommends, to whom, and how well it is supported.",
        crumbs=brief_crumbs(brief, _crumb(brief)),
        twin=urls.brief(brief.id, "recommendations"),
        groups=[(brief, own)],
        all=own,
        found=listing.offered(items=own) if pages == 1 else [],
        listing=None,
        numbered=(listing, number, pages),
    )


def _page(
    render: Renderer,
    brief: Brief,
    one: Recommendation,
    before: Recommendation | None,
    after: Recommendation | None,
    form: Form,
) -> Page:
    """Where its notes are too many to be set out, the line of sight still has each with its works; last without these."""
    corpus, key = render.corpus, one.key
    statement = plain(one.statement)
    text = " ".join([statement, *(plain(action.what) for action in one.actions)])
    sheet, steps = render.sheet(urls.of(key), brief.id, keeps_notes=form == Form.FULL), list(chain(corpus, one))
    return render.page(
        sheet,
        "recommendation",
        title=one.title,
        description=statement,
        crumbs=brief_crumbs(brief, _crumb(brief), Crumb(one.title, urls.of(key))),
        key=key,
        search=(SearchEntry(urls.of(key), one.title, text, "Recommendation"),),
        brief=brief,
        one=one,
        section=section_title(brief, one.section),
        grounds=[(ground, corpus.records[key_for("finding", ground.finding, key.brief)]) for ground in one.rests_on],
        chain=steps,
        noted=form == Form.FULL and any(step.notes for step in steps),
        form=form,
        with_note=sum(bool(step.notes) for step in steps if step.ground and step.ground.role != "contradicts"),
        drawing=draw_one(corpus, key, sheet, render.references) if form.full else "",
        support=corpus.support[key],
        beside=list(beside(corpus, one)),
        source_notes=list(source_notes(render, one)),
        before=before,
        after=after,
        address=render.site_url + urls.of(key),
    )


def chain(corpus: Corpus, one: Recommendation) -> Iterator[Step]:
    """The line of sight as steps a reader can follow, first what the recommendation itself marks."""
    key = one.key
    grounds = {key_for("finding", ground.finding, one.brief): ground for ground in one.rests_on}
    if corpus.marks[key]:
        yield Step(None, None, _notes(corpus, key))
    for finding, ground in grounds.items():
        record = corpus.records[finding]
        assert isinstance(record, Finding)
        yield Step(record, ground, _notes(corpus, finding))


def _notes(corpus: Corpus, key: Key) -> tuple[tuple[Note, tuple[Resolved, ...]], ...]:
    """The notes that a record marks, with the works that they stand for (none for a note that only comments)."""
    return tuple((corpus.notes[note], corpus.notes[note].resolved) for note in corpus.marks[key])


def beside(corpus: Corpus, one: Recommendation) -> Iterator[Beside]:
    """What this recommendation names, then what names it."""
    key = one.key
    seen = set()
    for related in one.related:
        kind = "recommendation" if related.recommendation else "finding"
        other = key_for(kind, str(related.recommendation or related.finding), one.brief)
        seen.add(other)
        yield Beside(other, corpus.records[other], related.relation, related)
    for other in corpus.backlinks.get(key, ()):
        naming = corpus.records[other]
        if isinstance(naming, Recommendation) and other not in seen:
            for related in naming.related:
                if related.recommendation and key_for("recommendation", related.recommendation, naming.brief) == key:
                    yield Beside(other, naming, related.relation, None, related)


def source_notes(render: Renderer, one: Recommendation) -> list[SourceNote]:
    """The source notes that touch the recommendation, its findings, or the notes in its line of sight."""
    key = one.key
    findings = [key_for("finding", ground.finding, one.brief) for ground in one.rests_on]
    return render.groups.speaking_of([key, *findings, *(line.note for line in render.corpus.lines[key])])
