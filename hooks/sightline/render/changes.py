"""What the records themselves date: briefs published or updated, and what became of recommendations.

The page of changes and the feeds show the same. Nothing comes from the clock or from the history of the files.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from sightline import urls
from sightline.model.brief import Brief, Recommendation, StatusEntry
from sightline.model.corpus import Corpus, Key
from sightline.model.dates import Edtf
from sightline.model.keys import source_key
from sightline.model.prose import plain
from sightline.render.groups import Groups
from sightline.render.names import brief_name


class Change(NamedTuple):
    """One thing that happened to a record."""

    key: Key
    name: str
    """What sets it apart from other changes of the record."""
    date: Edtf
    record: str
    """What the record is called."""
    what: str
    """What happened, in a word or two."""
    text: str
    """What the record says, with the editor's note on what happened."""
    themes: tuple[str, ...]
    status: str = ""
    """What the recommendation came to; empty for a brief."""
    source: Key | None = None
    """The source that says so."""


def changes(corpus: Corpus, groups: Groups) -> list[Change]:
    """Every dated change, the newest first; equal dates by address."""
    found = [*_of_briefs(corpus, groups), *_of_recommendations(corpus)]
    found.sort(key=lambda change: (urls.of(change.key), change.name))
    found.sort(key=lambda change: change.date.start, reverse=True)
    return found


def _of_briefs(corpus: Corpus, groups: Groups) -> Iterator[Change]:
    for brief in corpus.briefs:
        named = [one.themes for one in groups.findings[brief.id]]
        named += [one.themes for one in groups.recommendations[brief.id]]
        themes = tuple(dict.fromkeys(chain.from_iterable(named)))
        for name, what, date in (("issued", "published", brief.issued), ("updated", "updated", brief.updated)):
            if date:
                yield _of_brief(brief, name, what, date, themes)


def _of_brief(brief: Brief, name: str, what: str, date: Edtf, themes: tuple[str, ...]) -> Change:
    return Change(brief.key, name, date, brief_name(brief), what, plain(brief.standfirst), themes)


def _of_recommendations(corpus: Corpus) -> Iterator[Change]:
    for one in corpus.recommendations:
        for place, entry in enumerate(one.status, 1):
            yield _of_status(one, entry, f"status-{place}")


def _of_status(one: Recommendation, entry: StatusEntry, name: str) -> Change:
    note = f"{plain(entry.note)} " if entry.note else ""
    source = source_key(entry.source)
    what, text = entry.status.replace("-", " "), f"{note}{plain(one.statement)}"
    return Change(one.key, name, entry.date, one.title, what, text, one.themes, entry.status, source)
