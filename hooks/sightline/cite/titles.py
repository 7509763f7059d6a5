"""Titles: in capitals of the style, quoted or italic as the kind of work has it (CMOS 13.87-13.101)."""

from __future__ import annotations

import re

from sightline.cite import full_stops
from sightline.cite.headline import headline
from sightline.cite.phrases import italic, quoted
from sightline.cite.quotes import marked
from sightline.cite.work import ENTRIES, LEGAL, PRESS, SERIAL, TALKS, WEB, Work

_ROMAN = LEGAL - {"legal_case", "hearing"} | {"collection"}
_ITALIC = frozenset(("book", "classic", "graphic", "hearing", "legal_case", "map"))
_QUOTED = SERIAL - {"periodical"} | frozenset(
    ("article", "chapter", "dataset", "document", "interview", "manuscript", "paper-conference",
     "personal_communication", "post", "speech", "thesis", "webpage")
)  # fmt: skip
_AS_TYPED = frozenset(("legal_case", "post", "patent"))
"""Kinds whose titles keep the capitals they are typed with."""
_DESCRIBES = re.compile(
    r"(?:[\w’'-]+ ){0,3}?(interview|conversation|discussion|correspondence|e-?mail|message|letter|call|communication)(s?)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"[\"“”‘]")
_SUBTITLE = re.compile(r"[:?!](?=\s)(?:(?<=:)|(?!\s+[a-z]))")
"""The sign before a subtitle; "Yahoo! and after" has none. To look for a sign, which is rare, is much faster than to look at each letter."""


def cased(work: Work, variable: str) -> str:
    """A title variable in headline style; but the name of a case is no title: In re Gault."""
    if work.kind == "legal_case" and variable in ("title", "title-short"):
        return marked(work.text(variable))
    return _cased(work.text(variable), work)


def title(work: Work, variable: str = "title") -> str:
    """A title or short title set as its kind of work asks."""
    return _set(work, work.text(variable))


def short_title(work: Work) -> str:
    """The short title; where none is given, the title without its subtitle (CMOS chapter 13, shortened citations)."""
    if "title-short" in work.known:
        return title(work, "title-short")
    whole = work.text("title")
    if work.kind in LEGAL:
        return title(work)
    cut = _SUBTITLE.search(whole)
    main = full_stops.dropped(whole[: cut.end()].removesuffix(":").rstrip()) if cut else whole
    if not _balanced(main) or ((work.kind in PRESS or work.kind in WEB) and len(main.split()) < 3):
        return title(work)
    return _set(work, main)


def part_title(work: Work, variable: str = "part-title") -> str:
    """The title of a volume or part, set like the whole: quoted in a serial, else italic."""
    text = cased(work, variable)
    return quoted(text) if work.serial or work.kind in ("manuscript", "post", "webpage") else italic(text)


def describes(work: Work) -> str:
    """The noun, where the title of a talk or letter that nobody published only says what it is (CMOS 14.108, 14.111).

    It is empty for a title proper.
    """
    if work.kind not in TALKS or work.has("container-title", "publisher", "DOI", "URL"):
        return ""
    noun = _DESCRIBES.match(work.text("title"))
    return (noun[1] + noun[2]).lower() if noun else ""


def _keeps_case(work: Work) -> bool:
    return work.kind in _AS_TYPED or (
        work.kind in ENTRIES and "container-title" in work.known and "author" not in work.known
    )


def _cased(text: str, work: Work) -> str:
    if text not in work.cased:
        work.cased[text] = headline(marked(text), work.language()) if text else ""
    return work.cased[text]


def _set(work: Work, text: str) -> str:
    text = marked(text) if _keeps_case(work) else _cased(text, work)
    if work.kind in _ROMAN or work.kind == "patent":
        return text
    if work.kind in _ITALIC:
        return italic(text)
    return quoted(text) if work.kind in _QUOTED or "container-title" in work.known else italic(text)


def _balanced(text: str) -> bool:
    """False where a cut would tear quotation marks or brackets apart."""
    marked_text = marked(text)
    return not _QUOTE.search(marked_text) and text.count("(") == text.count(")")
