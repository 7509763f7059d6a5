"""Lines of sight, support, what falls, backlinks and the ledger: on the tiny project, worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from sightline.model.corpus import Corpus, Key

from tests.trees import corpus_of


def ferries(kind: str, name: str) -> Key:
    return Key(kind, "night-ferries", name)


def piers(kind: str, name: str) -> Key:
    return Key(kind, "stone-piers", name)


def lines(corpus: Corpus, key: Key) -> list[str]:
    """``finding | note | source``, each as short as can be."""
    return [
        f"{line.finding.id if line.finding else '-'} | {line.note.brief[0]}{line.note.id} | {line.source}"
        for line in corpus.lines[key]
    ]


LINES = {
    ferries("recommendation", "light-the-lamps"): [
        "- | n9 | harbour-act",
        "- | n9 | mole-1990",
        "- | n10 | mole-1990",
        "lamps-fail | n5 | lund-2001",
        "lamps-fail | n5 | pilot-interview",
        "lamps-fail | n5 | mole-1990",
        "slow-boats | n1 | mole-1990",
        "slow-boats | n2 | mole-1990",
        "fares-fall | n8 | lund-2001",
        "piers-rot | s1 | mole-1990",
    ],
    ferries("recommendation", "hold-fares"): ["fares-fall | n8 | lund-2001"],
    piers("recommendation", "mend-the-piers"): [
        "piers-and-boats | n4 | lund-2001",
        "piers-and-boats | n4 | pilot-interview",
        "piers-and-boats | n4 | mole-1990",
        "piers-and-boats | s2 | mole-1990",
        "fares-rise | n6 | lund-2001",
        "fares-rise | n6 | pilot-interview",
        "fares-rise | n6 | mole-1990",
        "fares-rise | n3 | mole-1990",
    ],
    piers("recommendation", "paint-the-piers"): [],
}


@pytest.mark.parametrize("key", LINES, ids=lambda key: key.id)
def test_line_of_sight(tiny: Corpus, key: Key) -> None:
    assert lines(tiny, key) == LINES[key]


SUPPORT = [
    # record, findings, notes, sources, publishers, kinds, interviews, open, oldest, newest, labels
    (
        ferries("recommendation", "light-the-lamps"), 4, 7, 4, 2,
        "article-journal 1, book 1, interview 1, legislation 1", 1, 2, 1975, 2001, (),
    ),
    (ferries("recommendation", "hold-fares"), 0, 0, 0, 0, "", 0, 0, None, None, ("no note at all",)),
    (
        piers("recommendation", "mend-the-piers"), 2, 4, 3, 1,
        "article-journal 1, book 1, interview 1", 1, 1, 1990, 2001, (),
    ),
    (piers("recommendation", "paint-the-piers"), 0, 0, 0, 0, "", 0, 0, None, None, ("no note at all",)),
    (ferries("finding", "slow-boats"), 0, 2, 1, 1, "book 1", 0, 0, 1990, 1990, ("one source",)),
    (
        ferries("finding", "fares-rise"), 0, 2, 3, 1,
        "article-journal 1, book 1, interview 1", 1, 1, 1990, 2001, (),
    ),
    (ferries("finding", "fares-fall"), 0, 1, 1, 1, "article-journal 1", 0, 1, 2001, 2001, ("one source",)),
    (
        ferries("finding", "pilot-doubt"), 0, 1, 1, 0, "interview 1", 1, 0, None, None,
        ("one source", "interviews only"),
    ),
    (ferries("finding", "thanks"), 0, 1, 0, 0, "", 0, 0, None, None, ("note without a source",)),
    (ferries("finding", "unsaid"), 0, 0, 0, 0, "", 0, 0, None, None, ("no note at all",)),
]  # fmt: skip


@pytest.mark.parametrize("row", SUPPORT, ids=lambda row: row[0].id)
def test_support(tiny: Corpus, row: tuple[object, ...]) -> None:
    found = tiny.support[row[0]]  # type: ignore[index]
    kinds = ", ".join(f"{kind} {number}" for kind, number in found.kinds)
    counted = (found.findings, found.notes, found.sources, found.publishers, kinds, found.interviews, found.open)
    assert (*counted, found.oldest, found.newest, found.labels) == row[1:]


RESTING = {
    "mole-1990": (
        "n1 n2 n3 n4 n5 n6 n9 n10 n11 s1 s2",
        "slow-boats piers-rot",
        "lamps-fail fares-rise piers-and-boats light-the-lamps mend-the-piers",
    ),
    "lund-2001": (
        "n4 n5 n6 n8 n13",
        "fares-fall",
        "lamps-fail fares-rise piers-and-boats light-the-lamps mend-the-piers",
    ),
    "pilot-interview": (
        "n4 n5 n6 n12",
        "pilot-doubt",
        "lamps-fail fares-rise piers-and-boats light-the-lamps mend-the-piers",
    ),
    "harbour-act": ("n9", "", "light-the-lamps"),
    "minutes-2024": ("", "", ""),
    "unread": ("", "", ""),
}


@pytest.mark.parametrize("source", RESTING)
def test_what_rests_on_a_source(tiny: Corpus, source: str) -> None:
    notes, falls, weakens = RESTING[source]
    links = tiny.source_links[source]
    assert " ".join(f"{key.brief[0]}{key.id}" for key in links.notes) == notes
    assert " ".join(key.id for key in links.falls) == falls
    assert " ".join(key.id for key in links.weakens) == weakens
    assert {*links.findings, *links.recommendations} == {*links.falls, *links.weakens}
    assert {key.kind for key in links.recommendations} <= {"recommendation"}


def test_what_speaks_against_a_recommendation_is_no_support(tmp_path: Path) -> None:
    """The only source is that of a finding that contradicts: it would not fall with it."""
    corpus = corpus_of(
        tmp_path,
        """
