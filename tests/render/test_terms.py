"""Abbreviations in a text lead to the glossary, the first time; nothing else comes of what is written."""

from __future__ import annotations

import pytest
from sightline.model.corpus import Key
from sightline.model.shared import GlossaryTerm
from sightline.render.terms import Terms

TERMS = Terms(
    GlossaryTerm(id=id_, term=term, expansion=expansion)
    for id_, term, expansion in (
        ("ntib", "NTIB", "National Base"),
        ("nti", "NTI", 'The "other" <one>'),
        ("us", "US", "United States"),
        ("base", "Technology base", "A base"),
    )
)
NTIB = '<a class="term" href="#ntib" title="National Base" data-card>NTIB</a>'
NTI = '<a class="term" href="#nti" title="The &#34;other&#34; &lt;one&gt;" data-card>NTI</a>'
TEXTS = [
    ("The NTIB grew.", f"The {NTIB} grew."),
    ("The NTIB, the NTIB.", f"The {NTIB}, the NTIB."),
    ("NTI and NTIB", f"{NTI} and {NTIB}"),
    ("NTIBs, US-NTIB, anti-NTIB, ntib, US", "NTIBs, US-NTIB, anti-NTIB, ntib, US"),
    ("Technology base", "Technology base"),
    ("<b>NTIB</b> & \"x\"", f"&lt;b&gt;{NTIB}&lt;/b&gt; &amp; &#34;x&#34;"),
    ("<b>", "&lt;b&gt;"),
]  # fmt: skip


def link(key: Key) -> str:
    return f"#{key.id}"


@pytest.mark.parametrize(("text", "html"), TEXTS, ids=[text for text, _ in TEXTS])
def test_explained(text: str, html: str) -> None:
    assert TERMS.explained(text, set(), link) == html


def test_what_was_explained_before_is_not_explained_again() -> None:
    seen: set[str] = set()
    TERMS.explained("NTIB", seen, link)
    assert TERMS.explained("NTIB and NTI", seen, link) == f"NTIB and {NTI}"


def test_without_a_glossary_nothing_is_explained() -> None:
    assert Terms(()).explained("NTIB < x", set(), link) == "NTIB &lt; x"
