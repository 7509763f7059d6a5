"""The search index in parts: a browser reads the few that hold the words it looks for, however many records there are.

``search/search.json`` says what there is. ``search/words/`` has the words in order, each with the numbers of the
entries that it stands in; ``search/entries/`` has what is shown of an entry. Entries are numbered by kind, those
that count most first.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from sightline.render import Renderer, SearchEntry
from sightline.render.names import shortened
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
    "Page": 1.0,
    "Event": 0.8,
    "Source note": 0.7,
    "Source": 0.6,
    "Note": 0.5,
}
"""How much an entry of each kind counts, from the most to the least."""
BLOCK = 40
"""Entries in a file."""
SIZE = 32_000
"""Bytes that a file of words has at most, unless it holds a single run."""
RUN = 5_000
"""Numbers that stand together; a word in more entries goes on in the next run."""
SNIPPET = 150
_TITLE = 7
"""A place in a title is told by the number of the title's words, up to so many; a place in a text is 0."""
_TAG = re.compile(r"<[^<>]+>")


def files(entries: Iterable[SearchEntry]) -> Iterator[tuple[str, bytes]]:
    """Every file of the index with its path; the same entries make the same bytes."""
    order = {kind: number for number, kind in enumerate(WEIGHTS)}
    ordered = sorted(entries, key=lambda entry: order[entry.kind])
    made = hashlib.sha256()
    for path, content in (*_blocks(ordered), *(shards := [*_shards(ordered)])):
        made.update(content)
        yield path, content
    starts = [json.loads(content)[0][0] for _, content in shards]
    yield START, _json(_start(ordered, starts, made.hexdigest()[:12]))


def handwritten(engines: bytes, render: Renderer) -> Iterator[SearchEntry]:
    """What the engine's index has of hand-written pages, as plain text; nothing where there is no such index."""
    for document in json.loads(engines)["docs"] if engines else ():
        texts = (html.unescape(_TAG.sub(" ", document[part])) for part in ("title", "text"))
        title, text = (expand_plain(one, render) for one in texts)
        yield SearchEntry(document["location"], " ".join(title.split()), " ".join(text.split()), "Page")


def _start(ordered: Sequence[SearchEntry], shards: list[str], digest: str) -> dict[str, object]:
    kinds: list[list[object]] = []
    number = 0
    for kind, group in groupby(ordered, key=lambda entry: entry.kind):
        kinds.append([number, kind, WEIGHTS[kind]])
        number += sum(1 for _ in group)
    return {
        "entries": number, "block": BLOCK, "digest": digest, "kinds": kinds, "skip": sorted(NOTHING), "shards": shards,
    }  # fmt: skip


def _blocks(ordered: Sequence[SearchEntry]) -> Iterator[tuple[str, bytes]]:
    for number, start in enumerate(range(0, len(ordered), BLOCK)):
        shown = [_shown(entry) for entry in ordered[start : start + BLOCK]]
        yield f"search/entries/{number}.json", _json(shown)


def _shown(entry: SearchEntry) -> list[str]:
    return [entry.location, entry.title, "" if _repeats(entry) else shortened(entry.text, SNIPPET)]


def _repeats(entry: SearchEntry) -> bool:
    """True where the title is only the start of the text, as that of a finding."""
    return entry.text.startswith(entry.title.rstrip("\u00a0…"))


def _shards(ordered: Sequence[SearchEntry]) -> Iterator[tuple[str, bytes]]:
    """The words in the order in which JavaScript compares them, cut into files of about one size."""
    found = _places(ordered)
    number, size = 0, 0
    held: list[str] = []
    for word in sorted(found, key=lambda word: word.encode("utf-16-be")):
        for run in _runs(word, found[word]):
            if held and size + len(run) > SIZE:
                yield _shard(number, held)
                number, held, size = number + 1, [], 0
            held.append(run)
            size += len(run) + 1
    if held:
        yield _shard(number, held)


def _shard(number: int, runs: list[str]) -> tuple[str, bytes]:
    return f"search/words/{number}.json", f"[{','.join(runs)}]".encode()


def _places(ordered: Sequence[SearchEntry]) -> dict[str, array[int]]:
    """For each word the entries that it stands in: eight times the number, and how it stands in the title."""
    found: dict[str, array[int]] = defaultdict(lambda: array("I"))
    for number, entry in enumerate(ordered):
        titled = words(entry.title)
        title = 0 if len(titled) >= _TITLE and _repeats(entry) else min(len(titled), _TITLE)
        for word in titled | words(entry.text):
            found[word].append(number * 8 + (title if word in titled else 0))
    return found


def _runs(word: str, places: array[int]) -> Iterator[str]:
    """A word with its places, as JSON; each is told by its distance from the one before."""
    for start in range(0, len(places), RUN):
        steps, before = [], 0
        for place in places[start : start + RUN]:
            steps.append(str(place - before))
            before = place & ~7
        yield f'["{word}",{",".join(steps)}]'


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
