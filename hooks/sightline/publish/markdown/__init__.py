"""The Markdown twin of each page of records: the same statements, with their notes and sources on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sightline import urls
from sightline.model.brief import Brief
from sightline.model.corpus import TIES, Key
from sightline.model.kinds import Record
from sightline.publish.artifact import Artifact
from sightline.publish.markdown import briefs, lists, recommendations, shared
from sightline.publish.markdown.phrases import Phrases
from sightline.publish.markdown.writer import Writer

PARTS = {
    "findings": briefs.findings,
    "recommendations": lists.recommendations_of,
    "endnotes": briefs.endnotes,
    "timeline": briefs.timeline,
    "source-notes": briefs.source_notes,
}
"""The pages of a brief beside the brief at a glance."""
OF_KIND: dict[str, Callable[[Writer, Record], None]] = {
    "recommendation": recommendations.recommendation,
    "theme": shared.theme,
    "source": shared.source,
    "actor": shared.actor,
}
LISTS: dict[str, tuple[Callable[[Writer], None], tuple[str, ...]]] = {
    urls.BRIEFS: (lists.briefs, ("brief", TIES)),
    urls.RECOMMENDATIONS: (lists.recommendations, ("brief", "recommendation", "source", TIES)),
    urls.FINDINGS: (lists.findings, ("brief", "finding", "source", TIES)),
    urls.THEMES: (lists.themes, ("theme",)),
    urls.SOURCES: (lists.sources, ("source",)),
    urls.ACTORS: (lists.actors, ("actor",)),
    urls.GLOSSARY: (shared.glossary, ()),
    urls.TIMELINE: (lists.timeline, ("brief", "event")),
    urls.LEDGER: (lists.ledger, ()),
    urls.CHANGES: (lists.changes, ()),
}
"""The lists of everything, and what they are made of; empty where that is the whole corpus."""


def of(phrases: Phrases, key: Key) -> Iterator[Artifact]:
    """A twin for the page of a record, and for each part of a brief."""
    record = phrases.render.corpus.records[key]
    if write := OF_KIND.get(key.kind):
        yield _twin(phrases, urls.of(key), key, partial(_write, write, record))
    if isinstance(record, Brief):
        yield _twin(phrases, urls.brief(key.id), key, partial(briefs.brief, brief=record))
        for part, write_part in PARTS.items():
            yield _twin(phrases, urls.brief(key.id, part), key, partial(write_part, brief=record))


def of_many(phrases: Phrases) -> Iterator[Artifact]:
    """A twin for each list."""
    for path, (write, shows) in LISTS.items():
        yield _twin(phrases, path, None, write, shows)


def _write(write: Callable[[Writer, Record], None], record: Record, writer: Writer) -> None:
    write(writer, record)


def _twin(
    phrases: Phrases, path: str, key: Key | None, write: Callable[[Writer], None], shows: tuple[str, ...] = ()
) -> Artifact:
    """The twin of a page that shows one record, or of a list."""
    brief = "" if key is None else key.id if key.kind == "brief" else key.brief

    def make() -> bytes | Iterator[bytes]:
        writer = Writer(phrases, brief)
        write(writer)
        return b"".join(writer.finish()) if key else writer.finish()

    return Artifact(urls.markdown(path), make, (key,) if key else shows)
