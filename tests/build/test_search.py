"""The search index in parts: whole, small in each part, the same each time, and blind to what a text might do."""

from __future__ import annotations

import json
import random  # noqa: TID251  # seeded
from pathlib import Path
from typing import Any

import pytest
from sightline.letters import LETTERS
from sightline.render import SearchEntry
from sightline.site import search
from sightline.site.words import LONGEST, NOTHING, words

from tests.build.projects import Project, files

HOSTILE = '<img src=x onerror="alert(1)">"],[0'
ALIKE = [
    ("sécurité", "Securite"),
    ("Canada’s", "canada"),
    ("Canada's", "CANADA"),
    ("policies", "policy"),
    ("defense", "defences"),
    ("offensive", "offencive"),
    ("self-reliance", "self reliance"),
    ("ﬁnance", "finance"),
    ("U.S.", "us"),
    ("U.S.–Canadian", "US Canadian"),
    ("R&D", "R.D."),
    ("F-35", "f35"),
    ("İstanbul", "istanbul"),
    ("x" * 100, "x" * LONGEST),
    ("Ørsted", "Orsted"),
    ("Łódź", "LODZ"),
    ("Ægir", "aegir"),
    ("Straße", "Strasse"),
    ("GROẞ", "gross"),
    *((f"{letter}{number}", f"{spelt.upper()}{number}") for number, (letter, spelt) in enumerate(LETTERS.items())),
]
"""Spellings that find each other; the script is asked for the same."""


