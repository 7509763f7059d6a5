"""When a work appeared, as APA puts it: in parentheses in an entry, bare in a citation (APA 9.13-9.17)."""

from __future__ import annotations

import re

from sightline.cite import dates
from sightline.cite.work import ENTRIES, TALKS, Work

_TO_THE_DAY = frozenset(
    ("article-magazine", "article-newspaper", "broadcast", "collection", "document", "event", "motion_picture",
     "pamphlet", "performance", "personal_communication", "post", "post-weblog", "song", "speech", "webpage")
)  # fmt: skip
_BC = re.compile(r"\bBC\Z")
_AD = re.compile(r"\bAD ([\d–]+)")


def date(work: Work, letter: str = "") -> str:
    """(2025, July 2)."""
    issued = date_of(work)
    if not issued:
        return f"({lettered(work.text('status').lower() or 'n.d.', letter)})"
    when = lettered(year(issued), letter)
    day = dates.month_day(issued) if is_to_the_day(work) else ""
    circa = "ca. " if dates.is_uncertain(issued) else ""
    return f"({circa}{when}{', ' if day else ''}{day})"


def is_to_the_day(work: Work) -> bool:
    """True where an entry gives more of its date than the year."""
    if work.kind in ENTRIES:
        # A wiki changes by the day; any other reference work is dated by the year (APA 10.3).
        return "wiki" in f"{work.text('container-title')} {work.text('URL')}".lower()
    return work.kind in _TO_THE_DAY or (work.kind in ("interview", "paper-conference") and not work.collected)


def short_date(work: Work) -> str:
    """2025; 1925/2003 for a work that was first published before."""
    issued = date_of(work)
    if not issued:
        return work.text("status").lower() or "n.d."
    circa = "ca. " if dates.is_uncertain(issued) else ""
    if work.kind in TALKS and not work.public:
        return circa + dates.full(issued)
    first = year(work.date("original-date"))
    return f"{first}/{circa}{year(issued)}" if first else circa + year(issued)


def date_of(work: Work) -> dates.Date:
    """The date of the work, or that of the event at which a talk was given."""
    at = work.kind in ("event", "paper-conference", "performance", "speech") and "status" not in work.known
    return work.date("issued") or (work.date("event-date") if at else None)


def lettered(date: str, letter: str) -> str:
    """2020a; n.d.-a (APA 8.19)."""
    if not letter:
        return date
    return f"{date}{letter}" if date[-1:].isdecimal() else f"{date}-{letter}"


def year(date: dates.Date) -> str:
    """2025; 44 B.C.E.; 79 C.E."""
    text = dates.year(date)
    return text if text.isdecimal() else _AD.sub(r"\1 C.E.", _BC.sub("B.C.E.", text))
