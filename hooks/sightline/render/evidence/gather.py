"""Gathers what belongs in a drawing: of a whole brief, behind one recommendation, or before one source.

What is found by several ways stands in the order in which it is met, not in that of the corpus: a drawing is the same
while what it shows is the same, whatever the order of records that it leads past.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import inf

from sightline.link import key_for, key_of
from sightline.model.brief import Brief, Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.render.evidence.lines import ONE, Lines
from sightline.render.groups import Groups


def of_brief(corpus: Corpus, groups: Groups, brief: Brief) -> Lines:
    """Everything that the notes of a brief tie together."""
    found = Lines()
    notes = groups.notes[brief.id]
    for key in map(key_of, groups.recommendations[brief.id]):
        found.layers[0].append(key)
        for finding, role in grounds_of(corpus, key).items():
            found.join(key, finding, role)
    for note in notes:
        for user in _users(corpus, note.key):
            found.join(user, note.key)
        _works(found, corpus, note.key)
    tied = sorted(found.nodes, key=lambda key: corpus.order[key] if key.brief == brief.id else len(corpus.order))
    found.layers[0].extend(key for key in tied if key.kind == "recommendation" and key.brief != brief.id)
    found.layers[1].extend(key for key in tied if key.kind == "finding")
    found.layers[2].extend(note.key for note in notes)
    return found


def around(corpus: Corpus, findings: Iterable[Key]) -> Lines:
    """Findings with the recommendations that rest on them, their notes and the works that these stand for."""
    found = Lines()
    found.layers[1].extend(findings)
    _resting(found, corpus, dict.fromkeys(found.layers[1]))
    for finding in found.layers[1]:
        for note in corpus.marks[finding]:
            found.join(finding, note)
    notes = dict.fromkeys(note for finding in found.layers[1] for note in corpus.marks[finding])
    found.layers[2].extend(sorted(notes, key=corpus.order.__getitem__))
    for note in found.layers[2]:
        _works(found, corpus, note)
    return found


def behind(corpus: Corpus, key: Key) -> Lines:
    """A recommendation with its findings, their notes and the works that these stand for."""
    found = Lines(ONE, key)
    grounds = grounds_of(corpus, key)
    found.layers[0].append(key)
    found.layers[1].extend(sorted(grounds, key=lambda finding: _first_note(corpus, finding)))
    for finding, role in grounds.items():
        found.join(key, finding, role)
    for user in (key, *grounds):
        for note in corpus.marks[user]:
            found.join(user, note)
    notes = dict.fromkeys(note for user in (key, *grounds) for note in corpus.marks[user])
    found.layers[2].extend(sorted(notes, key=lambda note: (note.brief != key.brief, note.brief, int(note.id))))
    for note in found.layers[2]:
        _works(found, corpus, note)
    return found


def before(corpus: Corpus, key: Key) -> Lines:
    """A source with the notes that stand for it, what marks them, and what rests on that."""
    found = Lines(ONE, key)
    marked: dict[Key, None] = {}
    for note in corpus.source_links[key.id].notes:
        users = _users(corpus, note)
        marked |= dict.fromkeys(users)
        found.layers[2].append(note)
        for user in users:
            found.join(user, note)
        found.join(note, key)
    findings = [user for user in marked if user.kind == "finding"]
    found.layers[1].extend(sorted(findings, key=corpus.order.__getitem__))
    found.layers[3].append(key)
    _resting(found, corpus, marked)
    return found


def _resting(found: Lines, corpus: Corpus, marked: Mapping[Key, None]) -> None:
    """Add the recommendations among what marks a note, and those that rest on a finding among it, with lines to it."""
    naming = dict.fromkeys(by for one in marked for by in (one, *corpus.backlinks.get(one, ())))
    for one in (key for key in naming if key.kind == "recommendation"):
        grounds = [(finding, role) for finding, role in grounds_of(corpus, one).items() if finding in marked]
        if grounds or one in marked:
            found.layers[0].append(one)
        for finding, role in grounds:
            found.join(one, finding, role)


def grounds_of(corpus: Corpus, key: Key) -> dict[Key, str]:
    """The findings that a recommendation rests on, with what each does for it."""
    one = corpus.records[key]
    assert isinstance(one, Recommendation)
    return {key_for("finding", ground.finding, one.brief): ground.role for ground in one.rests_on}


def _users(corpus: Corpus, note: Key) -> list[Key]:
    """The findings and recommendations that mark a note, each once."""
    users = {use.record: None for use in corpus.notes[note].uses}
    return [user for user in users if user.kind in ("finding", "recommendation")]


def _works(found: Lines, corpus: Corpus, note: Key) -> None:
    """Add the works that a note stands for, and lines to them."""
    layer = found.layers[3]
    for work in dict.fromkeys(Key("source", "", work.source) for work in corpus.notes[note].resolved):
        if work not in found.nodes:
            layer.append(work)
        found.join(note, work)


def _first_note(corpus: Corpus, finding: Key) -> float:
    """Findings without a note come last: so the lines of the others run nearly level."""
    return min((int(note.id) for note in corpus.marks[finding]), default=inf)
