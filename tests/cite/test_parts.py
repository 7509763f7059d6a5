"""The parts of a reference, one table for each module."""

from __future__ import annotations

import pytest
from sightline import cite
from sightline.cite import dates, names, numbers
from sightline.cite.headline import headline
from sightline.cite.locators import labelled
from sightline.cite.phrases import italic, join, quoted, sentence
from sightline.cite.punctuation import finish
from sightline.cite.quotes import marked
from sightline.cite.sorting import plain as alphabetised
from sightline.cite.tokens import Token, to_plain
from sightline.model.dates import Edtf


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("a return to basics: the history", "A Return to Basics: The History"),
        ("war without end", "War Without End"),
        ("War without End", "War without End"),
        ("self-reliance and state-of-the-art tanks", "Self-Reliance and State-of-the-Art Tanks"),
        ("co-operation in non-proliferation", "Co-operation in Non-proliferation"),
        ("iPhone exports to NATO", "iPhone Exports to NATO"),
        ("why war? : a study", "Why War? A Study"),
        ("What's next?: the future", "What's Next? The Future"),
        ("Arms : a history", "Arms: A History"),
        ("Une histoire : la défense du territoire", "Une histoire : la défense du territoire"),
        ("e-waste", "E-Waste"),
        ("what are we for?", "What Are We For?"),
        ("La défense du territoire et des forces", "La défense du territoire et des forces"),
        ("Canada's war / La guerre du Canada", "Canada's War / La guerre du Canada"),
        ("Военная стратегия", "Военная стратегия"),
    ],
)
def test_headline(typed: str, printed: str) -> None:
    assert headline(typed) == printed


def test_a_short_form_ends_before_a_colon_with_a_blank() -> None:
    book = {"type": "book", "title": "La défense et la paix : une histoire"}
    assert cite.to_plain(cite.short_note(book)) == "La défense et la paix."
    assert cite.to_plain(cite.bibliography(book, "apa")) == "La défense et la paix : une histoire. (n.d.)."
    english = {"type": "book", "title": "Arms : a history"}
    assert cite.to_plain(cite.bibliography(english, "apa")) == "Arms: A history. (n.d.)."


def test_headline_follows_the_declared_language() -> None:
    assert headline("arms and the state", "de") == "arms and the state"
    assert headline("le monde et la paix", "en-GB") == "Le Monde et La Paix"


def test_headline_leaves_words_that_keep_their_case() -> None:
    title = 'arms and <span class="nocase">le petit chose, pre</span>-war trade in <span class="nocase">vis</span>'
    printed = cite.to_plain(cite.bibliography({"type": "book", "title": title}))
    assert printed == "Arms and le petit chose, pre-war Trade in vis. n.d."


def test_a_small_letter_before_a_capital_stays_where_an_element_begins() -> None:
    preprint = {"type": "article", "title": "T", "number": "arXiv:2101.00001", "publisher": "arXiv"}
    assert cite.to_plain(cite.bibliography(preprint)) == "“T.” arXiv:2101.00001. Preprint, arXiv, n.d."
    assert cite.to_plain(cite.bibliography(preprint, "apa")) == "T (arXiv:2101.00001). (n.d.). arXiv."


@pytest.mark.parametrize(("title", "ended"), [("Why?", "“Why?”"), ("So on …", "“So on …”"), ("NATO", "“NATO.”")])
def test_a_title_that_keeps_its_case_ends_like_any_other(title: str, ended: str) -> None:
    item = {"type": "chapter", "title": f'<span class="nocase">{title}</span>', "container-title": "Book"}
    assert cite.to_plain(cite.bibliography(item)).startswith(f"{ended} In Book.")


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("The 'special relationship'", "“The ‘special relationship.’”"),
        ("The “special relationship”, 1940", "“The ‘special relationship,’ 1940.”"),
        ("‘Liberation Day’ tariffs", "“‘Liberation Day’ tariffs.”"),
        ("“The ‘long telegram’ again”", "“‘The “long telegram” again.’”"),
        ("the allies' share", "“the allies’ share.”"),
        ("the '90s and '40s", "“the ’90s and ’40s.”"),
        ('a 5" gun', '“a 5" gun.”'),
        ("who pays?", "“who pays?”"),
        ("Smith Inc.", "“Smith Inc.”"),
        ("wait...", "“wait...”"),
    ],
)
def test_quotes(typed: str, printed: str) -> None:
    assert to_plain(finish(sentence(quoted(marked(typed))))) == printed


