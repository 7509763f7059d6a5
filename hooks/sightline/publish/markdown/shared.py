"""Themes, sources, actors and the glossary."""

from __future__ import annotations

from sightline.link import key_for
from sightline.model.brief import Finding, Recommendation
from sightline.model.corpus import Key
from sightline.model.kinds import Record
from sightline.model.shared import Actor, Source, Theme
from sightline.publish.markdown.writer import Writer
from sightline.render.compare import columns
from sightline.render.dates import written
from sightline.render.names import ACCESS, FINDING_KINDS, RELATIONS, brief_name, kind_of_work
from sightline.render.prose_markdown import escaped


def theme(writer: Writer, record: Record) -> None:
    """The briefs side by side on one theme."""
    assert isinstance(record, Theme)
    writer.add(f"# {escaped(record.title)}", writer.text(record.summary))
    for one in record.comparisons:
        writer.add(f"## {RELATIONS[one.relation]}: {escaped(one.about)}", writer.text(one.note))
        keys = [key_for("recommendation", reference, "") for reference in one.recommendations]
        keys += [key_for("finding", reference, "") for reference in one.findings]
        writer.items(f"{writer.link(Key('brief', '', key.brief))}: {_statement(writer, key)}" for key in keys)
    for column in columns(writer.corpus, writer.render.groups, record):
        writer.add(f"## In {escaped(brief_name(column.brief))}")
        keys = [one.key for one in (*column.recommendations, *column.findings)]
        writer.items(_statement(writer, key) for key in keys)


def _statement(writer: Writer, key: Key) -> str:
    """A finding or recommendation in its own words, with what it is as the link to it."""
    record = writer.corpus.records[key]
    assert isinstance(record, (Finding, Recommendation))
    kind = FINDING_KINDS[record.kind] if isinstance(record, Finding) else f"Recommendation “{record.title}”"
    return f"{writer.words(record.statement, key.brief)} ({writer.link(key, kind)})"


def source(writer: Writer, record: Record) -> None:
    """What a source is, who cites it, and what would fall with it."""
    assert isinstance(record, Source)
    links = writer.corpus.source_links[record.id]
    standing = f"{record.standing.capitalize()} source. " if record.standing else ""
    access = f"{ACCESS[record.access]}. " if record.access else ""
    archived = f"Archived: <{record.archived}>" if record.archived else ""
    entry = writer.phrases.printed(record.id)
    writer.add(f"# {escaped(record.title)}", entry)
    writer.add(f"{kind_of_work(record.type)}. {standing}{access}{archived}".strip(), writer.text(record.comment))
    writer.add("## Cited in")
    notes = [writer.corpus.notes[key] for key in links.notes]
    writer.items(
        f"{writer.link(Key('brief', '', note.key.brief))}, {writer.link(note.key)}: {writer.note(note)}"
        for note in notes
    )
    writer.add("" if notes else "No note cites this source.")
    named = (
        ("What rests on it", (*links.recommendations, *links.findings)),
        ("What would have no source left without it", links.falls),
    )
    for heading, keys in named:
        if keys:
            writer.add(f"## {heading}")
            writer.items(
                f"{key.kind.capitalize()} of {writer.link(Key('brief', '', key.brief))}: {writer.link(key)}"
                for key in keys
            )
    writer.cite(record.key, entry)


def actor(writer: Writer, record: Record) -> None:
    """What the briefs say of somebody or something."""
    assert isinstance(record, Actor)
    corpus = writer.corpus
    also = f"Also known as {', '.join(map(escaped, record.also_known_as))}." if record.also_known_as else ""
    writer.add(f"# {escaped(record.name)}", also, writer.text(record.description))
    by = corpus.backlinks.get(record.key, ())
    if statements := [key for key in by if key.kind in ("recommendation", "finding")]:
        writer.add("## What the briefs say")
        writer.items(f"{writer.link(Key('brief', '', key.brief))}: {_statement(writer, key)}" for key in statements)
    if events := [event for event in corpus.events if record.id in event.actors]:
        writer.add("## Events")
        ordered = sorted(events, key=lambda event: event.date.start)
        writer.items(f"{written(event.date)}: {writer.words(event.title, event.brief)}" for event in ordered)


def glossary(writer: Writer) -> None:
    """Abbreviations and terms."""
    writer.add("# Glossary")
    terms = sorted(writer.corpus.glossary, key=lambda term: term.term.casefold())
    writer.items(
        f"**{escaped(term.term)}**: {escaped(term.expansion)}. {writer.words(term.meaning)}".strip() for term in terms
    )
