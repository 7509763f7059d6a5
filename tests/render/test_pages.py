"""Every page of the tiny project and of the real content: well formed, well linked, readable in order."""

from __future__ import annotations

import gc
import re
from itertools import pairwise
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
from sightline.model.corpus import Corpus, Key
from sightline.publish import artifacts
from sightline.render import Page, Renderer, pages, redirects

from tests.html import Html, words
from tests.trees import corpus_of

Pages = dict[str, Page]
FERRIES, PIERS = "briefs/night-ferries/", "briefs/stone-piers/"
ADDRESSES = {
    "briefs/", "recommendations/", "themes/", "sources/", "actors/", "glossary/", "timeline/", "evidence-map/",
    "ledger/", "data/", "about/problems/", "findings/", "changes/",
    *(f"{brief}{part}" for brief in (FERRIES, PIERS)
      for part in ("", "findings/", "findings/cite/", "recommendations/", "endnotes/", "timeline/", "evidence-map/",
                   "source-notes/")),
    f"{FERRIES}recommendations/light-the-lamps/", f"{FERRIES}recommendations/hold-fares/",
    f"{PIERS}recommendations/mend-the-piers/", f"{PIERS}recommendations/paint-the-piers/",
    *(f"themes/{one}/" for one in ("travel", "speed", "lamps", "fares", "weather")),
    *(f"sources/{one}/" for one in (
        "mole-1990", "lund-2001", "pilot-interview", "harbour-act", "minutes-2024", "unread")),
    *(f"actors/{one}/" for one in ("harbour-board", "pilots", "sea-lamp", "mayor")),
}  # fmt: skip
REDIRECTS = {
    **{f"{FERRIES}n/{number}/": f"{FERRIES}endnotes/#note-{number}" for number in range(1, 14)},
    **{f"{PIERS}n/{number}/": f"{PIERS}endnotes/#note-{number}" for number in (1, 2)},
    f"{FERRIES}recommendations/lamps-on/": f"{FERRIES}recommendations/light-the-lamps/",
    "themes/pace/": "themes/speed/",
    "sources/lund-2000/": "sources/lund-2001/",
    "actors/board/": "actors/harbour-board/",
    "findings/by/theme/pace/": "findings/by/theme/speed/",
    "recommendations/by/addressee/board/": "recommendations/by/addressee/harbour-board/",
    "sources/by/brief/late-ferries/": "sources/by/brief/night-ferries/",
    "briefs/late-ferries/": FERRIES,
    **{
        f"briefs/late-ferries/{part}/": f"{FERRIES}{part}/"
        for part in (
            "findings",
            "findings/cite",
            "recommendations",
            "endnotes",
            "timeline",
            "evidence-map",
            "source-notes",
        )
    },
    **{
        f"briefs/late-ferries/recommendations/{one}/": f"{FERRIES}recommendations/{one}/"
        for one in ("light-the-lamps", "hold-fares")
    },
}
"""Every old and short address that the tiny project promises."""


@pytest.fixture(scope="module", params=["tiny", "real", "tiny in parts", "real in short"])
def which(request: pytest.FixtureRequest) -> tuple[Corpus, Pages]:
    """A corpus with its pages; also where hardly anything fits into one, so that all has the form of very many."""
    name, _, form = request.param.partition(" ")
    corpus: Corpus = request.getfixturevalue(name)
    if form:
        room = 1 if form == "in parts" else 8_000
        return corpus, {page.path: page for page in pages(Renderer(corpus, "https://x.test/", room=room))}
    made: Pages = request.getfixturevalue(f"{name}_pages")
    return corpus, made


def parsed(pages: Pages) -> dict[str, Html]:
    return {path: Html(page.body) for path, page in pages.items()}


# What there is


def test_every_address_of_the_design(tiny_pages: Pages) -> None:
    assert {path for path in tiny_pages if "/by/" not in path} == ADDRESSES


def test_old_and_short_addresses_lead_on(tiny: Corpus, tiny_pages: Pages) -> None:
    found = {redirect.path: redirect.target for redirect in redirects(tiny, tiny_pages)}
    assert {path: found.get(path) for path in REDIRECTS} == REDIRECTS


def test_a_redirect_takes_no_page_away(which: tuple[Corpus, Pages]) -> None:
    corpus, pages = which
    targets = [redirect.target.partition("#")[0] for redirect in redirects(corpus, pages)]
    assert not {redirect.path for redirect in redirects(corpus, pages)} & set(pages)
    assert set(targets) <= set(pages)