@pytest.mark.parametrize(
    ("parts", "printed"),
    [
        (("Inc.", "2020"), "Inc., 2020."),
        (("Why?", "2020"), "Why?, 2020."),
        (("ends;", "next"), "ends; next."),
        (("", "alone", ""), "alone."),
        ((), ""),
    ],
)
def test_punctuation(parts: tuple[str, ...], printed: str) -> None:
    assert to_plain(finish(sentence(join(", ", *parts)))) == printed


def test_a_stop_inside_italic_quotes_is_italic() -> None:
    assert finish(sentence(italic(marked("Reading “Engaged”")))) == (Token("Reading “Engaged.”", "italic"),)


def test_a_title_in_a_title_turns_roman() -> None:
    assert finish(italic(marked("On <i>Emma</i>"))) == (Token("On ", "italic"), Token("Emma"))


@pytest.mark.parametrize(
    ("name", "full", "inverted", "last"),
    [
        (
            {"family": "Meer", "given": "Jan", "non-dropping-particle": "van der"},
            "Jan van der Meer",
            "Meer, Jan van der",
            "van der Meer",
        ),
        ({"family": "van der Meer", "given": "Jan"}, "Jan van der Meer", "Meer, Jan van der", "van der Meer"),
        ({"family": "Van Paret", "given": "Nicolas"}, "Nicolas Van Paret", "Van Paret, Nicolas", "Van Paret"),
        (
            {"family": "Gaulle", "given": "Charles", "dropping-particle": "de"},
            "Charles de Gaulle",
            "Gaulle, Charles de",
            "Gaulle",
        ),
        (
            {"family": "Estaing", "given": "V.", "non-dropping-particle": "d'"},
            "V. d’Estaing",
            "Estaing, V. d’",
            "d’Estaing",
        ),
        ({"family": "King", "given": "M.L.", "suffix": "Jr."}, "M. L. King Jr.", "King, M. L., Jr.", "King"),
        ({"literal": "The White House"}, "The White House", "The White House", "The White House"),
        ({"family": "毛", "given": "泽东"}, "毛泽东", "毛泽东", "毛"),
        ({"family": "Mao", "given": "Zedong", "static-ordering": True}, "Mao Zedong", "Mao Zedong", "Mao"),
        ({"family": "Voltaire"}, "Voltaire", "Voltaire", "Voltaire"),
        ({"given": "Sukarno"}, "Sukarno", "Sukarno", "Sukarno"),
        ({"family": "Vries", "given": "Jan de"}, "Jan de Vries", "Vries, Jan de", "Vries"),
        ({"family": "Sartre", "given": "J.-P."}, "J.-P. Sartre", "Sartre, J.-P.", "Sartre"),
    ],
)
def test_names(name: dict[str, object], full: str, inverted: str, last: str) -> None:
    it = names.parts(name)
    assert (names.full(it), names.inverted(it), it.last) == (full, inverted, last)


