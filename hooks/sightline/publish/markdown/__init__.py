"""The Markdown twin of each page of records: the same statements, with their notes and sources on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from sightline import urls
from sightline.link import key_of
from sightline.model.corpus import TIES, Key
from sightline.model.kinds import Record
from sightline.publish.artifact import Artifact
from sightline.publish.markdown import briefs, lists, recommendations, shared
from sightline.publish.markdown.phrases import Phrases
from sightline.publish.markdown.writer import Writer
from sightline.render import Renderer

PARTS = {
    "findings": briefs.findings,
    "recommendations": lists.recommendations_of,
    "endnotes": briefs.endnotes,
    "timeline": briefs.timeline,
    "source-notes": briefs.source_notes,
}
"""The pages of a brief beside the brief at a glance."""
OF_KIND: tuple[tuple[str, Callable[[Writer, Record], None]], ...] = (
    ("recommendations", recommendations.recommendation),
    ("themes", shared.theme),
    ("sources", shared.source),
    ("actors", shared.actor),
)
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


def exports(render: Renderer) -> Iterator[Artifact]:
    """A twin for each page of a record, for each part of a brief, and for each list."""
    phrases = Phrases(render)
    for brief in render.corpus.briefs:
        yield _twin(phrases, urls.brief(brief.id), key_of(brief), partial(briefs.brief, brief=brief))
        for part, write in PARTS.items():
            yield _twin(phrases, urls.brief(brief.id, part), key_of(brief), partial(write, brief=brief))
    for plural, write_record in OF_KIND:
        for record in getattr(render.corpus, plural):
            key = key_of(record)
            yield _twin(phrases, urls.of(key), key, partial(_write, write_record, record))
    for path, (write_list, shows) in LISTS.items():
        yield _twin(phrases, path, None, write_list, shows)


def _write(write: Callable[[Writer, Record], None], record: Record, writer: Writer) -> None:
    write(writer, record)


def _twin(
    phrases: Phrases, path: str, key: Key | None, write: Callable[[Writer], None], shows: tuple[str, ...] = ()
) -> Artifact:
    """The twin of a page that shows one record, or of a list."""
    brief = "" if key is None else key.id if key.kind == "brief" else key.brief

    def make() -> bytes:
        writer = Writer(phrases, brief)
        write(writer)
        return writer.finish()

    return Artifact(urls.markdown(path), make, (key,) if key else shows)