--- base
--- content/actors/board.yml
{id: board, name: Board, kind: body}
--- content/sources/a.yml
{id: a, type: book, title: A}
--- content/briefs/b/endnotes.yml
- {number: 1, citations: [{source: a}]}
--- content/briefs/b/findings.yml
- {id: f, section: one, statement: "F.[^1]", kind: fact}
--- content/briefs/b/recommendations.yml
- {id: r, title: R, statement: R., addressees: [board], rests_on: [{finding: f, role: contradicts, why: No.}]}
- {id: q, title: Q, statement: Q., addressees: [board], rests_on: [{finding: f, role: qualifies, why: Hm.}]}
""",
    )
    assert len(corpus.lines[Key("recommendation", "b", "r")]) == 1
    assert corpus.support[Key("recommendation", "b", "r")].labels == ("no note at all",)
    assert corpus.support[Key("recommendation", "b", "q")].labels == ("one source",)
    assert [key.id for key in corpus.source_links["a"].falls] == ["f", "q"]


def test_a_statement_with_two_sources_loses_neither_alone(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        """
--- base
--- content/sources/a.yml
{id: a, type: book, title: A}
--- content/sources/c.yml
{id: c, type: book, title: C}
--- content/briefs/b/endnotes.yml
- {number: 1, citations: [{source: a}, {source: c}]}
--- content/briefs/b/findings.yml
- {id: f, section: one, statement: "F.[^1]", kind: fact}
""",
    )
    for source in "ac":
        assert corpus.source_links[source].falls == ()
        assert corpus.source_links[source].weakens == (Key("finding", "b", "f"),)


def test_publishers_are_counted_by_house(tmp_path: Path) -> None:
    """The group counts before the publisher, the publisher before the periodical; without any it does not count."""
    houses = [
        "publisher: Quay Press",
        "publisher: Pier Press\npublisher_group: Quay Press",
        "container-title: Lamps",
        "container-title: Lamps\npublisher: Harbour",
        "issued: 1990",
    ]
    names = "vwxyz"
    sources = "".join(
        f"--- content/sources/{name}.yml\nid: {name}\ntype: book\ntitle: T\n{house}\n"
        for name, house in zip(names, houses, strict=True)
    )
    cited = ", ".join(f"{{source: {name}}}" for name in names)
    corpus = corpus_of(
        tmp_path,
        f"--- base\n{sources}--- content/briefs/b/endnotes.yml\n- number: 1\n  citations: [{cited}]\n"
        '--- content/briefs/b/findings.yml\n- {id: f, section: one, statement: "F.[^1]", kind: fact}\n',
    )
    support = corpus.support[Key("finding", "b", "f")]
    assert (support.sources, support.publishers) == (5, 3)


BACKLINKS = {
    Key("theme", "", "speed"): "theme:lamps finding:slow-boats event:first-boat finding:piers-and-boats",
    Key("theme", "", "fares"): "theme:speed finding:fares-fall finding:fares-rise",
    Key("actor", "", "mayor"): "",
    Key("source", "", "minutes-2024"): "recommendation:light-the-lamps",
    Key("source", "", "mole-1990"): (
        "endnote:1 endnote:4 endnote:9 endnote:10 endnote:11 endnote:1 source-note:one-book"
    ),
    ferries(
        "finding", "slow-boats"
    ): "theme:speed event:first-boat recommendation:light-the-lamps source-note:two-speeds",
    ferries("finding", "fares-rise"): "recommendation:mend-the-piers source-note:piers-against-ferries",
    ferries("endnote", "4"): "source-note:note-four finding:piers-and-boats",
    ferries("endnote", "1"): "theme:speed finding:slow-boats",
    piers("recommendation", "mend-the-piers"): (
        "theme:speed recommendation:light-the-lamps recommendation:paint-the-piers"
    ),
    Key("brief", "", "stone-piers"): "glossary-term:hb",
}


@pytest.mark.parametrize("key", BACKLINKS, ids=lambda key: f"{key.kind}-{key.id}")
def test_backlinks(tiny: Corpus, key: Key) -> None:
    found = sorted(f"{origin.kind}:{origin.id}" for origin in tiny.backlinks.get(key, ()))
    assert found == sorted(BACKLINKS[key].split())


def test_no_record_is_its_own_backlink(tiny: Corpus, real: Corpus) -> None:
    for corpus in (tiny, real):
        assert not [key for key, origins in corpus.backlinks.items() if key in origins]


SECTIONS = {"1": "routes", "5": "routes", "6": "costs", "3": "costs", "4": None, "9": "outlook", "11": None, "13": None}


@pytest.mark.parametrize("number", SECTIONS)
def test_the_section_of_a_note_is_that_of_its_mark(tiny: Corpus, number: str) -> None:
    assert tiny.notes[ferries("endnote", number)].section == SECTIONS[number]


def test_uses_of_a_note_are_its_marks(tiny: Corpus) -> None:
    """Note 6 is marked twice in one text: after the first and after the third mark of it."""
    uses = tiny.notes[ferries("endnote", "6")].uses
    assert [(use.record.id, use.path, use.position) for use in uses] == [
        ("fares-rise", ("statement",), 0),
        ("fares-rise", ("statement",), 2),
    ]


def test_ledger(tiny: Corpus) -> None:
    assert [(entry.code, entry.record.id, entry.reason) for entry in tiny.ledger] == [
        ("recommendation-rests-on-nothing", "paint-the-piers", ""),
        ("recommendation-without-evidence", "paint-the-piers", ""),
        ("finding-without-note", "unsaid", "The report marks no note here."),
        ("source-never-cited", "unread", ""),
        ("note-never-called", "13", ""),
        ("declared-sources-differ", "stone-piers", ""),
        ("theme-unused", "weather", ""),
        ("actor-unused", "mayor", ""),
    ]


def test_the_order_of_records(tiny: Corpus) -> None:
    """Those of a brief in the order of its files; shared ones by id."""
    assert [one.id for one in tiny.findings] == [
        "slow-boats", "lamps-fail", "thanks", "fares-fall", "fares-rise", "pilot-doubt", "unsaid", "piers-rot",
        "piers-and-boats",
    ]  # fmt: skip
    assert [one.id for one in tiny.events] == ["repairs", "first-boat", "dark-decade"]
    assert [one.id for one in tiny.themes] == ["fares", "lamps", "speed", "travel", "weather"]
    assert [one.id for one in tiny.sources] == [
        "harbour-act", "lund-2001", "minutes-2024", "mole-1990", "pilot-interview", "unread",
    ]  # fmt: skip
