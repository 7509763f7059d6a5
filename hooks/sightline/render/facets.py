"""Facets: what a list can be narrowed down by. The list itself is whole; ``filter.js`` hides what is not asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from sightline.link import key_of
from sightline.model.brief import Event, Finding, Recommendation
from sightline.model.corpus import Corpus, Key, Support
from sightline.model.shared import Source
from sightline.render.names import ACCESS, FINDING_KINDS, kind_of_work, title_of

Values = Mapping[str, tuple[tuple[str, str], ...]]
"""For each facet, what one item is filed under: (value in the address, title)."""
LABELS = {
    "brief": "Brief", "kind": "Kind", "to": "Addressed to", "theme": "Theme", "actor": "Actor", "support": "Support",
    "standing": "Standing", "access": "Access", "years": "Years",
}  # fmt: skip
"""The facets in the order in which they are offered."""


@dataclass(frozen=True, slots=True)
class Facet:
    """One thing to choose by."""

    name: str
    label: str
    options: tuple[tuple[str, str, int], ...]
    """Value, title, and how many items it leaves."""


def facets(items: Iterable[Values]) -> list[Facet]:
    """The facets that tell some of the items apart, options in the order of their titles."""
    listed = list(items)
    found = []
    for name, label in LABELS.items():
        numbers = Counter(pair for values in listed for pair in dict.fromkeys(values.get(name, ())))
        if any(number < len(listed) for number in numbers.values()):
            options = sorted(numbers.items(), key=lambda pair: pair[0][1].casefold())
            found.append(Facet(name, label, tuple((value, title, number) for (value, title), number in options)))
    return found


def attributes(values: Values) -> Markup:
    """What an item of the list says of itself to the script."""
    return Markup("").join(
        Markup(' data-%s="%s"') % (name, " ".join(value for value, _ in pairs))
        for name, pairs in values.items()
        if pairs
    )


def of_source(source: Source) -> Values:
    """Kind, standing, access and decade of a work."""
    standing = source.standing
    return {
        "kind": ((source.type, kind_of_work(source.type)),),
        "standing": ((standing, f"{standing.capitalize()} source") if standing else ("unknown", "Not recorded"),),
        "access": ((source.access, ACCESS[source.access]) if source.access else ("unknown", "Not recorded"),),
        "years": (_decade(source.year),),
    }


def of_finding(corpus: Corpus, one: Finding) -> Values:
    """Kind, themes and support."""
    return {
        "kind": ((one.kind, FINDING_KINDS[one.kind]),),
        "theme": _records(corpus, "theme", one.themes),
        "support": _support(corpus.support[key_of(one)]),
    }


def of_recommendation(corpus: Corpus, one: Recommendation) -> Values:
    """Brief, addressees, themes and support."""
    return {
        "brief": _records(corpus, "brief", (one.brief,)),
        "to": _records(corpus, "actor", one.addressees),
        "theme": _records(corpus, "theme", one.themes),
        "support": _support(corpus.support[key_of(one)]),
    }


def of_event(corpus: Corpus, one: Event) -> Values:
    """Brief, themes and actors."""
    return {
        "brief": _records(corpus, "brief", (one.brief,)),
        "theme": _records(corpus, "theme", one.themes),
        "actor": _records(corpus, "actor", one.actors),
    }


def _records(corpus: Corpus, kind: str, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple((one, title_of(corpus, Key(kind, "", one))) for one in ids)


def _support(support: Support) -> tuple[tuple[str, str], ...]:
    labels = support.labels or ("several sources",)
    return tuple((label.replace(" ", "-"), label.capitalize()) for label in labels)


def _decade(year: int | None) -> tuple[str, str]:
    return ("undated", "No date") if year is None else (f"{year // 10 * 10}s", f"{year // 10 * 10}s")
