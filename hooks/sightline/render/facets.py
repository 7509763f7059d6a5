"""Facets: what lists can be narrowed down by.

Each value of a facet has a page of its own (``listing.py``); with ``filter.js`` a list that is whole can also be
narrowed down where it stands.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from markupsafe import Markup

from sightline.cite.sorting import plain
from sightline.link import key_for
from sightline.model.brief import Event, Finding, Recommendation
from sightline.model.corpus import Corpus, Support
from sightline.model.shared import Source
from sightline.render.escaping import finished
from sightline.render.groups import asked_of
from sightline.render.names import ACCESS, FINDING_KINDS, kind_of_work, title_of

Values = Mapping[str, tuple[tuple[str, str], ...]]
"""For each facet, what one item is filed under, each once: (value in the address, title)."""
LABELS = {
    "letter": "Letter", "rule": "Rule", "brief": "Brief", "kind": "Kind", "addressee": "Addressed to",
    "theme": "Theme", "actor": "Actor", "support": "Support", "standing": "Standing", "access": "Access",
    "status": "Status", "decade": "Years", "year": "Year", "newest": "Newest source",
}  # fmt: skip
"""The facets in the order in which they are offered."""
BY = {"newest": "newest source"}
"""What a facet is called after "by", where that is not its name."""
NO_STATUS = ("none", "None recorded")
UNKNOWN = ("unknown", "Not recorded")
UNDATED = ("undated", "No date")


class Facet(NamedTuple):
    """One thing to choose by."""

    name: str
    label: str
    options: tuple[tuple[str, str, int], ...]
    """Value, title, and how many items it leaves."""


@lru_cache(5_000)
def alphabetised(title: str) -> str:
    """What a title is sorted by and filed under: École with E, and The Office with O. Kept, since lists share titles."""
    return plain(title)


def facets(items: Iterable[Values], without: str = "") -> list[Facet]:
    """The facets that tell some of the items apart, ``without`` one; options in the order of their titles."""
    listed = list(items)
    names = frozenset().union(*listed) - {without}
    found = []
    for name, label in LABELS.items():
        if name not in names:
            continue
        numbers = Counter(chain.from_iterable([values[name] for values in listed if name in values]))
        if any(number < len(listed) for number in numbers.values()):
            options = sorted(numbers.items(), key=lambda pair: alphabetised(pair[0][1]))
            found.append(Facet(name, label, tuple((value, title, number) for (value, title), number in options)))
    return found


def attributes(values: Values, among: Iterable[Facet] | None = None) -> Markup:
    """What an item of the list says of itself to the script, of the facets that are offered where ``among`` is given.
    A value stands in addresses, so it holds nothing that has to be escaped."""
    offered = LABELS if among is None else {facet.name for facet in among}
    said = [
        f' data-{name}="{" ".join([value for value, _ in pairs])}"'
        for name, pairs in values.items()
        if pairs and name in offered
    ]
    return finished("".join(said))


def of_source(corpus: Corpus, source: Source) -> Values:
    """Kind, standing, access and decade of a work; the briefs that cite it, the themes of what rests on it."""
    links = corpus.source_links[source.id]
    resting = (corpus.records[key] for key in (*links.recommendations, *links.findings))
    themes = (theme for one in resting for theme in getattr(one, "themes", ()))
    return {
        "brief": _records(corpus, "brief", (key.brief for key in links.notes)),
        "kind": ((source.type, kind_of_work(source.type)),),
        "theme": _records(corpus, "theme", themes),
        "standing": ((source.standing, f"{source.standing.capitalize()} source") if source.standing else UNKNOWN,),
        "access": ((source.access, ACCESS[source.access]) if source.access else UNKNOWN,),
        "decade": (decade(source.year),),
    }


def of_finding(corpus: Corpus, one: Finding) -> Values:
    """Brief, kind, themes, actors, support and the year of the newest source."""
    support = corpus.support[one.key]
    return {
        "brief": _records(corpus, "brief", (one.brief,)),
        "kind": ((one.kind, FINDING_KINDS[one.kind]),),
        "theme": _records(corpus, "theme", one.themes),
        "actor": _records(corpus, "actor", one.actors),
        "support": _support(support),
        "newest": _newest(support),
    }


def of_recommendation(corpus: Corpus, one: Recommendation) -> Values:
    """Brief, addressees, themes, support, what it last came to, and the year of the newest source."""
    support = corpus.support[one.key]
    status = one.status[-1].status if one.status else ""
    return {
        "brief": _records(corpus, "brief", (one.brief,)),
        "addressee": _records(corpus, "actor", asked_of(one)),
        "theme": _records(corpus, "theme", one.themes),
        "support": _support(support),
        "status": ((status, status.replace("-", " ").capitalize()) if status else NO_STATUS,),
        "newest": _newest(support),
    }


def of_event(corpus: Corpus, one: Event) -> Values:
    """Brief, themes, actors and decade."""
    return {
        "brief": _records(corpus, "brief", (one.brief,)),
        "theme": _records(corpus, "theme", one.themes),
        "actor": _records(corpus, "actor", one.actors),
        "decade": (decade(one.date.year),),
    }


def decade(year: int | None) -> tuple[str, str]:
    """The decade of a year."""
    return UNDATED if year is None else (f"{year // 10 * 10}s", f"{year // 10 * 10}s")


def _records(corpus: Corpus, kind: str, ids: Iterable[str]) -> tuple[tuple[str, str], ...]:
    return tuple([(one, title_of(corpus, key_for(kind, one, ""))) for one in dict.fromkeys(ids)])


def _support(support: Support) -> tuple[tuple[str, str], ...]:
    labels = support.labels or ("several sources",)
    return tuple((label.replace(" ", "-"), label.capitalize()) for label in labels)


def _newest(support: Support) -> tuple[tuple[str, str], ...]:
    """Nothing where there is no source at all: the facet of support says that already."""
    if not support.sources:
        return ()
    return ((str(support.newest), str(support.newest)) if support.newest else UNDATED,)
