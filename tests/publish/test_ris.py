"""RIS, read back by rispy: everything that went in comes out."""

from __future__ import annotations

import re
from typing import Any

import pytest
import rispy
from sightline.cite.formats import FORMATS, ris
from sightline.cite.formats.held import Held
from sightline.model.dates import Edtf

from tests.publish.conftest import Files
from tests.publish.test_bibtex import as_text

VARIABLES = {
    "title": "title", "short_title": "title-short", "secondary_title": "container-title",
    "tertiary_title": "collection-title", "publisher": "publisher", "place_published": "publisher-place",
    "volume": "volume", "number": "issue", "note": "number", "edition": "edition", "section": "section",
    "number_of_volumes": "number-of-volumes", "doi": "DOI", "abstract": "abstract", "language": "language",
    "type_of_work": "genre", "call_number": "call-number", "database_provider": "source", "name_of_database": "archive",
    "id": "id",
}  # fmt: skip
NAMES = {"authors": "author", "secondary_authors": "editor", "tertiary_authors": "collection-editor"}


def person(text: str, bodies: list[str], families: list[str]) -> dict[str, str]:
    """A name as CSL has it; without a comma it is a body's."""
    if text in bodies or "," not in text:
        return {"literal": text}
    family, given, *suffix = [*map(str.strip, text.split(",")), ""]
    particle = None if family in families else re.match(r"((?:[a-z]\w*)\s+)+(?=[A-Z])", family)
    dropping = re.search(r"\s([a-z]\w*)$", given)
    parts = {
        "family": family[particle.end() :] if particle else family,
        "given": given[: dropping.start()] if dropping else given,
        "dropping-particle": dropping[1] if dropping else "",
        "non-dropping-particle": particle[0].strip() if particle else "",
        "suffix": suffix[0] if suffix else "",
    }
    return {name: part for name, part in parts.items() if part}


def date(text: str) -> str:
    year, month, day, rest = text.split("/", 3)
    return rest or "-".join(part for part in (year, month, day) if part)


def read_back(entry: dict[str, Any]) -> dict[str, Any]:
    """A reference as the CSL item that it was made of."""
    item: dict[str, Any] = {"type": ris.BACK[entry["type_of_reference"]]}
    item |= {VARIABLES[field]: value for field, value in entry.items() if field in VARIABLES}
    kept = [re.fullmatch(r"csl-([\w-]+): (.*)", note) for note in entry.get("notes", ())]
    notes = [(one[1], one[2]) for one in kept if one]
    assert len(notes) == len(kept)
    bodies, families = ([text for name, text in notes if name == wanted] for wanted in ("body", "family"))
    people = [(NAMES[field], value) for field, value in entry.items() if field in NAMES]
    people += [(name, [text]) for name, text in notes if name == "interviewer"]
    item |= {name: tuple(person(text, bodies, families) for text in value) for name, value in people}
    item |= {name: text for name, text in notes if name not in ("body", "family", "interviewer")}
    if "start_page" in entry:
        item["page"] = "-".join(entry[name] for name in ("start_page", "end_page") if name in entry)
    if "date" in entry:
        item["issued"] = date(entry["date"])
        assert entry.get("year", "") == entry["date"].partition("/")[0]
    if "access_date" in entry:
        item["accessed"] = date(entry["access_date"])
    if "keywords" in entry:
        item["keyword"] = ", ".join(entry["keywords"])
    if "urls" in entry:
        (item["URL"],) = entry["urls"]
    return item


def test_everything_comes_back(works: list[dict[str, Any]]) -> None:
    entries = rispy.loads(FORMATS[1].write(works))
    assert len(entries) == len(works)
    for entry, work in zip(entries, works, strict=True):
        assert read_back(entry) == as_text(work)


def test_one_line_for_each_value(works: list[dict[str, Any]]) -> None:
    text = FORMATS[1].write(works)
    assert text.count("\r\n") == text.count("\n")
    for line in text.split("\r\n")[:-1]:
        assert re.match(r"[A-Z][A-Z0-9]  - ", line), line


@pytest.mark.parametrize("which", ["tiny_files", "real_files"])
def test_every_file_is_read(which: str, request: pytest.FixtureRequest) -> None:
    files: Files = request.getfixturevalue(which)
    found = {path: rispy.loads(content.decode()) for path, content in files.items() if path.endswith(".ris")}
    assert all(len(entries) == 1 for path, entries in found.items() if not path.startswith("data/"))
    assert len(found["data/sources.ris"]) == files["data/sources.bib"].decode().count("\n@") + 1


def test_a_date_that_is_no_day_is_kept_in_words() -> None:
    item = {"id": "a", "type": "book", "title": "b", "issued": Edtf.parse("2007/2016")}
    assert "DA  - 2007///2007/2016\r\n" in ris.record(Held.of(item))
