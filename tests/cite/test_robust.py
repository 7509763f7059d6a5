"""Whatever an item has or lacks: no crash, no None, no empty brackets, no doubled punctuation, no raw markup."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sightline import cite
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES, CslType

TYPES = get_args(CslType)
SLIP = re.compile(
    r"None|\(\)|\[\]|\.\.|,,|;;|::|,\.| [,.;:](?!\d)|“”|‘’|\( | \)|  |^[,.;: ]|[,;:]$|[?!]\.|”[,.]|[\x00-\x1f]|\s$"
)
PLAIN: dict[str, object] = {
    **dict.fromkeys(TEXT_VARIABLES, "Some words"),
    **dict.fromkeys(NUMBER_VARIABLES, "12"),
    **dict.fromkeys(DATE_VARIABLES, "2020-05-01"),
    **{role: [{"family": "Lee", "given": "Ann"}] for role in NAME_VARIABLES},
    "URL": "https://example.org/a",
    "DOI": "10.1000/x",
}


def references(item: Mapping[str, object]) -> Iterator[cite.Tokens]:
    for locator in (None, ("page", "5-7")):
        yield cite.note(item, locator)
        yield cite.short_note(item, locator)
    yield cite.in_text(item, ("section", "3"))
    yield cite.bibliography(item)
    yield cite.bibliography(item, "apa")


@pytest.mark.parametrize("kind", TYPES)
def test_sparse_items(kind: str) -> None:
    full = {"title": "A title", "author": PLAIN["author"], "issued": "2020"}
    for base in ({}, full):
        for variable, value in PLAIN.items():
            item = cite.from_csl_json({"type": kind, **base, variable: value})
            for tokens in references(item):
                text = cite.to_plain(tokens)
                assert not SLIP.search(text), (item, text)
            cite.sort_key(item)
            cite.is_listed(item)


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("family", "given", "literal", "x")), inner)
    ),
    max_leaves=4,
)
WORDS = st.text("aB1 '\"“”‘’.,:;?!()[]<>&/-–éЖ中\x01\x02\x0e\x0f\x10\x11\n", max_size=30)


class Tags(HTMLParser):
    """Counts what a browser would take for markup."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        assert all(name == "href" and str(value).lower().startswith(("http://", "https://")) for name, value in attrs)


@settings(derandomize=True, max_examples=300, deadline=None)
@given(st.sampled_from(TYPES), st.dictionaries(st.sampled_from(sorted(PLAIN)), ANYTHING | WORDS, max_size=12))
def test_any_values(kind: str, values: dict[str, object]) -> None:
    for item in ({"type": kind, **values}, cite.from_csl_json({"type": kind, **values})):
        for tokens in references(item):
            parser = Tags()
            parser.feed(cite.to_html(tokens))
            assert set(parser.seen) <= {"i", "a"}
            assert not re.search("[\x01-\x08\x0e-\x11]", cite.to_plain(tokens))
        cite.sort_key(item)
        cite.to_csl_json(item)


def test_unknown_style_is_an_error() -> None:
    with pytest.raises(ValueError, match="mla"):
        cite.bibliography({}, "mla")  # type: ignore[arg-type]
