"""A brief at a glance, and its parts."""

from __future__ import annotations

from sightline import urls
from sightline.model.brief import Brief, Finding
from sightline.publish.markdown.writer import Writer
from sightline.render.dates import written
from sightline.render.kinds.source_notes import place
from sightline.render.names import FINDING_KINDS, SOURCE_NOTE_KINDS, brief_name
from sightline.render.prose_markdown import escaped, link


def brief(writer: Writer, brief: Brief) -> None:
    """The brief at a glance."""
    published = written(brief.issued) if brief.issued else "no date in the document"
    writer.add(f"# {escaped(brief.title)}", writer.text(brief.standfirst))
    writer.add(
        f"Published by {escaped(brief.publisher)}; {published}." + (f" Original: <{brief.url}>" if brief.url else "")
    )
    writer.add("## Key messages")
    writer.items(map(writer.words, brief.summary), ordered=True)
    if ours := writer.render.groups.recommendations[brief.id]:
        writer.add("## Recommendations")
        writer.items(f"{writer.link(one.key)}: {writer.words(one.statement)}" for one in ours)
    writer.add("## Contents")
    findings = writer.render.groups.findings[brief.id]
    writer.items(
        f"{escaped(section.title)}. {writer.words(section.summary)} "
        f"({sum(one.section == section.id for one in findings)} findings)"
        for section in brief.sections
    )
    pages = ("findings", "recommendations", "endnotes", "timeline", "source-notes")
    home = writer.render.site_url or "/"
    writer.add("Pages: " + ", ".join(link(part.replace("-", " "), home + urls.brief(brief.id, part)) for part in pages))
    if not writer.called:
        writer.sources(writer.render.groups.sources[brief.id])
    for note in brief.about_the_authors:
        writer.add(f"## About {escaped(note.author)}", writer.text(note.about))
    writer.cite(brief.key)


def findings(writer: Writer, brief: Brief) -> None:
    """The argument, section by section."""
    writer.add(f"# Findings: {escaped(brief_name(brief))}", f"Of {writer.link(brief.key)}.")
    ours = writer.render.groups.findings[brief.id]
    for section in brief.sections:
        if own := [one for one in ours if one.section == section.id]:
            writer.add(f"## {escaped(section.title)}")
            writer.items(_finding(writer, one) for one in own)


def _finding(writer: Writer, one: Finding) -> str:
    page = f", printed page {one.page}" if one.page else ""
    about = f"{FINDING_KINDS[one.kind]}{page}. {writer.support(writer.corpus.support[one.key])}"
    reason = f" {writer.words(one.no_note_because)}" if one.no_note_because else ""
    return f"{writer.text(one.statement)}\n\n{about}{reason} ({writer.link(one.key, one.id)})"


def endnotes(writer: Writer, brief: Brief) -> None:
    """Every note as it is printed and as what it stands for."""
    notes = writer.render.groups.notes[brief.id]
    writer.add(f"# Endnotes: {escaped(brief_name(brief))}", f"Of {writer.link(brief.key)}.")
    writer.items(f"{writer.link(note.key)}: {writer.note(note)}" for note in notes)
    writer.add("" if notes else "The brief has no notes: nothing in it is tied to a source.")
    writer.sources(writer.render.groups.sources[brief.id])


def timeline(writer: Writer, brief: Brief) -> None:
    """The dated events, in order."""
    events = sorted(writer.render.groups.events[brief.id], key=lambda event: event.date.start)
    writer.add(f"# Timeline: {escaped(brief_name(brief))}", f"Of {writer.link(brief.key)}.")
    writer.items(
        f"{written(event.date)}: {writer.words(event.title)} ({writer.link(event.key, event.id)})" for event in events
    )


def source_notes(writer: Writer, brief: Brief) -> None:
    """What a careful reader should know about the printed text."""
    writer.add(f"# Source notes: {escaped(brief_name(brief))}", f"Of {writer.link(brief.key)}.")
    home = writer.render.site_url or "/"
    for note in writer.render.groups.source_notes[brief.id]:
        places = (place(writer.corpus, note, one) for one in note.where)
        writer.add(f"## {SOURCE_NOTE_KINDS[note.kind]}: {escaped(note.id)}", writer.text(note.what))
        writer.add("Where: " + "; ".join(link(escaped(words), home + address) for words, address in places))
        writer.add(f"Treatment: {writer.words(note.treatment)}")
