"""Titles, and what stands in parentheses and brackets after them (APA 9.18-9.22)."""

from __future__ import annotations

import re

from sightline.cite import editions, numbers, terms, titles
from sightline.cite.apa import people, sentence_case
from sightline.cite.headline import headline
from sightline.cite.phrases import italic, join, wrap
from sightline.cite.quotes import marked
from sightline.cite.work import SERIAL, WEB, Work

_GENERIC = {
    "broadcast": "Broadcast", "collection": "Archival collection", "dataset": "Data set", "figure": "Figure",
    "graphic": "Graphic", "map": "Map", "motion_picture": "Film", "song": "Audio recording",
    "software": "Computer software", "post": "Online post", "review": "Review", "review-book": "Book review",
}  # fmt: skip
_WITH_SOURCE = frozenset(("document", "report", "software", "standard"))
_EVENTS = frozenset(("event", "paper-conference", "performance", "speech"))
_NOT_NUMBERED = SERIAL | WEB | {"broadcast", "event", "patent", "performance", "speech"}
_WHICH = (
    "chapter-number", "collection-number", "collection-title", "edition", "issue", "number-of-volumes", "page", "part-number",
    "supplement-number", "version", "volume",
)  # fmt: skip
"""What shows which edition, volume or part it is."""
_OTHERS = ("compiler", "chair", "organizer", "curator", "series-creator", "executive-producer")


def titled(work: Work) -> str:
    """The title with its parentheses and brackets."""
    if "title" in work.used:
        return "" if "genre" in work.used else wrap("[", description(work), "]")
    described = wrap("[", description(work), "]")
    if "title" not in work.known and work.kind == "report":
        return join(" ", number(work), described, identifier(work))
    if "title" in work.known:
        return join(" ", title(work), identifier(work), described)
    return join(" ", described, identifier(work))


def title(work: Work) -> str:
    """The title: italic where it stands for itself, roman where it is part of something."""
    if titles.describes(work) or (work.review and not work.has("reviewed-genre", "reviewed-title")):
        return ""
    whole = sentence_case.words(work, "title")
    if work.serial or work.kind in WEB:
        whole = join(": ", whole, _part(work))
        return italic(whole) if work.kind in WEB or "container-title" not in work.known else whole
    return whole if "container-title" in work.known else italic(join(": ", whole, volume_title(work)))


def volume_title(work: Work) -> str:
    """Vol. 2. Title of the volume."""
    if not work.multivolume:
        return ""
    volume = _labelled("Vol.", work.text("volume"))
    if "volume-title" in work.known:
        return join(": ", join(". ", volume, sentence_case.words(work, "volume-title")), _part(work))
    if "part-title" in work.known:
        return join(", ", volume, _part(work))
    words = [text for text in (work.text("volume"), work.text("part-number")) if text and not numbers.is_numeric(text)]
    return join(", ", *words)


def identifier(work: Work) -> str:
    """(C. de Gaulle, Ed.; 2nd ed., Vol. 3)."""
    if work.kind == "patent":
        parts: tuple[str, ...] = (_patent(work),)
    elif work.kind in WEB or "container-title" not in work.known:
        own = "" if work.kind == "report" and "title" not in work.known else number(work)
        parts = (contributors(work), own, edition_and_volume(work))
    else:
        own = number(work) if work.kind in ("broadcast", "graphic", "map", "motion_picture") else ""
        parts = (contributors(work), own)
    return wrap("(", join("; ", *parts), ")")


def contributors(work: Work) -> str:
    """Interviewers, editors, translators and others."""
    if work.used.issuperset(work.people):
        return ""
    interviewer = ["interviewer"] if "title" in work.known and not titles.describes(work) else []
    if work.serial:
        roles = [*interviewer, "translator", "narrator"]
    elif "container-title" in work.known and work.kind not in WEB:
        translator = [] if "editor-translator" in work.known else ["translator"]
        roles = [*interviewer, "illustrator", "narrator", *translator]
    else:
        roles = [*interviewer, "illustrator", "narrator", "editor-translator", "editor", "translator", *_OTHERS]
    if "editor" in roles and (both := work.edited_and_translated()) is not work:
        work = both
        roles = [*roles, "editor-translator"] if "editor-translator" not in roles else roles
    container = work.names("container-author")
    by = f"By {people.direct(container)}" if container and "container-title" not in work.known else ""
    return "; ".join(
        text for text in (by, *(people.with_label(work, role) for role in roles if role in work.people)) if text
    )


def number(work: Work) -> str:
    """Report No. 12."""
    value = work.text("number")
    if not value:
        return ""
    genre = headline(work.text("genre"), work.language())
    if genre and work.kind == "thesis":
        genre = "Publication"
    labelled = numbers.is_numeric(value) and work.kind != "standard"
    return join(" ", terms.capitalised(genre), f"No. {value}" if labelled else terms.capitalised(value))


