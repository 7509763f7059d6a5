"""Hostile or unlucky references and numbering: one line a case."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sightline.load import load

from tests.hostile.planting import FINDINGS, NOTES, found, plant

SOURCES = "content/sources.yml"
THEMES = "content/themes.yml"
RECOMMENDATIONS = "content/briefs/b/recommendations.yml"
ACTORS = "content/actors.yml"


def _finding(text: str = "F", **more: str) -> str:
    fields = {"id": "f", "section": "one", "kind": "fact", "statement": f"'{text}'", **more}
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in fields.items()) + "\n"


def _recommendation(**more: str) -> str:
    fields = {"id": "r", "title": "R", "statement": "S", "addressees": "[a]", **more}
    return "- " + "\n  ".join(f"{key}: {value}" for key, value in fields.items()) + "\n"


def _notes(*citations: str, numbers: str = "") -> str:
    counted = numbers.split() or [str(number + 1) for number in range(len(citations))]
    return "".join(f"- {{number: {n}, citations: [{c}]}}\n" for n, c in zip(counted, citations, strict=True))


SOURCE = "- {id: s, type: book, title: S}\n"
ACTOR = "- {id: a, name: A, kind: person}\n"
FULL, SHORT, IBID = "{source: s}", "{source: s, form: short}", "{form: ibid}"
F, N, R, T, S, A = FINDINGS, NOTES, RECOMMENDATIONS, THEMES, SOURCES, ACTORS

CASES: dict[str, tuple[dict[str, str], str]] = {
    # name: (files, the problems as "code file:line", ";" between them; empty for none)
    "good": ({F: _finding("F[^1]"), N: _notes(FULL), S: SOURCE}, ""),
    # Missing, wrong kind, wrong brief, self
    "missing theme": ({F: _finding(themes="[x]")}, "unknown-theme briefs/b/findings.yml:5"),
    "missing section": ({F: _finding(section="x")}, "unknown-section briefs/b/findings.yml:2"),
    "missing actor": ({R: _recommendation()}, "unknown-actor briefs/b/recommendations.yml:4"),
    "missing source": ({N: _notes(FULL)}, "unknown-source briefs/b/endnotes.yml:1"),
    "missing finding in a link": ({F: _finding("[x](finding:x)")}, "unknown-finding briefs/b/findings.yml:4"),
    "wrong kind": ({F: _finding(themes="[a]"), A: ACTOR}, "unknown-theme briefs/b/findings.yml:5"),
    "wrong kind in a link": ({F: _finding("[x](theme:f)")}, "unknown-theme briefs/b/findings.yml:4"),
    "no kind at all": ({F: _finding("[x](endnote:1)")}, "bad-url briefs/b/findings.yml:4"),
    "wrong brief": ({F: _finding("[x](finding:c/f)")}, "unknown-brief briefs/b/findings.yml:4"),
    "wrong brief in a mark": ({F: _finding("F[^c/1]")}, "unknown-brief briefs/b/findings.yml:4"),
    "two slashes": ({F: _finding("[x](finding:b/b/f)")}, "unknown-brief briefs/b/findings.yml:4"),
    "upwards": ({F: _finding("[x](finding:../f)")}, "unknown-brief briefs/b/findings.yml:4"),
    "reference in markup": ({F: _finding('[x](finding:f"onclick=)')}, "unknown-finding briefs/b/findings.yml:4"),
    "reference of nothing": ({F: _finding("[x](finding:)")}, "unknown-finding briefs/b/findings.yml:4"),
    "own section as finding": ({F: _finding("[x](finding:one)")}, "unknown-finding briefs/b/findings.yml:4"),
    "link to itself": ({F: _finding("[x](finding:f)")}, ""),
    "theme above itself": ({T: "- {id: t, title: T, summary: S, broader: t}\n"}, "self-reference themes.yml:1"),
    "related to itself": (
        {R: _recommendation(related="[{recommendation: r, relation: agrees, why: W}]"), A: ACTOR},
        "self-reference briefs/b/recommendations.yml:5",
    ),
    "mark without brief in a theme": ({T: "- {id: t, title: T, summary: 'S[^1]'}\n"}, "needs-brief themes.yml:1"),
    # Cycles
    "themes in a circle": (
        {T: "- {id: t, title: T, summary: S, broader: u}\n- {id: u, title: U, summary: S, broader: t}\n"},
        "circular-theme themes.yml:1;circular-theme themes.yml:2",
    ),
    "ways into a circle": (
        {T: "".join(f"- {{id: {a}, title: T, summary: S, broader: {b}}}\n" for a, b in ("tu", "uv", "vu"))},
        "circular-theme themes.yml:2;circular-theme themes.yml:3",
    ),
    "recommendations in a circle": (
        {
            R: _recommendation(related="[{recommendation: q, relation: agrees, why: W}]")
            + _recommendation(id="q", related="[{recommendation: r, relation: agrees, why: W}]"),
            A: ACTOR,
        },
        "",
    ),
    # Ibid and short forms
    "ibid in note 1": ({N: _notes(IBID), S: SOURCE}, "ibid-without-note briefs/b/endnotes.yml:1"),
    "ibid after a comment": (
        {N: "- {number: 1, comment: C}\n- {number: 2, citations: [{form: ibid}]}\n", S: SOURCE},
        "ibid-without-note briefs/b/endnotes.yml:2",
    ),
    "ibid to itself": ({N: _notes(FULL, "{form: ibid, refers_to: 2}"), S: SOURCE}, "ibid-refers-elsewhere briefs/b/endnotes.yml:2"),
    "ibid to a later note": ({N: _notes(FULL, "{form: ibid, refers_to: 3}", FULL), S: SOURCE}, "ibid-refers-elsewhere briefs/b/endnotes.yml:2"),
    "ibid with a source": ({N: _notes(FULL, "{form: ibid, source: s}"), S: SOURCE}, "ibid-with-source briefs/b/endnotes.yml:2"),
    "two ibids in a note": ({N: _notes(FULL, f"{IBID}, {IBID}"), S: SOURCE}, "repeated-reference briefs/b/endnotes.yml:2"),
    "short before full": ({N: _notes(SHORT, FULL), S: SOURCE}, "short-without-full briefs/b/endnotes.yml:1"),
    "short to itself": ({N: _notes(FULL, "{source: s, form: short, refers_to: 2}"), S: SOURCE}, "short-refers-elsewhere briefs/b/endnotes.yml:2"),
    "full without source": ({N: _notes("{form: full}")}, "citation-without-source briefs/b/endnotes.yml:1"),
    # Numbers
    "gap": ({N: _notes(FULL, FULL, numbers="1 3"), S: SOURCE}, "number-missing briefs/b/endnotes.yml:2"),
    "not from 1": ({N: _notes(FULL, numbers="2"), S: SOURCE}, "number-missing briefs/b/endnotes.yml:1"),
    "repeated": ({N: _notes(FULL, FULL, numbers="1 1"), S: SOURCE}, "repeated-id briefs/b/endnotes.yml:2"),
    "repeated in another form": ({N: _notes(FULL, FULL, numbers="1 01"), S: SOURCE}, "bad-value briefs/b/endnotes.yml:2"),
    "out of order": ({N: _notes(FULL, FULL, numbers="2 1"), S: SOURCE}, ""),
    "zero": ({N: _notes(FULL, numbers="0"), S: SOURCE}, "bad-value briefs/b/endnotes.yml:1"),
    "negative": ({N: _notes(FULL, numbers="-1"), S: SOURCE}, "bad-value briefs/b/endnotes.yml:1"),
    "a fraction": ({N: _notes(FULL, numbers="1.5"), S: SOURCE}, "bad-value briefs/b/endnotes.yml:1"),
    "with an exponent": ({N: _notes(FULL, numbers="1e3"), S: SOURCE}, "bad-value briefs/b/endnotes.yml:1"),
    "other digits": ({N: _notes(FULL, numbers="٣"), S: SOURCE}, "bad-value briefs/b/endnotes.yml:1"),
    "a number of 5,000 digits": ({N: _notes(FULL, numbers="9" * 5000), S: SOURCE}, "bad-value briefs/b/endnotes.yml:1"),
    "true for a number": ({N: _notes(FULL, numbers="true"), S: SOURCE}, "bad-value briefs/b/endnotes.yml:1"),
    # Marks
    "mark without a note": ({F: _finding("F[^1]")}, "unknown-note briefs/b/findings.yml:4"),
    "mark past the last": ({F: _finding("F[^2]"), N: _notes(FULL), S: SOURCE}, "unknown-note briefs/b/findings.yml:4"),
    "mark of nothing": ({F: _finding("F[^]")}, "bad-mark briefs/b/findings.yml:4"),
    "mark with a word": ({F: _finding("F[^note]")}, "bad-mark briefs/b/findings.yml:4"),
    "mark with a zero": ({F: _finding("F[^01]")}, "bad-mark briefs/b/findings.yml:4"),
    "mark that is not closed": ({F: _finding("F[^1")}, "bad-mark briefs/b/findings.yml:4"),
    "mark with other digits": ({F: _finding("F[^١]")}, "bad-mark briefs/b/findings.yml:4"),
    "mark of six digits": ({F: _finding("F[^100000]")}, "bad-mark briefs/b/findings.yml:4"),
    "definition of a footnote": ({F: _finding("[^1]: F"), N: _notes(FULL), S: SOURCE}, ""),
    # Aliases and ids
    "alias of a living id": (
        {F: _finding() + _finding(id="g", aliases="[f]")},
        "taken-alias briefs/b/findings.yml:9",
    ),
    "reference to an alias": (
        {T: "- {id: t, title: T, summary: S, aliases: [old]}\n", F: _finding(themes="[old]")},
        "old-id briefs/b/findings.yml:5",
    ),
    "the brief named otherwise": ({"content/briefs/c/brief.yml": "id: d\n"}, "missing-key briefs/c/brief.yml:1"),
    "a source twice in the status": (
        {
            R: _recommendation(status="[{date: 2020, status: open, source: s}, {date: 2021, status: open, source: s}]"),
            S: SOURCE,
            A: ACTOR,
        },
        "",
    ),
    "an addressee twice": ({R: _recommendation(addressees="[a, a]"), A: ACTOR}, "repeated-reference briefs/b/recommendations.yml:4"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_references(name: str, tmp_path: Path) -> None:
    files, expected = CASES[name]
    assert sorted(found(tmp_path, dict(files))) == sorted(filter(None, expected.split(";")))


def test_a_note_never_called_is_a_warning(tmp_path: Path) -> None:
    loaded = load(plant(tmp_path, {N: _notes(FULL), S: SOURCE}))
    assert loaded.corpus
    assert "note-never-called" in {problem.code for problem in loaded.problems}


def test_a_chain_of_two_thousand_ibids_and_works_is_cut(tmp_path: Path) -> None:
    """Each note of such a chain would stand for all works before it: their number grows with the square."""
    sources = "".join(f"- {{id: s{n}, type: book, title: S}}\n" for n in range(2000))
    notes = _notes("{source: s0}", *(f"{IBID}, {{source: s{n}}}" for n in range(1, 2000)))
    started = time.monotonic()
    assert found(tmp_path, {N: notes, S: sources})[0].startswith("too-large briefs/b/endnotes.yml:101")
    assert time.monotonic() - started < 20


def test_a_chain_of_five_thousand_themes(tmp_path: Path) -> None:
    themes = "".join(f"- {{id: t{n}, title: T, summary: S, broader: t{n + 1}}}\n" for n in range(5000))
    started = time.monotonic()
    assert found(tmp_path, {T: themes}) == ["unknown-theme themes.yml:5000"]
    assert time.monotonic() - started < 10


def test_thousands_of_dead_references(tmp_path: Path) -> None:
    """Half of the sources are gone: the first hundred references are named, and not one more is looked up."""
    sources = "".join(f"- {{id: source-{n:05}, type: book, title: S}}\n" for n in range(5000))
    notes = _notes(*(f"{{source: source-{n:05}}}" for n in range(3000, 9000)))
    started = time.monotonic()
    loaded = load(plant(tmp_path, {N: notes, S: sources}))
    assert [problem.code for problem in loaded.problems].count("unknown-source") == 101
    assert "more-problems" in {problem.code for problem in loaded.problems}
    assert time.monotonic() - started < 20


def test_one_broken_file_is_not_taken_for_missing_records(tmp_path: Path) -> None:
    files: dict[str, bytes | str] = {N: _notes(FULL), F: _finding("F[^1]"), S: SOURCE + "- {id: 'x\n"}
    assert found(tmp_path, files) == ["yaml-syntax sources.yml:2"]
