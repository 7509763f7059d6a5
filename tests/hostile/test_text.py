"""Hostile text and addresses: refused, or printed as the characters that they are."""

from __future__ import annotations

import time

import html5lib
import nh3
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup
from sightline.model import limits
from sightline.model.addresses import link_target, web_address
from sightline.model.corpus import Corpus
from sightline.model.handwritten import REFERENCE
from sightline.model.markdown import parse
from sightline.model.prose import plain
from sightline.model.refused import ProseError
from sightline.model.walk import texts
from sightline.render.prose_html import Links, blocks, inline

LINKS = Links(mark=lambda ref: Markup("<sup>%s</sup>") % ref, record=lambda kind, ref: (f"../{kind}/", ref))
CLEANER = nh3.Cleaner(
    tags={"p", "em", "strong", "ul", "ol", "li", "a", "br", "sup"},
    attributes={"a": {"href", "data-card"}},
    tag_attribute_values={"sup": {"class": {"comma"}}},
    url_schemes={"http", "https", "mailto"},
    link_rel=None,
)


def is_clean(html: str) -> bool:
    """Would sanitising change it? Compared as a browser reads it, since a sanitiser writes some characters otherwise."""
    return _as_read(html) == _as_read(CLEANER.clean(html))


def _as_read(html: str) -> str:
    tree = html5lib.parseFragment(html, treebuilder="etree", namespaceHTMLElements=False)
    return str(html5lib.serialize(tree, quote_attr_values="always", alphabetical_attributes=True))


# ---- prose: what is refused, with its code; what is printed as it stands ----

REFUSED: dict[str, str] = {
    # Raw HTML, however it is written
    "<script>alert(1)</script>": "raw-html",
    "a <SCRIPT\nsrc=//x>": "raw-html",
    "<scr<script>ipt>": "raw-html",
    "<img src=x onerror=alert(1)>": "raw-html",
    "<svg/onload=alert(1)>": "raw-html",
    "<svg\n\tonload=alert(1)": "raw-html",
    "</p><script>": "raw-html",
    "<!-- never closed": "raw-html",
    "<![CDATA[x]]>": "raw-html",
    "<?php x ?>": "raw-html",
    "<https://example.org/>": "raw-html",
    "<a\u00a0href=x>": "raw-html",
    # Links: the scheme in every disguise
    "[x](javascript:alert(1))": "bad-url",
    "[x](JaVaScRiPt:alert(1))": "bad-url",
    "[x](<java script:alert(1)>)": "raw-html",
    "[x](java&#115;cript:alert(1))": "bad-url",
    "[x](java&Tab;script:alert(1))": "bad-url",
    "[x](javascript&colon;alert(1))": "bad-url",
    "[x](javascript&#x3a;alert(1))": "bad-url",
    "[x](javascript%3Aalert(1))": "bad-url",
    "[x](\\javascript:alert(1))": "bad-url",
    "[x](java\\script:alert(1))": "bad-url",
    "[x](\u00a0javascript:alert(1))": "bad-url",
    "[x](\u3000javascript:alert(1))": "bad-url",
    "[x](javascript\uff1aalert(1))": "bad-url",
    "[x](view-source:https://example.org)": "bad-url",
    "[x](data:text/html,<b>)": "raw-html",
    "[x](data:text/html;base64,PHNjcmlwdD4=)": "bad-url",
    "[x](vbscript:msgbox)": "bad-url",
    "[x](file:///etc/passwd)": "bad-url",
    "[x](blob:https://example.org/1)": "bad-url",
    "[x](about:blank)": "bad-url",
    "[x](ftp://example.org/)": "bad-url",
    "[x](HTTP://example.org/)": "bad-url",
    "[x](https:example.org)": "bad-url",
    "[x](https:/example.org)": "bad-url",
    "[x](https:///example.org)": "bad-url",
    "[x](https:\\\\example.org)": "bad-url",
    "[x](//example.org/)": "bad-url",
    "[x](/\\example.org/)": "bad-url",
    "[x](\\\\\\\\example.org/)": "bad-url",
    "[x](&#47;&#47;example.org/)": "bad-url",
    "[x](/about/)": "bad-url",
    "[x](https://user@example.org/)": "bad-url",
    "[x](https://example.org:80@evil.example/)": "bad-url",
    "[x](https://example.org\\@evil.example/)": "bad-url",
    "[x](https://éxample.org/)": "bad-url",
    "[x](https://exаmple.org/)": "bad-url",
    "[x](https://localhost/)": "bad-url",
    "[x](https://127.0.0.1/)": "bad-url",
    "[x](https://[::1]/)": "bad-url",
    "[x](<https://example.org/a b>)": "raw-html",
    "[x](https://example.org/\"onclick=alert(1))": "bad-url",
    "[x](https://example.org/ 'title')": "bad-url",
    "[x](https://example.org/ \"title\")": "bad-url",
    "[x]()": "bad-url",
    "[](https://example.org/)": "bad-url",
    "[x](<>)": "bad-url",
    "[x](mailto:)": "bad-url",
    "[x](mailto:a)": "bad-url",
    "[x](mailto:a@example.org?bcc=b@example.org)": "bad-url",
    "[x](mailto:a@example.org%0Abcc:b@example.org)": "bad-url",
    "[x](mailto:a@example.org,b@example.org)": "bad-url",
    "[x](MAILTO:a@example.org)": "bad-url",
    "[x](unknown:thing)": "bad-url",
    "[x](note:1)": "bad-url",
    "[x](https://example.org": "bad-url",
    "[x] (https://example.org/)": "bad-url",
    "[x] (finding:f)": "bad-url",
    "![x](https://example.org/a b)": "bad-url",
    # Marks, lists, size
    "word[^x]": "bad-mark",
    "[^1 ]": "bad-mark",
    "1986. A great year": "lost-number",
    "- " * 30 + "lost": "too-deep",
    "*a " * 20 + "b" + " *" + "c*" * 20: "too-deep",
    "- - -": "bad-value",
    "*": "bad-value",
    "[" * (limits.MAX_BRACKETS + 1): "too-long",
    "x" * (limits.MAX_TEXT + 1): "too-long",
}  # fmt: skip
PRINTED = [
    "2 < 3 > 1 & \"quotes\" 'too'",
    "{{ 7 * 7 }} {% include 'x' %} {# x #} ${x} #{x} %(x)s {0}",
    "&lt;script&gt; &amp; &nbsp; &#60;script&#62; &copy",
    "`code` ~~~ ``` never closed",
    "**never closed *nor this",
    "![image](https://example.org/x.png)",
    "[sic] (see page 3)",
    "[sic] (source: the report)",
    "# no heading",
    "> no quotation",
    "| no | table |\n| --- | --- |",
    "    no code",
    "text {: onclick=alert(1) } {#id .class}",
    "*[HTML]: no abbreviation",
    "[ref]: javascript:alert(1)",
    "[x][ref] and [ref]",
    "--8<-- \"/etc/passwd\"",
    "https://example.org/ alone is no link",
    "javascript:alert(1) alone neither",
    "1 <2 and 3> 2",
    "^[inline] ~x~ ==x== ++x++ $x$ :smile: !!! note",
    "a\\\nb  \nc",
    "<3",
    "[x\\](y)",
    "= 1 + 1, @x, +x, -x: words that a spreadsheet would run",
    "- =cmd|' /C calc'!A0",
]  # fmt: skip


