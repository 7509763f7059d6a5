"""Restricted Markdown: what a text comes to, and what it may not say."""

from __future__ import annotations

import contextlib

import pytest
from sightline.model.markdown import parse
from sightline.model.prose import (
    Block,
    Break,
    Emphasis,
    Inline,
    ItemList,
    Mark,
    Paragraph,
    Prose,
    RecordLink,
    WebLink,
    Words,
    plain,
)
from sightline.model.refused import ProseError


def outline(prose: Prose) -> str:
    """The tree of a text, in short: ``p(The em(boats) are slow.^1)``."""
    return " ".join(map(_outline, prose.blocks))


def _outline(node: Block | Inline) -> str:
    match node:
        case Paragraph(children):
            return f"p({_all(children)})"
        case ItemList(items, ordered):
            inside = "; ".join(" ".join(map(_outline, item)) for item in items)
            return f"{'ol' if ordered else 'ul'}({inside})"
        case Emphasis(children, strong):
            return f"{'strong' if strong else 'em'}({_all(children)})"
        case WebLink(href, children):
            return f"<{href}>({_all(children)})"
        case RecordLink(kind, ref, children):
            return f"<{kind}={ref}>({_all(children)})"
        case Mark(ref):
            return f"^{ref}"
        case Break():
            return "/"
        case Words(text):
            return text


def _all(nodes: tuple[Inline, ...]) -> str:
    return "".join(map(_outline, nodes))


TREES = [
    # Paragraphs and lines
    ("", ""),
    ("Boats.", "p(Boats.)"),
    ("Slow\nboats.", "p(Slow boats.)"),
    ("Slow.\n\nBoats.", "p(Slow.) p(Boats.)"),
    ("Slow\\\nboats.", "p(Slow/boats.)"),
    # Note marks
    ("Slow.[^1]", "p(Slow.^1)"),
    ("Slow.[^1][^23]", "p(Slow.^1^23)"),
    ("Slow.[^night-ferries/4]", "p(Slow.^night-ferries/4)"),
    ("*Slow[^1]*", "p(em(Slow^1))"),
    ("Not one: \\[^1]", "p(Not one: [^1])"),
    # Emphasis
    ("*a* _b_ **c** __d__", "p(em(a) em(b) strong(c) strong(d))"),
    ("**a *b* c**", "p(strong(a em(b) c))"),
    ("2 * 3 * 4 snake_case_word", "p(2 * 3 * 4 snake_case_word)"),
    ("\\*a\\*", "p(*a*)"),
    # Links
    ("[here](https://example.org/a_b?c=d&e=f#g)", "p(<https://example.org/a_b?c=d&e=f#g>(here))"),
    ("[here](http://example.org)", "p(<http://example.org>(here))"),
    ("[write](mailto:a@example.org)", "p(<mailto:a@example.org>(write))"),
    ("[there](../themes/speed/)", "p(<../themes/speed/>(there))"),
    ("[there](themes/speed/#notes)", "p(<themes/speed/#notes>(there))"),
    ("[there](files/a..b.pdf)", "p(<files/a..b.pdf>(there))"),
    ("[it](https://example.org/caf%C3%A9)", "p(<https://example.org/caf%C3%A9>(it))"),
    ("[*it*](theme:speed)", "p(<theme=speed>(em(it)))"),
    ("[](finding:night-ferries/slow-boats)", "p(<finding=night-ferries/slow-boats>())"),
    *(
        (f"[x]({kind}:y)", f"p(<{kind}=y>(x))")
        for kind in ("finding", "recommendation", "theme", "source", "actor", "brief")
    ),
    # Lists
    ("- a\n- b", "ul(p(a); p(b))"),
    ("* a\n* b", "ul(p(a); p(b))"),
    ("1. a\n2. b\n3. c", "ol(p(a); p(b); p(c))"),
    ("1. a\n1. b", "ol(p(a); p(b))"),
    ("1) a\n2) b", "ol(p(a); p(b))"),
    ("1. a\n   b\n2. c", "ol(p(a b); p(c))"),
    ("1. a\n\n   b\n\n2. c", "ol(p(a) p(b); p(c))"),
    ("- a\n  - b\n- c", "ul(p(a) ul(p(b)); p(c))"),
    ("For:\n\n- a[^1]\n- b", "p(For:) ul(p(a^1); p(b))"),
    # Numbers that are no list
    ("1986\\. A year.", "p(1986. A year.)"),
    ("in\n1986. A year.", "p(in 1986. A year.)"),
    ("3.5 per cent", "p(3.5 per cent)"),
    # What Markdown knows and records do without stays as it is typed
    ("# Heading", "p(# Heading)"),
    ("> Quote", "p(> Quote)"),
    ("a\n===", "p(a ===)"),
    ("---", "p(---)"),
    ("`code`", "p(`code`)"),
    ("```\ncode\n```", "p(``` code ```)"),
    ("    indented", "p(indented)"),
    ("~~gone~~", "p(~~gone~~)"),
    ("| a | b |\n|---|---|", "p(| a | b | |---|---|)"),
    ("[b]: https://example.org", "p([b]: https://example.org)"),
    ("*[HB]: Harbour Board", "p(*[HB]: Harbour Board)"),
    ("https://example.org", "p(https://example.org)"),
    ("&amp; &lt;b&gt; &copy; &#60;", "p(&amp; &lt;b&gt; &copy; &#60;)"),
    ("{{ 7*7 }} {% x %} {: .a }", "p({{ 7*7 }} {% x %} {: .a })"),
    # Less-than signs and brackets that are no HTML, no links
    ("2 < 3, a <- b, <3", "p(2 < 3, a <- b, <3)"),
    ("a [b] c ]( [", "p(a [b] c ]( [)"),
    ("[" * 200 + "]" * 200, f"p({'[' * 200}{']' * 200})"),
]


