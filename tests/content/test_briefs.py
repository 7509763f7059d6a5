"""The two published briefs: what must hold of them whatever is edited. The numbers are those of the printed report."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from sightline.load import Loaded
from sightline.model.corpus import Corpus, Key
from sightline.model.prose import plain
from sightline.read import read_content

ROOT = Path(__file__).parent.parent.parent
REPORT, BRIEF = "canada-ntib", "nato-burden-sharing"
SECTIONS = {
    "historical-context": range(1, 27),
    "evaluating-participation": range(27, 43),
    "constraints": range(43, 53),
    "strategic-uncertainty": range(53, 64),
    "conclusion": range(64, 67),
}
"""The section of the report in which each note is marked."""
FOUR_INTERVIEWS = [(f"stakeholder-{number}", None) for number in (1, 2, 3, 4)]
IBIDS = {
    5: [("middlemiss-1982", None)],
    13: [("middlemiss-1992", "175-206")],
    15: [("stakeholder-4", None)],
    16: [("stakeholder-4", None)],
    21: [("stakeholder-1", None)],
    29: FOUR_INTERVIEWS,
    34: [("obecny-2017", None), ("stakeholder-3", None), ("stakeholder-4", None)],
    42: FOUR_INTERVIEWS,
    44: [("obecny-2017", "53-56")],
    48: [("stakeholder-1", None)],
}
"""Every note that is printed as “Ibid.”, and what it stands for."""
TITLES = [
    "Elevate NTIB oversight",
    "Anchor reform in flagship projects",
    "Focus on mutually beneficial investments with the United States",
    "Expand multilateral research and development collaborations",
]


def note(number: int) -> Key:
    return Key("endnote", REPORT, str(number))


def test_the_check_finds_no_error(real_content: Loaded) -> None:
    assert [str(problem) for problem in real_content.problems if problem.severity == "error"] == []
    assert real_content.stopping == []


def test_both_briefs_are_published(real: Corpus) -> None:
    assert [brief.id for brief in real.briefs] == [REPORT, BRIEF]


def test_the_report_has_66_notes_and_the_brief_none(real: Corpus) -> None:
    assert [one.number for one in real.endnotes if one.brief == REPORT] == list(range(1, 67))
    assert [one.number for one in real.endnotes if one.brief == BRIEF] == []


@pytest.mark.parametrize("section", SECTIONS)
def test_each_note_is_marked_in_one_finding_of_its_section(real: Corpus, section: str) -> None:
    wrong = {}
    for number in SECTIONS[section]:
        uses = [use for use in real.notes[note(number)].uses if use.record.kind == "finding"]
        if [(use.record.brief, use.section) for use in uses] != [(REPORT, section)]:
            wrong[number] = [(use.record.id, use.section) for use in uses]
        assert real.notes[note(number)].section == section
    assert wrong == {}


def test_the_marks_of_a_section_stand_in_the_order_of_the_report(real: Corpus) -> None:
    """Notes are numbered as they are called: each section's findings go up, whatever file holds them."""
    for section, numbers in SECTIONS.items():
        marked = [
            int(mark)
            for finding in real.findings
            if (finding.brief, finding.section) == (REPORT, section)
            for mark in finding.statement.marks
        ]
        assert sorted(marked) == list(numbers)
        assert marked == sorted(marked)


def test_29_sources_each_cited(real: Corpus) -> None:
    assert len(real.sources) == 29
    assert [source.id for source in real.sources if not real.source_links[source.id].notes] == []


def test_four_interviews_are_personal_and_name_nobody(real: Corpus) -> None:
    interviews = [source for source in real.sources if source.id.startswith("stakeholder-")]
    assert [source.item["author"] for source in interviews] == [
        ({"literal": f"Canadian Defence Stakeholder #{number}"},) for number in (1, 2, 3, 4)
    ]
    assert {(source.type, source.access) for source in interviews} == {("interview", "personal-communication")}


def test_which_notes_are_printed_as_ibid(real: Corpus) -> None:
    found = [one.number for one in real.endnotes if any(citation.form == "ibid" for citation in one.citations)]
    assert found == list(IBIDS)


