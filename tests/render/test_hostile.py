"""Whatever a record says stays text: no element, no attribute comes of it, and no template language runs.

The tiny project is rendered twice: with harmless words in every plain field and text, and with hostile ones.
Both must have the same elements with the same attributes.
"""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

import pytest
from sightline.check import check
from sightline.link import link
from sightline.model.corpus import Corpus
from sightline.model.csl import NUMBER_VARIABLES, TEXT_VARIABLES, Name
from sightline.model.fields import Limits
from sightline.model.prose import Paragraph, Prose, Words
from sightline.model.shared import Site
from sightline.read import read_content
from sightline.render import Page, Renderer, pages
from sightline.render.home import BLOCKS

from tests.html import Html

TINY = Path(__file__).parent.parent / "site"
DRAWING = re.compile(r'<svg class="evidence-map.*?</svg>', re.DOTALL)
HARMLESS = "Words that are long enough to be cut where they are cut"
LINES = {
    "element": "<script>alert(1)</script>",
    "image": "<img src=x onerror=alert(1)>",
    "leaving an attribute": '"><svg onload=alert(1)>',
    "another attribute": '" onmouseover="alert(1)',
    "the same with the other quote": "' onmouseover='alert(1)' x='",
    "leaving the page": "</title></script></style></textarea><h1>x</h1><a href=javascript:alert(1)>x</a>",
    "comment": "<!-- --><!doctype html>--> ]]> <![CDATA[ <?x ?>",
    "entities": "&lt;b&gt; &amp;amp; &#60;script&#62; &quot;",
    "template language": "{{ 7331*7 }}{% raw %}{{ corpus }}{# x #}${7331*7}<%= 7331*7 %>",
    "percent signs": "%s %d %(x)s {0} {x}",
    "Markdown": "*a* **b** [c](https://example.org) [^1] `d` # e",
}
TEXTS = {
    "element that the parser would refuse": "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "quotes and signs": "1 < 2 & \"3\" > '4' <5",
    "entities": "&lt;b&gt; &amp;amp; &#60;script&#62;",
    "template language": "{{ 7331*7 }}{% raw %}{# x #}${7331*7}",
    "percent signs": "%s %d %(x)s",
}


def corpus_with(line: str, text: str) -> Corpus:
    """The tiny project with ``line`` at the start of each plain field and ``text`` at the end of each text."""
    checked = check(read_content(TINY))
    entries = []
    for entry in checked.entries:
        record = _changed(entry.record, line, text)
        entries.append(dataclasses.replace(entry, record=record))
    checked.entries = entries
    checked.site = _changed(checked.site, line, text)
    corpus, _ = link(checked)
    assert corpus is not None
    return corpus


def _changed(record: Any, line: str, text: str) -> Any:
    hints = get_type_hints(type(record), include_extras=True)
    values = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        values[field.name] = _value(value, hints[field.name], line, text)
    return dataclasses.replace(record, **values)


def _value(value: Any, hint: Any, line: str, text: str) -> Any:
    if isinstance(value, Prose):
        return Prose(value.source, (*value.blocks, Paragraph((Words(text),))), value.marks, value.links)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return _changed(value, line, text) if type(value).__module__ != "sightline.model.dates" else value
    if isinstance(value, str):
        return f"{line} {value}" if _is_plain(hint) else value
    if isinstance(value, tuple):
        inner = next((arg for arg in _inside(hint)), None)
        return tuple(_value(one, inner, line, text) for one in value)
    if isinstance(value, dict):  # a name, or the CSL variables of a source
        if hint is Name or not set(value) - set(Name.__annotations__):
            return {key: f"{line} {one}" for key, one in value.items()}
        plain = {*TEXT_VARIABLES, *NUMBER_VARIABLES}
        return {
            key: f"{line} {one}" if key in plain else _value(one, Name, line, text) if isinstance(one, tuple) else one
            for key, one in value.items()
        }
    return value


def _inside(hint: Any) -> list[Any]:
    if get_origin(hint) is Annotated:
        return _inside(get_args(hint)[0])
    if get_origin(hint) in (Union, UnionType):
        return [inner for arg in get_args(hint) for inner in _inside(arg)]
    return [get_args(hint)[0]] if get_origin(hint) is tuple else []


def _is_plain(hint: Any) -> bool:
    """True for a line, a title or a printed page: text that says what it likes."""
    if get_origin(hint) in (Union, UnionType):
        return any(map(_is_plain, get_args(hint)))
    if get_origin(hint) is not Annotated:
        return False
    limits = [mark for mark in get_args(hint)[1:] if isinstance(mark, Limits)]
    return any(one.pattern == r"^[^\n]*$" or one.max_length == 40 for one in limits)


