"""Full stops at the end of titles: databases add them, and a reference has its own punctuation."""

from __future__ import annotations

import pytest
from sightline import cite
from sightline.cite.full_stops import dropped

TITLES = {
    "What is NATO.": "What is NATO",
    "Effects of tides on quays.": "Effects of tides on quays",
    "On “quays.”": "On “quays”",
    "On 'quays.'": "On 'quays'",
    "On <i>quays.</i>": "On <i>quays</i>",
    "The view from the U.S.": "The view from the U.S.",
    "Plan B.": "Plan B.",
    "Made by Acme Inc.": "Made by Acme Inc.",
    "Quays, piers, etc.": "Quays, piers, etc.",
    "And then...": "And then...",
    "And then…": "And then…",
    "Who pays?": "Who pays?",
    "A guide (2nd revision).": "A guide (2nd revision)",
    "Shares, 100%.": "Shares, 100%",
    "No more . . .": "No more . . .",
    "High-risk series.": "High-risk series",
    "In “U.S.”": "In “U.S.”",
    "Quays. Piers. Moles.": "Quays. Piers. Moles",
    ".": ".",
    "": "",
}


@pytest.mark.parametrize("title", TITLES)
def test_only_a_stop_that_belongs_to_no_word_goes(title: str) -> None:
    assert dropped(title) == TITLES[title]


PRINTED = {
    "What is NATO.": ("What Is NATO, 7.", "What is NATO. Tor."),
    "The view from the U.S.": ("The View from the U.S., 7.", "The view from the U.S. Tor."),
    "Made by Acme Inc.": ("Made by Acme Inc., 7.", "Made by Acme Inc. Tor."),
    "Who pays?": ("Who Pays?, 7.", "Who pays? Tor."),
    "Act now!": ("Act Now!, 7.", "Act now! Tor."),
    "And then…": ("And Then…, 7.", "And then… Tor."),
    "And then...": ("And Then..., 7.", "And then... Tor."),
    "Wait.: A story": ("Wait, 7.", "Wait.: A story. Tor."),
    "Yahoo! and after": ("Yahoo! And After, 7.", "Yahoo! And after. Tor."),
    "Yahoo! A history": ("Yahoo!, 7.", "Yahoo! A history. Tor."),
}


@pytest.mark.parametrize("title", PRINTED)
def test_titles_with_an_end_of_their_own(title: str) -> None:
    work = {"type": "book", "title": title, "publisher": "Tor", "author": [{"family": "Lee", "given": "Anna"}]}
    short, apa = PRINTED[title]
    assert cite.to_plain(cite.short_note(work, ("page", "7"))) == f"Lee, {short}"
    assert cite.to_plain(cite.bibliography(work, "apa")) == f"Lee, A. (n.d.). {apa}"


def test_the_name_of_a_case_stays_as_it_is() -> None:
    case = {"type": "legal_case", "title": "Lee v. Harbour Auth.", "container-title": "U.S.", "volume": "3"}
    assert cite.to_plain(cite.short_note(case, ("page", "7"))) == "Lee v. Harbour Auth., 7."