def edition_and_volume(work: Work) -> str:
    """2nd ed., Vol. 3, pp. 12–15."""
    if work.serial or work.kind in _NOT_NUMBERED or not work.has(*_WHICH):
        return ""
    edition = editions.edition(work.text("edition")).replace("rev. ed.", "Rev. ed.")
    series = ""
    if work.kind in ("document", "report", "standard"):
        series = join(" ", titles.cased(work, "collection-title"), work.text("collection-number"))
    version = work.text("version")
    return join(
        ", ", f"Version {version}" if version else "", edition, series, _labelled("Suppl.", work.text("supplement-number")),
        _volumes(work), "" if "part-title" in work.known else _labelled("Pt.", work.text("part-number")),
        _labelled("Issue", work.text("issue")), _pages(work),
    )  # fmt: skip


def description(work: Work) -> str:
    """What the work is, where its form is out of the ordinary."""
    if work.kind == "interview" or "interviewer" in work.known:
        return _interview(work)
    if work.review:
        return _review(work)
    if work.kind == "personal_communication" and titles.describes(work):
        return marked(work.text("title"))
    if work.kind == "personal_communication":
        to = people.named(work.names("recipient"))
        return f"{_form(work)} to {to}" if to else _form(work)
    if work.kind == "thesis":
        school = work.text("publisher") if work.has("archive", "DOI", "URL") else ""
        sort = join(", ", terms.capitalised(work.text("genre")), school)
        return join("; ", sort, terms.capitalised(work.text("medium")))
    if work.kind == "song" and "performer" in work.known and work.has("author", "composer"):
        return f"{_form(work)} recorded by {people.direct(work.names('performer'))}"
    if work.serial or "container-title" not in work.known:
        return _form(work)
    return "" if work.kind in _WITH_SOURCE or (work.kind in _EVENTS and not work.collected) else _form(work)


def description_in_container(work: Work) -> str:
    """The same, after the work that it is part of."""
    shown = work.kind in _WITH_SOURCE or (work.kind in _EVENTS and not work.collected)
    return wrap("[", _form(work), "]") if shown else ""


def _form(work: Work) -> str:
    genre = "" if "number" in work.known else terms.capitalised(work.text("genre"))
    form = "; ".join(text for text in (genre, terms.capitalised(work.text("medium"))) if text)
    if form or work.has("genre", "medium"):
        return form
    if work.kind in ("interview", "personal_communication"):
        public = "Interview" if work.kind == "interview" else "Letter"
        return public if work.public else "Personal communication"
    if work.kind == "manuscript":
        return "" if work.public else "Unpublished manuscript"
    if work.kind == "motion_picture" and "URL" in work.known:
        return "Video"  # what is seen at an address; CSL has one type for both (APA 10.12)
    return _GENERIC.get(work.kind, "")


def _interview(work: Work) -> str:
    who = people.direct(work.names("interviewer"))
    if titles.describes(work):
        words = work.text("title")
        named = re.search(r"\b(by|with)\b", words)
        return join(" ", marked(words), f"by {who}" if who and not named else "")
    if who and "title" not in work.known:
        genre = terms.capitalised(work.text("genre"))
        return join("; ", f"{genre or 'Interview'} by {who}", "" if genre else terms.capitalised(work.text("medium")))
    if who:
        genre = "" if "number" in work.known else terms.capitalised(work.text("genre"))
        return join("; ", genre, terms.capitalised(work.text("medium")))
    return _form(work)


def _review(work: Work) -> str:
    book = work.kind == "review-book"
    lead = "Review of the book" if book else "Review of"
    if "reviewed-genre" in work.known:
        lead = f"Review of the {work.text('reviewed-genre')}"
    elif "number" not in work.known and "genre" in work.known:
        lead = terms.capitalised(work.text("genre"))
    variable = "reviewed-title" if work.has("reviewed-title", "reviewed-genre") else "title"
    by = people.direct(work.names("reviewed-author"))
    reviewed = join(" ", lead, italic(sentence_case.words(work, variable)))
    return join(", ", reviewed, f"by {by}" if by else "")


def _part(work: Work) -> str:
    number, name = work.text("part-number"), sentence_case.words(work, "part-title")
    if not name and numbers.is_numeric(number):
        return ""
    return join(". ", _labelled("Pt.", number), name)


def _labelled(label: str, value: str) -> str:
    if not value:
        return ""
    several = label in ("Vol.", "Pt.") and numbers.is_plural(value)
    label = f"{label[:-1]}s." if several else label
    return f"{label} {numbers.dashed(value)}" if numbers.is_numeric(value) else terms.capitalised(value)


def _volumes(work: Work) -> str:
    volume, many = work.text("volume"), work.text("number-of-volumes")
    if volume:
        shown = numbers.is_numeric(volume) and not work.has("volume-title", "part-title")
        return _labelled("Vol.", volume) if shown else ""
    return f"Vols. 1–{many}" if many.isdecimal() and int(many) > 1 else ""


def _pages(work: Work) -> str:
    if "page" in work.known:
        text = numbers.pages(work.text("page"), shorten=False)
        return f"{'pp.' if numbers.is_plural(work.text('page')) else 'p.'} {text}"
    if "chapter-number" in work.known and work.has("genre", "title"):
        return _labelled("Chapter", work.text("chapter-number"))
    return ""


def _patent(work: Work) -> str:
    name = terms.capitalised(work.text("genre") or "patent")
    value = work.text("number")
    return join(" ", work.text("authority"), name, f"No. {value}" if value else "")
