"""Where to find a work: its medium, the archive that keeps it, its address (CMOS 13.6, 14.127)."""

from __future__ import annotations

from sightline.cite import dates, doi, locators, numbers
from sightline.cite.chicago import identifiers
from sightline.cite.chicago.form import Form
from sightline.cite.phrases import join, link, wrap
from sightline.cite.work import Work

_ARCHIVE = ("archive", "archive-place", "archive_collection", "archive_location")


def medium(work: Work, form: Form) -> str:
    """The medium, scale and size."""
    if not work.has("medium", "scale", "dimensions"):
        return ""
    return join(", ", form.start(work.text("medium")), work.text("scale"), work.text("dimensions"))


def archive(work: Work, form: Form) -> str:
    """The archive, from the item to the institution (CMOS 14.127)."""
    if not work.has(*_ARCHIVE, "number"):
        return ""
    place = form.start(work.text("archive_location"))
    where = _archived_pages(work, form)
    collection, house, town = (work.text(name) for name in ("archive_collection", "archive", "archive-place"))
    if work.kind == "graphic":
        kept = join(", ", house, town, collection, place, where)
    else:
        kept = join(form.separator, join(", ", place, where), collection, join(", ", house, town))
    return join(" ", kept, wrap("(", _database_number(work), ")"))


def address(work: Work, form: Form) -> str:
    """DOI or URL; the day of access only where nothing else dates the work; an archived copy."""
    parts: list[str] = []
    dated_otherwise = work.has("DOI", "available-date", "event-date", "issued", "status")
    if work.has_all("accessed", "URL") and not dated_otherwise:
        accessed = dates.full(work.date("accessed"))
        parts.append(form.start(f"accessed {accessed}"))
    parts.append(doi.link_of(work) or link(work.text("URL")))
    if copy := work.text("archived"):
        parts.append(f"{form.start('archived at ')}{link(copy)}")
    return join(form.separator, *parts)


def _archived_pages(work: Work, form: Form) -> str:
    if not work.has_all("archive", "archive_location"):
        return ""
    if form.locator and form.points_to("column", "folio", "page"):
        return locators.labelled(form.locator)
    if "page" not in work.known:
        return ""
    return identifiers.labelled("p.", "pp.", numbers.pages(work.text("page")))


def _database_number(work: Work) -> str:
    """The number of a record in a database that is named as the archive."""
    if work.has("archive_collection", "archive_location", "archive-place"):
        return ""
    return (
        work.text("number") if work.kind == "thesis" or ("archive" in work.known and "genre" not in work.known) else ""
    )
