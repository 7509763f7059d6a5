"""Reference data of others: what BibTeX, RIS and CSL-JSON files look like in the wild."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sightline import cite
from sightline.cite.formats import FORMATS, bibtex_reader, csl_reader, kept, latex, ris_reader
from sightline.cite.formats.bibtex_names import names, person
from sightline.cite.formats.reading import Unreadable, read_library
from sightline.model.dates import Edtf

from tests.cite.test_golden import CASES
from tests.publish.conftest import WORKS

ITEMS = [cite.from_csl_json({**case["item"], "id": case["id"]}) for case in CASES] + [*map(cite.from_csl_json, WORKS)]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_what_we_write_comes_back_equal(form: Any) -> None:
    name, library = read_library(form.write(ITEMS).encode(), form.one)
    assert (name, library.remarks) == (form.name, [])
    assert [one.item["id"] for one in library.found] == [item["id"] for item in ITEMS]
    for one, item in zip(library.found, ITEMS, strict=True):
        assert kept._normal(one.item) == kept._normal(item)


def test_hardly_anything_needs_to_be_kept_as_json() -> None:
    for form in FORMATS[:2]:
        assert form.write(ITEMS).count("csl-json") <= 6


TEXT = {
    r"{\'E}lan \'elan \'{e}lan {\'{e}}lan": "Élan élan élan élan",
    r"\v{S}koda \c{c}a \H{o} \k{a} \r{a} \.z \u{g} na{\"\i}ve \'{\i}": "Škoda ça ő ą å ż ğ naïve í",
    r"Stra{\ss}e \o re \L\'od\'z \aa{} \OE uvre": "Straße øre Łódź å Œuvre",
    r"{NATO} and {{U.S.}} a~b  c\ d": "NATO and U.S. a b c d",
    r"1940--45 --- ``so'' `so' ?`so": "1940–45 — “so” `so' ¿so",
    r"R\&D 100\% \$5 \#1 a\_b \{x\}": "R&D 100% $5 #1 a_b {x}",
    r"CO$_2$ \emph{very} \textbf{big} \url{http://a.org}": "CO2 very big http://a.org",
    r"\textbackslash\LaTeX": "\\LaTeX",
    "end\\": "end\\",
    r"soft\-hyphen": "softhyphen",
}


@pytest.mark.parametrize("text", TEXT)
def test_latex(text: str) -> None:
    assert latex.plain(text) == (TEXT[text], [])


def test_an_unknown_command_is_named() -> None:
    assert latex.plain(r"a \foo{b}") == ("a b", [r"\foo"])


NAMES = {
    "Ada Lund": {"family": "Lund", "given": "Ada"},
    "Lund, Ada": {"family": "Lund", "given": "Ada"},
    "Ludwig van Beethoven": {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"},
    "de la Cruz, Jr., Juan": {"family": "Cruz", "given": "Juan", "non-dropping-particle": "de la", "suffix": "Jr."},
    "{Army, Navy and Air, Inc.}": {"literal": "Army, Navy and Air, Inc."},
    "{Smith & Sons}": {"literal": "Smith & Sons"},
    "NATO": {"literal": "NATO"},
    "{\\'E}mile Zola": {"family": "Zola", "given": "Émile"},
    "{van Dam}, O.": {"family": "van Dam", "given": "O."},
    "Mackenzie King, William Lyon": {"family": "Mackenzie King", "given": "William Lyon"},
    "family=Gogh, given=Vincent, prefix=van": {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
    "{\\O}rsted": {"literal": "Ørsted"},
    "Jos\\'e~M. Nu\\~nez": {"family": "Nuñez", "given": "José M."},
    "Mu\\~{n}oz, Ana": {"family": "Muñoz", "given": "Ana"},
}


@pytest.mark.parametrize("text", NAMES)
def test_names(text: str) -> None:
    assert person(text) == NAMES[text]


def test_names_are_parted_outside_braces() -> None:
    assert names("A. Lund AND {Nuts and Bolts} and\nB. Anders and Sandy, C.") == [
        "A. Lund", "{Nuts and Bolts}", "B. Anders", "Sandy, C.",
    ]  # fmt: skip
    assert names("") == []


def bib(text: str) -> tuple[list[dict[str, object]], list[tuple[int, str]]]:
    library = bibtex_reader.read(text)
    return [one.item for one in library.found], [(one.line, one.text) for one in sorted(library.remarks)]


def test_bibtex_of_others() -> None:
    items, remarks = bib(
        "Words outside are a comment, a@b.org too.\n"
        '@PREAMBLE{"\\newcommand{x}"}\n'
        "@String(ups = {University Press})\n"
        '@InBook(k1, Author = "A. Lund" , Title={T}, subtitle={S}, publisher = "Oxford " # ups, YEAR=1999)\n'
        "@online{k2, title={O}, date={2020-05/2020-06}, urldate={2021-01-02}, url={http://a.org/a\\_b%20c}, title={P}}\n"
        "@thesis{k3, title={Q}, school={S}, year={2007--2016}, author={Lund, A. and others}}\n"
        "@hologram{k4, title={H}, year={[1999?]}, month={12~} # aug}\n"
    )
    assert items[0] == {
        "id": "k1", "type": "chapter", "title": "T: S", "author": ({"family": "Lund", "given": "A."},),
        "publisher": "Oxford University Press", "issued": Edtf.parse("1999"),
    }  # fmt: skip
    assert items[1]["issued"] == Edtf.parse("2020-05/2020-06")
    assert items[1]["accessed"] == Edtf.parse("2021-01-02")
    assert (items[1]["title"], items[1]["URL"]) == ("O", "http://a.org/a_b%20c")
    assert items[2]["issued"] == Edtf.parse("2007/2016")
    assert (items[2]["type"], items[2]["publisher"]) == ("thesis", "S")
    assert remarks == [
        (5, "the field 'title' stands here a second time; only the first was taken"),
        (6, "'author' ends with 'and others'; only those named were taken"),
        (7, "'@hologram' is no type known here; it was taken for a document"),
    ]


def test_a_paper_takes_over_what_its_volume_says() -> None:
    items, remarks = bib(
        "@inproceedings{paper, title={On lamps}, author={Lund, A.}, pages={1--2}, crossref={Volume}}\n"
        "@inproceedings{own, title={On quays}, crossref={volume}, date={2002}, booktitle={Own}, doi={10.1/a}}\n"
        "@article{lost, title={Lost}, crossref={nowhere}}\n@book{self, title={Self}, crossref={self}}\n"
        "@proceedings{volume, title={Lamps: a meeting}, year={2001}, month=may, editor={Moe, B.}, publisher={P}, doi={10.1/v}}\n"
    )
    paper, own, lost, itself, volume = items
    assert paper == {
        "id": "paper", "type": "paper-conference", "title": "On lamps", "author": ({"family": "Lund", "given": "A."},),
        "page": "1-2", "container-title": "Lamps: a meeting", "editor": ({"family": "Moe", "given": "B."},),
        "publisher": "P", "issued": Edtf.parse("2001-05"),
    }  # fmt: skip
    assert (own["container-title"], own["issued"], own["DOI"]) == ("Own", Edtf.parse("2002"), "10.1/a")
    assert lost == {"id": "lost", "type": "article-journal", "title": "Lost"}
    assert "container-title" not in {**volume, **itself}
    assert remarks == [(3, "'crossref' names 'nowhere', which is no entry of this file")]


def test_an_issue_of_two_months() -> None:
    items, remarks = bib(
        "@article{a, title={A}, year=2001, month={jan--feb}}\n@article{b, title={B}, year=2001, month=jul # {/} # aug}\n"
    )
    assert [one["issued"] for one in items] == [Edtf.parse("2001-01/2001-02"), Edtf.parse("2001-07/2001-08")]
    assert remarks == []
    (found,) = ris_reader.read("TY  - JOUR\nTI  - A\nPY  - 2010 Jul-Aug\nER  -\n").found
    assert found.item["issued"] == Edtf.parse("2010-07/2010-08")


def test_what_sort_of_thesis_or_report_it_is() -> None:
    items, _ = bib(
        "@mastersthesis{a, title={A}}\n@mastersthesis{b, title={B}, type={MA thesis}}\n"
        "@thesis{c, title={C}, type={phdthesis}}\n@report{d, title={D}, type={techreport}}\n@phdthesis{e, title={E}}\n"
    )
    assert [one.get("genre") for one in items] == [
        "master's thesis", "MA thesis", "PhD thesis", "technical report", None,
    ]  # fmt: skip


def test_ris_of_others() -> None:
    library = ris_reader.read(
        "TY  - JOUR\nA1  - Lund, Ada\nAU  - van der Meer, Jan\nT1  - A title that goes\non in the next line\n"
        "JO  - Jour.\nY1  - 2001/05/03/Spring\nSP  - 1\nEP  - 9\nUR  - http://a.org\nUR  - http://b.org\n"
        "L1  - file.pdf\nKW  - a\nKW  - b\nSN  - 1234-5678\nN1  - one\nN1  - two\nER  -\n\n"
        "TY  - HOLO\nTI  - B\nPY  - 1999\nTY  - BOOK\nTI  - C\nDA  - 2001/05//\nSN  - 3\n"
    )
    first, second, third = (one.item for one in library.found)
    assert first["title"] == "A title that goes on in the next line"
    assert first["author"] == (
        {"family": "Lund", "given": "Ada"},
        {"family": "Meer", "given": "Jan", "non-dropping-particle": "van der"},
    )
    assert (first["container-title"], first["ISSN"], first["page"]) == ("Jour.", "1234-5678", "1-9")
    assert (first["keyword"], first["note"]) == ("a, b", "one; two")
    assert second["issued"] == Edtf.parse("1999")
    assert (third["issued"], third["ISBN"]) == (Edtf.parse("2001-05"), "3")
    assert [(one.line, one.text) for one in sorted(library.remarks)] == [
        (11, "'UR' stands here again; only the first was taken"),
        (12, "the tag 'L1' has no place in a record"),
        (20, "'HOLO' is no type known here; it was taken for a document"),
        (23, "the reference that begins in line 20 has no ER line; it ends here"),
        (23, "this reference has no ER line; it was read to the end of the file"),
    ]


@pytest.mark.parametrize(
    ("first", "last", "page"), [("12", "15", "12-15"), ("12-15", "15", "12-15"), ("12", "12", "12"), ("12", "", "12")]
)
def test_pages_that_ris_says_twice(first: str, last: str, page: str) -> None:
    (found,) = ris_reader.read(f"TY  - JOUR\nTI  - A\nSP  - {first}\nEP  - {last}\nER  -\n").found
    assert found.item["page"] == page


def test_csl_json_of_others() -> None:
    text = json.dumps(
        [
            {"id": "http://zotero.example/1", "type": "book", "title": "A", "issued": {"date-parts": [["2001", "5"]]}},
            {"id": 2, "type": "book", "title": "B", "issued": "2001-05", "shortTitle": "b", "colour": "red"},
            {"id": "3", "type": "chapter", "title": "C", "issued": {"raw": "May 2001"}, "author": {"x": 1}},
        ],
        indent=1,
    )
    library = csl_reader.read(text)
    assert [one.key for one in library.found] == ["http://zotero.example/1", "2", "3"]
    assert {one.item["issued"] for one in library.found} == {Edtf.parse("2001-05")}
    lines = text.split("\n")
    for one in library.found:
        assert lines[one.line - 1][one.column - 1] == "{"
    assert [one.text for one in library.remarks] == [
        "'colour' has no place in a record",
        "'author' could not be read: {\"x\": 1}",
    ]
    alone = csl_reader.read('{"id": "a", "type": "book", "title": "A", "title": "B"}')
    assert alone.found[0].item["title"] == "B"
    assert [one.text for one in alone.remarks] == ["'title' stands in this work twice; the last one was taken"]


def test_bytes_of_many_programs() -> None:
    text = "TY  - BOOK\r\nTI  - Élan\r\nER  - \r\n"
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "latin-1"):
        _, library = read_library(text.encode(encoding), ".txt")
        assert library.found[0].item["title"] == "Élan"
        assert [(one.line, one.column) for one in library.remarks] == ([(2, 7)] if encoding == "latin-1" else [])
    assert read_library(b'[{"id": 1}]', ".bib")[0] == "CSL-JSON"
    assert read_library(b"% nothing yet", ".bib") == ("BibTeX", bibtex_reader.read(""))


FRAGMENTS = st.lists(
    st.sampled_from(
        ["@book{", "@string{", "a", ",", "=", "{", "}", '"', "#", "\\", "\\'", "$", "TY  - ", "ER  - ", "AU  - ", "\n", " ",
         "N1  - csl-json: ", '{"title": 1}', "[", "]", ":", "1", "null", "title", "author", " and ", "year", "é", "~", "--"]
    ),
    max_size=60,
)  # fmt: skip


@given(FRAGMENTS)
def test_nothing_makes_a_reader_fail(parts: list[str]) -> None:
    for suffix in (".bib", ".ris", ".json"):
        try:
            _, library = read_library("".join(parts).encode(), suffix)
        except Unreadable:
            continue
        for one in library.found:
            cite.bibliography(one.item)