@pytest.mark.parametrize("others", [{"literal": "et al."}, {"family": "others"}])
def test_others_who_stand_among_the_names(others: dict[str, str]) -> None:
    lee, ng = {"family": "Lee", "given": "Ann"}, {"family": "Ng", "given": "Jo"}
    book = {"type": "book", "title": "T", "author": [lee, others], "issued": Edtf.parse("2020")}
    assert cite.to_plain(cite.note(book)) == "Ann Lee et al., T (2020)."
    assert cite.to_plain(cite.short_note(book)) == "Lee et al., T."
    assert cite.to_plain(cite.bibliography(book)) == "Lee, Ann, et al. T. 2020."
    assert cite.to_plain(cite.bibliography(book, "apa")) == "Lee, A., et al. (2020). T."
    assert cite.to_plain(cite.in_text(book)) == "(Lee et al., 2020)"
    two = {**book, "author": [lee, ng, others]}
    assert cite.to_plain(cite.note(two)) == "Ann Lee et al., T (2020)."
    assert cite.to_plain(cite.bibliography(two)) == "Lee, Ann, Jo Ng, et al. T. 2020."
    assert cite.to_plain(cite.in_text(two)) == "(Lee et al., 2020)"


def test_a_particle_after_a_given_name_is_no_initial() -> None:
    book = {"type": "book", "title": "T", "author": [{"family": "Vries", "given": "Jan de"}]}
    assert cite.to_plain(cite.bibliography(book, "apa")) == "Vries, J. de. (n.d.). T."


@pytest.mark.parametrize("name", [{"suffix": "Jr."}, {"non-dropping-particle": "van"}, {"family": " "}])
def test_a_name_of_nobody_is_left_out(name: dict[str, str]) -> None:
    work = {"type": "book", "title": "Alone"}
    assert cite.to_plain(cite.bibliography({**work, "author": [name]})) == "Alone. n.d."
    assert cite.to_plain(cite.bibliography({**work, "author": [name]}, "apa")) == "Alone. (n.d.)."


@pytest.mark.parametrize(
    ("edtf", "full", "year", "month_day"),
    [
        ("1993", "1993", "1993", ""),
        ("2025-07", "July 2025", "2025", "July"),
        ("1940-08-18", "August 18, 1940", "1940", "August 18"),
        ("2007/2016", "2007–2016", "2007–2016", ""),
        ("2024-03/2024-04", "March–April 2024", "2024", "March–April"),
        ("2024-03-30/2024-04-02", "March 30–April 2, 2024", "2024", "March 30–April 2"),
        ("2024-03-03/2024-03-05", "March 3–5, 2024", "2024", "March 3–5"),
        ("2023-12-30/2024-01-02", "December 30, 2023–January 2, 2024", "2023–2024", "December 30"),
        ("2007-05/..", "May 2007–", "2007–", ""),
        ("199X", "1990s", "1990s", ""),
        ("0079", "AD 79", "AD 79", ""),
        ("0079-08-24", "August 24, AD 79", "AD 79", "August 24"),
        ("0079/0082", "AD 79–82", "AD 79–82", ""),
        ("0990/1010", "AD 990–1010", "AD 990–1010", ""),
        ("19XX", "20th century", "20th century", ""),
    ],
)
def test_dates(edtf: str, full: str, year: str, month_day: str) -> None:
    date = Edtf.parse(edtf)
    assert (dates.full(date), dates.year(date), dates.month_day(date)) == (full, year, month_day)


@pytest.mark.parametrize(
    ("issued", "chicago", "apa"),
    [
        ("0079", "AD 79", "79 C.E."), ("0079~", "[AD 79?]", "ca. 79 C.E."), ("0079/0082", "AD 79–82", "79–82 C.E."),
        ("44 BC", "44 BC", "44 B.C.E."), ("1066", "1066", "1066"),
    ],
)  # fmt: skip
def test_years_of_fewer_than_four_digits(issued: str, chicago: str, apa: str) -> None:
    first = issued if issued == "44 BC" else Edtf.parse(issued)
    book = {"type": "book", "title": "T", "issued": first}
    assert cite.to_plain(cite.bibliography(book)) == f"T. {chicago}."
    assert cite.to_plain(cite.bibliography(book, "apa")) == f"T. ({apa})."
    again = {**book, "issued": Edtf.parse("2003"), "original-date": first}
    assert cite.to_plain(cite.bibliography(again, "apa")) == f"T. (2003). (Original work published {apa})"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("3-10", "3–10"), ("71-72", "71–72"), ("100-104", "100–104"), ("1100-1113", "1100–1113"), ("107-108", "107–8"),
        ("1002-1006", "1002–6"), ("321-328", "321–28"), ("498-532", "498–532"), ("1496-1504", "1496–504"),
        ("11564-11615", "11564–615"), ("707-8", "707–8"), ("189--90", "189–90"), ("xi-xiv", "xi–xiv"),
        ("12, 15-17", "12, 15–17"), ("B1-B3", "B1–B3"), ("173nn4-5", "173nn4–5"), ("88n3-4", "88n3–4"), ("12r-13v", "12r–13v"), ("2000e-5a", "2000e-5a"), ("AB12-15", "AB12–15"),
        ("e1021", "e1021"), ("5", "5"),
    ],
)  # fmt: skip
def test_pages(typed: str, printed: str) -> None:
    assert numbers.pages(typed) == printed


