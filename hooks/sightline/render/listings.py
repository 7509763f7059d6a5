"""The lists of the site: what is in each, in which order, and what it can be narrowed down by."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from sightline import urls
from sightline.model.corpus import Corpus
from sightline.model.shared import Actor, GlossaryTerm, Theme
from sightline.render.changes import changes
from sightline.render.facets import Values, alphabetised, of_event, of_finding, of_recommendation, of_source
from sightline.render.groups import Groups
from sightline.render.listing import ROOM, Listing
from sightline.render.names import ACTOR_KINDS, LEDGER_RULES
from sightline.render.references import References
from sightline.render.scale import Scale

Named = Theme | Actor | GlossaryTerm
"""What is listed by its name."""


def _shared(filed: Iterable[Values]) -> list[Values]:
    """What entries are filed under, with one value for all that are equal: they are thousands, under a few values."""
    kept: dict[tuple[tuple[str, str], ...], tuple[tuple[str, str], ...]] = {}
    return [{facet: kept.setdefault(pairs, pairs) for facet, pairs in values.items()} for values in filed]


class Listings:
    """Each list is made when it is first asked for."""

    def __init__(self, corpus: Corpus, groups: Groups, references: References, scale: Scale, room: int = ROOM) -> None:
        self._corpus, self._groups, self._references, self._room = corpus, groups, references, room
        self._weigh = scale.listed

    @cached_property
    def shape(self) -> str:
        """Which lists are whole and what each can be narrowed down by: other pages lead there."""
        made = (
            self.recommendations, self.findings, self.sources, self.events, self.themes, self.actors, self.glossary,
            self.ledger, self.changes,
        )  # fmt: skip
        return " ".join(f"{one.section} {one.whole} {','.join(one.facets)}" for one in made)

    @cached_property
    def recommendations(self) -> Listing:
        """By brief, in printed order."""
        items = self._corpus.recommendations
        return Listing(
            urls.RECOMMENDATIONS, "recommendation", "Recommendations", "recommendation", items,
            _shared(of_recommendation(self._corpus, one) for one in items),
            ("brief", "addressee", "theme", "support", "status", "newest"), self._weigh, (), self._room,
        )  # fmt: skip

    @cached_property
    def findings(self) -> Listing:
        """By brief, in the order of its argument."""
        items = self._corpus.findings
        return Listing(
            urls.FINDINGS, "finding", "Findings", "finding", items, _shared(of_finding(self._corpus, one) for one in items),
            ("brief", "kind", "theme", "actor", "support", "newest"), self._weigh, (), self._room,
        )  # fmt: skip

    @cached_property
    def sources(self) -> Listing:
        """In the order of a bibliography."""
        key = self._references.sort_key
        items = sorted(self._corpus.sources, key=lambda source: key(source.id))
        filed = _shared(
            {"letter": (letter("".join(key(source.id)[0])),), **of_source(self._corpus, source)} for source in items
        )
        return Listing(
            urls.SOURCES, "source", "Sources", "source", items, filed,
            ("brief", "kind", "theme", "standing", "access", "decade"), self._weigh, ("letter",), self._room,
        )  # fmt: skip

    @cached_property
    def events(self) -> Listing:
        """In order of date; equal dates keep the order of the files."""
        items = sorted(self._corpus.events, key=lambda event: event.date.start)
        return Listing(
            urls.TIMELINE, "event", "Timeline", "event", items, _shared(of_event(self._corpus, one) for one in items),
            ("brief", "theme", "actor"), self._weigh, ("decade",), self._room,
        )  # fmt: skip

    @cached_property
    def themes(self) -> Listing:
        """In the order of the files while they fit into one page."""
        return self._by_name(urls.THEMES, "theme", "Themes", "theme", self._corpus.themes, ("letter",))

    @cached_property
    def actors(self) -> Listing:
        """By name; a long list is found by kind or by letter."""
        return self._by_name(urls.ACTORS, "actor", "Actors", "actor", self._corpus.actors, ("letter", "kind"))

    @cached_property
    def glossary(self) -> Listing:
        """By term."""
        return self._by_name(urls.GLOSSARY, "term", "Glossary", "term", self._corpus.glossary, ("letter",))

    def _by_name(
        self, section: str, kind: str, title: str, one: str, records: Sequence[Named], when_long: tuple[str, ...]
    ) -> Listing:
        items = sorted(records, key=lambda record: alphabetised(_name(record)))
        return Listing(
            section, kind, title, one, items, list(map(_filed, items)), (), self._weigh, when_long, self._room
        )

    @cached_property
    def ledger(self) -> Listing:
        """By rule, in the order of the ledger page."""
        order = list(LEDGER_RULES)
        items = sorted(self._corpus.ledger, key=lambda entry: order.index(entry.code))
        filed: list[Values] = [{"rule": ((entry.code, LEDGER_RULES[entry.code]),)} for entry in items]
        return Listing(
            urls.LEDGER, "ledger", "Ledger", "entry", items, filed, (), self._weigh, ("rule",), self._room, "entries"
        )

    @cached_property
    def changes(self) -> Listing:
        """The newest first."""
        items = changes(self._corpus, self._groups)
        filed: list[Values] = [{"year": ((str(one.date.year), str(one.date.year)),)} for one in items]
        return Listing(
            urls.CHANGES, "change", "What changed", "change", items, filed, (), self._weigh, ("year",), self._room
        )


def letter(text: str) -> tuple[str, str]:
    """What an alphabetised text is filed under."""
    first = text[:1]
    if first.isascii() and first.isalpha():
        return first.lower(), first.upper()
    return ("0-9", "0–9") if first.isdigit() else ("other", "Other signs")


def _filed(record: Named) -> Values:
    on = {"letter": (letter(alphabetised(_name(record))),)}
    return {**on, "kind": ((record.kind, ACTOR_KINDS[record.kind]),)} if isinstance(record, Actor) else on


def _name(record: Named) -> str:
    match record:
        case Theme():
            return record.title
        case Actor():
            return record.name
        case GlossaryTerm():
            return record.term
