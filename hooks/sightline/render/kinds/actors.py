"""Actors: who and what the briefs speak of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.link import key_of
from sightline.model.brief import Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.model.prose import plain
from sightline.model.shared import Actor
from sightline.render.kinds.common import HOME, by_brief, by_section
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer

ALL = Crumb("Actors", urls.ACTORS)
KINDS = {
    "person": "People", "government": "States", "department": "Departments", "body": "Bodies and groups",
    "alliance": "Alliances and unions", "company": "Companies", "agreement": "Agreements",
    "programme": "Programs", "law": "Laws and directives", "research-institute": "Research institutes",
    "media": "Media", "system": "Equipment",
}  # fmt: skip

ONE = {
    "person": "Person", "government": "State", "department": "Department", "body": "Body or group",
    "alliance": "Alliance or union", "company": "Company", "agreement": "Agreement", "programme": "Program",
    "law": "Law or directive", "research-institute": "Research institute", "media": "Medium",
    "system": "Equipment",
}  # fmt: skip

FEW = 12
"""So many findings of one brief stand in one list; more are folded, section by section."""


def pages(render: Renderer) -> Iterator[Planned]:
    """The list of actors by kind, then each actor."""
    yield Planned(urls.ACTORS, partial(_list, render))
    for actor in render.corpus.actors:
        yield Planned(urls.of(key_of(actor)), partial(_actor, render, actor), (key_of(actor),))


def _list(render: Renderer) -> Page:
    corpus = render.corpus
    groups = [(title, [actor for actor in corpus.actors if actor.kind == kind]) for kind, title in KINDS.items()]
    return render.page(
        render.sheet(urls.ACTORS),
        "actors",
        title="Actors",
        description="The people, bodies, agreements and programs that the briefs speak of.",
        crumbs=(HOME, ALL),
        groups=[(title, sorted(actors, key=lambda actor: actor.name)) for title, actors in groups if actors],
        mentions=lambda actor: len(corpus.backlinks.get(key_of(actor), ())),
    )


def _actor(render: Renderer, actor: Actor) -> Page:
    corpus, key = render.corpus, key_of(actor)
    named_by = corpus.backlinks.get(key, ())
    description = plain(actor.description) if actor.description else f"What the briefs say of {actor.name}."
    return render.page(
        render.sheet(urls.of(key)),
        "actor",
        title=actor.name,
        description=description,
        crumbs=(HOME, ALL, Crumb(actor.name, urls.of(key))),
        key=key,
        search=(SearchEntry(urls.of(key), actor.name, " ".join([*actor.also_known_as, description])),),
        actor=actor,
        kind=ONE[actor.kind],
        addressed=list(_addressed(corpus, key)),
        findings=by_brief(corpus, (one for one in named_by if one.kind == "finding")),
        by_section=by_section,
        FEW=FEW,
        events=[corpus.records[one] for one in named_by if one.kind == "event"],
        terms=[corpus.records[one] for one in named_by if one.kind == "glossary-term"],
    )


def _addressed(corpus: Corpus, key: Key) -> Iterator[Recommendation]:
    """The recommendations that ask something of an actor."""
    for one in corpus.recommendations:
        if key.id in one.addressees or any(key.id in action.by for action in one.actions):
            yield one