@pytest.mark.parametrize(
    ("typed", "note", "apa"),
    [
        ("2", "2nd ed.", "2nd ed."), ("2nd", "2nd ed.", "2nd ed."), ("Second", "2nd ed.", "2nd ed."),
        ("Twelfth Edition", "12th ed.", "12th ed."), ("3rd edn.", "3rd ed.", "3rd ed."), ("2nd ed.", "2nd ed.", "2nd ed."),
        ("Revised edition", "rev. ed.", "Rev. ed."), ("Rev. ed.", "rev. ed.", "Rev. ed."), ("new ed.", "new ed.", "new ed."),
        ("2nd ed., rev.", "2nd ed., rev.", "2nd ed., rev."), ("Deluxe", "Deluxe", "Deluxe"),
    ],
)  # fmt: skip
def test_editions(typed: str, note: str, apa: str) -> None:
    book = {"type": "book", "title": "T", "edition": typed, "publisher": "P", "issued": Edtf.parse("2020")}
    assert cite.to_plain(cite.note(book)) == f"T, {note} (P, 2020)."
    assert cite.to_plain(cite.bibliography(book, "apa")) == f"T ({apa}). (2020). P."


def test_a_letter_and_a_number_are_one_section() -> None:
    act = {"type": "legislation", "title": "Act", "container-title": "R.S.C.", "volume": "1985"}
    assert cite.to_plain(cite.note({**act, "section": "D-1"})) == "Act, 1985 R.S.C. § D-1."
    assert cite.to_plain(cite.note({**act, "section": "D-1, D-4"})) == "Act, 1985 R.S.C. §§ D-1, D-4."


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Next week", "Ada Mole, “Next Week,” to Mia Berg, 2020."),
        ("Letter to Mia Berg", "Ada Mole, letter to Mia Berg, 2020."),
        ("", "Ada Mole to Mia Berg, 2020."),
    ],
)
def test_a_letter_with_a_subject_is_parted_from_its_writer(title: str, note: str) -> None:
    mole, berg = {"family": "Mole", "given": "Ada"}, {"family": "Berg", "given": "Mia"}
    letter = {"type": "personal_communication", "author": [mole], "recipient": [berg], "issued": Edtf.parse("2020")}
    assert cite.to_plain(cite.note({**letter, "title": title})) == note


def test_a_case_keeps_its_name_and_a_docket_is_a_number() -> None:
    case = {"type": "legal_case", "title": "In re Quay", "authority": "S.D.N.Y.", "issued": Edtf.parse("2012-03-04")}
    assert cite.to_plain(cite.note({**case, "number": "12-cv-345"})) == (
        "In re Quay, No. 12-cv-345 (S.D.N.Y. March 4, 2012)."
    )
    assert cite.to_plain(cite.short_note(case)) == "In re Quay."
    assert "In re Quay, 2012 SCC 65 (" in cite.to_plain(cite.bibliography({**case, "number": "2012 SCC 65"}, "apa"))


