"""What a site shows where there is nothing: it says so, and nothing breaks."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from sightline.model.corpus import Corpus
from sightline.publish import artifacts
from sightline.render import Renderer, pages
from sightline.render.home import BLOCKS

from tests.html import Html
from tests.trees import corpus_of

THEME = "--- content/themes/t.yml\nid: t\ntitle: T\nsummary: S.\n"
BOARD = "--- content/actors/board.yml\nid: board\nname: Board\nkind: body\n"
SOURCES = "--- content/sources/bare.yml\nid: bare\ntype: webpage\ntitle: A bare page\n"
RECOMMENDATION = (
    "--- content/briefs/b/findings.yml\n- {id: f, section: one, statement: F., kind: fact}\n"
    "--- content/briefs/b/recommendations.yml\n- {id: r, title: R, statement: R., addressees: [board],"
    " rests_on: [{finding: f, why: It does.}]}\n- {id: q, title: Q, statement: Q., addressees: [board]}\n"
)
TREES = {
    "a brief alone": "--- base\n",
    "a theme alone": THEME,
    "a source alone": SOURCES,
    "an actor alone": BOARD,
    "a term alone": "--- content/glossary.yml\n- {id: g, term: G, expansion: Gee}\n",
    "everything without evidence": f"--- base\n{THEME}{BOARD}{SOURCES}{RECOMMENDATION}",
}


@pytest.fixture(params=TREES)
def corpus(request: pytest.FixtureRequest, tmp_path: Path) -> Corpus:
    return corpus_of(tmp_path, TREES[request.param])


@pytest.fixture
def made(corpus: Corpus) -> dict[str, Html]:
    render = Renderer(corpus)
    found = {page.path: Html(page.body) for page in pages(render)}
    sheet = render.sheet("")
    found[""] = Html("".join(str(block(sheet, render)) for block in BLOCKS.values()))
    return found


def test_every_page_is_whole(made: dict[str, Html], corpus: Corpus) -> None:
    files = {artifact.path for artifact in artifacts(corpus)}
    for path, page in made.items():
        assert page.errors == [], path
        assert len(page.all("h1")) == (1 if path else 0), path
        for link in page.all("a"):
            target, _, anchor = urljoin(f"https://x.test/{path}", link.attrib["href"]).partition("#")
            there = target.removeprefix("https://x.test/")
            assert there in {*made, *files}, (path, link.attrib["href"])
            if there in made and anchor:
                assert anchor in made[there].ids, (path, link.attrib["href"])


def test_no_placeholder_shows(made: dict[str, Html]) -> None:
    for path, page in made.items():
        assert re.findall(r"\b(?:None|Undefined|nan)\b(?! of)", page.text) == [], path


EMPTY = [
    ("a brief alone", "briefs/b/", "This brief makes no recommendation."),
    ("a brief alone", "briefs/b/", "none named"),
    ("a brief alone", "briefs/b/", "no date in the document"),
    ("a brief alone", "briefs/b/findings/", "No finding is recorded."),
    ("a brief alone", "briefs/b/recommendations/", "This brief makes no recommendation."),
    ("a brief alone", "briefs/b/endnotes/", "The brief has no notes: nothing in it is tied to a source."),
    ("a brief alone", "briefs/b/timeline/", "No dated event is recorded."),
    ("a brief alone", "briefs/b/source-notes/", "No source note is recorded."),
    ("a brief alone", "themes/", "No theme is recorded."),
    ("a brief alone", "sources/", "No source is recorded."),
    ("a brief alone", "actors/", "No actor is recorded."),
    ("a brief alone", "glossary/", "No term is recorded."),
    ("a brief alone", "timeline/", "No dated event is recorded."),
    ("a brief alone", "evidence-map/", "There is no line to draw"),
    ("a brief alone", "ledger/", "Nothing is missing."),
    ("a theme alone", "briefs/", "No brief is published yet."),
    ("a theme alone", "themes/t/", "No brief speaks on this theme yet."),
    ("a source alone", "sources/bare/", "No note cites this source."),
    ("a source alone", "sources/bare/", "Nothing rests on it."),
    ("a source alone", "sources/bare/", "Nothing would lose its support."),
    ("a source alone", "sources/bare/", "not recorded"),
    ("a source alone", "sources/bare/", "A bare page"),
    ("an actor alone", "actors/board/", "No finding or event names it."),
    ("everything without evidence", "briefs/b/recommendations/r/", "The brief names no separate steps."),
    ("everything without evidence", "briefs/b/recommendations/r/", "It reaches no source"),
    ("everything without evidence", "briefs/b/recommendations/r/", "There is nothing to count: no note at all."),
    ("everything without evidence", "briefs/b/recommendations/q/", "No finding is recorded as its ground."),
    ("everything without evidence", "ledger/", "Recommendations that reach no source"),
]


@pytest.mark.parametrize(("tree", "path", "said"), EMPTY, ids=[f"{path}-{said[:20]}" for _, path, said in EMPTY])
def test_it_is_said(tmp_path: Path, tree: str, path: str, said: str) -> None:
    made = {page.path: Html(page.body) for page in pages(Renderer(corpus_of(tmp_path, TREES[tree])))}
    assert said in made[path].text