def rendered(corpus: Corpus) -> dict[str, Page]:
    render = Renderer(corpus, "https://tiny.example.org/")
    made = {page.path: page for page in pages(render)}
    sheet = render.sheet("")
    body = "".join(str(block(sheet, render)) for block in BLOCKS.values())
    return {**made, "": Page("", "", "", "", body)}


@pytest.fixture(scope="module")
def harmless() -> dict[str, Page]:
    return rendered(corpus_with(HARMLESS, "Yy."))


def differences(before: dict[str, Page], after: dict[str, Page]) -> dict[str, Any]:
    """The first element of each page that differs. A drawing sets long titles in several lines: there, kinds count."""
    found = {}
    for path, page in before.items():
        one, other = (Html(DRAWING.sub("", made.body)).structure for made in (page, after[path]))
        if one == other and DRAWING.search(page.body):
            drawn = [Html("".join(DRAWING.findall(made.body))).structure for made in (page, after[path])]
            one, other = sorted({*drawn[0], *drawn[1]}), sorted({*drawn[0]})
        if one != other:
            at = next(
                (n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
            )
            found[path] = (one[at : at + 2], other[at : at + 2])
    return found


@pytest.mark.parametrize("what", LINES)
def test_plain_fields_stay_text(what: str, harmless: dict[str, Page]) -> None:
    hostile = rendered(corpus_with(LINES[what], "Yy."))
    assert differences(harmless, hostile) == {}
    _assert_harmless(hostile)


@pytest.mark.parametrize("what", TEXTS)
def test_texts_stay_text(what: str, harmless: dict[str, Page]) -> None:
    hostile = rendered(corpus_with(HARMLESS, TEXTS[what]))
    assert differences(harmless, hostile) == {}
    _assert_harmless(hostile)


def _assert_harmless(made: dict[str, Page]) -> None:
    for path, page in made.items():
        assert "51317" not in page.body, path  # 7331*7, worked out
        for one in Html(page.body).elements:
            assert one.tag not in ("script", "img", "style", "iframe", "object", "title", "textarea"), path
            for name, value in one.attrib.items():
                assert not name.startswith("on"), (path, name)
                assert not value.strip().lower().startswith(("javascript:", "data:", "vbscript:")), (path, value)


@pytest.mark.parametrize("what", LINES)
def test_what_is_written_is_what_is_read(what: str) -> None:
    """Titles and names come out letter for letter, on the pages that are theirs."""
    hostile = rendered(corpus_with(LINES[what], "Yy."))
    said = " ".join(LINES[what].split())
    for path in (
        "briefs/night-ferries/",
        "briefs/night-ferries/recommendations/light-the-lamps/",
        "themes/speed/",
        "actors/harbour-board/",
        "sources/mole-1990/",
    ):
        heading = " ".join("".join(Html(hostile[path].body).all("h1")[0].itertext()).split())
        assert heading.startswith(f"{said} "), path
    assert f"{said} HB" in Html(hostile["glossary/"].body).text
    assert f"{said} A boat" in Html(hostile["briefs/night-ferries/"].body).text


def test_every_plain_field_was_made_hostile() -> None:
    """Else the tests above say nothing: a few that are easily missed, at each depth."""
    corpus = corpus_with("Xx", "Yy.")
    brief = corpus.briefs[0]
    source = next(one for one in corpus.sources if one.id == "lund-2001")
    note = next(one for one in corpus.endnotes if one.number == 8)
    reached = [
        brief.title, brief.short_title, brief.publisher, brief.series, brief.authors[0]["family"], brief.sections[0].title,
        brief.sections[0].pages, brief.illustrations[0].credit, brief.about_the_authors[0].author,
        corpus.findings[0].figures[0].unit, corpus.findings[0].page, note.citations[0].lead_in,
        corpus.endnotes[0].citations[0].locator, corpus.endnotes[6].printing_slips[0].printed,
        corpus.source_notes[0].where[0].printed, source.title, source.item["container-title"],
        source.item["author"][1]["given"], source.item["volume"], source.publisher_group,
        corpus.actors[0].also_known_as[0], corpus.glossary[0].expansion, corpus.themes[2].comparisons[0].about,
        corpus.site.title,
    ]  # fmt: skip
    assert [one for one in reached if not str(one).startswith("Xx ")] == []
    assert isinstance(corpus.site, Site)
