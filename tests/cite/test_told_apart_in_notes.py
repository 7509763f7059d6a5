"""Short notes of works that are cited together: authors of one family name, and works of one title.

Where two works have the same title, citeproc-js writes the same (with the style's ``by-cite`` rule it adds no initials
to works whose titles differ; the manual asks for them wherever authors of one family name are cited). For three and
more authors it adds names, and ours the date.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sightline import cite
from sightline.cli import main

Names = tuple[str, ...]


def work(title: str, *names: str, year: int = 2001, **more: Any) -> dict[str, Any]:
    people = [dict(zip(("family", "given", "suffix"), name.split(", "), strict=False)) for name in names]
    issued = {"issued": {"date-parts": [[year]]}}
    return {"type": "book", "title": title, "author": people, "publisher": "Tor", **issued, **more}


def short(*works: dict[str, Any]) -> list[str]:
    """The short notes of works, page 7, among one another."""
    items = [*map(cite.from_csl_json, works)]
    told = cite.told_apart_in_notes(items)
    notes = [cite.short_note(item, ("page", "7"), told=one) for item, one in zip(items, told, strict=True)]
    return [cite.to_plain(note) for note in notes]


AUTHORS: dict[str, tuple[list[Names], list[str]]] = {
    "initials differ": ([("Smith, John",), ("Smith, Anna",)], ["J. Smith", "A. Smith"]),
    "the same initials": ([("Lee, John",), ("Lee, Jane",)], ["John Lee", "Jane Lee"]),
    "two of three": ([("Lee, John",), ("Lee, Jane",), ("Lee, Anna",)], ["John Lee", "Jane Lee", "A. Lee"]),
    "one author twice": ([("Moe, Per",), ("Moe, Per",)], ["Moe", "Moe"]),
    "perhaps one author": ([("Moe, P.",), ("Moe, Per A.",), ("Moe, Per",)], ["Moe", "Moe", "Moe"]),
    "middle initials": ([("Moe, Per A.",), ("Moe, Per B.",)], ["P. A. Moe", "P. B. Moe"]),
    "second author": ([("Ng, Wei", "Moe, Per"), ("Moe, Kari",)], ["Ng and P. Moe", "K. Moe"]),
    "not shown": ([("Ng, A.", "Ho, B.", "Moe, Per"), ("Moe, Kari",)], ["Ng et al.", "Moe"]),
    "et al.": ([("Moe, Per", "Ng, A.", "Ho, B."), ("Moe, Kari",)], ["P. Moe et al.", "K. Moe"]),
    "together": ([("Moe, Per", "Moe, Kari"), ("Ng, Wei",)], ["Moe and Moe", "Ng"]),
    "together, and one alone": ([("Moe, Per", "Moe, Kari"), ("Moe, Per",)], ["P. Moe and K. Moe", "P. Moe"]),
    "particles": ([("van der Meer, Jan",), ("van der Meer, Ida",)], ["J. van der Meer", "I. van der Meer"]),
    "another particle": ([("van Dam, Jan",), ("Dam, Ida",)], ["van Dam", "Dam"]),
    "father and son": ([("King, Max",), ("King, Max, Jr.",)], ["Max King", "Max King Jr."]),
    "a suffix without need": ([("King, Ada",), ("King, Max, Jr.",)], ["A. King", "M. King"]),
    "no given name": ([("Moe",), ("Moe, Per",)], ["Moe", "Moe"]),
}  # fmt: skip


@pytest.mark.parametrize("case", AUTHORS)
def test_authors_of_one_family_name(case: str) -> None:
    authors, heads = AUTHORS[case]
    titles = [f"T{place}" for place in range(len(authors))]
    made = short(*(work(title, *those) for title, those in zip(titles, authors, strict=True)))
    assert made == [f"{head}, {title}, 7." for head, title in zip(heads, titles, strict=True)]


def test_bodies_and_editors() -> None:
    body = work("Boats", author=[{"literal": "Ministry of Ships"}])
    edited = work("Quays", author=[], editor=[{"family": "Moe", "given": "Per"}])
    law = work("Moe Act", "Moe, Ida", type="legislation")
    assert short(body, body | {"title": "Piers"}, edited, work("Moles", "Moe, Kari"), law) == [
        "Ministry of Ships, Boats, 7.",
        "Ministry of Ships, Piers, 7.",
        "P. Moe, Quays, 7.",
        "K. Moe, Moles, 7.",
        "Moe Act, 7.",
    ]


NATO = {"author": [{"literal": "NATO"}]}
WEB = {"type": "webpage", "URL": "https://a.org", "author": [{"literal": "NATO"}]}
TITLES = {
    "date": ([work("Report", **NATO), work("Report", year=2002, **NATO)], ["NATO, Report (2001)", "NATO, Report (2002)"]),
    "no author": ([work("Report"), work("Report", year=2002)], ["Report (2001)", "Report (2002)"]),
    "on the web": ([work("Report", **WEB), work("Report", year=2002, **WEB)], ["NATO, “Report,” 2001", "NATO, “Report,” 2002"]),
    "law": ([work("Act", type="legislation"), work("Act", year=2002, type="legislation")], ["Act, 2001", "Act, 2002"]),
    "subtitle": ([work("Sea: Old", "Moe, P."), work("Sea: New", "Moe, P.")], ["Moe, Sea: Old", "Moe, Sea: New"]),
    "subtitle and date": (
        [work("Sea", "Moe, P."), work("Sea: New", "Moe, P."), work("Sea", "Moe, P.", year=1999)],
        ["Moe, Sea (2001)", "Moe, Sea: New", "Moe, Sea (1999)"],
    ),
    "edition": ([work("Sea", "Moe, P.", edition="2"), work("Sea", "Moe, P.", edition="3")], ["Moe, Sea, 2nd ed.", "Moe, Sea, 3rd ed."]),
    "publisher": ([work("Sea", "Moe, P."), work("Sea", "Moe, P.", publisher="Ace")], ["Moe, Sea (Tor, 2001)", "Moe, Sea (Ace, 2001)"]),
    "nothing": ([work("Sea", "Moe, P."), work("Sea", "Moe, P.")], ["Moe, Sea", "Moe, Sea"]),
    "authors": ([work("Sea", "Moe, P."), work("Sea", "Ng, A.")], ["Moe, Sea", "Ng, Sea"]),
    "authors of one family name": ([work("Sea", "Moe, P."), work("Sea", "Moe, A.")], ["P. Moe, Sea", "A. Moe, Sea"]),
    "three authors": (
        [work("Sea", "Do, J.", "Ho, A.", "Wu, B."), work("Sea", "Do, J.", "Xu, A.", "Wu, B.", year=1999)],
        ["Do et al., Sea (2001)", "Do et al., Sea (1999)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TITLES)
def test_works_of_one_title(case: str) -> None:
    works, heads = TITLES[case]
    assert short(*works) == [f"{head}, 7.".replace(",”,", ",”").replace("”,", ",”") for head in heads]


def test_on_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    works, notes = tmp_path / "works.json", tmp_path / "notes.json"
    listed = [work("Boats", "Smith, John", id="a"), work("Quays", "Smith, Anna", id="b")]
    works.write_text(json.dumps(listed), "utf-8")
    notes.write_text('[["a", null], ["b", 3], ["a", 4], ["b", "chap. 5"]]', "utf-8")
    assert main(["cite", str(works), "--notes", str(notes)]) == 0
    assert capsys.readouterr().out.splitlines()[:4] == [
        "John Smith, Boats (Tor, 2001).",
        "Anna Smith, Quays (Tor, 2001), 3.",
        "J. Smith, Boats, 4.",
        "A. Smith, Quays, chap. 5.",
    ]


def test_a_work_alone_needs_nothing() -> None:
    assert cite.told_apart_in_notes([work("Sea", "Moe, P.")]) == [cite.ToldInNotes()]
    assert cite.told_apart_in_notes([]) == []