def test_an_old_brief_id_redirects_everything_below_it(tiny: Corpus, tiny_pages: Pages) -> None:
    found = {redirect.path for redirect in redirects(tiny, tiny_pages)}
    assert {path.replace("/night-", "/late-", 1) for path in tiny_pages if path.startswith(FERRIES)} <= found
    assert "briefs/late-ferries/n/1/" in found
    assert "briefs/late-ferries/recommendations/lamps-on/" in found


def test_an_old_id_of_a_section_stays_an_anchor_and_leads_on(tiny: Corpus) -> None:
    parted = {page.path: page for page in pages(Renderer(tiny, room=1))}
    found = {redirect.path: redirect.target for redirect in redirects(tiny, parted)}
    assert found[f"{FERRIES}sections/prices/"] == f"{FERRIES}sections/costs/"
    assert found[f"{FERRIES}evidence-map/prices/"] == f"{FERRIES}evidence-map/costs/"
    assert found["briefs/late-ferries/sections/prices/"] == f"{FERRIES}sections/costs/"
    for made in (parted, {page.path: page for page in pages(Renderer(tiny))}):
        assert "section-prices" in Html(made[f"{FERRIES}findings/"].body).ids
        assert "section-prices" in Html(made[FERRIES].body).ids


def test_old_ids_on_lists_stay_as_anchors(tiny_pages: Pages) -> None:
    for path, old in {
        f"{FERRIES}findings/": "lamps-out",
        f"{FERRIES}findings/cite/": "lamps-out",
        f"{FERRIES}timeline/": "mending",
        FERRIES: "section-prices",
        "glossary/": "knots",
    }.items():
        assert old in Html(tiny_pages[path].body).ids


# How it is made


def test_well_formed(which: tuple[Corpus, Pages]) -> None:
    """A nested link or a list in a paragraph is not: browsers take it apart."""
    wrong = {path: page.errors[:3] for path, page in parsed(which[1]).items() if page.errors}
    assert wrong == {}


def test_a_list_in_a_reason_is_well_formed(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        """
--- base
--- content/actors/board.yml
{id: board, name: Board, kind: body}
--- content/briefs/b/findings.yml
- {id: f, section: one, statement: F., kind: fact}
--- content/briefs/b/recommendations.yml
- id: r
  title: R
  statement: R.
  addressees: [board]
  rests_on:
    - finding: f
      why: |
        - One.
        - Two.
""",
    )
    made = {page.path: Html(page.body) for page in pages(Renderer(corpus))}
    assert made["briefs/b/recommendations/r/"].errors == []


def test_one_heading_of_the_page_and_no_level_skipped(which: tuple[Corpus, Pages]) -> None:
    for path, page in parsed(which[1]).items():
        headings = [(int(one.tag[1]), words(one)) for one in page.elements if re.fullmatch(r"h[1-6]", one.tag)]
        levels = [level for level, _ in headings]
        assert levels.count(1) == 1, path
        assert levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, headings)
        assert all(text for _, text in headings), (path, headings)


def test_ids_are_unique(which: tuple[Corpus, Pages]) -> None:
    for path, page in parsed(which[1]).items():
        repeated = {one for one in page.ids if page.ids.count(one) > 1}
        assert repeated == set(), path


def test_every_link_leads_to_a_page_and_an_anchor(which: tuple[Corpus, Pages]) -> None:
    corpus, pages = which
    known = parsed(pages)
    files = {artifact.path for artifact in artifacts(corpus, Renderer(corpus, "https://x.test/"))}
    dead = []
    for path, page in known.items():
        for link in page.all("a"):
            target = urlsplit(urljoin(f"https://x.test/{path}", link.attrib["href"]))
            if target.netloc != "x.test":
                continue
            there = target.path.removeprefix("/")
            if there in ("", *files):
                continue
            if there not in known or (target.fragment and target.fragment not in known[there].ids):
                dead.append(f"{path}: {link.attrib['href']}")
    assert dead == []


def test_what_describes_an_element_is_there(which: tuple[Corpus, Pages]) -> None:
    for path, page in parsed(which[1]).items():
        named = {one.attrib[name] for one in page.elements for name in ("aria-labelledby", "for") if name in one.attrib}
        assert named <= set(page.ids), path


