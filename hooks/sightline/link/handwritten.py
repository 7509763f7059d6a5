"""References in hand-written pages: note marks and record links work there too, with the brief named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sightline.diagnostics import Edit, Place, Problem, did_you_mean, sure
from sightline.link.index import key_for
from sightline.model.corpus import Corpus, Key
from sightline.model.handwritten import REFERENCE
from sightline.model.kinds import Record
from sightline.read import HandwrittenPage

BLOCKS = ("briefs", "themes", "example", "figures")
"""The lists that a hand-written page can ask for."""


def check_pages(corpus: Corpus, pages: Iterable[HandwrittenPage]) -> Iterator[Problem]:
    """What is wrong with the references in hand-written pages."""
    for page in pages:
        yield from _problems(page.text, page.file, corpus)


def _problems(text: str, file: str, corpus: Corpus) -> Iterator[Problem]:
    for match in REFERENCE.finditer(text):
        if wrong := _wrong(match, corpus):
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            yield Problem(Place(file, line, column), *wrong)


def _wrong(match: re.Match[str], corpus: Corpus) -> tuple[str, str, str, Edit | None] | None:
    if match["block"] and match["block"] not in BLOCKS:
        block = match["block"]
        return "unknown-block", f"there is no list '{block}'", did_you_mean(block, BLOCKS), sure(block, BLOCKS)
    if match["bare"]:
        hint = f"write [^the-brief/{match['bare']}]"
        return "needs-brief", f"'{match[0]}' does not say which brief it means", hint, None
    key = key_of_match(match)
    if key is None or key in corpus.records:
        return None
    code = "unknown-note" if key.kind == "endnote" else f"unknown-{key.kind}"
    name = str(key).partition(":")[2]
    if new := next((other.id for other, record in corpus.records.items() if _was(key, other, record)), ""):
        return "old-id", f"'{name}' is an earlier id of this {key.kind}", f"write '{new}'", _renamed(match, key, new)
    briefs = [brief.id for brief in corpus.briefs]
    if key.brief and key.brief not in briefs:
        return "unknown-brief", f"'{name}': there is no brief '{key.brief}'", did_you_mean(key.brief, briefs), None
    # Ids alone: what two references to one brief have in common makes them look alike
    known = [other.id for other in corpus.records if (other.kind, other.brief) == (key.kind, key.brief)]
    if key.kind == "endnote":
        hint = f"the notes of '{key.brief}' run from {known[0]} to {known[-1]}" if known else "the brief has no notes"
        return code, f"'{match[0]}': no such endnote", hint, None
    near = sure(key.id, known)
    fix = _renamed(match, key, near.new) if near else None
    return code, f"'{name}': no such {key.kind}", did_you_mean(key.id, known), fix


def _was(key: Key, other: Key, record: Record) -> bool:
    return (other.kind, other.brief) == (key.kind, key.brief) and key.id in getattr(record, "aliases", ())


def _renamed(match: re.Match[str], key: Key, new: str) -> Edit:
    brief = f"{key.brief}/" if key.brief else ""
    return Edit(f"{match['kind']}:{match['ref']}", f"{match['kind']}:{brief}{new}")


def key_of_match(match: re.Match[str]) -> Key | None:
    if match["mark"]:
        return key_for("endnote", match["mark"], "")
    return key_for(match["kind"], match["ref"], "") if match["kind"] else None
