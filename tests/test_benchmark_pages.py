"""The other tools of the benchmark are given all that a page says, and nothing else."""

from __future__ import annotations

from tests.benchmarks.markdown import of_page

PAGE = """<html><body><header>Shell</header><article class="sl">
<nav><a href="../">Home</a></nav>
<p class="kicker">Sources by kind</p>
<h1>Books &amp; reports</h1>
<p>All <em>three</em> of them, with <code>a_b</code>.</p>
<form><button>Narrow down</button></form>
<svg><title>A drawing</title></svg>
<ul>
<li><div><p><a href="../one/">Lee. <i>One</i>. 2020.</a></p>
<p class="meta">Book · cited in 1 note</p></div></li>
<li>Two
<ul><li>Within</li></ul></li>
</ul></article></body></html>"""


def test_a_page_without_a_twin_says_the_same_in_markdown() -> None:
    assert of_page(PAGE) == (
        "# Books & reports\n\n"
        "All *three* of them, with `a\\_b`.\n\n"
        "- [Lee. *One*. 2020.](../one/)\n    Book · cited in 1 note\n"
        "- Two \n    - Within\n"
    )
