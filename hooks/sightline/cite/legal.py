"""Public documents and law, in the manner of the Bluebook that both Chicago and APA follow (CMOS 14.174)."""

from __future__ import annotations

import re

from sightline.cite import dates, locators, numbers, terms, titles
from sightline.cite.locators import Locator
from sightline.cite.phrases import italic, join, wrap
from sightline.cite.quotes import marked
from sightline.cite.work import Work


def reference(work: Work, locator: Locator | None, witnesses: str) -> str:
    """The whole citation but for the address; who testified is listed in the way of the style."""
    if work.kind == "treaty":
        core = join(", ", title(work), _parties(work), _date(work), _source(work))
    else:
        core = join(" ", join(", ", title(work), _source(work)), _date(work), _status(work, witnesses))
    return join(", ", core, _pinpoint(work, locator))


def title(work: Work) -> str:
    """The name of the law, case or treaty; of a hearing, with its committee."""
    if work.kind != "hearing":
        return titles.cased(work, "title")
    on, before = work.text("number"), work.text("section")
    committee = re.sub(r"(?i)^(before )?the ", "", before)
    held = join(" ", "Hearing", on and "on", on, committee and "Before the", committee) if on or before else ""
    return italic(join(": ", titles.cased(work, "title"), held))


def bill_number(work: Work) -> str:
    """H.R. 2670; S. no. 12 where nothing says which parliament."""
    if work.has("authority", "chapter-number", "container-title"):
        return f"{work.text('genre')} {work.text('number')}".strip()
    return f"{work.text('genre')} {_numbered(work)}".strip()


def _parties(work: Work) -> str:
    """Canada-United States."""
    return "-".join(name.last for name in work.names("author"))


def _date(work: Work) -> str:
    if work.kind == "treaty":
        return dates.bracketed(dates.full(work.date("issued")), work.date("issued"))
    if work.kind == "legal_case":
        write = dates.year if "container-title" in work.known else dates.full
        decided = dates.bracketed(write(work.date("issued")), work.date("issued"))
        if f"[{decided}]" in work.text("volume"):  # Commonwealth: the year is part of the report, [2017] UKSC 5.
            decided = ""
        return wrap("(", join(" ", work.text("authority"), decided), ")")
    enacted = dates.bracketed(dates.year(work.date("issued")), work.date("issued"))
    enacted = enacted or dates.full(work.date("submitted"))
    return wrap("(", join(" & ", dates.year(work.date("original-date")), enacted), ")")


def _status(work: Work, witnesses: str) -> str:
    if work.kind == "hearing":
        return wrap("(testimony of ", witnesses, ")")
    return wrap("(", work.text("status"), ")") if work.kind != "legal_case" else ""


def _source(work: Work) -> str:
    if work.kind == "bill":
        parliament = join(" ", work.text("authority"), work.text("chapter-number"))
        return join(", ", bill_number(work), parliament, _code(work, _first_page(work)))
    if work.kind == "hearing":
        return join(" ", work.text("authority"), work.text("chapter-number"))
    if work.kind == "legal_case":
        reporter = _code(work, join(" ", _section(work), _first_page(work) or "___"))
        return reporter if "container-title" in work.known else _numbered(work)
    if work.kind == "treaty":
        return _code(work, _first_page(work) or _numbered(work))
    return _enactment(work)


def _enactment(work: Work) -> str:
    """A statute or regulation: Pub. L. No. 117-167, 136 Stat. 1366; 10 U.S.C. § 4801."""
    if work.kind == "legislation" and "number" not in work.known:
        return _code(work, _section(work) or _first_page(work))
    genre = work.text("genre")
    if work.kind == "legislation":
        genre = terms.capitalised(genre or ("Pub. L." if _is_public_law(work) else ""))
    place = _first_page(work) if work.kind == "legislation" else _section(work) or _first_page(work)
    return join(", ", join(" ", genre, _numbered(work)), _code(work, place))


def _is_public_law(work: Work) -> bool:
    """True for a law of the US Congress, whose number starts with that of the Congress: 117-167."""
    return bool(re.fullmatch(r"\d{2,3}[-–]\d+", work.text("number")))


def _code(work: Work, place: str) -> str:
    return join(" ", work.text("volume"), marked(work.text("container-title")), place)


def _section(work: Work) -> str:
    value = work.text("section")
    return f"{'§§' if numbers.is_plural(value) else '§'} {numbers.dashed(value)}" if value else ""


def _first_page(work: Work) -> str:
    return work.text("page-first") or re.sub(r"(?<=\d)\s*[-–].*", "", work.text("page"))


def _numbered(work: Work) -> str:
    """The number with its label; its hyphens are part of it and no range. One of a case with blanks says what it is."""
    value = work.text("number")
    docket = work.kind == "legal_case" and value[:1].isdigit() and " " not in value
    if docket or numbers.is_numeric(value) or (value and work.kind in ("legislation", "regulation")):
        return f"No. {value}"
    return terms.capitalised(value)


def _pinpoint(work: Work, locator: Locator | None) -> str:
    if locator is None:
        return ""
    at = "at " if locator.label == "page" and "page" in work.known else ""
    return at + locators.chicago(locator, legal=True)
