"""Who published a work and when, and what it reprints or translates (CMOS 14.16, 14.30-14.44)."""

from __future__ import annotations

from sightline.cite import dates, titles
from sightline.cite.chicago import identifiers
from sightline.cite.chicago.form import INLINE, Form
from sightline.cite.phrases import italic, join, wrap
from sightline.cite.quotes import marked
from sightline.cite.work import ENTRIES, PRESS, TALKS, WEB, Work

_BRACKETED = frozenset(
    ("book", "chapter", "classic", "interview", "musical_score", "pamphlet", "paper-conference", "report", "thesis")
)
"""Kinds whose publication facts a note puts in parentheses."""
_TO_THE_DAY = frozenset(
    ("article", "broadcast", "collection", "dataset", "document", "event", "graphic", "manuscript", "map", "patent",
     "performance", "personal_communication", "post", "software", "song", "speech", "standard", "webpage", *PRESS)
)  # fmt: skip
"""Kinds that are dated to the day; books are dated by the year."""
_UNDATED = ENTRIES | {"classic", "collection", "webpage"}
"""Kinds that need no date."""
_ORIGINAL = ("original-publisher", "original-publisher-place")
_PRECISION = {"day": dates.full, "month": dates.year_month, "year": dates.year}
_ABOUT = (
    "container-title", "event-date", "event-place", "event-title", "genre", "title", "publisher", "publisher-place",
)  # fmt: skip
"""What shows that an undated manuscript is more than a sheet in a box."""


def facts(work: Work, form: Form) -> str:
    """Publisher and date, and what a translation was published as before."""
    own = "" if work.kind == "patent" or work.serial else _published(work, form)
    return join(". " if form.bibliography else "; ", own, _original_title(work, form))


def in_parentheses(work: Work) -> bool:
    """True where a note sets the publication facts in parentheses."""
    if work.kind in _BRACKETED:
        return True
    if work.kind == "article":
        return work.has_all("genre", "publisher")
    if work.kind in ENTRIES:
        return work.has("publisher", "publisher-place") or not work.has("DOI", "URL")
    if work.kind == "motion_picture":
        return "publisher" in work.known
    return work.kind == "personal_communication" and (work.edited or work.has("issue", "page", "volume"))


def dated(work: Work, form: Form) -> str:
    """The date with what it dates: aired, released, forthcoming."""
    return join(" ", _status(work, form), date(work))


def date(work: Work) -> str:
    """The date as precise as the kind of work has it; else its status; else n.d. where the kind demands a date."""
    if "issued" in work.known:
        return _date(work, "issued")
    if "event-date" in work.known:
        by_year = _precision(work) == "year" and not work.serial
        return dates.year(work.date("event-date")) if by_year else ""
    if "status" in work.known:
        return work.text("status").lower()
    if work.kind == "article-journal" and "available-date" in work.known:
        return "forthcoming"
    if work.kind in TALKS:
        return "n.d." if work.public else ""
    if work.kind == "manuscript":
        return "n.d." if work.has(*_ABOUT) else ""
    return "" if work.kind in _UNDATED else "n.d."


def accepted(work: Work) -> str:
    """accepted July 2, 2025, for an article that is not out yet."""
    if work.has("issued", "collection-title", "issue", "number", "page", "supplement-number", "volume"):
        return ""
    day = dates.full(work.date("available-date"))
    return f"accepted {day}" if day else ""


def _published(work: Work, form: Form) -> str:
    site = titles.cased(work, "container-title") if work.kind in WEB else ""
    history = _history(work, form)
    alone = not site and (not history or (work.kind == "broadcast" and not work.has("DOI", "URL")))
    when = dated(work, form if alone else INLINE)
    if work.kind == "broadcast" and not work.has("DOI", "URL"):
        return join(", ", site, when, wrap("on ", history))
    return join(", ", site, history, when)


def _history(work: Work, form: Form) -> str:
    """The publisher, with the first publisher of a reprint before it (CMOS 14.16)."""
    own = join(", ", _how(work, form), _publisher(work, form))
    if "original-title" in work.known or not work.has("edition", "original-date", *_ORIGINAL):
        return own
    original = _date(work, "original-date")
    if not work.has("edition", *_ORIGINAL):
        return join("; ", original, own)
    edition = identifiers.edition(work, form) if work.has_all("issued", "original-date") else ""
    separator = ". " if form.bibliography else "; "
    first = join(", ", _original_publisher(work), original)
    return join(separator, first, join(form.separator, edition, own))


def _how(work: Work, form: Form) -> str:
    """Preprint, the sort of thesis, or reprint."""
    if work.kind == "article":
        return "" if "genre" in work.known else form.start("preprint")
    if work.kind == "thesis":
        return form.start(work.text("genre"))
    reprint = work.has(*_ORIGINAL) and not work.has("edition", "original-title")
    if reprint and (work.kind in _BRACKETED or work.kind in ENTRIES) and work.has_all("issued", "original-date"):
        return "Reprint" if form.bibliography else "repr."
    return ""


def _publisher(work: Work, form: Form) -> str:
    if name := work.text("publisher"):
        return join(" ", marked(name), work.text("number") if work.kind == "song" else "")
    place = "" if work.has("publisher", "event-date", "event-title") else work.text("publisher-place")
    return form.start(place)


def _original_publisher(work: Work) -> str:
    return work.text("original-publisher") or work.text("original-publisher-place")


def _original_title(work: Work, form: Form) -> str:
    """originally published as Title (Publisher, 1950) (CMOS 13.101)."""
    if "original-title" not in work.known:
        return ""
    title = italic(titles.cased(work, "original-title"))
    first = join(", ", _original_publisher(work), _date(work, "original-date"))
    nested = not form.bibliography and in_parentheses(work)
    first = wrap("[", first, "]") if nested else wrap("(", first, ")")
    return join(" ", form.start("originally published as"), title, first)


def _status(work: Work, form: Form) -> str:
    status = work.text("status")
    if "issued" not in work.known:
        return ""
    if status:
        return "" if work.kind == "broadcast" and "event-title" in work.known else form.start(status)
    if work.kind == "broadcast" and not work.has("DOI", "URL"):
        return form.start("aired")
    return form.start("released") if work.kind == "software" else ""


def _date(work: Work, variable: str) -> str:
    value = work.date(variable)
    return dates.bracketed(_PRECISION[_precision(work)](value), value)


def _precision(work: Work) -> str:
    """How precise the date of this kind of work is: to the day, the month or the year."""
    kind = work.kind
    if kind == "personal_communication" and work.has_all("event-date", "issued"):
        return "year"
    if kind in ENTRIES:
        return "day" if work.has("DOI", "URL") else "year"
    if kind in _TO_THE_DAY:
        return "day"
    if not work.serial or work.has_all("issue", "volume") or "supplement-number" in work.known:
        return "year"
    return "month" if work.has("issue", "volume") else "day"