@pytest.mark.parametrize("text", REFUSED, ids=[text[:40] for text in REFUSED])
def test_refused(text: str) -> None:
    with pytest.raises(ProseError) as error:
        parse(text)
    fault = error.value.faults[0]
    assert fault.code == REFUSED[text]
    assert fault.needle in text or "&" in text or "\\" in text


@pytest.mark.parametrize("text", PRINTED)
def test_printed_as_it_stands(text: str) -> None:
    html = str(blocks(parse(text), LINKS))
    assert is_clean(html)
    letters = "".join(filter(str.isalnum, text.replace("https://example.org/x.png", "")))
    assert "".join(filter(str.isalnum, plain(parse(text)))) == letters


@given(st.text(st.sampled_from("ab <>&\"'[](){}*_-+.#!\\/`~:;=^1%\n") | st.characters(codec="utf-8"), max_size=80))
def test_sanitising_never_changes_what_is_rendered(text: str) -> None:
    try:
        prose = parse(text)
    except ProseError:
        return
    assert is_clean(str(blocks(prose, LINKS)))
    assert is_clean(str(inline(prose, LINKS)))


PIECES = "<script> </p> <img\tonerror= javascript: https://e.org ](  [x]( [^1] &#106; &colon; &lt; \" ' \\ * ** _ - \n \t 1. é".split(
    " "
)


@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=30).map("".join))
def test_sanitising_never_changes_what_is_rendered_of_likely_pieces(text: str) -> None:
    try:
        html = str(blocks(parse(text), LINKS))
    except ProseError:
        return
    assert is_clean(html)


def test_no_published_text_would_be_changed(real: Corpus, tiny: Corpus) -> None:
    for corpus in (real, tiny):
        rendered = [str(blocks(prose, LINKS)) for record in corpus.records.values() for _, prose in texts(record)]
        assert rendered
        assert all(map(is_clean, rendered))


