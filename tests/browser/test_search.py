"""The search as its reader meets it: by keyboard, on a phone, by address, without JavaScript, and where it cannot work."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, Route, expect
from sightline.render import SearchEntry
from sightline.site.search import Findable, files, findable

from tests.browser.conftest import SITE
from tests.browser.test_beside import NARROW, RECOMMENDATION, WIDE, tab_to
from tests.browser.test_reading import CORPUS, Open, opened
from tests.build.test_search import ALIKE
from tests.build.test_search import entry as indexed

__all__ = ["opened"]
RESULTS = ".search__panel a.found__title"
WORD = "procurement"


def field(page: Page) -> Any:
    return page.get_by_role("searchbox", name="Search")


def search(page: Page, words: str) -> list[str]:
    """The titles of what is found, once it is there."""
    field(page).fill(words)
    expect(page.locator("form [role=status]")).to_have_text(re.compile("result|Nothing"))
    page.wait_for_timeout(300)
    return page.locator(RESULTS).all_inner_texts()


def made_up(page: Page, *entries: Findable) -> Page:
    """The same page with an index of these alone."""
    made = dict(files(entries))
    page.route("**/search/**", lambda route: route.fulfill(body=made[urlsplit(route.request.url).path[1:]]))
    return page


def test_nothing_is_asked_for_before_someone_searches(opened: Open) -> None:
    page = opened("themes/")
    asked: list[str] = []
    page.on("request", lambda one: asked.append(urlsplit(one.url).path) if "/search/" in one.url else None)
    page.wait_for_timeout(300)
    assert asked == []
    field(page).focus()
    page.wait_for_timeout(300)
    assert asked == ["/search/search.json"]
    assert search(page, WORD)
    assert len(asked) < 15


def test_recommendations_and_findings_come_before_notes(opened: Open) -> None:
    page = opened("find/?q=canada")
    kinds = page.locator(".found__kind")
    expect(kinds.first).to_be_visible()
    first = kinds.all_inner_texts()[:20]
    assert "Recommendation" in first
    assert not {"Note", "Source note"} & set(first)


def test_the_words_that_the_title_lacks_are_shown_where_they_stand(opened: Open) -> None:
    """In the middle of a text, and of a finding whose title is its first words only."""
    page = opened("find/?q=oversight")
    item = page.locator("li.found").filter(has=page.get_by_role("link", name="Governance and relationships"))
    expect(item.locator(".found__text mark")).to_have_text("oversight")
    finding = page.locator("li.found").filter(has_text="Finding").first
    expect(finding.locator(".found__text mark")).to_have_text("oversight")
    assert finding.locator(".found__text").inner_text().startswith("… ")
    named = page.locator("li.found").filter(has=page.get_by_role("link", name="Elevate NTIB oversight"))
    statement = next(one["statement"] for one in CORPUS["recommendations"] if one["id"] == "elevate-oversight")
    assert statement.startswith(named.locator(".found__text").inner_text().rstrip(" …"))


def about(page: Page, title: str) -> str:
    """The small print of the first result that is called so."""
    search(page, title)
    link = page.get_by_role("link", name=re.compile(f"^{re.escape(title)}"))
    return page.locator(".search__panel .found").filter(has=link).first.locator(".found__about").inner_text()


@pytest.mark.parametrize("brief", CORPUS.get("briefs", []), ids=lambda brief: brief["id"])
def test_a_result_says_in_which_brief_it_stands(opened: Open, brief: dict[str, Any]) -> None:
    """The brief itself need not say so."""
    page, called = opened("themes/"), brief["short_title"] or brief["title"]
    finding = next(one for one in CORPUS["findings"] if one["brief"] == brief["id"])
    note = next(one for one in CORPUS["source_notes"] if one["brief"] == brief["id"])
    assert about(page, re.sub(r"\[.*", "", finding["statement"])[:100]) == f"Finding · {called}"
    assert search(page, note["what"][:150])
    expect(page.locator(".found__about").first).to_have_text(f"Source note · {called}")
    assert about(page, brief["title"]) == "Brief"


def test_what_stands_in_no_brief_names_none(opened: Open) -> None:
    page = opened("themes/")
    assert about(page, CORPUS["sources"][0]["title"]) == "Source"
    assert about(page, CORPUS["actors"][0]["name"]) == "Actor"


def test_where_there_is_one_brief_it_goes_without_saying(opened: Open) -> None:
    note = findable(SearchEntry("briefs/alone/endnotes/#note-1", "Note 1", "Seen from the pier.", "Note"))
    assert about(made_up(opened("themes/"), note), "Note 1") == "Note"


@pytest.mark.parametrize(
    ("one", "other"), [("Defense", "defence"), ("procurements", "procurement"), ("PROCURÉMENT", "procurement")]
)
def test_spellings_find_the_same(opened: Open, one: str, other: str) -> None:
    page = opened("themes/")
    found = search(page, one)
    assert found == search(page, other)
    assert len(found) > 2


def by_id(kind: str) -> dict[str, Any]:
    """The record whose id has the most words: whose words may well stand in others too."""
    return max(CORPUS[kind], key=lambda one: one["id"].count("-"))


@pytest.mark.parametrize("kind", ["recommendations", "findings", "sources"])
@pytest.mark.parametrize("written", ["{id}", "{ID}", "{brief}/{id}", "https://example.org{url}"])
def test_an_id_finds_its_record_first(opened: Open, kind: str, written: str) -> None:
    page, one = opened("themes/"), by_id(kind)
    assert search(page, written.format(ID=one["id"].upper(), **{"brief": "any-brief", **one}))
    first = page.locator(RESULTS).first.evaluate("link => link.pathname + link.hash")
    assert first == one["url"]
    expect(page.locator("form [role=status]")).to_have_text(re.compile(r"^\d+ results?$"))


def test_an_id_of_two_briefs_finds_both_and_what_has_its_words_comes_after(opened: Open) -> None:
    words = findable(SearchEntry("briefs/", "Hold fares", "Ferries hold their fares.", "Brief"))
    both = [findable(SearchEntry(f"briefs/{one}/findings/#hold-fares", "Ferries", "", "Finding")) for one in "ab"]
    page = made_up(opened("themes/"), words, *both)
    assert search(page, "hold-fares") == ["Ferries", "Ferries", "Hold fares"]
    assert search(page, "hold fares") == ["Hold fares"], "two words are no id"


PLANTS = [
    ("Base plants", "The industrial plants are the base of it."),
    ("Made at home", "A base, " * 40 + "and then the industrial bases of the north."),
    ("Industrial base", "Plants."),
    ("Plants", "Of an industrial age, base metals."),
]


def said(page: Page) -> str:
    return page.locator(".found__said").inner_text()


@pytest.mark.parametrize("written", ['"industrial base"', "“Industrial Base”", "«industrial bases»"])
def test_words_in_quotation_marks_come_first_where_they_stand_together(opened: Open, written: str) -> None:
    page = made_up(opened("themes/"), *(indexed(*one) for one in PLANTS))
    together = {"Industrial base", "Made at home"}
    assert {*search(page, written)[:2]} == together
    assert said(page) == f"4 results, the first 2 with “{written[1:-1]}”"
    assert {*search(page, "industrial base")[:2]} != together, "they would not have been first by themselves"
    assert said(page) == "4 results"


def test_all_that_have_the_words_in_quotation_marks_are_counted(opened: Open) -> None:
    """Also those that are not shown yet."""
    page = made_up(opened("themes/"), *(indexed(f"Plants {'of ' * number}", "Industrial base") for number in range(30)))
    assert len(search(page, '"industrial base"')) == 8
    assert said(page) == "30 results with “industrial base”"


def test_a_result_shows_the_words_in_quotation_marks_where_they_stand(opened: Open) -> None:
    """However often one of them stands before, and though the title has them apart."""
    page = made_up(opened("themes/"), indexed("Base metals, industrial", PLANTS[1][1]))
    search(page, '"industrial base"')
    expect(page.locator(".found__text")).to_contain_text("and then the industrial bases of the north")
    assert said(page) == "1 result with “industrial base”"


def test_where_the_words_in_quotation_marks_stand_apart_it_says_so(opened: Open) -> None:
    page = made_up(opened("themes/"), indexed(*PLANTS[0]), indexed(*PLANTS[3]))
    assert len(search(page, '"industrial base"')) == 2
    assert said(page) == "None of the best shows “industrial base”. 2 results with these words"
    assert search(page, '"industrial base" of "base metals"') == ["Plants"]
    assert said(page) == "None of the best shows “industrial base” and “base metals”. 1 result with these words"
    assert search(page, '"industrial base" zzzyx') == ["Base plants", "Plants"]
    assert said(page) == "None of the best shows “industrial base”. 2 results with some of these words"
    assert search(page, 'plants "base metals"') == ["Plants"]
    assert said(page) == "1 result with “base metals”"


def test_small_words_count_in_quotation_marks(opened: Open) -> None:
    page = made_up(
        opened("themes/"), indexed("Union", "A state with union."), indexed("States", "The state of the union.")
    )
    assert search(page, '"state of the union"')[0] == "States"
    assert said(page) == "2 results, the first with “state of the union”"


@pytest.mark.parametrize("written", ['"plants', '"plants"', '""', '"industrial plan'])
def test_one_word_in_quotation_marks_or_an_open_one_is_as_without(opened: Open, written: str) -> None:
    page = made_up(opened("themes/"), *(indexed(*one) for one in PLANTS))
    search(page, written)
    found, said_of_it = page.locator(RESULTS).all_inner_texts(), said(page)
    if written != '""':
        assert found == search(page, written.replace('"', ""))
        assert said_of_it == said(page)


def test_a_phrase_is_looked_for_in_few_files(opened: Open) -> None:
    """Whatever was found; of the best it is known, of the others nothing is said."""
    many = [indexed(f"Common words {number}", "apart") for number in range(4_000)]
    page = made_up(opened("themes/"), *many, indexed("Words apart", "and so common, words apart"))
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url) if "/entries/" in one.url else None)
    search(page, '"words common"')
    assert said(page).startswith("None of the best shows “words common”. 4,001 results")
    assert 8 < len(asked) < 40


def test_the_script_folds_words_as_the_index_does(opened: Open) -> None:
    page = made_up(opened("themes/"), *(indexed(one) for one, _ in ALIKE))
    for one, other in ALIKE:
        for written in (one, other):
            field(page).fill("")
            expect(page.locator(".search__panel")).to_be_hidden()
            field(page).fill(written)
            expect(page.get_by_role("link", name=one, exact=True), written).to_be_visible()


@pytest.mark.parametrize("written", ["F-35", "f35"])
def test_a_letter_belongs_to_what_it_is_joined_to(opened: Open, written: str) -> None:
    """Not to every note 35, and every 35 per cent."""
    page = opened("themes/")
    found = search(page, written)
    assert found[0] == "F-35"
    assert "Note 35" not in found
    expect(page.locator(".search__panel mark").first).to_have_text("F-35")


@pytest.mark.parametrize("written", ["U.S.", "US"])
def test_points_in_an_abbreviation_make_no_difference(opened: Open, written: str) -> None:
    """And the word itself comes before those that begin with it, however rare: USNS."""
    assert search(opened("themes/"), written)[0] == "US"


@pytest.mark.parametrize("words", ["Alexander Salt", "United States Studies Centre"])
def test_a_brief_is_found_by_who_made_it(opened: Open, words: str) -> None:
    assert any(title.startswith("Canada and the National") for title in search(opened("themes/"), words))


def test_the_last_word_may_be_begun_only(opened: Open) -> None:
    assert search(opened("themes/"), WORD[:6])


def test_words_that_stand_nowhere_together(opened: Open) -> None:
    page = opened("themes/")
    assert search(page, f"{WORD} zzzyx qqqyx")
    expect(page.locator(".found__said")).to_contain_text("Nothing has all of these words")


def test_a_word_that_stands_nowhere_leads_to_the_lists(opened: Open) -> None:
    page = opened("themes/")
    assert search(page, "zzzyx<b>") == []
    expect(page.locator("form [role=status]")).to_have_text("Nothing has “zzzyx<b>”.")
    page.get_by_role("link", name="Look in the lists").click()
    expect(page.locator("h1")).to_have_text("Find")


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_by_keyboard_alone(opened: Open, size: Any) -> None:
    page = opened("themes/", viewport=size)
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()
    page.keyboard.type(WORD)
    links = page.locator(RESULTS)
    expect(links.nth(1)).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(links.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(field(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    wanted = links.first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(str(wanted))


def test_the_key_can_be_switched_off(opened: Open) -> None:
    """A single sign may come by accident, from speech for example (WCAG 2.1.4)."""
    page = opened("find/", viewport=WIDE)
    page.get_by_label("The key / opens the search").uncheck()
    page.goto("themes/")
    page.keyboard.press("/")
    expect(field(page)).not_to_be_focused()
    page.goto("find/")
    page.get_by_label("The key / opens the search").check()
    page.keyboard.press("/")
    expect(field(page)).not_to_be_focused()  # the focus is on the box, a field of its own
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(field(page)).to_be_focused()


def test_tab_goes_through_the_results_and_out_of_them(opened: Open) -> None:
    page = opened("themes/", viewport=WIDE)
    assert search(page, WORD)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(RESULTS).first).to_be_focused()
    for _ in range(20):
        page.keyboard.press("Tab")
    expect(page.locator(".search__panel")).to_be_hidden()


def test_escape_closes_and_comes_back(opened: Open) -> None:
    page = opened("themes/", viewport=WIDE)
    assert search(page, WORD)
    page.locator(RESULTS).nth(2).focus()
    page.keyboard.press("Escape")
    expect(page.locator(".search__panel")).to_be_hidden()
    expect(field(page)).to_be_focused()
    expect(field(page)).to_have_value(WORD)
    page.keyboard.press("ArrowDown")
    expect(page.locator(RESULTS).first).to_be_visible()
    page.locator("h1").click()
    expect(page.locator(".search__panel")).to_be_hidden()


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_on_a_narrow_screen_it_opens_by_key(opened: Open, key: str) -> None:
    page = opened("themes/", viewport=NARROW)
    expect(field(page)).to_be_hidden()
    tab_to(page, ".search-open")
    expect(page.locator(".search-open")).to_have_attribute("aria-expanded", "false")
    page.keyboard.press(key)
    expect(page.locator(".search-open")).to_have_attribute("aria-expanded", "true")
    expect(field(page)).to_be_focused()
    page.keyboard.type(WORD)
    expect(page.locator(RESULTS).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == NARROW["width"]
    page.keyboard.press("Escape")
    expect(page.locator(".search-open")).to_be_focused()
    expect(field(page)).to_be_hidden()


@pytest.mark.parametrize("size", [NARROW, WIDE])
def test_without_javascript_the_lists_stand_for_it(opened: Open, size: Any) -> None:
    page = opened("themes/", viewport=size, java_script_enabled=False)
    expect(page.locator(".search-open")).to_be_hidden()
    expect(page.locator("form.search")).to_be_hidden()
    tab_to(page, ".lists-open")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Find")
    expect(page.locator("main").get_by_role("link", name="Sources")).to_be_visible()


def test_enter_leads_to_all_results_at_an_address(opened: Open) -> None:
    page = opened("themes/", viewport=WIDE)
    page.keyboard.press("/")
    page.keyboard.type("canada")
    page.keyboard.press("Enter")
    page.wait_for_url("**/find/?q=canada")
    expect(field(page)).to_have_value("canada")
    found = page.locator("main .found")
    expect(found).to_have_count(20)
    page.get_by_role("button", name="More results").focus()
    page.keyboard.press("Enter")
    expect(found).to_have_count(40)
    expect(page.locator("main a.found__title").nth(20)).to_be_focused()
    field(page).fill("canada ferries")
    page.wait_for_url(lambda url: parse_qs(urlsplit(url).query)["q"] == ["canada ferries"])


@pytest.mark.parametrize("sign", ["%F0%9F%98%80", "%3F"])
def test_an_address_with_a_sign_alone_says_that_nothing_has_it(opened: Open, sign: str) -> None:
    page = opened(f"find/?q={sign}")
    expect(page.locator("main .found__said")).to_contain_text("Nothing has")


def test_a_part_of_a_page_is_found_by_both_names(opened: Open) -> None:
    page = opened("themes/")
    assert "Commands: rename" in search(page, "commands rename")


def test_an_address_with_hostile_words_shows_them_as_text(opened: Open) -> None:
    page = opened("find/?q=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(page.locator("main .found__said")).to_be_visible()
    expect(page.locator("main img")).to_have_count(0)


def test_the_number_of_results_is_announced(opened: Open) -> None:
    page = opened("themes/")
    assert search(page, WORD)
    expect(page.get_by_role("status").first).to_have_text(re.compile(r"^\d+ results?$"))


def test_words_are_marked(opened: Open) -> None:
    page = opened("themes/")
    assert search(page, "defense procur")
    marked = {one.lower() for one in page.locator(".search__panel mark").all_inner_texts()}
    assert "procurement" in marked
    assert marked <= {"defence", "defense", "procurement", "procure", "procures", "procured", "procuring", "defences"}


def test_from_a_page_that_is_lost(opened: Open) -> None:
    page = opened("404.html")
    assert search(page, str(RECOMMENDATION["title"]))
    page.locator(RESULTS).first.click()
    expect(page.locator("h1")).to_have_text(str(RECOMMENDATION["title"]))


def test_where_the_index_cannot_be_read_it_says_so(opened: Open) -> None:
    page = opened("themes/")
    page.route("**/search/**", lambda route: route.abort())
    field(page).fill(WORD)
    expect(page.locator(".found__said")).to_have_text("The search cannot read its index here.")
    expect(page.get_by_role("link", name="Look in the lists")).to_be_visible()
    page.unroute("**/search/**")
    field(page).fill(f"{WORD} ")
    expect(page.locator(RESULTS).first).to_be_visible()


def test_from_a_folder_without_a_server_it_says_so(opened: Open) -> None:
    page = opened("themes/")
    page.goto((SITE / "themes" / "index.html").resolve().as_uri())
    field(page).fill(WORD)
    page.get_by_role("link", name="Look in the lists").click()
    expect(page.locator("h1")).to_have_text("Find")


def test_a_slow_answer_never_comes_over_a_later_one(opened: Open) -> None:
    page = opened("themes/")
    search(page, "canada")

    def late(route: Route) -> None:
        page.wait_for_timeout(400)
        route.continue_()

    page.route("**/search/words/**", late)
    field(page).fill("zzzyx")
    page.wait_for_timeout(120)
    field(page).fill("canada")
    page.wait_for_timeout(1500)
    expect(page.locator("form [role=status]")).to_have_text(re.compile("results"))


@pytest.mark.parametrize("kind", ["themes", "actors", "glossary", "sources"])
def test_each_kind_is_found_by_its_name(opened: Open, kind: str) -> None:
    one = max(CORPUS[kind], key=lambda record: len(record.get("title") or record.get("name") or record["term"]))
    page = opened("briefs/")
    search(page, str(one.get("title") or one.get("name") or one["term"]))
    links = page.locator(RESULTS).evaluate_all("all => all.map((one) => one.pathname + one.hash)")
    assert one["url"] in links[:3]
