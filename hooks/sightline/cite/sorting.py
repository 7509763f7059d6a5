"""The order of a bibliography: letter by letter, by author, then title, then date."""

from __future__ import annotations

import re
import unicodedata

from sightline.cite import names
from sightline.cite.chicago import heads
from sightline.cite.punctuation import finish
from sightline.cite.tokens import to_plain
from sightline.cite.work import LEGAL, Work
from sightline.letters import spelt

SortKey = tuple[tuple[str, ...], str, str]
"""Author or what stands in for one, title, date."""

_ARTICLE = re.compile(r"\A(?:the|an|a)\s+", re.IGNORECASE)


def key(work: Work) -> SortKey:
    """What the work is sorted by."""
    title = plain(work.text("title"))
    date = work.date("issued")
    return _head(work) or (title,), title, str(getattr(date, "text", date or ""))


def plain(text: str) -> str:
    """Text as it is alphabetised: no leading article, accents, blanks or punctuation, and no capitals."""
    letters = _ARTICLE.sub("", text)
    if not letters.isascii():
        letters = unicodedata.normalize("NFKD", letters)
    folded = spelt(letters.casefold())
    joined = "".join(folded.split())
    return joined if joined.isalnum() else "".join(filter(str.isalnum, joined))


def _head(work: Work) -> tuple[str, ...]:
    """Names, each as family and given name, so that one author stands before the same author with others."""
    if work.kind in LEGAL:
        return ()
    people = heads.leading_names(work)
    if people:
        return tuple(plain(part) for name in people for part in names.sort_parts(name))
    stand_in = plain(to_plain(finish(heads.substitute(work))))
    return (stand_in,) if stand_in else ()