def test_numbers_that_come_with_labels() -> None:
    paper = {"type": "article-journal", "title": "T", "container-title": "J", "issued": Edtf.parse("2001")}
    paper |= {"volume": "Vol. 12", "issue": "No. 3", "page": "pp. 100-109"}
    assert cite.to_plain(cite.note(paper)) == "“T,” J 12, no. 3 (2001): 100–109."
    assert cite.to_plain(cite.bibliography(paper, "apa")) == "T. (2001). J, 12(3), 100–109."
    book = {"type": "book", "title": "T", "volume": "vol. 2", "publisher": "P", "issued": Edtf.parse("2001")}
    assert cite.to_plain(cite.short_note(book, ("page", "5"))) == "T, 2:5."


def test_numbers_keep_their_hyphens() -> None:
    item = {"type": "report", "title": "T", "number": "GAO-24-105980", "publisher": "GAO"}
    assert "GAO-24-105980" in cite.to_plain(cite.note(item))


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ({"date-parts": [["2020", "5"]]}, "2020-05"),
        ({"date-parts": [[2020, 13, 45]]}, "2020"),
        ({"date-parts": [[2001], [2004]]}, "2001/2004"),
        ({"date-parts": [[1850]], "circa": 1}, "1850~"),
        ({"date-parts": [[2020]], "season": "3"}, "2020-23"),
        ({"raw": "2019-03-14"}, "2019-03-14"),
        ({"literal": "2 July 2025"}, "2025-07-02"),
        ({"literal": "Spring 2023"}, "2023-21"),
        ("ca. 1850", "1850~"),
        ({"literal": "1990s"}, "199X"),
        ("January–February 2001", "2001-01/2001-02"),
        ("Jul.-Aug. 2001", "2001-07/2001-08"),
        ("20100506", "2010-05-06"),
    ],
)
def test_csl_dates(raw: object, text: str) -> None:
    date = cite.from_csl_json({"issued": raw})["issued"]
    assert isinstance(date, Edtf)
    assert date.text == text


def test_csl_dates_that_are_none() -> None:
    assert cite.from_csl_json({"issued": {"literal": "in press"}})["status"] == "in press"
    assert "issued" not in cite.from_csl_json({"issued": {"date-parts": [[]]}})
    assert cite.from_csl_json({"issued": {"date-parts": [[-44]]}})["issued"] == "44 BC"
    assert cite.from_csl_json({"issued": "Lent term 2024"})["issued"] == "Lent term 2024"


def test_csl_json_drops_what_it_does_not_know() -> None:
    item = cite.from_csl_json({"type": "book", "volume": 3, "categories": ["x"], "shortTitle": "S", "title": True})
    assert item == {"type": "book", "volume": "3", "title-short": "S"}
    assert cite.to_csl_json({**item, "shelf": "primary"}) == {"type": "book", "volume": "3", "title-short": "S"}


def test_html_is_escaped_and_links_only_to_the_web() -> None:
    item = {"type": "webpage", "title": 'Rules & "<x>"', "URL": 'https://a.org/?a=1&b="2"'}
    assert cite.to_html(cite.note(item)) == (
        "“Rules &amp; ‘&lt;x&gt;,’” "
        '<a href="https://a.org/?a=1&amp;b=&quot;2&quot;">https://a.org/?a=1&amp;b=&quot;2&quot;</a>.'
    )
    assert "<a" not in cite.to_html(cite.note({"type": "webpage", "title": "T", "URL": "javascript:alert(1)"}))
    assert cite.to_html(cite.note(item), linked=False) == (
        "“Rules &amp; ‘&lt;x&gt;,’” https://a.org/?a=1&amp;b=&quot;2&quot;."
    )


def test_the_token_list() -> None:
    tokens = cite.note({"type": "book", "title": "War", "author": [{"literal": "NATO"}], "URL": "https://nato.int"})
    assert tokens == (
        Token("NATO, "),
        Token("War", "italic"),
        Token(" (n.d.), "),
        Token("https://nato.int", href="https://nato.int"),
        Token("."),
    )
    assert finish(join(", ", "a", "", "b")) == (Token("a, b"),)


