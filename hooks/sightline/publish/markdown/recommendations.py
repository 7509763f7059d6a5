"""A recommendation with its whole chain: whoever quotes it has its notes."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.model.brief import Recommendation
from sightline.model.corpus import Key
from sightline.model.kinds import Record
from sightline.publish.markdown.writer import Writer, listed
from sightline.render.dates import written
from sightline.render.kinds.recommendations import Step, beside, chain, source_notes
from sightline.render.names import FINDING_KINDS, RELATIONS, ROLES, SOURCE_NOTE_KINDS, count
from sightline.render.prose_markdown import escaped

NO_SOURCE = "It reaches no source: neither the recommendation nor a finding that it rests on marks a note."


def recommendation(writer: Writer, record: Record) -> None:
    """The page of a recommendation."""
    assert isinstance(record, Recommendation)
    key = record.key
    writer.add(f"# {escaped(record.title)}", f"Recommendation of {writer.link(Key('brief', '', record.brief))}.")
    writer.add(writer.text(record.statement), "## Who should act, and how", writer.links("actor", record.addressees))
    writer.items(
        writer.words(action.what) + (f" (by {writer.links('actor', action.by)})" if action.by else "")
        for action in record.actions
    )
    _why(writer, record)
    writer.add("## Line of sight")
    line_of_sight(writer, record)
    writer.add("## How well supported", writer.support(writer.corpus.support[key]))
    _around(writer, record)
    writer.cite(key)


def _why(writer: Writer, record: Recommendation) -> None:
    writer.add("## Why")
    steps = [step for step in chain(writer.corpus, record) if step.finding and step.ground]
    if not steps:
        writer.add("No finding is recorded as its ground.", writer.words(record.no_note_because))
        return
    writer.add(f"It rests on {count(len(steps), 'finding')}.")
    writer.items((_ground(writer, step) for step in steps), ordered=True)


def _ground(writer: Writer, step: Step) -> str:
    assert step.finding is not None
    assert step.ground is not None
    kind, role = FINDING_KINDS[step.finding.kind], ROLES[step.ground.role]
    statement = writer.text(step.finding.statement, step.finding.brief)
    place = writer.link(step.finding.key, kind)
    return f"**{role}.** {statement}\n\n{writer.words(step.ground.why)} ({place})"


def line_of_sight(writer: Writer, record: Recommendation) -> None:
    """Finding by finding the notes, and note by note the works; or that there is none."""
    key, made = record.key, writer.phrases.sights
    if key not in made:
        steps = [_step(writer, step) for step in chain(writer.corpus, record)] if writer.corpus.lines[key] else ()
        made[key] = listed(steps) or NO_SOURCE
    writer.add(made[key])


def _step(writer: Writer, step: Step) -> str:
    """A finding, below it its notes, below each the works that it stands for."""
    head = f"{ROLES[step.ground.role]}: {writer.link(step.finding.key)}" if step.finding and step.ground else ""
    lines = [head or "Marked in the recommendation itself"]
    for note, works in step.notes:
        lines.append(f"- {writer.link(note.key)}")
        lines += [f"  - {writer.work(work)}" for work in works]
    return "\n".join(lines if step.notes else [*lines, "- No note is marked here: the line of sight ends."])


def _around(writer: Writer, record: Recommendation) -> None:
    """What stands beside it, what became of it, what is known about the printed text."""
    if found := list(beside(writer.corpus, record)):
        writer.add("## Beside it")
        writer.items(
            f"{RELATIONS[one.relation]}: {writer.link(one.key)}. "
            + (
                writer.words(one.why.why)
                if one.why
                else writer.words(one.named_by.why if one.named_by else None, one.key.brief)
            )
            for one in found
        )
    if record.status:
        writer.add("## Status")
        writer.items(_status(writer, record))
    if notes := source_notes(writer.render, record):
        writer.add("## About the printed text")
        writer.items(
            f"{SOURCE_NOTE_KINDS[note.kind]}: {writer.words(note.what, note.brief)} {writer.words(note.treatment, note.brief)}"
            for note in notes
        )


def _status(writer: Writer, record: Recommendation) -> Iterator[str]:
    for entry in record.status:
        status = entry.status.replace("-", " ").capitalize()
        note = f"{writer.words(entry.note)} " if entry.note else ""
        yield f"{written(entry.date)}: {status}. {note}({writer.link(Key('source', '', entry.source))})"
