"""A corpus whose statements are spread unevenly: as few records as make every kind of page too heavy in full."""

from __future__ import annotations

import json
import random  # noqa: TID251  # seeded: the same corpus each time
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.corpus import words

Fields = dict[str, object]
ACTOR, THEME, SOURCE, COMPARED, WIDE, DEEP, VAST = "hub", "hub", "source-0", "met", "wide", "deep", "vast"
FINDINGS, NOTES = 300, 400
HEAVY = range(200, 260)
"""The findings that carry eight notes each."""


def write(root: Path) -> None:
    """Write three briefs below ``root / content``. The first has ``FINDINGS`` findings, most in one section; all are of one
    theme and name one actor, and most rest on one source. One recommendation rests on 120 notes, one marks 120, one rests on
    ``HEAVY`` and so on 480. The actor is asked for 100 things. Titles, statements and addresses are long."""
    chance = random.Random(5)
    content = root / "content"
    _file(content / "site.yml", {"title": "Skewed", "description": "A made-up corpus."})
    _file(content / "actors.yml", [{"id": ACTOR, "name": "The Hub", "kind": "body"}])
    _file(content / "sources.yml", [_source(chance, number) for number in range(150)])
    themes = [{"id": one, "title": words(chance, 4), "summary": f"{words(chance, 30)}."} for one in (THEME, COMPARED)]
    themes[1]["comparisons"] = [_comparison(chance, number) for number in range(60)]
    _file(content / "themes.yml", themes)
    for brief, findings in (("a", FINDINGS), ("b", 150), ("c", 20)):
        folder = content / "briefs" / brief
        sections = [{"id": name, "title": words(chance, 3)} for name in ("main", "rest")]
        about = {"kind": "report", "publisher": "House", "standfirst": f"{words(chance, 25)}.", "sections": sections}
        _file(folder / "brief.yml", {"id": brief, "title": words(chance, 6), "summary": [words(chance, 9)], **about})
        _file(folder / "findings.yml", [_finding(chance, number, brief) for number in range(findings)])
        _file(folder / "endnotes.yml", [_note(number) for number in range(1, NOTES + 1)])
    _file(content / "briefs" / "a" / "recommendations.yml", list(_recommendations(chance)))
    _file(content / "briefs" / "a" / "events.yml", [_event(chance, number) for number in range(100)])


def _file(path: Path, records: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(records, indent=1))


def _source(chance: random.Random, number: int) -> Fields:
    url = f"https://example.org/{'-'.join(words(chance, 12).split())}"
    about = {"title": words(chance, 28), "author": [{"family": "Abara", "given": "Ada"}], "issued": "2024"}
    return {"id": f"source-{number}", "type": "report", **about, "publisher": words(chance, 3), "URL": url}


def _comparison(chance: random.Random, number: int) -> Fields:
    compared = [f"a/finding-{number}", f"b/finding-{number}"]
    return {"relation": "differs", "about": words(chance, 4), "findings": compared, "note": f"{words(chance, 30)}."}


def _marked(chance: random.Random, notes: range, length: int) -> str:
    return " ".join(f"{words(chance, length)}.[^{note % NOTES + 1}]" for note in notes)


def _finding(chance: random.Random, number: int, brief: str) -> Fields:
    many = number in HEAVY
    marks = range(8 * number, 8 * number + 8) if many else range(2 * number, 2 * number + 2)
    statement = _marked(chance, marks, 9 if many else 30)
    section = "main" if number < 270 else "rest"
    filed = {
        "section": section,
        "kind": "fact",
        "themes": [THEME, COMPARED][: 1 + (number < 60)],
        "actors": [ACTOR] if brief != "c" else [],
    }
    return {"id": f"finding-{number}", "statement": statement, **filed}


def _note(number: int) -> Fields:
    works = [f"source-{(number * 7 + work) % 150 if work or number > 260 else 0}" for work in range(1 + number % 2)]
    return {"number": number, "citations": [{"source": work, "form": "full", "locator": "7"} for work in works]}


def _recommendations(chance: random.Random) -> Iterator[Fields]:
    rests = {WIDE: range(200, 215), VAST: HEAVY}
    for name in (WIDE, DEEP, VAST, *(f"other-{number}" for number in range(97))):
        grounds = [{"finding": f"finding-{one}", "why": f"{words(chance, 12)}."} for one in rests.get(name, range(2))]
        statement = _marked(chance, range(120 if name == DEEP else 2), 40 if name != DEEP else 8)
        asked = {"addressees": [ACTOR], "themes": [THEME], "rests_on": grounds}
        yield {"id": name, "title": words(chance, 20), "statement": statement, **asked}


def _event(chance: random.Random, number: int) -> Fields:
    named = {"actors": [ACTOR], "themes": [THEME]}
    return {"id": f"event-{number}", "date": f"{1990 + number % 30}", "title": _marked(chance, range(3), 12), **named}