@pytest.mark.parametrize(("text", "tree"), TREES, ids=[text[:30] for text, _ in TREES])
def test_tree(text: str, tree: str) -> None:
    assert outline(parse(text)) == tree


SCRIPTS = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](javascript\\:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](&#0000106avascript&colon;alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](%6Aavascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html,<b>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](blob:https://example.org/1)",
    "[x](file:///etc/passwd)",
    "[x](view-source:https://example.org)",
    "[x](//example.org)",
    "[x](/\\example.org)",
    "[x](\\\\example.org)",
    "![x](javascript:alert(1))",
    "<javascript:alert(1)>",
    "[**x**](javascript:alert(1))",
    "- [x](javascript:alert(1))",
]


@pytest.mark.parametrize("text", SCRIPTS)
def test_no_address_but_of_the_web_is_linked_to(text: str) -> None:
    with pytest.raises(ProseError) as caught:
        parse(text)
    assert caught.value.faults[0].code in ("bad-url", "raw-html")


REFUSED = [
    ("a <b>c</b>", "raw-html", "<b>"),
    ("<script>alert(1)</script>", "raw-html", "<script>"),
    ("<img src=x onerror=alert(1)>", "raw-html", "<img src=x onerror=alert(1)>"),
    ("a</p>", "raw-html", "</p>"),
    ("<!-- c -->", "raw-html", "<!-- c -->"),
    ("<!DOCTYPE html>", "raw-html", "<!DOCTYPE html>"),
    ("<?php", "raw-html", "<?php"),
    ("<svg/onload=alert(1)>", "raw-html", "<svg/onload=alert(1)>"),
    ("<https://example.org>", "raw-html", "<https://example.org>"),
    ("a <unclosed", "raw-html", "<unclosed"),
    ("\\<b>", "raw-html", "<b>"),
    ("Slow.[^0]", "bad-mark", "[^0]"),
    ("Slow.[^01]", "bad-mark", "[^01]"),
    ("Slow.[^a]", "bad-mark", "[^a]"),
    ("Slow.[^1,2]", "bad-mark", "[^1,2]"),
    ("Slow.[^ 1]", "bad-mark", "[^ 1]"),
    ("Slow.[^1", "bad-mark", "[^1"),
    ("Slow.[^Ferries/1]", "bad-mark", "[^Ferries/1]"),
    ("Slow.[^100000]", "bad-mark", "[^100000]"),
    ("1986. A year.", "lost-number", "1986."),
    ("7) Seven.", "lost-number", "7)"),
    ("A text.\n\n2. Two.", "lost-number", "2."),
    ("- 1986. A year.", "lost-number", "1986."),
    ("1. a\n1986. b", "lost-number", "1986."),
    ("0. Zero.", "lost-number", "0."),
    ("[a b](https://example.org/a\"b)", "bad-url", 'https://example.org/a"b'),
    ("[](https://example.org)", "bad-url", "https://example.org"),
    ("[ ](https://example.org)", "bad-url", "https://example.org"),
    ("[ ](theme:speed)", "bad-url", "theme:speed"),
    ("[\u00a0](https://example.org)", "bad-url", "https://example.org"),
    ("[x](/themes/)", "bad-url", "/themes/"),
    *((f"[x]({path})", "bad-url", path) for path in ("#note-3", "?q")),
    ("[x](tel:1)", "bad-url", "tel:1"),
    ("[x](Finding:a)", "bad-url", "Finding:a"),
    ("[x](note:1)", "bad-url", "note:1"),
    ("[" * 401, "too-long", "["),
    ("a" * 60_001, "too-long", ""),
]  # fmt: skip


