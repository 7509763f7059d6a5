"""The search index in parts: a browser reads the few that hold the words it looks for, however many records there are.

``search/search.json`` says what there is. ``search/words/`` has the words in order, each with the numbers of the
entries that it stands in, and before them the ids of records; ``search/entries/`` has what is shown of an entry.
Entries are numbered by kind, those that count most first.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from pydantic_core import to_json

from sightline.model.brief import Brief
from sightline.render import Renderer, SearchEntry
from sightline.render.names import brief_name, shortened
from sightline.site.handwritten import expand_plain
from sightline.site.words import NOTHING, words

ENGINES = "search/search_index.json"
"""What the engine wrote of the hand-written pages; it is not published."""
START = "search/search.json"
WEIGHTS = {
    "Recommendation": 4.0,
    "Brief": 3.0,
    "Theme": 2.0,
    "Finding": 1.5,
    "Actor": 1.0,
    "Term": 1.0,
    "Event": 0.8,
    "Source note": 0.7,
    "Source": 0.6,
    "Page": 0.55,
    "Note": 0.5,
}
"""How much an entry of each kind counts, from the most to the least."""
BLOCK = 40
"""Entries in a file."""
SIZE = 32_000
"""Bytes that a file of words has at most, unless it holds a single run."""
RUN = 5_000
"""Numbers that stand together; a word in more entries goes on in the next run."""
KEPT = 1_000
"""Characters of a text from which a browser shows those around what was looked for."""
_TITLE = 7
"""A place in a title is told by the number of the title's words, up to so many; a place in a text is 0."""
ID = "#"
"""What an id begins with among the words: no word does, so that ids lie apart, and are read by those alone who type one."""
WITHOUT_ID = frozenset({"Page", "Note"})
"""Kinds of entry whose addresses end with no id."""
_TAG = re.compile(r"<[^<>]+>")
_TELLING = re.compile(r"[-0-9]")


class Findable(NamedTuple):
    """What the index has of an entry: what is shown of it, and the words that it is found by."""

    kind: str
    location: str
    title: str
    text: str
    """The text, as far as it is kept; empty where the title is all of it."""
    titled: str
    """The words of the title, with blanks between them; none where the title is a sentence."""
    others: str
    """The other words."""


def findable(entry: SearchEntry) -> Findable:
    """What is left of an entry's text once its words are known."""
    known, more, repeats = words(entry.title), words(entry.text), _repeats(entry)
    for word in known:
        more.pop(word, None)
    titled, others = " ".join(known), " ".join(more)
    if repeats and len(known) >= _TITLE:
        titled, others = "", f"{titled} {others}"
    text = "" if entry.text == entry.title else shortened(entry.text, KEPT)
    return Findable(entry.kind, entry.location, entry.title, text, titled, others)


def _repeats(entry: SearchEntry) -> bool:
    """True where the title is only the start of the text, as that of a finding."""
    return entry.text.startswith(entry.title.rstrip("\u00a0…"))


def files(entries: Iterable[Findable], briefs: Sequence[Brief] = ()) -> Iterator[tuple[str, bytes]]:
    """Every file of the index with its path; the same entries make the same bytes.

    An entry tells by its address which brief it is of. What that is called stands once, in the start.
    """
    order = {kind: number for number, kind in enumerate(WEIGHTS)}
    ordered = sorted(entries, key=lambda entry: order[entry.kind])
    made = hashlib.sha256()
    starts: list[str] = []
    for path, content in _blocks(ordered):
        made.update(content)
        yield path, content
    for number, (start, content) in enumerate(_shards(ordered)):
        made.update(content)
        starts.append(start)
        yield f"search/words/{number}.json", content
    names = {brief.id: brief_name(brief) for brief in briefs} if len(briefs) > 1 else {}
    yield START, to_json({**_start(ordered, starts, made.hexdigest()[:12]), "briefs": names})


def handwritten(engines: bytes, render: Renderer) -> Iterator[Findable]:
    """What the engine's index has of hand-written pages, as plain text; nothing where there is no such index.

    A part of a page is called by the page and by its heading, which alone might be one word.
    """
    documents = json.loads(engines)["docs"] if engines else ()
    pages = {one["location"]: _plain(one["title"], render) for one in documents}
    for one in documents:
        location = one["location"]
        page, part, _ = location.partition("#")
        names = [pages.get(page, ""), pages[location]] if part else [pages[location]]
        yield findable(SearchEntry(location, ": ".join(filter(None, names)), _plain(one["text"], render), "Page"))


def _plain(text: str, render: Renderer) -> str:
    return " ".join(expand_plain(html.unescape(_TAG.sub(" ", text)), render).split())


def _start(ordered: Sequence[Findable], shards: list[str], digest: str) -> dict[str, object]:
    kinds: list[list[object]] = []
    number = 0
    for kind, group in groupby(ordered, key=lambda entry: entry.kind):
        kinds.append([number, kind, WEIGHTS[kind]])
        number += sum(1 for _ in group)
    return {
        "entries": number, "block": BLOCK, "digest": digest, "kinds": kinds, "skip": sorted(NOTHING), "shards": shards,
    }  # fmt: skip


def _blocks(ordered: Sequence[Findable]) -> Iterator[tuple[str, bytes]]:
    for number, start in enumerate(range(0, len(ordered), BLOCK)):
        shown = [[entry.location, entry.title, entry.text] for entry in ordered[start : start + BLOCK]]
        yield f"search/entries/{number}.json", to_json(shown)


def _shards(ordered: Sequence[Findable]) -> Iterator[tuple[str, bytes]]:
    """The words in the order in which JavaScript compares them, cut into files of about one size; each with its first."""
    found = _places(ordered)
    first, size = "", 0
    held: list[bytes] = []
    for word in sorted(found, key=lambda word: word.encode("utf-16-be")):
        for run in _runs(word, found[word]):
            if held and size + len(run) > SIZE:
                yield first, _shard(held)
                held, size = [], 0
            first = first if held else word
            held.append(run)
            size += len(run) + 1
    if held:
        yield first, _shard(held)


def _shard(runs: list[bytes]) -> bytes:
    return b"[%s]" % b",".join(runs)


def _places(ordered: Sequence[Findable]) -> dict[str, array[int]]:
    """For each word or id the entries that it stands in: eight times the number, and how it stands in the title."""
    found: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, entry in enumerate(ordered):
        titled, place = entry.titled.split(), number * 8
        in_title = place + min(len(titled), _TITLE)
        for word in titled:
            found[word].append(in_title)
        for word in entry.others.split():
            found[word].append(place)
        if entry.kind not in WITHOUT_ID and _TELLING.search(named := _id(entry.location)):
            found[ID + named].append(place)
    return found


def _id(location: str) -> str:
    """The id with which an address ends. One that is a single word is no more than that to those who look for the word."""
    return location.rstrip("/").replace("#", "/").rpartition("/")[2]


def _runs(word: str, places: array[int]) -> Iterator[bytes]:
    """A word with its places, as JSON; each is told by its distance from the one before."""
    for start in range(0, len(places), RUN):
        run = pairwise([0, *places[start : start + RUN]])
        yield to_json([word, *[place - (before & ~7) for before, place in run]])
