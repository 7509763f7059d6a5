"""Where a work stands: in a periodical, in a book, in a series, at an event (CMOS 14.8, 14.71-14.97)."""

from __future__ import annotations

from sightline.cite import locators, numbers, titles
from sightline.cite.chicago import contributors, descriptions, identifiers, publication
from sightline.cite.chicago.form import ENTRY, Form
from sightline.cite.chicago.heads import periodical
from sightline.cite.phrases import italic, join, wrap
from sightline.cite.work import ENTRIES, PRESS, WEB, Work

_UNPLACED = ("collection-title", "issue", "number", "page", "supplement-number", "volume", "volume-title")
_VOLUME_EDITORS = ("container-author", "editor", "editor-translator", "translator")


def source(work: Work, form: Form) -> str:
    """The periodical, or the book, series and event."""
    if work.kind in WEB or work.kind == "patent":
        return ""
    return _serial(work, form) if work.serial else _monographic(work, form)


def series(work: Work, form: Form) -> str:
    """A series and the number in it: Cambridge Studies 12."""
    if not work.has("collection-title", "issue"):
        return ""
    title = titles.cased(work, "collection-title")
    value = work.text("collection-number")
    editor = (
        ""
        if "number-of-volumes" in work.known or work.multivolume
        else contributors.series_editor(work, form, inline=True)
    )
    if "issue" in work.known or (title and editor):
        label = identifiers.labelled("vol.", "vols.", value)
        return join(", ", title, editor, label, identifiers.issue(work))
    if not title:
        return ""
    return join(" " if numbers.is_numeric(value) else ", ", title, value)


def locator(work: Work, form: Form) -> str:
    """The place in a book that a note points to; else its own pages. With a numbered volume, 3:24."""
    archived = work.has_all("archive", "archive_location")
    if form.locator:
        if archived and form.points_to("column", "folio", "page"):
            return ""
        text = locators.chicago(form.locator)
    else:
        text = "" if archived or "container-title" in work.known else numbers.pages(work.text("page"))
    volume = work.text("volume")
    joined = text and form.points_to("page", "") and numbers.is_numeric(volume)
    if joined and not work.has("part-number", "part-title", "volume-title", *_VOLUME_EDITORS):
        text = f"{volume}:{text}"
    return text


def _serial(work: Work, form: Form) -> str:
    issue_title = _issue_title(work, form)
    name = join(", ", _issue_kind(work, form), periodical(work), _ahead_of_print(work))
    tight = "volume" in work.known and work.kind not in PRESS and "collection-title" not in work.known
    return join(form.separator, issue_title, join(" " if tight else ", ", name, _place(work, form)))


def _issue_title(work: Work, form: Form) -> str:
    if "volume-title" not in work.known:
        return ""
    lead = "to" if work.introduction else form.start("in")
    title = join(" ", lead, titles.part_title(work, "volume-title"))
    return join(", ", title, contributors.of_container(work, form))


def _issue_kind(work: Work, form: Form) -> str:
    whole = work.kind == "periodical" and "title" in work.known
    if "container-title" not in work.known or not ("volume-title" in work.known or whole):
        return ""
    return form.start("supplement" if "supplement-number" in work.known else "special issue")


def _ahead_of_print(work: Work) -> str:
    if work.has(*_UNPLACED, "available-date", "status"):
        return ""
    return "ahead of print" if work.kind == "article-journal" and work.has_all("DOI", "issued") else ""


def _place(work: Work, form: Form) -> str:
    """Volume, issue, date and pages: 42, no. 4 (1987): 707–30."""
    if work.kind in PRESS:
        dated = join(", ", work.text("collection-title"), publication.accepted(work), publication.dated(work, form))
        edition = identifiers.edition(work, ENTRY)
        return join(", ", join(form.separator, dated, edition), _serial_locator(work, form))
    if work.has("issue", "supplement-number", "volume"):
        number = identifiers.volume(work) if work.has_all("collection-title", "volume") else _volume(work)
        which = join(", ", number, identifiers.issue(work), identifiers.supplement(work))
        which = join(" ", which, wrap("(", publication.date(work), ")"))
        which = join(", ", work.text("collection-title"), which)
        return join(": ", which, _serial_locator(work, form))
    publisher = work.text("publisher") if work.kind in ("interview", "post-weblog") else ""
    dated = join(", ", publication.accepted(work), publication.dated(work, form))
    return join(", ", work.text("collection-title"), publisher, dated, _serial_locator(work, form))


def _volume(work: Work) -> str:
    return numbers.dashed(work.text("volume"))


def _serial_locator(work: Work, form: Form) -> str:
    """The page cited; else the article number, or all pages (but not those of newspapers: CMOS 14.87, 14.89)."""
    if form.locator or "number" in work.known:
        filed = work.has("archive_collection", "archive_location", "archive-place") or "archive" not in work.known
        number = work.text("number") if filed else ""
        return ", ".join(text for text in (locators.chicago(form.locator), number) if text)
    return "" if work.kind in PRESS else numbers.pages(work.text("page"))


def _monographic(work: Work, form: Form) -> str:
    parts = [_container(work, form), contributors.of_container_apart(work, form), series(work, form)]
    if not form.bibliography or not descriptions.runs_on(work):
        parts.append(descriptions.occasion(work, form))
    return join(form.separator, *parts)


def _container(work: Work, form: Form) -> str:
    title = italic(titles.cased(work, "container-title"))
    if not title:
        return ""
    named = join(" ", _preposition(work, form), title)
    return join(", ", named, descriptions.in_container(work), identifiers.within(work, form))


def _preposition(work: Work, form: Form) -> str:
    if work.kind in ("broadcast", "motion_picture") or (work.kind in ENTRIES and not work.has("author", "composer")):
        return ""
    if work.introduction:
        return "to"
    chapter = work.text("chapter-number")
    if not chapter:
        return form.start("in")
    song = work.kind == "song"
    label = ("track " if song else "chap. ") if numbers.is_numeric(chapter) else ""
    return form.start(f"{label}{chapter} {'on' if song else 'in'}")