def test_the_sanitiser_would_notice() -> None:
    for html in (
        "<p onclick=x>a</p>",
        "<a href='javascript:x'>a</a>",
        "<p>a<script>x</script></p>",
        "<a href='data:x'>a</a>",
    ):
        assert not is_clean(html)


@given(st.text(st.sampled_from("abc xyz*_-+\\\n.,;()'\"&~`#>|é"), max_size=120))
def test_no_letter_is_lost(text: str) -> None:
    try:
        prose = parse(text)
    except ProseError:
        return
    assert [*filter(str.isalpha, plain(prose))] == [*filter(str.isalpha, text)]


# ---- addresses ----

GOOD_WEB = """https://example.org http://example.org/ https://example.org:8443/a https://a.b.c.example.org/?q=1#x
https://xn--bcher-kva.example/ https://example.org/%C3%A9 https://example.org/a(b)c https://example.org/a;b=1,2
https://example.org/~u/@x https://example.org/?a=[1] https://1password.com/ https://EXAMPLE.org/ HTTPS://example.org/
https://example.org/é""".split()
BAD_WEB = [
    "", " ", "example.org", "www.example.org", "//example.org", "https://", "https:///x", "https:/example.org",
    "https:example.org", "ftp://example.org", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "\x01javascript:alert(1)",
    "data:text/html,x", "vbscript:x", "blob:https://example.org/", "view-source:https://example.org",
    "https://user@example.org", "https://user:pass@example.org", "https://example.org@evil.example",
    "https://example.org:443@evil.example", "https://example.org\\@evil.example", "https://example.org\\.evil.example",
    "https:\\\\example.org", "https://localhost", "https://example", "https://127.0.0.1", "https://2130706433",
    "https://0x7f.1", "https://[::1]", "https://example.org.", "https://-example.org", "https://example-.org",
    "https://exa_mple.org", "https://exa mple.org", "https://exam%70le.org", "https://éxample.org",
    "https://exаmple.org", "https://example。org", "https://example.org／x", "https://\u212aaggle.com",
    "https://example.org:99999/", "https://example.org:٣/", "https://example.org:/", "https://example.org/\n",
    "https://example.org/\r\nSet-Cookie:x", "https://example.org/\x00", "https://example.org/a b", " https://example.org",
    "https://example.org/\u00a0", "https://example.org/\u2028", "https://example.org/\"x", "https://example.org/'x",
    "https://example.org/<x>", "https://example.org/`x`", "https://example.org/{x}", "https://example.org/a|b",
    "https://example.org/^x", "https://" + "a" * 64 + ".org", "https://" + "a." * 130 + "org",
    "https://example.org/" + "x" * limits.MAX_ADDRESS, "https://" + "a" * 100_000,
]  # fmt: skip
GOOD_TARGETS = [
    "https://example.org/",
    "mailto:a.b+c@example.org",
    "a/",
    "a/#b",
    "a/?q=1",
    "a.html",
    ".a/..b/c..",
    "../a/#b",
    "./a",
    "a/..",
    "a/%2e%2E/b",
    "%C3%A9/",
]
BAD_TARGETS = [
    "#note-1",
    "?q=1",
    "",
    "/",
    "//x",
    "/a",
    "\\a",
    "a b",
    "a:b",
    "é/",
    "a\\b",
    "a\nb",
    "mailto:x",
    "javascript:x",
    "a'b",
    "java%0ascript:x",
]


@pytest.mark.parametrize("address", GOOD_WEB)
def test_good_web_address(address: str) -> None:
    assert web_address(address) is None


@pytest.mark.parametrize("address", BAD_WEB, ids=[ascii(address)[:40] for address in BAD_WEB])
def test_bad_web_address(address: str) -> None:
    assert web_address(address)


def test_targets() -> None:
    assert [target for target in GOOD_TARGETS if link_target(target)] == []
    assert [target for target in BAD_TARGETS if not link_target(target)] == []


@given(st.text(max_size=60) | st.text(st.sampled_from("javscriptdhtpml:/\\.@#?&; %0ae\t\n"), max_size=30))
def test_whatever_is_allowed_is_safe_in_a_page(target: str) -> None:
    if link_target(target):
        return
    html = str(Markup('<a href="%s">x</a>') % target)
    assert is_clean(html)
    href = html5lib.parseFragment(html, namespaceHTMLElements=False)[0].attrib["href"]
    assert href == target


@pytest.mark.parametrize("piece", ["`", "` ", "[", "[x](", "~~~\n", "[^a", "[x](finding:"])
def test_hand_written_pages_cannot_hang_the_reader(piece: str) -> None:
    started = time.monotonic()
    list(REFERENCE.finditer(piece * 4000))
    assert time.monotonic() - started < 5
