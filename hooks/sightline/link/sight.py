"""Lines of sight, support, and what rests on each source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from sightline.link.index import Index, key_for
from sightline.model.brief import Finding, Recommendation
from sightline.model.corpus import Key, Line, Note, SourceLinks, Support
from sightline.model.shared import Source
from sightline.model.walk import texts

INTERVIEWS = ("interview", "personal_communication")


def marks_of(key: Key, record: object, index: Index) -> list[Key]:
    """The notes marked in a record's texts, each once, in order."""
    return list(dict.fromkeys(key_for("endnote", mark, key.brief) for _, text in texts(record) for mark in text.marks))


def lines_of_sight(key: Key, record: Recommendation, index: Index, notes: Mapping[Key, Note]) -> tuple[Line, ...]:
    """Every way from a recommendation to a source: first by its own marks, then through its findings."""
    lines = [Line(None, note, source) for note, source in _works(marks_of(key, record, index), notes)]
    for ground in record.rests_on:
        finding = key_for("finding", ground.finding, key.brief)
        if entry := index.entries.get(finding):
            marked = marks_of(finding, entry.record, index)
            lines += [Line(finding, note, source) for note, source in _works(marked, notes)]
    return tuple(dict.fromkeys(lines))


def _works(marked: Iterable[Key], notes: Mapping[Key, Note]) -> Iterable[tuple[Key, str]]:
    return [(key, work.source) for key in marked if key in notes for work in notes[key].resolved]


def supporting(key: Key, record: Recommendation, lines: Iterable[Line], index: Index) -> list[Line]:
    """The lines of sight that speak for a recommendation: not those through findings that contradict it."""
    against = {
        key_for("finding", ground.finding, key.brief) for ground in record.rests_on if ground.role == "contradicts"
    }
    return [line for line in lines if line.finding not in against]


def support(findings: int, notes: Iterable[Key], sources: Iterable[str], index: Index) -> Support:
    """Count what a recommendation or a finding has behind it."""
    keys = dict.fromkeys(notes)
    works = [
        entry.record
        for source in dict.fromkeys(sources)
        if (entry := index.entries.get(Key("source", "", source))) and isinstance(entry.record, Source)
    ]
    kinds: Counter[str] = Counter(work.type for work in works)
    years = sorted(work.year for work in works if work.year is not None)
    interviews = sum(kinds[kind] for kind in INTERVIEWS)
    return Support(
        findings=findings,
        notes=len(keys),
        sources=len(works),
        publishers=len({house for work in works if (house := publisher_of(work))}),
        kinds=tuple(sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))),
        interviews=interviews,
        open=sum(work.access == "open" for work in works),
        oldest=years[0] if years else None,
        newest=years[-1] if years else None,
        labels=tuple(_labels(len(keys), len(works), interviews)),
    )


def publisher_of(work: Source) -> str | None:
    """The house that answers for a work: its group, its publisher, or the periodical or site it stands in."""
    for house in (work.publisher_group, work.item.get("publisher"), work.item.get("container-title")):
        if house:
            return str(house)
    return None


def _labels(notes: int, sources: int, interviews: int) -> list[str]:
    if not notes:
        return ["no note at all"]
    if not sources:
        return ["note without a source"]
    return (["one source"] if sources == 1 else []) + (["interviews only"] if interviews == sources else [])


def rests_on_sources(
    sources: Iterable[str],
    notes: Mapping[Key, Note],
    carried: Mapping[Key, frozenset[str]],
) -> dict[str, SourceLinks]:
    """For each source: its notes, what rests on it, and what would fall or weaken without it.

    ``carried`` holds the sources behind each finding and recommendation.
    """
    cited: dict[str, dict[Key, None]] = {source: {} for source in sources}
    for key, note in notes.items():
        for work in note.resolved:
            cited.setdefault(work.source, {})[key] = None
    resting: dict[str, list[Key]] = {}
    for key, behind in carried.items():
        for source in sorted(behind):
            resting.setdefault(source, []).append(key)
    links = {}
    for source, note_keys in cited.items():
        on_it = resting.get(source, [])
        links[source] = SourceLinks(
            notes=tuple(note_keys),
            findings=tuple(key for key in on_it if key.kind == "finding"),
            recommendations=tuple(key for key in on_it if key.kind == "recommendation"),
            falls=tuple(key for key in on_it if len(carried[key]) == 1),
            weakens=tuple(key for key in on_it if len(carried[key]) > 1),
        )
    return links


__all__ = ["Finding", "lines_of_sight", "marks_of", "rests_on_sources", "support", "supporting"]
