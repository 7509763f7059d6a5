"""References and texts are found in every record, at any depth, by the types of its fields."""

from __future__ import annotations

from typing import Any

import pytest
from sightline.check.validator import validator
from sightline.model import brief, notes, shared, source_notes
from sightline.model.walk import references, texts

RECORDS: list[tuple[type, dict[str, Any], list[str], list[str]]] = [
    (
        brief.Recommendation,
        {
            "id": "r",
            "title": "not.[^1]",
            "statement": "a[^1]",
            "addressees": ["x", "y"],
            "actions": [{"what": "b", "by": ["x"]}, {"what": "c"}],
            "rests_on": [{"finding": "f", "why": "d"}, {"finding": "b/g", "why": "e"}],
            "section": "s",
            "themes": ["t"],
            "related": [{"recommendation": "q", "relation": "agrees", "why": "g"}],
            "status": [{"date": "2024", "status": "open", "source": "m", "note": "h"}],
            "no_note_because": "i",
        },
        [
            "addressees.0 actor x", "addressees.1 actor y", "actions.0.by.0 actor x", "rests_on.0.finding finding f",
            "rests_on.1.finding finding b/g", "section section s", "themes.0 theme t",
            "related.0.recommendation recommendation q", "status.0.source source m",
        ],
        [
            "statement a[^1]", "actions.0.what b", "actions.1.what c", "rests_on.0.why d", "rests_on.1.why e",
            "related.0.why g", "status.0.note h", "no_note_because i",
        ],
    ),
    (
        brief.Finding,
        {
            "id": "f", "section": "s", "statement": "a", "kind": "fact", "themes": ["t"], "actors": ["x"],
            "figures": [{"value": "9", "measures": "b"}], "no_note_because": "c",
        },
        ["section section s", "themes.0 theme t", "actors.0 actor x"],
        ["statement a", "no_note_because c"],
    ),
    (
        notes.Endnote,
        {
            "number": 1, "citations": [{"form": "ibid"}, {"source": "m", "lead_in": "see"}], "comment": "a",
            "printing_slips": [{"printed": "b", "why": "c"}],
        },
        ["citations.1.source source m"],
        ["comment a", "printing_slips.0.why c"],
    ),
    (
        source_notes.SourceNote,
        {
            "id": "n", "kind": "misprint", "what": "a", "treatment": "b",
            "where": [{"endnote": "b/3"}, {"section": "s", "summary": True}],
        },
        ["where.0.endnote endnote b/3", "where.1.section section s"],
        ["what a", "treatment b"],
    ),
    (
        brief.Event,
        {"id": "e", "date": "1990", "title": "a", "actors": ["x"], "themes": ["t"], "findings": ["f"]},
        ["actors.0 actor x", "themes.0 theme t", "findings.0 finding f"],
        ["title a"],
    ),
    (
        brief.Brief,
        {
            "id": "b", "title": "B", "kind": "report", "publisher": "P", "standfirst": "a", "summary": ["b", "c"],
            "sections": [{"id": "s", "title": "S", "summary": "d"}],
            "about_the_authors": [{"author": "A", "about": "e"}],
            "illustrations": [{"caption": "f", "section": "s"}],
        },
        ["illustrations.0.section section s"],
        ["standfirst a", "summary.0 b", "summary.1 c", "sections.0.summary d", "about_the_authors.0.about e"],
    ),
    (
        shared.Theme,
        {
            "id": "t", "title": "T", "summary": "a", "broader": "u",
            "comparisons": [
                {"relation": "agrees", "about": "x", "note": "b", "findings": ["b/f"], "recommendations": ["b/r"]}
            ],
        },
        [
            "broader theme u", "comparisons.0.findings.0 finding b/f",
            "comparisons.0.recommendations.0 recommendation b/r",
        ],
        ["summary a", "comparisons.0.note b"],
    ),
    (shared.Source, {"id": "m", "type": "book", "title": "a", "comment": "b"}, [], ["comment b"]),
    (shared.Actor, {"id": "x", "name": "a", "kind": "body", "description": "b"}, [], ["description b"]),
    (
        shared.GlossaryTerm,
        {
            "id": "g", "term": "a", "expansion": "b", "meaning": "c", "actor": "x",
            "used_in": [{"brief": "b", "expanded": True}],
        },
        ["used_in.0.brief brief b", "actor actor x"],
        ["meaning c"],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "data", "named", "written"), RECORDS, ids=[one[0].__name__ for one in RECORDS])
def test_references_and_texts(kind: type, data: dict[str, Any], named: list[str], written: list[str]) -> None:
    record = validator(kind).validate_python(data)
    found = [f"{_dotted(path)} {to.kinds[0]} {reference}" for path, to, reference in references(record)]
    assert found == named
    assert [f"{_dotted(path)} {prose.source}" for path, prose in texts(record)] == written


def _dotted(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))