@pytest.mark.parametrize("number", IBIDS)
def test_what_each_ibid_stands_for(real: Corpus, number: int) -> None:
    found = real.notes[note(number)]
    assert [(work.source, work.locator) for work in found.resolved] == IBIDS[number]
    assert {(work.form, work.refers_to) for work in found.resolved} == {("ibid", number - 1)}


@pytest.mark.parametrize("number", [57, 61])
def test_two_notes_only_comment(real: Corpus, number: int) -> None:
    found = real.notes[note(number)]
    assert found.resolved == ()
    assert found.record.comment


def test_every_other_note_reaches_a_source(real: Corpus) -> None:
    assert [int(key.id) for key, one in real.notes.items() if not one.resolved] == [57, 61]


def test_the_four_recommendations_keep_their_printed_titles(real: Corpus) -> None:
    assert [one.title for one in real.recommendations if one.brief == REPORT] == TITLES


@pytest.mark.parametrize("title", TITLES)
def test_a_recommendation_reaches_five_notes_and_says_why(real: Corpus, title: str) -> None:
    one = next(one for one in real.recommendations if one.title == title)
    key = Key("recommendation", REPORT, one.id)
    assert len({line.note for line in real.lines[key]}) >= 5
    assert one.rests_on
    assert all(len(plain(ground.why)) > 20 for ground in one.rests_on)
    assert one.addressees


def test_the_brief_of_nbot_cites_nothing_and_says_so(real: Corpus) -> None:
    brief = next(brief for brief in real.briefs if brief.id == BRIEF)
    assert brief.declared_sources == 6
    assert brief.kind == "curated-brief"
    assert brief.authors == ()
    assert [key for key, marks in real.marks.items() if key.brief == BRIEF and marks] == []
    assert ("declared-sources-differ", BRIEF) in [(entry.code, entry.record.id) for entry in real.ledger]


@pytest.mark.parametrize("brief", [REPORT, BRIEF])
def test_a_brief_has_findings_events_and_source_notes(real: Corpus, brief: str) -> None:
    counts = Counter(key.kind for key in real.records if key.brief == brief)
    assert min(counts["finding"], counts["event"], counts["source-note"]) > 0


def test_no_reference_of_the_published_texts_dangles(real: Corpus) -> None:
    """Read again from the YAML alone, without the parser and the linker: each mark and link names a record."""
    ids = {(key.kind, key.brief, key.id) for key in real.records}
    dangling, seen = [], 0
    for raw in read_content(ROOT).records:
        brief = raw.brief
        for text in _strings(raw.data):
            named = [("endnote", *found) for found in re.findall(r"\[\^(?:([a-z0-9-]+)/)?(\d+)\]", text)]
            named += re.findall(r"\]\(([a-z]+):(?:([a-z0-9-]+)/)?([a-z0-9-]+)\)", text)
            for kind, owner, name in named:
                seen += 1
                where = (owner or brief) if kind in ("endnote", "finding", "recommendation") else ""
                if (kind, where, name) not in ids:
                    dangling.append(f"{raw.place()} {kind}:{owner}/{name}")
    assert dangling == []
    assert seen >= 66


def _strings(raw: object) -> Iterator[str]:
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, dict | list):
        for value in raw.values() if isinstance(raw, dict) else raw:
            yield from _strings(value)


def test_themes_join_both_briefs(real: Corpus) -> None:
    """Most themes are spoken of by both; those are set side by side."""
    shared = [
        theme.id
        for theme in real.themes
        if {key.brief for key in real.backlinks[Key("theme", "", theme.id)] if key.kind == "finding"} >= {REPORT, BRIEF}
    ]
    compared = {theme.id for theme in real.themes if theme.comparisons}
    assert len(shared) >= 3
    assert compared & set(shared)


def test_nothing_is_dated_more_exactly_than_a_work_can_be(real: Corpus) -> None:
    """An interview without a date has none; a work of the report is no younger than the report's own year, 2025."""
    years = {source.id: source.year for source in real.sources if source.year is not None}
    assert all(1940 <= year <= 2025 for year in years.values()), years
