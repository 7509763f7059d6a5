"""APA references put together: a reference-list entry and its in-text citation (APA 8.10-8.36, 9.4-9.37)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sightline.cite import dates, doi, legal, numbers, terms, titles
from sightline.cite.apa import people, titling
from sightline.cite.locators import Locator
from sightline.cite.names import Names
from sightline.cite.punctuation import finish, quoted
from sightline.cite.tokens import Tokens, italic, join, link, plain, wrap
from sightline.cite.work import ENTRIES, LEGAL, SERIAL, TALKS, WEB, Work

_TO_THE_DAY = frozenset(
    ("article-magazine", "article-newspaper", "broadcast", "collection", "document", "event", "motion_picture",
     "pamphlet", "performance", "personal_communication", "post", "post-weblog", "song", "speech", "webpage")
)  # fmt: skip
_LED_BY_TITLE = ENTRIES | {"book", "classic"}
_ORIGINAL = ("original-date", "original-publisher", "original-title")
_BC = re.compile(r"\bBC\Z")
_PLACED = ("collection-title", "issue", "number", "page", "supplement-number", "volume", "volume-title")


@dataclass(frozen=True, slots=True)
class Told:
    """What tells a work from others of the same list that would be cited alike (APA 8.18-8.20)."""

    letter: str = ""
    """After the year: 2020a."""
    shown: int = 1
    """How many names stand before "et al."."""
    initials: bool = False
    """Whether the first name has its initials."""


ALONE = Told()


def bibliography(work: Work, letter: str = "") -> Tokens:
    """A reference-list entry; no full stop after the address. ``letter`` goes with the year, where there is one."""
    if work.kind in LEGAL:
        return join(
            " ",
            finish(legal.reference(work, None, people.named(work.names("author")))),
            address(work),
            finish(plain(work.text("references"))),
        )
    lead, rest = _head(work)
    lead = join(" ", lead, _with(work))
    entry = finish(join(". ", lead, _date(work, letter), titling.titled(rest), source(rest)))
    return join(" ", entry, address(work), finish(_history(work), ""))


def in_text(work: Work, locator: Locator | None = None, told: Told = ALONE) -> Tokens:
    """(Obecny et al., 2017, p. 87)."""
    date = _lettered(_short_date(work), told.letter)
    return finish(wrap("(", join(", ", _short_head(work, told), date, _place(work, locator)), ")"), "")


def leading(work: Work) -> Names:
    """The names that an in-text citation begins with; empty where something else stands there, or nothing is told."""
    if work.kind in LEGAL or (work.kind in TALKS and not work.public):
        return ()
    if work.kind in TALKS:
        return work.names("author")
    return next((who for role in _roles(work) if (who := work.names(role))), ())


def _lettered(date: str, letter: str) -> str:
    """2020a; n.d.-a (APA 8.19)."""
    if not letter:
        return date
    return f"{date}{letter}" if date[-1:].isdecimal() else f"{date}-{letter}"


def address(work: Work) -> Tokens:
    """DOI or URL; the day of retrieval only for a page without a date (APA 9.16)."""
    if found := doi.link_of(work):
        return found
    url = link(work.text("URL"))
    accessed = dates.full(work.date("accessed"))
    if url and accessed and not work.has("issued", "status"):
        return join(" ", f"Retrieved {accessed}, from", url)
    return url


def source(work: Work) -> Tokens:
    """Where the work appeared, and who published it."""
    if work.kind in WEB:
        whole: Tokens = ()
    else:
        whole = _serial(work) if work.serial else _container(work)
    site = titles.cased(work, "container-title") if work.kind in WEB else ()
    return join(". ", whole, _publisher(work), _archive(work), _event(work), site)


def _head(work: Work) -> tuple[Tokens, Work]:
    """Who made the work, or what stands in their place; and what is left to print."""
    role = next((role for role in _roles(work) if work.names(role)), "")
    if role:
        who = work.names(role)
        label = "" if role in ("composer", "author") else f" ({people.label(role, who)})"
        author = people.inverted(who)
        return plain(author + label), _without_author(work.without(role), author)
    for variable in _bodies(work):
        if body := titles.rich(work.text(variable)):
            return body, _without_author(work.without(variable), work.text(variable))
    if title := titling.title(work):
        return join(" ", title, titling.identifier(work)), work.without("title")
    return titling.titled(work), work.without("title", "genre")


def _with(work: Work) -> Tokens:
    """(with Craig, G. A.), after the author or editor of a whole."""
    whole = work.kind in ("book", "musical_score", "pamphlet", "report", "standard")
    led = work.has("author", "compiler", "composer", "editor", "editor-translator", "illustrator")
    return wrap("(with ", people.inverted(work.names("contributor")), ")") if whole and led else ()


def _without_author(work: Work, author: str) -> Work:
    """An author that publishes itself is not named again (APA 9.29, 10.16)."""
    same = [name for name in ("publisher", "container-title") if work.text(name) == author]
    return work.without(*(name for name in same if name == "publisher" or work.kind in WEB))


def _roles(work: Work) -> Iterator[str]:
    yield from ("composer", "author", "illustrator")
    if work.kind == "broadcast":
        yield "script-writer"
    yield from ("director", "host", "guest", "producer")
    if work.kind in ("entry-dictionary", "entry-encyclopedia") and work.has("publisher"):
        return
    if work.has("container-title") and work.kind in _LED_BY_TITLE:
        return
    yield from ("executive-producer", "series-creator")
    if not work.has("container-title") or work.kind in WEB:
        yield from ("editor-translator", "editor", "editorial-director", "compiler")
    if work.kind in ("event", "performance", "speech"):
        yield from ("chair", "organizer")
    yield from ("curator", "collection-editor")


def _bodies(work: Work) -> tuple[str, ...]:
    if work.kind in ("software", "webpage", "entry-dictionary", "entry-encyclopedia"):
        return ("publisher",)
    return ("authority",) if work.kind == "standard" else ()


def _date(work: Work, letter: str = "") -> Tokens:
    """(2025, July 2)."""
    issued = _issued(work)
    if not issued:
        return plain(f"({_lettered(work.text('status').lower() or 'n.d.', letter)})")
    year = _lettered(_year(issued), letter)
    by_day = work.kind in _TO_THE_DAY or (
        work.kind in ("interview", "paper-conference")
        and not (work.edited or work.has("issue", "page", "supplement-number", "volume"))
    )
    day = dates.month_day(issued) if by_day else ""
    circa = "ca. " if dates.is_uncertain(issued) else ""
    return plain(f"({circa}{year}{', ' if day else ''}{day})")


def _year(date: dates.Date) -> str:
    """2025; 44 B.C.E."""
    return _BC.sub("B.C.E.", dates.year(date))


def _issued(work: Work) -> dates.Date:
    """The date of the work, or that of the event at which a talk was given."""
    at = work.kind in ("event", "paper-conference", "performance", "speech") and not work.has("status")
    return work.date("issued") or (work.date("event-date") if at else None)


def _serial(work: Work) -> Tokens:
    name = italic(join(", ", titles.cased(work, "container-title"), titles.cased(work, "collection-title")))
    supplement = work.text("supplement-number")
    issue = join(", ", numbers.dashed(work.text("issue")), f"Suppl. {supplement}" if supplement else "")
    volume = (*italic(plain(numbers.dashed(work.text("volume")))), *wrap("(", issue, ")"))
    number = work.text("number")
    place = f"Article {number}" if number else numbers.pages(work.text("page"), shorten=False)
    status = terms.capitalised(work.text("status")) if work.has("issued") and not work.has(*_PLACED) else ""
    return join(". ", join(", ", name, volume, place), status)


def _container(work: Work) -> Tokens:
    if not work.has("container-title"):
        return ()
    title = italic(join(": ", titles.rich(work.text("container-title")), titling.volume_title(work)))
    named = join(", ", _container_people(work), title)
    own = () if work.kind in ("broadcast", "graphic", "map", "motion_picture") else titling.number(work)
    marks = wrap("(", join("; ", own, titling.edition_and_volume(work)), ")")
    return join(" ", "On" if work.kind == "song" else "In", named, marks, titling.description_in_container(work))


def _container_people(work: Work) -> str:
    roles = ("container-author", "executive-producer", "series-creator", "editor-translator", "editor",
             "editorial-director", "compiler", "curator", "collection-editor")  # fmt: skip
    role = next((role for role in roles if work.names(role)), "")
    if not role:
        return ""
    who = work.names(role)
    if role == "editor" and who == work.names("translator"):
        role = "editor-translator"
    label = "" if role == "container-author" else f" ({people.label(role, who)})"
    return people.direct(who) + label


def _publisher(work: Work) -> Tokens:
    if work.kind == "thesis" and work.has("archive", "DOI", "URL"):
        return ()
    if work.kind in SERIAL or (work.kind == "paper-conference" and not work.edited):
        return ()
    return titles.rich(work.text("publisher"))


def _archive(work: Work) -> Tokens:
    collection, place = work.text("archive_collection"), wrap("(", work.text("archive_location"), ")")
    house, town = work.text("archive"), work.text("archive-place")
    if collection:
        return join(", ", join(" ", collection, place), house, town)
    return join(", ", join(" ", house, place), town)


def _event(work: Work) -> Tokens:
    if not work.has("event-title"):
        return ()
    if work.kind == "paper-conference" and (work.edited or work.has("issue", "page", "supplement-number", "volume")):
        return ()
    name = terms.capitalised(work.text("event-title"))
    day = work.date("event-date")
    return join(", ", name, work.text("event-place"), "" if day == _issued(work) else dates.full(day))


def _history(work: Work) -> Tokens:
    """(Original work published 1925)."""
    if not work.has("status", *_ORIGINAL):
        return ()
    status = work.text("status") if work.has("issued") and work.has(*_PLACED) else ""
    original = italic(titles.rich(work.text("original-title")))
    year = dates.year(work.date("original-date"))
    first = join(", ", wrap("as ", original), f"ca. {year}" if dates.is_uncertain(work.date("original-date")) else year,
                 work.text("original-publisher"))  # fmt: skip
    return wrap("(", join("; ", terms.capitalised(status), wrap("Original work published ", first)), ")")


def _short_head(work: Work, told: Told = ALONE) -> Tokens:
    if work.kind in LEGAL:
        return _short_title(work) if work.has("title") else plain(legal.bill_number(work))
    if work.kind in TALKS:
        who = work.names("author")
        if work.public:
            return plain(people.short(who, told.shown, told.initials)) if who else _short_title(work)
        named = plain(people.personal(who)) or _short_title(work)
        return join(", ", named, "personal communication")
    role = next((role for role in _roles(work) if work.names(role)), "")
    if role:
        return plain(people.short(work.names(role), told.shown, told.initials))
    bodies = (titles.rich(work.text(variable)) for variable in _bodies(work))
    return next((body for body in bodies if body), _short_title(work))


def _short_title(work: Work) -> Tokens:
    """The title in place of an author: quoted for a part, italic for a whole, roman for law and reports."""
    if not work.has("title") or (work.review and not work.has("reviewed-genre", "reviewed-title")):
        return wrap("[", titling.description(work), "]") or plain(legal.bill_number(work))
    variable = "title-short" if work.has("title-short") else "title"
    if work.kind in ("bill", "legislation", "regulation", "treaty"):
        return titles.cased(work, variable)
    if work.kind in ("legal_case", "post"):
        return italic(titles.rich(work.text(variable)))
    text = titles.cased(work, variable)
    quote = work.has("container-title") and work.kind not in ("hearing", "webpage")
    return quoted(text) if quote else italic(text)


def _short_date(work: Work) -> str:
    issued = _issued(work)
    if not issued:
        return work.text("status").lower() or "n.d."
    circa = "ca. " if dates.is_uncertain(issued) else ""
    if work.kind in TALKS and not work.public:
        return circa + dates.full(issued)
    first = dates.year(work.date("original-date"))
    return f"{first}/{circa}{_year(issued)}" if first else circa + _year(issued)


def _place(work: Work, locator: Locator | None) -> str:
    """p. 87; pp. 189–190; Chapter 3; § 4."""
    if locator is None:
        return ""
    paged = locator.label == "page" or numbers.is_numeric(locator.value)
    value = numbers.pages(locator.value, shorten=False) if paged else locator.value
    plural = numbers.is_plural(locator.value)
    if work.kind in LEGAL and locator.label in terms.SYMBOLS:
        return f"{terms.SYMBOLS[locator.label][plural]} {value}"
    if locator.label in ("page", "paragraph"):
        return f"{terms.LOCATORS[locator.label][plural]} {value}"
    if locator.label in ("chapter", "line", "verse") and not numbers.is_numeric(locator.value):
        return value
    word = terms.LOCATOR_WORDS.get(locator.label, locator.label)
    return f"{terms.capitalised(word)}{'s' if plural else ''} {value}"
