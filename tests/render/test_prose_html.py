"""Texts to HTML: everything that comes from a text is escaped."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from sightline.model.markdown import parse
from sightline.model.prose import Emphasis, Mark, Paragraph, Prose, RecordLink, WebLink, Words
from sightline.render.prose_html import Links, blocks, inline

LINKS = Links(
    mark=lambda ref: Markup("<sup>%s</sup>") % ref,
    record=lambda kind, ref: (f"../{kind}s/{ref}/", f"The {kind} <{ref}>"),
)

BLOCKS = [
    ("Boats.", "<p>Boats.</p>\n"),
    ("Slow.\n\nBoats.", "<p>Slow.</p>\n<p>Boats.</p>\n"),
    ("*a* **b**", "<p><em>a</em> <strong>b</strong></p>\n"),
    ("Slow[^1] boats.[^2]", "<p>Slow<sup>1</sup> boats.<sup>2</sup></p>\n"),
    ("*Slow*[^1] boats.[^2]", "<p><em>Slow</em><sup>1</sup> boats.<sup>2</sup></p>\n"),
    ("Slow.[^1][^b/2]", '<p>Slow.<sup>1</sup><sup class="comma">,</sup><sup>b/2</sup></p>\n'),
    ("*Slow.*[^1][^2]", '<p><em>Slow.</em><sup>1</sup><sup class="comma">,</sup><sup>2</sup></p>\n'),
    ("a\\\nb", "<p>a<br>b</p>\n"),
    ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
    ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n"),
    ("- a\n  - b", "<ul>\n<li><p>a</p>\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>\n"),
    ("[*a*](https://example.org/?b=1&c=2)", '<p><a href="https://example.org/?b=1&amp;c=2"><em>a</em></a></p>\n'),
    ("[a](theme:t)", '<p><a href="../themes/t/" data-card>a</a></p>\n'),
    ("[](theme:t)", '<p><a href="../themes/t/" data-card>The theme &lt;t&gt;</a></p>\n'),
    ("1 < 2 & \"3\" '4'", "<p>1 &lt; 2 &amp; &#34;3&#34; &#39;4&#39;</p>\n"),
    ("&lt;b&gt; {{ x }}", "<p>&amp;lt;b&amp;gt; {{ x }}</p>\n"),
]


@pytest.mark.parametrize(("text", "html"), BLOCKS, ids=[text[:30] for text, _ in BLOCKS])
def test_blocks(text: str, html: str) -> None:
    assert blocks(parse(text), LINKS) == html


@pytest.mark.parametrize(
    ("text", "html"),
    [("Slow.\n\n*Boats*.", "Slow. <em>Boats</em>."), ("Slow[^1]", "Slow<sup>1</sup>")],
)
def test_inline(text: str, html: str) -> None:
    assert inline(parse(text), LINKS) == html


HOSTILE = '"><script>alert(1)</script>'


@pytest.mark.parametrize(
    "node",
    [
        Words(HOSTILE),
        Emphasis((Words(HOSTILE),), strong=True),
        WebLink(HOSTILE, (Words(HOSTILE),)),
        RecordLink("theme", HOSTILE, ()),
        RecordLink(HOSTILE, "t", (Words(HOSTILE),)),
        Mark(HOSTILE),
    ],
    ids=lambda node: type(node).__name__,
)
def test_even_a_tree_that_the_parser_never_makes_is_escaped(node: Words) -> None:
    prose = Prose("", (Paragraph((node,)),))
    assert "<script" not in blocks(prose, LINKS)
    assert "<script" not in inline(prose, LINKS)
    assert '""' not in blocks(prose, LINKS)
