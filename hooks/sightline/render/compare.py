"""What briefs hold on one theme, and where editors have set them against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from sightline.link import key_for
from sightline.link.sight import counted
from sightline.model.brief import Brief, Finding, Recommendation
from sightline.model.corpus import Corpus, Key, Support
from sightline.model.keys import source_key
from sightline.model.prose import Prose
from sightline.model.shared import Source, Theme
from sightline.model.source_notes import SourceNote
from sightline.render.groups import Groups, places

FEW = 4
"""Of so many briefs any two are set side by side; of more, only those that an editor has compared."""


@dataclass(frozen=True)
class Column:
    """What one brief holds on a theme; it is counted when somebody asks."""

    corpus: Corpus
    brief: Brief
    recommendations: list[Recommendation]
    findings: list[Finding]

    @cached_property
    def support(self) -> Support:
        """What all of it together rests on, each work counted once."""
        corpus = self.corpus
        held: list[Finding | Recommendation] = [*self.recommendations, *self.findings]
        notes = [note for one in held for note in corpus.marks[one.key]]
        notes += [line.note for one in self.recommendations for line in corpus.lines[one.key]]
        works = dict.fromkeys(work.source for note in notes for work in corpus.notes[note].resolved)
        sources = [corpus.records[source_key(work)] for work in works]
        return counted(len(self.findings), notes, [one for one in sources if isinstance(one, Source)])

    @property
    def with_note(self) -> int:
        """Findings that carry a note."""
        return sum(self.corpus.support[one.key].notes > 0 for one in self.findings)

    @property
    def one_source(self) -> int:
        """Findings that rest on a single work."""
        return sum(self.corpus.support[one.key].sources == 1 for one in self.findings)


class Meeting(NamedTuple):
    """Statements of several briefs that agree, differ or conflict, and why an editor says so."""

    relation: str
    """As in ``RELATIONS``; ``conflict`` for a source note on a conflict between briefs."""
    about: str
    """A few plain words; empty where the editor wrote none."""
    note: Prose
    owner: str
    """The brief that bare references in the note mean; empty where it is of no brief."""
    sides: tuple[tuple[str, tuple[Key, ...]], ...]
    """For each brief its records, in the order of the editor."""
    of: SourceNote | None = None

    def joins(self, briefs: frozenset[str]) -> bool:
        """True where all these briefs are among its sides."""
        return briefs <= {brief for brief, _ in self.sides}


def columns(corpus: Corpus, groups: Groups, theme: Theme) -> list[Column]:
    """What each brief that speaks on a theme holds, in the order of the briefs."""
    sorted_out: dict[str, list[Finding | Recommendation]] = {}
    for record in _belonging(corpus, theme):
        sorted_out.setdefault(record.brief, []).append(record)
    return [
        _column(corpus, groups.briefs[brief], records)
        for brief, records in sorted(sorted_out.items(), key=groups.order)
    ]


def _belonging(corpus: Corpus, theme: Theme) -> Iterator[Finding | Recommendation]:
    """The recommendations and findings that name a theme as theirs, not those that only mention it."""
    for key in corpus.backlinks.get(theme.key, ()):
        record = corpus.records[key]
        if isinstance(record, (Finding, Recommendation)) and theme.id in record.themes:
            yield record


def _column(corpus: Corpus, brief: Brief, records: list[Finding | Recommendation]) -> Column:
    return Column(
        corpus,
        brief,
        [one for one in records if isinstance(one, Recommendation)],
        [one for one in records if isinstance(one, Finding)],
    )


def meetings(corpus: Corpus, groups: Groups, theme: Theme, held: Iterable[Column]) -> list[Meeting]:
    """Where the briefs meet and part on a theme: comparisons, then related statements, then conflicts."""
    recommendations = [one for column in held for one in column.recommendations]
    statements = [one.key for one in recommendations]
    statements += [one.key for column in held for one in column.findings]
    found = [*_comparisons(theme), *_related(corpus, theme, recommendations)]
    return [*found, *_conflicts(groups.speaking_of(statements))]


def _comparisons(theme: Theme) -> Iterator[Meeting]:
    for one in theme.comparisons:
        keys = [key_for("recommendation", reference, "") for reference in one.recommendations]
        keys += [key_for("finding", reference, "") for reference in one.findings]
        yield Meeting(one.relation, one.about, one.note, "", _sides(keys))


def _related(corpus: Corpus, theme: Theme, recommendations: Iterable[Recommendation]) -> Iterator[Meeting]:
    """Recommendations that name a statement of another brief on the same theme."""
    for one in recommendations:
        for related in one.related:
            kind = "recommendation" if related.recommendation else "finding"
            other = key_for(kind, str(related.recommendation or related.finding), one.brief)
            if other.brief != one.brief and theme.id in getattr(corpus.records[other], "themes", ()):
                yield Meeting(related.relation, "", related.why, one.brief, _sides([one.key, other]))


def _conflicts(notes: Iterable[SourceNote]) -> Iterator[Meeting]:
    for note in notes:
        if note.kind == "conflict-between-briefs":
            keys = [key for key in places(note) if key.kind in ("finding", "recommendation")]
            yield Meeting("conflict", "", note.what, note.brief, _sides(keys), note)


def _sides(keys: Iterable[Key]) -> tuple[tuple[str, tuple[Key, ...]], ...]:
    sides: dict[str, list[Key]] = {}
    for key in keys:
        sides.setdefault(key.brief, []).append(key)
    return tuple((brief, tuple(own)) for brief, own in sides.items())


def pairs(held: list[Column], found: list[Meeting]) -> list[tuple[Column, Column]]:
    """The pairs of briefs that have a page of their own: of a few any two, of many those that something joins."""
    if len(held) <= FEW:
        return list(combinations(held, 2)) if len(held) > 2 else []
    by_id = {column.brief.id: column for column in held}
    order = {brief: rank for rank, brief in enumerate(by_id)}
    joined = {
        tuple(sorted(pair, key=order.__getitem__))
        for meeting in found
        for pair in combinations([brief for brief, _ in meeting.sides if brief in order], 2)
    }
    ordered = sorted(joined, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return [(by_id[one], by_id[other]) for one, other in ordered]
