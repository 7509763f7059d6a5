"""Tokens for a medium that sets them itself, and the full stop at their end."""

from __future__ import annotations

import pytest
from sightline.cite import Token, Tokens, closed, opened, to_data


def test_data_says_what_each_run_is() -> None:
    tokens = (
        Token("A <b>"),
        Token("Title", "italic"),
        Token("x", href="https://e.org/?a&b"),
        Token("y", href="javascript:z"),
    )
    assert to_data(tokens) == [
        {"text": "A <b>", "style": "plain"},
        {"text": "Title", "style": "italic"},
        {"text": "x", "style": "plain", "href": "https://e.org/?a&b"},
        {"text": "y", "style": "plain"},
    ]


@pytest.mark.parametrize(
    ("tokens", "open_", "shut"),
    [
        ((), (), ()),
        ((Token("Ibid."),), (Token("Ibid"),), (Token("Ibid."),)),
        ((Token("Ibid., 4"),), (Token("Ibid., 4"),), (Token("Ibid., 4"), Token("."))),
        ((Token("“A title.”"),), (Token("“A title”"),), (Token("“A title.”"),)),
        ((Token("“A title”"),), (Token("“A title”"),), (Token("“A title.”"),)),
        ((Token("Why?", "italic"),), (Token("Why?", "italic"),), (Token("Why?", "italic"),)),
    ],
)
def test_the_last_full_stop(tokens: Tokens, open_: Tokens, shut: Tokens) -> None:
    assert opened(tokens) == open_
    assert closed(tokens) == shut
