"""What a writer is certain of, against what reading back its entry shows to be lost."""

from __future__ import annotations

import unicodedata
from typing import get_args

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sightline.cite.formats import bibtex, bibtex_reader, kept, ris, ris_reader, values
from sightline.cite.formats.held import Held
from sightline.cite.work import Item
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, CslType
from sightline.model.dates import Edtf

from tests.cite.test_readers import ITEMS


def judged(item: Item) -> list[tuple[bool, str, str]]:
    """For BibTeX and RIS: whether the writer was certain, what it said was lost, and what reading back loses."""
    held = Held.of(item)
    bib, ref = bibtex.entry(held), ris.record(held)
    return [
        (
            certain and held.plain,
            kept.lost(held, certain, written, read),
            kept.lost(held, False, written, read),
        )
        for certain, written, read in (
            (bibtex.says_all(held, bib), bib, bibtex_reader.first),
            (ris.says_all(held), ref, ris_reader.first),
        )
    ]


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_of_real_works(item: Item) -> None:
    for _, said, lost in judged(item):
        assert said == lost


def test_most_works_need_no_reading_back() -> None:
    certain = [certain for item in ITEMS for certain, _, _ in judged(item)]
    assert sum(certain) > 0.6 * len(certain)


PIECES = st.sampled_from(
    ["a", "The", "NATO", "é", "É", "ö\u0301", "e\u0301", " ", " ", "  ", "-", "--", "---", "–", "—", "'", "''", "`", "``", "?`",
     "!", "?", '"', "“", "’", ",", ", ", ".", ":", ";", "/", "\\", "{", "}", "$", "%", "&", "#", "_", "~", "^", "=", "@", "<", ">",
     "<i>", "</i>", '<span class="nocase">', "</span>", "and", " and ", "And", "others", "csl-", "csl-title: x", "http://a.org",
     "12", "7-9", "1-2-3", "10.1/x", "中", "\u2028", "\u00a0", "\ue001", "TI  - ", "@book{"]
)  # fmt: skip
TEXT = st.lists(PIECES, min_size=1, max_size=6).map("".join)
WORD = st.sampled_from(
    ["Lee", "Ann", "J.", "J.-P.", "O’Neil", "Élan", "and", "And", "AND", "van", "McX", "A_b", "Ω", "x"]
)
WORDS = st.lists(WORD, min_size=1, max_size=3).map(" ".join)
NAME = st.one_of(
    st.fixed_dictionaries({"family": WORDS | TEXT, "given": WORDS | TEXT}),
    st.fixed_dictionaries({"literal": WORDS | TEXT}),
    st.dictionaries(st.sampled_from(values._KEYS), WORDS, min_size=1),
)
DATE = st.sampled_from(
    ["2020", "2020-05", "2020-05-03", "0990", "199X", "19XX", "2007/2016", "2007/..", "1995?", "1990~"]
)


def _values(variable: str) -> st.SearchStrategy[object]:
    if variable in NAME_VARIABLES:
        return st.lists(NAME, min_size=1, max_size=3).map(tuple)
    return DATE.map(Edtf.parse) if variable in DATE_VARIABLES else TEXT


VARIABLES = (*TEXT_VARIABLES, *NUMBER_VARIABLES, *DATE_VARIABLES, *NAME_VARIABLES, "URL", "archived", "comment", "id")
OFTEN = st.sampled_from(
    ["title", "author", "issued", "URL", "container-title", "page", "note", "ISBN", "ISSN", "keyword"]
)
WORK = st.lists(OFTEN | st.sampled_from(VARIABLES), max_size=5, unique=True).flatmap(
    lambda variables: st.fixed_dictionaries(
        {"type": st.sampled_from(get_args(CslType)), **{one: _values(one) for one in variables}}
    )
)


@settings(derandomize=True, max_examples=1500, deadline=None)
@given(WORK)
@example({"title": "no type"})
@example({"type": "unheard-of", "title": "x < y"})
@example({"type": "book", "author": "no list", "issued": "n.d.", "title": 1})
@example({"type": "book", "author": ({"family": "Lee", "given": "Ann AND"}, {"family": "And", "given": "B."})})
@example({"type": "book", "author": ({"literal": "A <i>b</i>"},)})
@example({"type": "book", "ISSN": "1", "ISBN": "2"})
@example({"type": "book", "page": "7–9"})
@example({"type": "map", "container-title": "http://a.org"})
def test_of_any_work(item: Item) -> None:
    for _, said, lost in judged(item):
        assert said == lost


@given(TEXT)
def test_bibtex_keeps_any_text_that_is_composed(text: str) -> None:
    text = values.clean(unicodedata.normalize("NFC", text))
    for written in (bibtex.escaped(text), bibtex.capitals_kept(text)):
        assert bibtex_reader.plain(written) == (text, [])