class Index:
    """Reads an index as the script does."""

    def __init__(self, made: dict[str, bytes]) -> None:
        self.start = json.loads(made[search.START])
        self.shards = [json.loads(made[f"search/words/{number}.json"]) for number in range(len(self.start["shards"]))]
        self.shown = [
            shown
            for number in range(-(-self.start["entries"] // self.start["block"]))
            for shown in json.loads(made[f"search/entries/{number}.json"])
        ]

    def places(self, word: str) -> dict[int, int]:
        """The numbers of the entries with a word, and how it stands in their titles."""
        found = {}
        for runs in self.shards:
            for one, *steps in runs:
                number = 0
                for step in steps if one == word else ():
                    number += step >> 3
                    found[number] = step & 7
        return found

    def titles(self, word: str) -> list[str]:
        return [self.shown[number][1] for number in self.places(word)]


def entry(title: str, text: str = "", kind: str = "Note") -> search.Findable:
    return search.findable(SearchEntry(f"{len(title)}/", title, text, kind))


def index(*entries: search.Findable) -> Index:
    return Index(dict(search.files(entries)))


def site_files(site: Path) -> dict[str, bytes]:
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in (site / "search").rglob("*.json")}


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_spellings_that_find_each_other(one: str, other: str) -> None:
    assert words(one) == words(other) != {}


@pytest.mark.parametrize(
    ("one", "other"), [("class", "clas"), ("gas", "ga"), ("defence", "fence"), ("F-35", "F-18"), ("F-35", "35")]
)
def test_spellings_that_do_not(one: str, other: str) -> None:
    assert words(one) != words(other)


def test_words_that_tell_nothing_apart_are_left_out() -> None:
    assert list(words("The state of a union")) == ["state", "union"]


def test_whatever_counts_most_comes_first() -> None:
    made = index(entry("Alike", kind="Note"), entry("Alike", kind="Finding"), entry("Alike", kind="Recommendation"))
    assert [kind for _, kind, _ in made.start["kinds"]] == ["Recommendation", "Finding", "Note"]
    assert [first for first, _, _ in made.start["kinds"]] == [0, 1, 2]
    weights = [weight for _, _, weight in made.start["kinds"]]
    assert weights == sorted(weights, reverse=True)


def test_a_place_tells_whether_it_is_in_the_title() -> None:
    made = index(entry("Ports", "ships and rails"), entry("Seven ships"), entry("Ships and " * 20 + "whales"))
    assert made.places("ship") == {0: 0, 1: 2, 2: 2}
    assert made.places("port") == {0: 1}
    long = " ".join(f"word{number}" for number in range(20))
    assert index(entry(long, long)).places("word7") == {0: 0}, "a sentence is no title"


def test_hostile_text_stays_text() -> None:
    made = index(entry(HOSTILE, HOSTILE + " more"), entry("\x00\\u2028</script>"))
    assert made.shown[0][1] == HOSTILE
    assert made.titles("onerror") == [HOSTILE]
    assert made.titles("u2028") == ["\x00\\u2028</script>"]


def test_nothing_to_find() -> None:
    made = index()
    assert (made.start["entries"], made.shards, made.shown) == (0, [], [])


def test_parts_are_small_and_every_word_is_found() -> None:
    """Also a word that stands everywhere, of a script whose signs JavaScript orders in its own way."""
    chance = random.Random(1)
    some = [f"{chance.choice('bcdfgk')}{number:x}" for number in range(3_000)] + ["𐐨𐐩", "ｚｚ", "안녕"]
    entries = [entry(f"Common {' '.join(chance.choices(some, k=4))}", "everywhere") for _ in range(20_000)]
    made = dict(search.files(entries))
    assert max(map(len, made.values())) <= search.SIZE + 2
    read = Index(made)
    assert len(read.places("everywhere")) == len(read.places("common")) == 20_000
    for number, one in list(enumerate(entries))[::97]:
        assert all(number in read.places(word) for word in words(one.title))
    starts = [first.encode("utf-16-be") for first in read.start["shards"]]
    assert starts == sorted(starts)
    assert len(set(starts)) < len(starts), "a word may go on in the next file"


def test_the_same_entries_make_the_same_bytes() -> None:
    entries = [entry(f"Ship {number}", f"ports and rails {number % 7}") for number in range(500)]
    first = dict(search.files(entries))
    assert first == dict(search.files(entries))
    changed = dict(search.files([*entries[:-1], entry("Ship 499", "changed")]))
    assert json.loads(first[search.START])["digest"] != json.loads(changed[search.START])["digest"]


def test_every_entry_of_the_site_is_found_by_each_word_of_its_title(built: Project) -> None:
    made = Index(site_files(built.site))
    assert len(made.shown) == made.start["entries"] > 30
    for number, (_, title, _) in enumerate(made.shown):
        assert all(number in made.places(word) for word in words(title)), title


def test_every_record_is_in_the_index(built: Project) -> None:
    """With what the editors of the tiny project wrote by hand."""
    corpus: dict[str, Any] = json.loads((built.site / "data" / "corpus.json").read_text("utf-8"))
    shown = {f"/{location}" for location, _, _ in Index(site_files(built.site)).shown}
    records = [one["url"] for kind in corpus.values() if isinstance(kind, list) for one in kind]
    assert [url for url in records if url not in shown] == []
    assert {"/about/", "/find/"} <= shown


@pytest.mark.parametrize("kind", ["recommendations", "findings", "sources", "source_notes", "events"])
def test_every_record_is_found_by_its_id(built: Project, kind: str) -> None:
    """But for an id of one word, which is looked for like any other word."""
    made, corpus = Index(site_files(built.site)), json.loads((built.site / "data" / "corpus.json").read_text("utf-8"))
    told = [one for one in corpus[kind] if not one["id"].isalpha()]
    assert told
    for one in told:
        assert one["url"] in {f"/{made.shown[number][0]}" for number in made.places(search.ID + one["id"])}


def test_the_number_of_a_note_is_no_id(built: Project) -> None:
    assert not Index(site_files(built.site)).places(f"{search.ID}note-1")


def test_what_a_brief_is_called_is_new_in_each_build(project: Project) -> None:
    """Also where nothing that the search finds in the brief has changed, and with one brief there is nothing to tell."""
    names = {"night-ferries": "Night ferries", "stone-piers": "Stone Piers"}
    assert Index(site_files(project.site)).start["briefs"] == names
    project.edit("content/briefs/stone-piers/brief.yml", "title: Stone Piers", "title: Old Piers\nshort_title: Piers")
    assert project.build().code == 0
    assert Index(site_files(project.site)).start["briefs"] == names | {"stone-piers": "Piers"}


def test_only_our_index_is_published(built: Project) -> None:
    assert not (built.site / search.ENGINES).exists()
    assert {path for path in files(built.site) if path.startswith("search/")} == set(site_files(built.site))


def test_the_skipped_words_are_told_to_the_script(built: Project) -> None:
    assert set(Index(site_files(built.site)).start["skip"]) == set(NOTHING)