def test_sorting() -> None:
    def work(title: str, *families: str, **rest: object) -> dict[str, object]:
        return {
            "type": "book",
            "title": title,
            "author": [{"family": name, "given": "A."} for name in families],
            **rest,
        }

    ordered = [
        work("The Apple"),
        work("An Atlas"),
        work("Beta", "de Graaf"),
        work("Alpha", "Lee"),
        work("Beta", "Lee"),
        work("Alpha", "Lee", "Ng"),
        work("X", "Łoś"),
        work("X", "Lou"),
        {"type": "webpage", "title": "Z", "author": [{"literal": "The White House"}]},
    ]
    shuffled = [*ordered[5:], *ordered[:5]]
    assert sorted(shuffled, key=cite.sort_key) == ordered
    assert alphabetised("The Été, 1940") == "ete1940"


@pytest.mark.parametrize("locator", [("page", ""), None, ("", "5"), cite.Locator("page", "5"), ("pp.", "5-6")])
def test_locators_as_they_come(locator: object) -> None:
    text = cite.to_plain(cite.note({"type": "book", "title": "T", "issued": "2000"}, locator))  # type: ignore[arg-type]
    assert text in ("T (2000).", "T (2000), 5.", "T (2000), 5–6.")


@pytest.mark.parametrize(
    ("locator", "note", "alone", "in_text"),
    [
        (("chapter", "3, p. 4"), "chap. 3, p. 4", "chap. 3, p. 4", "Chapter 3, p. 4"),
        (("chapter", "3-5, p. 4"), "chaps. 3–5, p. 4", "chaps. 3–5, p. 4", "Chapters 3–5, p. 4"),
        (("chapter", "3.2"), "chap. 3.2", "chap. 3.2", "Chapter 3.2"),
        (("chapter", "Introduction"), "Introduction", "Introduction", "Introduction"),
        (("article-locator", "5, para. 2"), "art. 5, para. 2", "art. 5, para. 2", "Article 5, para. 2"),
        (("volume", "2, 34"), "vol. 2, 34", "vol. 2, 34", "Volume 2, 34"),
        (("volume", "2 and 4"), "vols. 2 and 4", "vols. 2 and 4", "Volumes 2 and 4"),
        (("page", "3, n. 4"), "3, n. 4", "p. 3, n. 4", "p. 3, n. 4"),
        (("page", "33-35, n. 4"), "33–35, n. 4", "pp. 33–35, n. 4", "pp. 33–35, n. 4"),
        (("page", "33, 35–36"), "33, 35–36", "pp. 33, 35–36", "pp. 33, 35–36"),
        (("page", "33, 35, and n. 6"), "33, 35, and n. 6", "pp. 33, 35, and n. 6", "pp. 33, 35, and n. 6"),
        (("page", "1.12-1.15"), "1.12–1.15", "pp. 1.12–1.15", "pp. 1.12–1.15"),
        (("page", "xii, A4"), "xii, A4", "pp. xii, A4", "pp. xii, A4"),
        (("page", "eaat1234"), "eaat1234", "p. eaat1234", "p. eaat1234"),
        (("page", "s.v. cat"), "s.v. cat", "s.v. cat", "s.v. cat"),
        (("page", "preface"), "preface", "preface", "preface"),
        (("appendix", "1-2"), "apps. 1–2", "apps. 1–2", "Appendices 1–2"),
        (("timestamp", "1:05-1:20"), "at 1:05–1:20", "at 1:05–1:20", "1:05–1:20"),
    ],
)
def test_locators_of_several_parts(locator: tuple[str, str], note: str, alone: str, in_text: str) -> None:
    book = {"type": "book", "title": "T", "issued": "2000"}
    assert cite.to_plain(cite.note(book, locator)) == f"T (2000), {note}."
    assert labelled(cite.Locator(*locator)) == alone
    assert cite.to_plain(cite.in_text(book, locator)) == f"(T, 2000, {in_text})"