@pytest.mark.parametrize(("text", "code", "needle"), REFUSED, ids=[one[0][:30] for one in REFUSED])
def test_refused(text: str, code: str, needle: str) -> None:
    with pytest.raises(ProseError) as caught:
        parse(text)
    fault = caught.value.faults[0]
    assert (fault.code, fault.needle) == (code, needle)


def test_what_just_fits_is_read() -> None:
    assert len(parse("a" * 60_000).source) == 60_000
    assert parse("[" * 400).blocks


def test_brackets_without_end_are_read_in_no_time() -> None:
    """Python-Markdown takes seconds; a time limit would be flaky, a hang is not."""
    for text in ("[" * 400, "[a](" * 200, "*" * 60_000, "- " * 20_000, "1. " * 20_000, "\\" * 60_000):
        try:
            parse(text)
        except ProseError:
            continue


def test_marks_and_links_are_listed_in_reading_order() -> None:
    prose = parse("*a[^3]* [b](theme:t)\n\n- c[^1] [](actor:x)\n- d[^3][^other/2]\n  - e[^2] [f](brief:g)")
    assert prose.marks == ("3", "1", "3", "other/2", "2")
    assert prose.links == (("theme", "t"), ("actor", "x"), ("brief", "g"))


PLAIN = [
    ("The *slow* **boats**.[^1]", "The slow boats."),
    ("One.\n\nTwo\nthree.", "One. Two three."),
    ("For:\n\n- cars,[^1]\n- [lorries](https://example.org)", "For: cars, lorries"),
    ("a\\\nb", "a b"),
    ("1986\\. \\*a\\*", "1986. *a*"),
    ("[^1]", ""),
    ("2 < 3 & 4", "2 < 3 & 4"),
]


@pytest.mark.parametrize(("text", "words"), PLAIN)
def test_plain_words(text: str, words: str) -> None:
    assert plain(parse(text)) == words


def test_no_word_is_lost_however_deep_the_list() -> None:
    text = "\n".join("  " * depth + "- a" for depth in range(12))
    with contextlib.suppress(ProseError):
        assert plain(parse(text)) == " ".join("a" * 12)
