"""Parts of one work are cited together as each is alone."""

from __future__ import annotations

import pytest
from sightline import cite
from sightline.model.dates import Edtf

WHOLE: dict[str, object] = {
    "type": "chapter",
    "container-title": "The state of the union",
    "author": [{"family": "Lee", "given": "Ann"}, {"family": "Ng", "given": "J R"}],
    "publisher": "An institute",
    "collection-title": "Papers",
    "issued": Edtf.parse("2020-05"),
    "page": "3, 13",
}
TITLES = (
    "arms and the state", "Who pays?", "On <i>Emma</i> again", "the “special relationship”, 1940", "ends “so.”", "to \x0f\x10 be",
    '<span class="nocase">we should, and can</span>', "La défense du territoire et des forces", "毛泽东选集", "wait...",
    "iPhones: a history", "why? an answer — or two",
)  # fmt: skip


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("here", [{}, {"URL": "https://e.org/#a", "version": "1b2c."}])
def test_a_part_is_cited_as_it_would_be_alone(title: str, here: dict[str, str]) -> None:
    other = dict.fromkeys(here, "something else")
    parts = cite.Parts.of({**WHOLE, "title": "Another part", **other})
    item = {**WHOLE, "title": title, **here}
    assert parts.entries(item) == (cite.bibliography(item), cite.bibliography(item, "apa"))
