"""The lists of records: one entry each, with the way to its page, where its notes are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import TypeVar

from sightline.model.brief import Brief, Finding, Recommendation
from sightline.model.corpus import Key, LedgerEntry
from sightline.model.prose import plain
from sightline.publish.markdown.recommendations import line_of_sight
from sightline.publish.markdown.writer import Writer
from sightline.render.changes import Change
from sightline.render.dates import written
from sightline.render.names import ACTOR_KINDS, FINDING_KINDS, LEDGER_RULES, brief_name, count, title_of
from sightline.render.prose_markdown import escaped

Item = TypeVar("Item")


def briefs(writer: Writer) -> None:
    """All briefs."""
    writer.add("# Briefs")
    groups = writer.render.groups
    for one in writer.corpus.briefs:
        held = f"{count(len(groups.findings[one.id]), 'finding')}, {count(len(groups.recommendations[one.id]), 'recommendation')}"
        about = f"{escaped(one.publisher)}; {written(one.issued) if one.issued else 'no date'}; {held}."
        writer.add(f"## {writer.link(one.key, one.title)}", about, escaped(plain(one.standfirst)))


def recommendations(writer: Writer) -> None:
    """All recommendations, brief by brief."""
    writer.add("# Recommendations")
    for own in _by_brief(writer, writer.render.groups.recommendations):
        writer.items(f"{_title(writer, one)}: {escaped(plain(one.statement))} {_support(writer, one)}" for one in own)


def recommendations_of(writer: Writer, brief: Brief) -> None:
    """The recommendations of a brief, each with its line of sight."""
    writer.add(f"# Recommendations: {escaped(brief_name(brief))}", f"Of {writer.link(brief.key)}.")
    own = writer.render.groups.recommendations[brief.id]
    for one in own:
        writer.add(f"## {_title(writer, one)}", writer.text(one.statement), _support(writer, one))
        writer.add(f"For {writer.links('actor', one.addressees)}.")
        line_of_sight(writer, one)
    writer.add("" if own else "The brief makes no recommendation.")


def _title(writer: Writer, one: Recommendation) -> str:
    return writer.link(one.key)


def _support(writer: Writer, one: Recommendation | Finding) -> str:
    return writer.support(writer.corpus.support[one.key])


def findings(writer: Writer) -> None:
    """All findings, brief by brief."""
    writer.add("# Findings")
    for own in _by_brief(writer, writer.render.groups.findings):
        writer.items(
            f"{escaped(plain(one.statement))} ({writer.link(one.key, FINDING_KINDS[one.kind])}) {_support(writer, one)}"
            for one in own
        )


def _by_brief(writer: Writer, held: Mapping[str, list[Item]]) -> Iterator[list[Item]]:
    """What each brief holds, below its heading; nothing of a brief that holds none."""
    for brief in writer.corpus.briefs:
        if own := held[brief.id]:
            writer.add(f"## {writer.link(brief.key)}")
            yield own


def themes(writer: Writer) -> None:
    """All themes."""
    writer.add("# Themes")
    writer.items(f"{writer.link(one.key)}: {escaped(plain(one.summary))}" for one in writer.corpus.themes)


def sources(writer: Writer) -> None:
    """All sources, as a bibliography."""
    writer.add("# Sources")
    writer.sources((one.id for one in writer.corpus.sources), heading="")


def actors(writer: Writer) -> None:
    """All actors, by name."""
    writer.add("# Actors")
    ordered = sorted(writer.corpus.actors, key=lambda actor: actor.name.casefold())
    writer.items(f"{writer.link(one.key)} ({ACTOR_KINDS[one.kind].lower()})" for one in ordered)


def timeline(writer: Writer) -> None:
    """The dated events of all briefs, in order."""
    writer.add("# Timeline")
    events = sorted(writer.corpus.events, key=lambda event: event.date.start)
    writer.items(
        f"{written(one.date)}: {escaped(plain(one.title))} ({writer.link(one.key, title_of(writer.corpus, Key('brief', '', one.brief)))})"
        for one in events
    )


def ledger(writer: Writer) -> None:
    """What has no evidence, and what nobody uses."""
    writer.add("# Ledger")
    entries = (one for one in writer.render.listings.ledger.items if isinstance(one, LedgerEntry))
    for code, group in groupby(entries, key=lambda entry: entry.code):
        writer.add(f"## {LEDGER_RULES[code]}")
        writer.items(_missing(writer, entry) for entry in group)


def _missing(writer: Writer, entry: LedgerEntry) -> str:
    brief = f", {writer.link(Key('brief', '', entry.record.brief))}" if entry.record.brief else ""
    return f"{writer.link(entry.record)}{brief}" + (f": {escaped(entry.reason)}" if entry.reason else "")


def changes(writer: Writer) -> None:
    """What the records date, the newest first."""
    writer.add("# What changed")
    writer.items(_changed(writer))


def _changed(writer: Writer) -> Iterator[str]:
    for one in writer.render.listings.changes.items:
        assert isinstance(one, Change)
        by = f" ({writer.link(one.source)})" if one.source else ""
        yield f"{written(one.date)}: {writer.link(one.key, one.record)} {one.what}{by}"
