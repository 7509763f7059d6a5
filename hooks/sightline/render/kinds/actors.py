"""Actors: who and what the briefs speak of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.model.prose import plain
from sightline.model.shared import Actor
from sightline.render.facets import alphabetised
from sightline.render.forms import FEW, Form, Statements
from sightline.render.kinds.common import HOME, by_brief, by_section, overview
from sightline.render.names import ACTOR_KINDS, ONE_ACTOR
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer

ALL = Crumb("Actors", urls.ACTORS)


def pages(render: Renderer) -> Iterator[Planned]:
    """The list of actors by kind, then each actor."""
    yield Planned(urls.ACTORS, partial(_list, render))
    for actor in render.corpus.actors:
        key = actor.key
        make = partial(render.fitting, partial(_actor, render, actor))
        yield Planned(urls.of(key), make, (key,), own=(key,))


def _list(render: Renderer) -> Page:
    corpus = render.corpus
    listing, about = render.listings.actors, "The people, bodies, agreements and programs that the briefs speak of."
    if not listing.whole:
        return overview(render, listing, about)
    by_kind: dict[str, list[Actor]] = {kind: [] for kind in ACTOR_KINDS}
    for actor in sorted(corpus.actors, key=lambda actor: alphabetised(actor.name)):
        by_kind[actor.kind].append(actor)
    return render.page(
        render.sheet(urls.ACTORS),
        "actors",
        title="Actors",
        description=about,
        crumbs=(HOME, ALL),
        twin=urls.ACTORS,
        groups=[(ACTOR_KINDS[kind], actors) for kind, actors in by_kind.items() if actors],
        mentions=lambda actor: len(corpus.backlinks.get(actor.key, ())),
    )


def _actor(render: Renderer, actor: Actor, form: Form) -> Page:
    corpus, key = render.corpus, actor.key
    named_by = corpus.backlinks.get(key, ())
    addressed = render.groups.asked.get(actor.id, [])
    findings = [one for one in named_by if one.kind == "finding"]
    events = [corpus.records[one] for one in named_by if one.kind == "event"]
    asked, said, dated = render.filled(
        form,
        Statements(len(addressed), "recommendation", "titled"),
        Statements(len(findings), "statement", "line"),
        Statements(len(events), "event", "line"),
    )
    description = plain(actor.description) if actor.description else f"What the briefs say of {actor.name}."
    return render.page(
        render.sheet(urls.of(key), keeps_notes=form == Form.FULL),
        "actor",
        title=actor.name,
        description=description,
        crumbs=(HOME, ALL, Crumb(actor.name, urls.of(key))),
        key=key,
        search=(SearchEntry(urls.of(key), actor.name, ". ".join([*actor.also_known_as, description]), "Actor"),),
        actor=actor,
        kind=ONE_ACTOR[actor.kind],
        addressed=addressed,
        asked=asked,
        findings=by_brief(corpus, render.groups, findings),
        said=said,
        by_section=by_section,
        few=FEW,
        events=events,
        dated=dated,
        terms=[corpus.records[one] for one in named_by if one.kind == "glossary-term"],
    )
