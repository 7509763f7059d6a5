"""Gathers what belongs in a drawing: of a whole brief, behind one recommendation, or before one source.

What is found by several ways stands in the order in which it is met, not in that of the corpus: a drawing is the same
while what it shows is the same, whatever the order of records that it leads past.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf

from sightline.link import key_for
from sightline.model.brief import Brief, Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.model.keys import source_key
from sightline.render.evidence.lines import ONE, Lines, Node
from sightline.render.groups import Groups


def of_brief(corpus: Corpus, groups: Groups, brief: Brief) -> Lines:
    """Everything that the notes of a brief tie together."""
    found = Lines()
    recommendations, findings, notes, _ = found.layers
    for key in [one.key for one in groups.recommendations[brief.id]]:
        recommendations.append(one := found.nodes[key])
        for finding, role in grounds_of(corpus, key).items():
            found.join(one, found.nodes[finding], role)
    notes.extend([found.nodes[note.key] for note in groups.notes[brief.id]])
    for note in notes:
        for user in _users(corpus, note.key):
            found.join(found.nodes[user], note)
        _works(found, corpus, note)
    last = len(corpus.order)
    tied = sorted(found.nodes.values(), key=lambda one: corpus.order[one.key] if one.key.brief == brief.id else last)
    recommendations.extend(one for one in tied if one.key.kind == "recommendation" and one.key.brief != brief.id)
    findings.extend(one for one in tied if one.key.kind == "finding")
    return found


def around(corpus: Corpus, findings: Iterable[Key]) -> Lines:
    """Findings with the recommendations that rest on them, their notes and the works that these stand for."""
    found = Lines()
    marked = dict.fromkeys(findings)
    found.layers[1].extend(map(found.nodes.__getitem__, marked))
    _resting(found, corpus, marked)
    _notes(found, corpus, found.layers[1])
    found.layers[2].sort(key=lambda note: corpus.order[note.key])
    for note in found.layers[2]:
        _works(found, corpus, note)
    return found


def behind(corpus: Corpus, key: Key) -> Lines:
    """A recommendation with its findings, their notes and the works that these stand for."""
    found = Lines(ONE)
    found.here = one = found.nodes[key]
    grounds = grounds_of(corpus, key)
    found.layers[0].append(one)
    found.layers[1].extend(
        map(found.nodes.__getitem__, sorted(grounds, key=lambda finding: _first_note(corpus, finding)))
    )
    for finding, role in grounds.items():
        found.join(one, found.nodes[finding], role)
    _notes(found, corpus, [one, *map(found.nodes.__getitem__, grounds)])
    found.layers[2].sort(key=lambda note: (note.key.brief != key.brief, note.key.brief, int(note.key.id)))
    for note in found.layers[2]:
        _works(found, corpus, note)
    return found


def before(corpus: Corpus, key: Key) -> Lines:
    """A source with the notes that stand for it, what marks them, and what rests on that."""
    found = Lines(ONE)
    found.here = source = found.nodes[key]
    marked: dict[Key, None] = {}
    for one in corpus.source_links[key.id].notes:
        note = found.nodes[one]
        found.layers[2].append(note)
        for user in _users(corpus, one):
            marked[user] = None
            found.join(found.nodes[user], note)
        found.join(note, source)
    findings = [user for user in marked if user.kind == "finding"]
    found.layers[1].extend(map(found.nodes.__getitem__, sorted(findings, key=corpus.order.__getitem__)))
    found.layers[3].append(source)
    _resting(found, corpus, marked)
    return found


def _resting(found: Lines, corpus: Corpus, marked: Mapping[Key, None]) -> None:
    """Add the recommendations among what marks a note, and those that rest on a finding among it, with lines to it."""
    naming = dict.fromkeys([by for one in marked for by in (one, *corpus.backlinks.get(one, ()))])
    for key in naming:
        if key.kind != "recommendation":
            continue
        grounds = [(finding, role) for finding, role in grounds_of(corpus, key).items() if finding in marked]
        if grounds or key in marked:
            one = found.nodes[key]
            found.layers[0].append(one)
            for finding, role in grounds:
                found.join(one, found.nodes[finding], role)


def grounds_of(corpus: Corpus, key: Key) -> dict[Key, str]:
    """The findings that a recommendation rests on, with what each does for it."""
    one = corpus.records[key]
    assert isinstance(one, Recommendation)
    return {key_for("finding", ground.finding, one.brief): ground.role for ground in one.rests_on}


def _users(corpus: Corpus, note: Key) -> list[Key]:
    """The findings and recommendations that mark a note, each once."""
    users = {use.record: None for use in corpus.notes[note].uses}
    return [user for user in users if user.kind in ("finding", "recommendation")]


def _notes(found: Lines, corpus: Corpus, users: Iterable[Node]) -> None:
    """Add the notes that these mark, and lines to them."""
    for user in users:
        for key in corpus.marks[user.key]:
            if key not in found.nodes:
                found.layers[2].append(found.nodes[key])
            found.join(user, found.nodes[key])


def _works(found: Lines, corpus: Corpus, note: Node) -> None:
    """Add the works that a note stands for, and lines to them."""
    for source in dict.fromkeys([work.source for work in corpus.notes[note.key].resolved]):
        key = source_key(source)
        if key not in found.nodes:
            found.layers[3].append(found.nodes[key])
        found.join(note, found.nodes[key])


def _first_note(corpus: Corpus, finding: Key) -> float:
    """Findings without a note come last: so the lines of the others run nearly level."""
    return min((int(note.id) for note in corpus.marks[finding]), default=inf)