def test_breadcrumbs_lead_from_home_to_the_page(which: tuple[Corpus, Pages]) -> None:
    for path, page in parsed(which[1]).items():
        nav = next(one for one in page.all("nav") if one.attrib.get("aria-label") == "Breadcrumb")
        steps = [urljoin(f"https://x.test/{path}", link.attrib["href"]) for link in nav.iter("a")]
        assert steps[0] == "https://x.test/"
        below = path.replace("/sections/", "/findings/")  # a section in full belongs to the page of all findings
        assert all(f"https://x.test/{below}".startswith(step) for step in steps), path
        assert [one.attrib.get("aria-current") for one in nav.iter("span")] == ["page"]


def test_no_sentence_ends_twice(which: tuple[Corpus, Pages]) -> None:
    for path, made in which[1].items():
        page = Html(re.sub(r'<p class="slip">.*?</p>', "", made.body))  # printed words are quoted as they are
        twice = re.findall(r".{20}(?:\.\.(?!\.)|[.?!]”\.)", page.text)
        assert twice == [], path


# Note marks and notes


def test_every_mark_has_a_note_and_every_note_a_way_back(which: tuple[Corpus, Pages]) -> None:
    """On the page itself; the endnotes page, which is the notes, and pages by hand lead to the endnotes."""
    pairs = 0
    for path, page in parsed(which[1]).items():
        for mark in page.all("a", role="doc-noteref"):
            target = mark.attrib["href"]
            if not target.startswith("#"):
                assert path.endswith("/endnotes/") or "/endnotes/#note-" in target, path
                continue
            note = page.by_id(target[1:])
            backs = [one.attrib["href"] for one in note.iter("a") if one.attrib.get("role") == "doc-backlink"]
            assert f"#{mark.attrib['id']}" in backs, (path, target)
            assert words(mark) in (note.attrib["value"], target.rpartition("-")[2])
            pairs += 1
        marks = {f"#{one.attrib['id']}" for one in page.all("a", role="doc-noteref")}
        for back in page.all("a", role="doc-backlink"):
            assert back.attrib["href"] in marks, (path, back.attrib)
        for listed in page.all("section", role="doc-endnotes"):
            for note in listed.iter("li"):
                assert [one for one in note.iter("a") if one.attrib.get("role") == "doc-backlink"], (path, note.attrib)
    assert pairs > 20


def test_every_mark_leads_to_a_note_wherever_it_stands(tmp_path: Path) -> None:
    """Also in the comment of a note, of a source, in a list of briefs, and in a text that its page does not show."""
    corpus = corpus_of(
        tmp_path,
        """
--- content/actors/board.yml
{id: board, name: Board, kind: body}
--- content/sources/book.yml
{id: book, type: book, title: Book, comment: "Rare.[^b/4]"}
--- content/briefs/b/brief.yml
{id: b, title: B, kind: report, publisher: P, standfirst: "S.[^4]", summary: [S.], sections: [{id: one, title: One}]}
--- content/briefs/b/endnotes.yml
- {number: 1, comment: "As before.[^4]"}
- {number: 2, comment: "See the next.[^3]"}
- {number: 3, comment: "See the first.[^1]"}
- {number: 4, citations: [{source: book}]}
- {number: 5, citations: [{source: book}]}
--- content/briefs/b/findings.yml
- {id: found, kind: fact, section: one, statement: "It is so.[^2]"}
--- content/briefs/b/recommendations.yml
- {id: do, title: Do, statement: Do., addressees: [board], no_note_because: "Why.[^5]", rests_on: [{finding: found, why: So.}]}
""",
    )
    made = {page.path: Html(page.body) for page in pages(Renderer(corpus))}
    for path, page in made.items():
        for link in page.all("a"):
            there, _, anchor = urljoin(f"/{path}", link.attrib["href"]).removeprefix("/").partition("#")
            assert not anchor or anchor in made[there].ids, (path, link.attrib["href"])
    notes = made["briefs/b/recommendations/do/"].all("li", class_="note")
    assert [note.attrib["value"] for note in notes] == ["1", "2", "3", "4", "5"]
    assert [words(note).count("↑") for note in notes] == [1, 1, 1, 1, 0]


def test_a_note_marked_twice_has_two_ways_back(tiny_pages: Pages) -> None:
    page = Html(tiny_pages[f"{FERRIES}findings/"].body)
    marks = [one.attrib["id"] for one in page.all("a", role="doc-noteref") if words(one) == "6"]
    note = page.by_id("note-6")
    backs = [one.attrib["href"] for one in note.iter("a") if one.attrib.get("role") == "doc-backlink"]
    assert marks == ["mark-6", "mark-6-2"]
    assert backs == ["#mark-6", "#mark-6-2"]


