"""BibTeX, read back by pybtex: everything that went in comes out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from pybtex.database import Entry, Person, parse_string
from sightline import cite
from sightline.cite.formats import FORMATS, bibtex
from sightline.cite.formats.held import Held
from sightline.model.dates import Edtf

from tests.publish.conftest import Files

COMMANDS = {
    r"{\textbackslash}": "\\", r"{\textbraceleft}": "\ue010", r"{\textbraceright}": "\ue011",
    r"{\textasciitilde}": "~", r"{\textasciicircum}": "^", r"\&": "&", r"\%": "%", r"\_": "_", r"\#": "#", r"\$": "$",
}  # fmt: skip


def typeset(text: str) -> str:
    """What TeX would print."""
    text = re.sub("|".join(map(re.escape, COMMANDS)), lambda command: COMMANDS[command[0]], text)
    return text.replace("{", "").replace("}", "").replace("\ue010", "{").replace("\ue011", "}")


def person(one: Person) -> dict[str, str]:
    """A name as CSL has it, from the parts that BibTeX finds."""
    first, middle, von, last, lineage = (
        [*map(str, part)]
        for part in (one.first_names, one.middle_names, one.prelast_names, one.last_names, one.lineage_names)
    )
    given = [*first, *middle]
    dropping = [word for word in given if word[:1].islower()]
    if len(last) == 1 and last[0].startswith("{") and not (given or von or lineage):
        return {"literal": typeset(last[0])}
    parts = {
        "family": " ".join(last),
        "given": " ".join(word for word in given if word not in dropping),
        "dropping-particle": " ".join(dropping),
        "non-dropping-particle": " ".join(von),
        "suffix": " ".join(lineage),
    }
    return {name: typeset(text) for name, text in parts.items() if text}


def read_back(entry: Entry, key: str) -> dict[str, Any]:
    """An entry as the CSL item that it was made of."""
    names = {**bibtex.FIELDS, **bibtex.OF_TYPE.get(entry.type, {})}
    variables = {field: variable for variable, field in names.items()}
    item: dict[str, Any] = {"id": key, "type": bibtex.BACK[entry.type]}
    for field, people in entry.persons.items():
        item[field] = tuple(map(person, people))
    for field, text in entry.fields.items():
        if field in ("year", "month"):
            continue
        variable = "issued" if field == "date" else field.removeprefix("csl-")
        variable = variables.get(field, variable)
        item[variable] = text if field in bibtex.VERBATIM else typeset(text)
    if "page" in item:
        item["page"] = item["page"].replace("--", "-")
    if isinstance(item.get("interviewer"), str):
        item["interviewer"] = tuple(person(Person(text)) for text in item["interviewer"].split(" and "))
    return item


def as_text(item: Mapping[str, Any]) -> dict[str, Any]:
    """An item with its dates as they are written and names as plain mappings."""
    return {
        name: value.text
        if isinstance(value, Edtf)
        else tuple(map(dict, value))
        if isinstance(value, (list, tuple))
        else value
        for name, value in item.items()
    }


def test_everything_comes_back(works: list[dict[str, Any]]) -> None:
    library = parse_string(FORMATS[0].write(works), "bibtex")
    assert len(library.entries) == len(works)
    for (key, entry), work in zip(library.entries.items(), works, strict=True):
        assert read_back(entry, key) == as_text(work)


@pytest.mark.parametrize("which", ["tiny_files", "real_files"])
def test_every_file_is_read(which: str, request: pytest.FixtureRequest) -> None:
    files: Files = request.getfixturevalue(which)
    found = {path: content for path, content in files.items() if path.endswith(".bib")}
    for path, content in found.items():
        library = parse_string(content.decode(), "bibtex")
        assert path.startswith("data/") or len(library.entries) == 1, path
    assert "data/sources.bib" in found


def test_braces_pair_and_nothing_is_a_command() -> None:
    for text in (r"a } b { c \ d", "100% & #1_$2 ~ ^", "}}}", "\\"):
        written = bibtex.escaped(text)
        assert typeset(written) == text
        depth = 0
        for char in written:
            depth += {"{": 1, "}": -1}.get(char, 0)
            assert depth >= 0
        assert depth == 0


def test_capitals_are_kept() -> None:
    assert bibtex.capitals_kept("The NATO of iPhone makers") == "{The} {NATO} of {iPhone} makers"


def test_the_date_is_no_more_precise_than_it_is() -> None:
    def fields(issued: str) -> dict[str, str]:
        item = {"id": "a", "type": "book", "title": "b", "issued": Edtf.parse(issued)}
        return dict(parse_string(bibtex.entry(Held.of(item)), "bibtex").entries["a"].fields)

    assert fields("1990") == {"title": "b", "date": "1990", "year": "1990"}
    assert fields("1990-02") == {"title": "b", "date": "1990-02", "year": "1990", "month": "February"}
    assert fields("2007/2016") == {"title": "b", "date": "2007/2016", "year": "2007--2016"}
    assert fields("199X")["year"] == "199X"


def test_the_number_in_a_series_is_where_others_look_for_it() -> None:
    def fields(kind: str, **more: str) -> dict[str, str]:
        item = {"id": "a", "type": kind, "collection-title": "papers", **more}
        return dict(parse_string(bibtex.entry(Held.of(item)), "bibtex").entries["a"].fields)

    series = {"collection-number": "412", "number": "9"}
    assert fields("book", **series) == {"series": "papers", "number": "412", "csl-number": "9"}
    assert fields("report", **series) == {"series": "papers", "csl-collection-number": "412", "number": "9"}


def test_markup_of_titles_is_left_out() -> None:
    item = cite.from_csl_json({"id": "a", "type": "book", "title": '<span class="nocase">iPhone</span> <i>x</i> < y'})
    assert parse_string(bibtex.entry(Held.of(item)), "bibtex").entries["a"].fields["title"] == "{iPhone} x < y"
