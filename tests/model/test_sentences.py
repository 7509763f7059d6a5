"""The sentence around a note mark, as the endnotes page and the source's page quote it."""

from __future__ import annotations

import pytest
from sightline.model.markdown import parse

CASES = [
    ("One. Two.[^1] Three.", 0, "Two."),
    ("One.[^1] Two.[^2] Three.[^3]", 1, "Two."),
    ("One.[^1][^2] Two.[^3]", 1, "One."),
    ("One[^1].", 0, "One."),
    ("One,[^1] two. Three.", 0, "One, two."),
    ("One, two[^1] and three. Four.", 0, "One, two and three."),
    ("One? Two![^1] Three.", 0, "Two!"),
    ("One. [^1] Two.", 0, "Two."),
    ("“One.” “Two.”[^1]", 0, "“Two.”"),
    ("One (two).[^1] Three.", 0, "One (two)."),
    ("It grew by 3.5 per cent.[^1] Then it fell.", 0, "It grew by 3.5 per cent."),
    ("The U.S. Navy came. It left.[^1]", 0, "It left."),
    ("The U.S. Navy came.[^1] It left.", 0, "The U.S. Navy came."),
    ("Dr. Salt wrote it.[^1]", 0, "Dr. Salt wrote it."),
    ("No full stop[^1]", 0, "No full stop"),
    ("The *slow* **boats**.[^1] Fast ones.", 0, "The slow boats."),
    ("See [the site. It is good](https://example.org).[^1]", 0, "It is good."),
    ("One.\n\nTwo.[^1]", 0, "Two."),
    ("One\n\nTwo[^1]", 0, "Two"),
    ("One.\\\nTwo.[^1]", 0, "Two."),
    ("For:\n\n- cars,[^1]\n- lorries.[^2]", 0, "cars,"),
    ("For:\n\n- cars,[^1]\n- lorries.[^2]", 1, "lorries."),
    ("[^1] One. Two.", 0, "One."),
]


@pytest.mark.parametrize(("text", "mark", "expected"), CASES, ids=[text[:30] for text, _, _ in CASES])
def test_sentence(text: str, mark: int, expected: str) -> None:
    assert parse(text).sentences[mark] == expected
