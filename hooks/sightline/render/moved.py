"""Where old and short addresses lead: an address that was once public goes on working."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from itertools import product

from sightline import urls
from sightline.model.brief import Brief, Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.model.shared import Actor, Source, Theme
from sightline.render.page import Redirect

NAMED = {
    "briefs": "brief", "themes": "theme", "sources": "source", "actors": "actor", "recommendations": "recommendation",
    "sections": "section", "evidence-map": "section",
    "brief": "brief", "theme": "theme", "actor": "actor", "addressee": "actor",
}  # fmt: skip
"""The kind of record whose id, or that of a section, stands after a part of an address; the last four are facets of lists."""
Earlier = Mapping[Key, tuple[str, ...]]
"""The earlier ids of records that have some."""


def redirects(corpus: Corpus, paths: Collection[str]) -> Iterator[Redirect]:
    """Every address of a note by its number, and for each page in ``paths`` those that it had under earlier ids.

    A note of a long brief is found where it stands in full.
    """
    known = frozenset(paths)
    earlier = {one.key: one.aliases for one in _with_pages(corpus) if one.aliases}
    earlier |= {
        Key("section", brief.id, section.id): section.aliases
        for brief in corpus.briefs
        for section in brief.sections
        if section.aliases
    }
    for note in corpus.notes.values():
        brief, number = note.record.brief, note.record.number
        in_full = urls.hundred(brief, number)
        target = f"{in_full}#{urls.note_anchor(number)}" if in_full in known else urls.of(note.key)
        for name in (brief, *earlier.get(Key("brief", "", brief), ())):
            yield Redirect(urls.short_note(name, number), target)
    for path in paths if earlier else ():
        yield from (Redirect(old, path) for old in _before(path, earlier) if old != path)


def _with_pages(corpus: Corpus) -> Iterator[Brief | Theme | Source | Actor | Recommendation]:
    """The records whose ids are parts of addresses."""
    yield from corpus.briefs
    yield from corpus.themes
    yield from corpus.sources
    yield from corpus.actors
    yield from corpus.recommendations


def _before(path: str, earlier: Earlier) -> Iterator[str]:
    """An address with each id in it as it is and as it was, in every combination."""
    parts = path.split("/")
    ways = [(part, *earlier.get(_named(parts, place), ())) for place, part in enumerate(parts)]
    return map("/".join, product(*ways))


def _named(parts: list[str], place: int) -> Key:
    """The record that a part of an address would be the id of."""
    kind = "brief" if "compare" in parts[max(0, place - 2) : place] else NAMED.get(parts[place - 1], "")
    return Key(kind, parts[1] if kind in ("recommendation", "section") else "", parts[place])
