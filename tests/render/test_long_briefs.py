"""A long brief: its findings and notes stand in full on several pages, and in short on one, where their addresses are."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from sightline import urls
from sightline.link import key_of
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus
from sightline.model.prose import plain
from sightline.render import Page, Renderer, pages

from tests.html import Html, words
from tests.trees import corpus_of

SITE = "https://x.test/"


@pytest.fixture(scope="module")
def brief(tiny: Corpus) -> Brief:
    return max(tiny.briefs, key=lambda one: sum(finding.brief == one.id for finding in tiny.findings))


@pytest.fixture(scope="module")
def there(tiny: Corpus) -> dict[str, Html]:
    """Every page, where nothing fits into one."""
    return {page.path: Html(page.body) for page in pages(Renderer(tiny, SITE, room=1))}


def test_every_finding_stands_in_full_once(tiny: Corpus, brief: Brief, there: dict[str, Html]) -> None:
    full = {path: page for path, page in there.items() if path.startswith(f"briefs/{brief.id}/sections/")}
    found = Counter(
        (re.split("/", path)[3], one.attrib["id"]) for path in full for one in full[path].all("li", class_="finding")
    )
    assert found == Counter((one.section, one.id) for one in tiny.findings if one.brief == brief.id)
    assert all(list(page.all("footer", class_="finding__foot")) for page in full.values())


def test_every_finding_keeps_its_address_and_its_words(tiny: Corpus, brief: Brief, there: dict[str, Html]) -> None:
    page = there[urls.brief(brief.id, "findings")]
    entries = {one.attrib["id"]: one for one in page.all("li", class_="finding")}
    for finding in (one for one in tiny.findings if one.brief == brief.id):
        assert plain(finding.statement)[:40] in words(entries[finding.id])
        (link,) = [one for one in entries[finding.id].iter("a") if "/sections/" in one.attrib["href"]]
        assert link.attrib["href"].endswith(f"#{finding.id}")
    sections = [section.title for section in brief.sections if any(one.section == section.id for one in tiny.findings)]
    assert [words(one) for one in page.all("h2")] == ["Sections", *sections, "By printed page"]


def test_every_note_stands_in_full_once_and_keeps_its_address(tiny: Corpus, there: dict[str, Html]) -> None:
    for brief in tiny.briefs:
        numbers = [f"note-{one.number}" for one in tiny.endnotes if one.brief == brief.id]
        short = urls.brief(brief.id, "endnotes")
        full = [path for path in there if path.startswith(short) and path != short]
        assert [one.attrib["id"] for path in full for one in there[path].all("li", class_="note")] == numbers
        assert [one.attrib["id"] for one in there[short].all("li", class_="note")] == numbers


def test_a_long_section_goes_on_at_a_numbered_page(tiny: Corpus, brief: Brief, there: dict[str, Html]) -> None:
    section, number = Counter(one.section for one in tiny.findings if one.brief == brief.id).most_common(1)[0]
    paths = [urls.section(brief.id, section, place) for place in range(1, number + 1)]
    assert number > 1
    assert all(path in there for path in paths)
    assert f"part 2 of {number}" in there[paths[1]].text
    assert urls.section(brief.id, section, 1).endswith(f"{section}/")
    (steps,) = there[paths[1]].all("nav", class_="steps")
    assert {one.attrib["rel"] for one in steps.iter("a")} >= {"prev"}


def test_the_permanent_address_is_what_a_page_in_full_offers(
    tiny: Corpus, brief: Brief, there: dict[str, Html]
) -> None:
    finding = next(one for one in tiny.findings if one.brief == brief.id)
    (permalink, *_) = there[urls.section(brief.id, finding.section)].all("a", class_="permalink")
    assert permalink.attrib["href"] == f"../../../../{urls.of(key_of(finding))}"


def test_a_brief_that_fits_stands_on_one_page(tiny_pages: dict[str, Page], real_pages: dict[str, Page]) -> None:
    for made in (tiny_pages, real_pages):
        assert made
        assert [path for path in made if re.search(r"/sections/|/endnotes/\d", path)] == []


def test_notes_that_no_finding_marks_do_not_part_the_findings(tmp_path: Path) -> None:
    """They stand on no page of findings, so they make none longer."""
    notes = "\n".join(f"- {{number: {number}, comment: Silent.}}" for number in range(1, 301))
    finding = "- {id: found, kind: fact, section: one, statement: It is so.}"
    text = f"\n--- base\n--- content/briefs/b/endnotes.yml\n{notes}\n--- content/briefs/b/findings.yml\n{finding}\n"
    made = {page.path for page in pages(Renderer(corpus_of(tmp_path, text), SITE))}
    assert [path for path in made if "/sections/" in path] == []
    assert "briefs/b/endnotes/201/" in made
