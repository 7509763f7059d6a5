"""What templates write: text is escaped once wherever it comes from, finished HTML never again, and errors are errors."""

from __future__ import annotations

from itertools import product
from types import SimpleNamespace
from typing import get_type_hints

import pytest
from jinja2 import TemplateError
from markupsafe import Markup, escape
from sightline.render.escaping import escaped
from sightline.render.references import References
from sightline.render.sheet import Sheet
from sightline.render.templates_env import environment


class Name(str):
    """A text of another class, as readers of YAML and enumerations make them."""


class Badge:
    """Something that says itself how it is written."""

    def __html__(self) -> str:
        return "<i>&amp;</i>"


SIGNS = "".join(map("".join, product("&<>'\"a", repeat=2)))
VALUES = ["", "a", SIGNS, "“é”" + SIGNS, Name(SIGNS), Markup("<b>&amp;</b>"), Badge(), 7, 1.5, None, True, ("<", 1)]


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_is_written_as_markupsafe_writes_it(value: object) -> None:
    assert escaped(value) == escape(value)


TEXT, ONCE = "<b>'&\"", "&lt;b&gt;&#39;&amp;&#34;"
WRITTEN = {
    "alone": ("{{ text }}", ONCE),
    "of another class": ("{{ name }}", ONCE),
    "attribute": ("{{ one.text }}", ONCE),
    "item": ("{{ {'text': text}['text'] }}", ONCE),
    "call": ("{{ text.strip() }}", ONCE),
    "finished": ("{{ html }}", "<i>&amp;</i>"),
    "it says so itself": ("{{ badge }}", "<i>&amp;</i>"),
    "joined with text": ("{{ text ~ '>' ~ text }}", f"{ONCE}&gt;{ONCE}"),
    "joined with finished": ("{{ text ~ html }}", f"{ONCE}<i>&amp;</i>"),
    "list": ("{{ [text, text] | join('<') }}", f"{ONCE}&lt;{ONCE}"),
    "list with finished": ("{{ [text, html] | join('<') }}", f"{ONCE}&lt;<i>&amp;</i>"),
    "filter": ("{{ text | replace('b', '<') }}", "&lt;&lt;&gt;&#39;&amp;&#34;"),
    "filter of finished": ("{{ html | replace('i', text) }}", f"<{ONCE}>&amp;</{ONCE}>"),
    "our own filter": ("{{ text | shortened(2) }}", "&lt;b\u00a0…"),
    "choice": ("{{ text if one else html }}{{ html if one }}{{ html if not one }}", f"{ONCE}<i>&amp;</i>"),
    "choice of words": ("{{ '<' if one else text }}{{ '&' if not one }}{{ 'a' if not one else '>' if text else 'b' }}", "&lt;&gt;"),
    "macro": ("{% macro m(x) %}<p>{{ x }}</p>{% endmacro %}{{ m(text) }}{{ m(html) }}", f"<p>{ONCE}</p><p><i>&amp;</i></p>"),
    "macro in a macro": ("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(m(text)) }}", ONCE),
    "macro joined": ("{% macro m(x) %}<p>{{ x }}{% endmacro %}{{ m(text) ~ text }}", f"<p>{ONCE}{ONCE}"),
    "macro and filter": ("{% macro m(x) %}<p>{{ x }}{% endmacro %}{{ m(text) | capitalize }}", f"<p>{ONCE}"),
    "default of a macro": ("{% macro m(x, y='<') %}{{ x }}{{ y }}{% endmacro %}{{ m(text) }}{{ m(1, y=text) }}", f"{ONCE}&lt;1{ONCE}"),
    "call block": ("{% macro m(x) %}{{ x }}{{ caller() }}{% endmacro %}{% call m(text) %}<u>{{ text }}{% endcall %}", f"{ONCE}<u>{ONCE}"),
    "set": ("{% set x %}<p>{{ text }}{% endset %}{{ x }}", f"<p>{ONCE}"),
    "loop": ("{% for x in [text, html] %}{{ x }}{% endfor %}", f"{ONCE}<i>&amp;</i>"),
    "block": ("{% block b %}{{ text }}{% endblock %}{{ html }}", f"{ONCE}<i>&amp;</i>"),
}  # fmt: skip


@pytest.mark.parametrize(("template", "written"), WRITTEN.values(), ids=WRITTEN)
def test_text_is_escaped_once_and_finished_html_never(template: str, written: str) -> None:
    made = environment().from_string(template)
    values = {"text": TEXT, "name": Name(TEXT), "html": Markup("<i>&amp;</i>"), "badge": Badge()}
    assert made.render(one=SimpleNamespace(text=TEXT), **values) == written


def test_addresses_of_the_page_are_written_as_they_are() -> None:
    page = SimpleNamespace(link=lambda key: f"../{key}/#note-1", title=lambda key: f"<{key}>")
    made = environment().from_string(
        "{{ page.link(key) if key else text }} {{ page.title(key) }} {{ page.link(key) ~ text }}"
    )
    assert made.render(page=page, key="a", text=TEXT) == f"../a/#note-1 &lt;a&gt; ../a/#note-1{ONCE}"


def test_what_is_written_as_it_is_says_that_it_is_finished() -> None:
    """Texts and references are not asked at each place whether they are; their types say so once for all."""
    makers = [Sheet.text, Sheet.words, References.note, References.entry, References.locator]
    makers += [environment().filters[name] for name in ("closed", "unlinked", "verbatim")]
    assert {get_type_hints(make)["return"] for make in makers} == {Markup}


def test_a_macro_is_finished_html_in_python_too() -> None:
    module = environment().from_string("{% macro m(x) %}<p>{{ x }}{% endmacro %}").module
    assert escape(module.m("<")) == "<p>&lt;"  # type: ignore[attr-defined]  # a macro


def test_a_name_means_what_it_means_where_it_stands() -> None:
    template = (
        "{% macro m(x) %}{{ x }}{{ y }}{% endmacro %}{% for x in 'ab' %}{{ m(x) }}{{ z }}{% set y = x %}{{ y }}{% endfor %}"
        "{{ x }}{{ y }}{% for y in 'c' %}{{ y }}{% endfor %}"
    )
    assert environment().from_string(template).render(x=1, y=2, z=3) == "a23ab23b12c"


@pytest.mark.parametrize(
    "template",
    [
        "{{ nothing }}",
        "{% for x in [1] %}{{ nothing }}{% endfor %}",
        "{% macro m() %}{{ nothing }}{% endmacro %}{{ m() }}",
        "{{ one.nothing }}",
        "{{ {}['nothing'] }}",
        "{{ held.item }}",
        "{% macro m(x) %}{% endmacro %}{{ m() }}",
        "{% macro m(x) %}{% endmacro %}{{ m(1, y=2) }}",
        "{{ one(*[1]) }}",
    ],
)
def test_what_is_not_there_is_an_error(template: str) -> None:
    with pytest.raises((TemplateError, LookupError, AttributeError, TypeError)):
        environment().from_string(template).render(one=1, held={"item": 1})
