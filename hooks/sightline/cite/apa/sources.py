"""Where a work appeared, and who published it: its periodical or book, archive and event (APA 9.23-9.33)."""

from __future__ import annotations

from sightline.cite import dates, numbers, terms, titles
from sightline.cite.apa import dating, people, sentence_case, titling
from sightline.cite.phrases import italic, join, wrap
from sightline.cite.quotes import marked
from sightline.cite.work import SERIAL, WEB, Work

PLACED = ("collection-title", "issue", "number", "page", "supplement-number", "volume", "volume-title")
"""What shows that a work has its place in a periodical, so that it is out."""


def source(work: Work) -> str:
    """Where the work appeared, and who published it."""
    if work.kind in WEB:
        whole, site = "", titles.cased(work, "container-title")
    else:
        whole, site = _serial(work) if work.serial else _container(work), ""
    return join(". ", whole, _publisher(work), _archive(work), _event(work), site)


def _serial(work: Work) -> str:
    name = italic(join(", ", titles.cased(work, "container-title"), titles.cased(work, "collection-title")))
    supplement = work.text("supplement-number")
    issue = join(", ", numbers.dashed(work.text("issue")), f"Suppl. {supplement}" if supplement else "")
    volume = f"{italic(numbers.dashed(work.text('volume')))}{wrap('(', issue, ')')}"
    number = work.text("number")
    place = f"Article {number}" if number else numbers.pages(work.text("page"), shorten=False)
    status = terms.capitalised(work.text("status")) if "issued" in work.known and not work.has(*PLACED) else ""
    return join(". ", join(", ", name, volume, place), status)


def _container(work: Work) -> str:
    if "container-title" not in work.known:
        return ""
    title = italic(join(": ", sentence_case.words(work, "container-title"), titling.volume_title(work)))
    named = join(", ", _container_people(work), title)
    own = "" if work.kind in ("broadcast", "graphic", "map", "motion_picture") else titling.number(work)
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


def _publisher(work: Work) -> str:
    if work.kind == "thesis" and work.has("archive", "DOI", "URL"):
        return ""
    if work.kind in SERIAL or (work.kind == "paper-conference" and not work.edited):
        return ""
    return marked(work.text("publisher"))


def _archive(work: Work) -> str:
    if not work.has("archive", "archive-place", "archive_collection", "archive_location"):
        return ""
    collection, place = work.text("archive_collection"), wrap("(", work.text("archive_location"), ")")
    house, town = work.text("archive"), work.text("archive-place")
    if collection:
        return join(", ", join(" ", collection, place), house, town)
    return join(", ", join(" ", house, place), town)


def _event(work: Work) -> str:
    if "event-title" not in work.known:
        return ""
    if work.kind == "paper-conference" and work.collected:
        return ""
    name = terms.capitalised(work.text("event-title"))
    day = work.date("event-date")
    return join(", ", name, work.text("event-place"), "" if day == dating.date_of(work) else dates.full(day))