def test_notes_of_two_briefs_on_one_page_are_told_apart(tiny_pages: Pages) -> None:
    page = Html(tiny_pages[f"{FERRIES}recommendations/light-the-lamps/"].body)
    assert {"note-1", "note-stone-piers-1"} <= set(page.ids)
    assert "10–12" in words(page.by_id("note-1"))
    assert "30" in words(page.by_id("note-stone-piers-1"))


def test_marks_on_a_page_without_notes_are_told_apart(tiny: Corpus) -> None:
    sheet = Renderer(tiny).sheet("about/", keeps_notes=False)
    made = [str(sheet.mark(Key("endnote", brief, "1"))) for brief in ("night-ferries", "stone-piers", "stone-piers")]
    page = Html("".join(made))
    assert len(set(page.ids)) == 3
    assert [one.attrib["href"] for one in page.all("a")] == [
        "../briefs/night-ferries/endnotes/#note-1",
        "../briefs/stone-piers/endnotes/#note-1",
        "../briefs/stone-piers/endnotes/#note-1",
    ]


def test_an_ibid_is_shown_with_what_it_stands_for(tiny_pages: Pages) -> None:
    page = Html(tiny_pages[f"{FERRIES}endnotes/"].body)
    third = words(page.by_id("note-3"))
    assert "Ibid., 15." in third
    assert "Mole, On Quays (Quay Press, 1990), 15" in third
    fifth = words(page.by_id("note-5"))
    assert fifth.index("Ibid.") < fifth.index("Lamps") < fifth.index("pilot") < fifth.index("On Quays")


def test_a_note_that_only_comments_is_no_missing_note(tiny_pages: Pages) -> None:
    """The recommendation rests on a finding whose note cites no work: that is said, not that there is no note."""
    page = Html(tiny_pages[f"{FERRIES}recommendations/light-the-lamps/"].body)
    step = next(one for one in page.all("li", class_="chain__finding") if "The pilots helped" in words(one))
    assert "No note is marked" not in words(step)


# Links


@pytest.mark.parametrize(
    ("here", "there", "written"),
    [
        ("", "themes/speed/", "themes/speed/"),
        ("", "", "./"),
        ("themes/", "themes/speed/", "../themes/speed/"),
        ("themes/", "", "../"),
        ("themes/speed/", "glossary/#hb", "../../glossary/#hb"),
        ("themes/speed/", "themes/speed/", "../../themes/speed/"),
        ("themes/speed/", "themes/speed/#notes", "#notes"),
        ("briefs/b/recommendations/r/", "briefs/b/findings/#f", "../../../../briefs/b/findings/#f"),
        ("glossary/", "glossary/#hb", "#hb"),
    ],
)
def test_links_are_relative_at_each_depth(tiny: Corpus, here: str, there: str, written: str) -> None:
    assert Renderer(tiny).sheet(here).to(there) == written


def test_no_link_of_the_site_is_absolute(which: tuple[Corpus, Pages]) -> None:
    for path, page in parsed(which[1]).items():
        for link in page.all("a"):
            assert re.match(r"https?://|mailto:|(?!/|[a-z+.-]+:)", link.attrib["href"]), (path, link.attrib["href"])


# What a recommendation's and a source's page say


def test_a_recommendation_shows_its_line_of_sight(tiny_pages: Pages) -> None:
    page = Html(tiny_pages[f"{FERRIES}recommendations/light-the-lamps/"].body)
    sections = {words(one) for one in page.all("h2")}
    assert {"Why", "Line of sight", "How well supported", "Beside it", "Status", "Notes", "Cite this"} <= sections
    chain = [words(one) for one in page.all("li", class_="chain__finding")]
    steps = ["Marked in the recommendation", "Two pilots", "The boats", "Fares may fall", "Piers rot", "The pilots"]
    assert [step in text for text, step in zip(chain, steps, strict=True)] == [True] * 6
    assert "On Quays" in chain[0]
    assert "§ 4" in chain[0]
    assert "Speaks against" in chain[3]
    assert "In tension · Finding of Stone Piers" in page.text
    assert "Asks" not in words(page.by_id("why"))


