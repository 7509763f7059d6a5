"""Lines of sight, support, and what rests on each source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sightline.link.index import Index, key_for
from sightline.model.brief import Finding, Recommendation
from sightline.model.corpus import Key, Line, Note, SourceLinks, Support
from sightline.model.keys import source_key
from sightline.model.shared import Source

INTERVIEWS = ("interview", "personal_communication")


@dataclass(slots=True)
class Sight:
    """What each finding and recommendation marks, reaches and carries."""

    marks: dict[Key, tuple[Key, ...]] = field(default_factory=dict)
    """The notes marked in its texts."""
    lines: dict[Key, tuple[Line, ...]] = field(default_factory=dict)
    support: dict[Key, Support] = field(default_factory=dict)
    carried: dict[Key, frozenset[str]] = field(default_factory=dict)
    """The sources that speak for it."""


def look(index: Index, notes: Mapping[Key, Note], marks: Mapping[Key, Iterable[Key]]) -> Sight:
    """Follow the marks of every finding, then the grounds of every recommendation, to their sources."""
    sight = Sight()
    recommendations: list[tuple[Key, Recommendation]] = []
    for key, entry in index.entries.items():
        if isinstance(entry.record, (Finding, Recommendation)):
            sight.marks[key] = tuple(marks.get(key, ()))
        if isinstance(entry.record, Recommendation):
            recommendations.append((key, entry.record))
        elif isinstance(entry.record, Finding):
            sources = [source for _, source in _works(sight.marks[key], notes)]
            sight.support[key] = support(0, sight.marks[key], sources, index)
            sight.carried[key] = frozenset(sources)
    for key, record in recommendations:
        _look_from(key, record, sight, notes, index)
    return sight


def _look_from(key: Key, record: Recommendation, sight: Sight, notes: Mapping[Key, Note], index: Index) -> None:
    """The lines of sight of a recommendation, and what of them speaks for it: not what contradicts it."""
    lines = [Line(None, note, source) for note, source in _works(sight.marks[key], notes)]
    behind = list(lines)
    marked = list(sight.marks[key])
    grounds = 0
    for ground in record.rests_on:
        finding = key_for("finding", ground.finding, key.brief)
        reached = [Line(finding, note, source) for note, source in _works(sight.marks[finding], notes)]
        lines += reached
        if ground.role != "contradicts":
            grounds += 1
            behind += reached
            marked += sight.marks[finding]
    sources = [line.source for line in behind]
    sight.lines[key] = tuple(dict.fromkeys(lines))
    sight.support[key] = support(grounds, marked, sources, index)
    sight.carried[key] = frozenset(sources)


def _works(marked: Iterable[Key], notes: Mapping[Key, Note]) -> list[tuple[Key, str]]:
    return [(key, work.source) for key in marked if key in notes for work in notes[key].resolved]


def support(findings: int, notes: Iterable[Key], sources: Iterable[str], index: Index) -> Support:
    """Count what a recommendation or a finding has behind it."""
    works = [
        entry.record
        for source in dict.fromkeys(sources)
        if (entry := index.entries.get(source_key(source))) and isinstance(entry.record, Source)
    ]
    return counted(findings, notes, works)


def counted(findings: int, notes: Iterable[Key], works: Sequence[Source]) -> Support:
    """The figures of some findings, notes and distinct works."""
    keys = dict.fromkeys(notes)
    kinds: dict[str, int] = {}
    for work in works:
        kinds[work.type] = kinds.get(work.type, 0) + 1
    years = [year for work in works if (year := work.year) is not None]
    interviews = sum([kinds.get(kind, 0) for kind in INTERVIEWS])
    return Support(
        findings=findings,
        notes=len(keys),
        sources=len(works),
        publishers=len({*filter(None, map(publisher_of, works))}),
        kinds=tuple(sorted(kinds.items(), key=lambda pair: (-pair[1], pair[0]))),
        interviews=interviews,
        open=sum([work.access == "open" for work in works]),
        oldest=min(years, default=None),
        newest=max(years, default=None),
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
    findings, recommendations, falls, weakens = (defaultdict[str, list[Key]](list) for _ in range(4))
    for key, behind in carried.items():
        of_kind = findings if key.kind == "finding" else recommendations
        shaken = falls if len(behind) == 1 else weakens
        for source in behind:
            of_kind[source].append(key)
            shaken[source].append(key)
    return {
        source: SourceLinks(
            notes=tuple(note_keys),
            findings=tuple(findings[source]),
            recommendations=tuple(recommendations[source]),
            falls=tuple(falls[source]),
            weakens=tuple(weakens[source]),
        )
        for source, note_keys in cited.items()
    }