def test_what_is_counted_as_support_is_what_carries_a_note(tiny_pages: Pages) -> None:
    """A finding without a note leads to no source, and what speaks against a recommendation does not support it."""
    page = Html(tiny_pages[f"{FERRIES}recommendations/light-the-lamps/"].body)
    assert "4 sources from 2 publishers, cited in 7 notes:" in page.text
    assert "Findings that carry a note: 4 of 4. What speaks against it is not counted." in page.text


def test_what_names_a_recommendation_is_shown_beside_it(tiny_pages: Pages) -> None:
    """Both name each other, with different reasons: each page gives its own."""
    there = Html(tiny_pages[f"{PIERS}recommendations/mend-the-piers/"].body).text
    assert "There is money for one." in there
    assert "Both spend." not in there


def test_one_that_only_names_it_is_shown_beside_it_too(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        """
--- base
--- content/actors/board.yml
{id: board, name: Board, kind: body}
--- content/briefs/b/recommendations.yml
- {id: named, title: Named, statement: N., addressees: [board]}
- id: naming
  title: Naming
  statement: N.
  addressees: [board]
  related:
    - {recommendation: named, relation: in-tension, why: There is money for one.}
""",
    )
    made = {page.path: Html(page.body) for page in pages(Renderer(corpus))}
    beside = [words(one) for one in made["briefs/b/recommendations/named/"].all("li", class_="relation")]
    assert beside == ["In tension · Recommendation Naming There is money for one."]


def test_a_map_has_the_recommendations_of_other_briefs_that_mark_a_note(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        """
--- base
--- content/actors/board.yml
{id: board, name: Board, kind: body}
--- content/sources/book.yml
{id: book, type: book, title: Book}
--- content/briefs/b/endnotes.yml
- {number: 1, citations: [{source: book}]}
--- content/briefs/c/brief.yml
{id: c, title: C, kind: report, publisher: P, standfirst: S., summary: [S.], sections: [{id: one, title: One}]}
--- content/briefs/c/recommendations.yml
- {id: theirs, title: Theirs, statement: "Do.[^b/1]", addressees: [board]}
""",
    )
    made = {page.path: Html(page.body) for page in pages(Renderer(corpus))}
    for path in ("evidence-map/", "briefs/b/evidence-map/"):
        drawn = [one.attrib["data-key"] for one in made[path].elements if "data-key" in one.attrib]
        assert drawn == ["recommendation:c/theirs", "endnote:b/1", "source:book"], path


def test_a_source_says_who_cites_it_and_what_would_fall(tiny_pages: Pages) -> None:
    page = Html(tiny_pages["sources/pilot-interview/"].body)
    cited = words(next(one for one in page.all("ol", class_="cited-in")))
    assert [number for number in ("Note 4", "Note 5", "Note 6", "Note 12") if number in cited] == [
        "Note 4", "Note 5", "Note 6", "Note 12",
    ]  # fmt: skip
    assert "Two pilots report that lamps fail." in cited
    assert "by ibid." in cited
    assert "1 statement would have no source left: Finding · Night ferries One pilot doubts it." in page.text


def test_the_ledger_lists_what_is_missing(tiny_pages: Pages) -> None:
    text = Html(tiny_pages["ledger/"].body).text
    for said in ("Paint the piers", "Unread", "Note 13", "Weather", "The Mayor", "The report marks no note here."):
        assert said in text, said


def test_every_record_with_an_address_is_linked_from_a_page(which: tuple[Corpus, Pages]) -> None:
    corpus, pages = which
    linked = {
        urljoin(f"https://x.test/{path}", link.attrib["href"]).partition("#")[0]
        for path, page in parsed(pages).items()
        for link in page.all("a")
    }
    records = (*corpus.recommendations, *corpus.themes, *corpus.sources, *corpus.actors, *corpus.briefs)
    folders = {"recommendation": "recommendations", "theme": "themes", "source": "sources", "actor": "actors"}
    for key in [one.key for one in records]:
        path = f"briefs/{key.brief or key.id}/" if key.kind in ("brief", "recommendation") else ""
        path += f"{folders[key.kind]}/{key.id}/" if key.kind in folders else ""
        assert f"https://x.test/{path}" in linked, key


def test_pages_leave_nothing_to_the_garbage_collector(tiny: Corpus) -> None:
    """A build never looks for garbage: what refers to itself in a circle would stay in memory to the end."""
    render = Renderer(tiny)
    assert list(pages(render))  # whatever is kept to the end is there from now on
    gc.collect()
    gc.disable()
    try:
        assert list(pages(render))
        assert gc.collect() == 0
    finally:
        gc.enable()
