"""What sort of thing a work is, in words: press release, interview by, letter to, review of, PhD diss."""

from __future__ import annotations

import re

from sightline.cite import dates, names, terms, titles
from sightline.cite.chicago import contributors
from sightline.cite.chicago.form import INLINE, Form
from sightline.cite.numbers import is_numeric
from sightline.cite.phrases import italic, join
from sightline.cite.quotes import marked
from sightline.cite.work import Work

_DESCRIBED_WITH_SOURCE = frozenset(("document", "report", "software", "standard"))
_EVENTS = frozenset(("event", "paper-conference", "performance", "speech"))
_COMMON = frozenset(
    "a an anonymous author author’s background call confidential conversation correspondence discussion e-mail email"
    " expert follow-up group in in-person informal interview interviews letter message online oral personal phone"
    " private recorded semi-structured several telephone text the unpublished unrecorded video virtual written".split()
)
"""Words that open a description and are no names, so that a note may start them small."""
_FACTS = ("original-date", "original-publisher", "original-publisher-place", "publisher", "status")
"""What may stand between an occasion and a date."""
_MAKERS = (
    "author", "chair", "collection-editor", "compiler", "composer", "curator", "director", "editor",
    "editor-translator", "editorial-director", "executive-producer", "guest", "host", "illustrator", "organizer",
    "producer", "series-creator", "translator",
)  # fmt: skip


def description(work: Work, form: Form) -> str:
    """The description that follows the title."""
    if work.kind == "interview" or "interviewer" in work.known:
        return _interview(work, form)
    if work.review:
        return review(work, form)
    if work.kind == "personal_communication":
        return letter(work, form)
    if work.kind == "thesis":
        return ""
    if work.serial:
        at = occasion(work, form) if work.kind == "paper-conference" else ""
        return join(form.separator, *_sections(work, form), at)
    if "container-title" not in work.known:
        return form_of(work, form)
    if work.kind in _DESCRIBED_WITH_SOURCE or (work.kind in _EVENTS and not work.collected):
        return ""
    return form_of(work, form)


def in_container(work: Work) -> str:
    """The description that follows the name of a book or report that the work is part of."""
    if work.kind in _DESCRIBED_WITH_SOURCE or (work.kind in _EVENTS and not work.collected):
        return form_of(work, INLINE)
    return ""


def form_of(work: Work, form: Form) -> str:
    """The genre of a work without a number; an unpublished one is at least a manuscript or a message."""
    if "genre" in work.known:
        return "" if "number" in work.known else form.start(work.text("genre"))
    if work.public:
        return ""
    unpublished = {"manuscript": "unpublished manuscript", "personal_communication": "personal communication"}
    return form.start(unpublished.get(work.kind, ""))


def review(work: Work, form: Form) -> str:
    """Review of Title, by Author (CMOS 14.102)."""
    kind = "" if work.has(*_MAKERS) else "unsigned "
    words = form.start(f"{kind}review of")
    if "genre" in work.known and not work.has("reviewed-genre", "number"):
        words = form.start(work.text("genre"))
    reviewed = italic(titles.cased(work, "reviewed-title" if work.has("reviewed-title", "reviewed-genre") else "title"))
    author = contributors.phrase(work, "reviewed-author", INLINE)
    section = form.start(section_of(work))
    head = join(" ", words, work.text("reviewed-genre"), reviewed)
    return join(form.separator, join(", ", head, author, event(work)), section)


def letter(work: Work, form: Form, short: bool = False) -> str:
    """Email to Ann Lee (CMOS 14.111)."""
    to = contributors.phrase(work, "recipient", form, short)
    if not to:
        words = form_of(work, form)
        return "pers. comm." if short and words == "personal communication" else words
    genre = work.text("genre") if "number" not in work.known else ""
    sent = dates.full(work.date("event-date"))
    return join(", ", form.start(f"{genre} {to}".strip()), work.text("event-place"), sent)


def occasion(work: Work, form: Form) -> str:
    """The occasion of a talk or broadcast, with its date and place."""
    if (
        work.kind == "interview"
        or "interviewer" in work.known
        or work.review
        or not work.has("event-date", "event-title")
    ):
        return ""
    if work.kind == "personal_communication" and "recipient" in work.known:
        return ""
    if work.kind == "paper-conference" and work.collected:
        return ""
    details = ", ".join(filter(None, (work.text("event-title"), _event_day(work), work.text("event-place"))))
    return form.start(" ".join(filter(None, (_occasion_lead(work), details))))


def runs_on(work: Work) -> bool:
    """True where the date of the work, which follows the occasion, is that of the occasion too (CMOS 14.114-14.115)."""
    if not work.has("event-place", "event-title") or work.has(*_FACTS):
        return False
    paper = work.kind == "paper-conference" and "container-title" not in work.known
    return (paper or not work.serial) and not _event_day(work)


def section_of(work: Work) -> str:
    """The section of a newspaper: sec. 2, Business."""
    section = work.text("section")
    return f"sec. {section}" if is_numeric(section) else section


def event(work: Work) -> str:
    """The event of an interview or review, then its place and date."""
    if not work.has("event-date", "event-title"):
        return ""
    return join(", ", work.text("event-title"), work.text("event-place"), _event_day(work))


def own_words(work: Work, form: Form) -> str:
    """A title that only describes: interview with the authors; oral history interview by J. L. Granatstein."""
    words = work.text("title")
    if not form.bibliography and words.split()[0].lower() in _COMMON:
        words = words[0].lower() + words[1:]
    by = names.listed(work.names("interviewer"), form.names)
    named = re.search(r"\b(by|with)\b", words)
    return join(", ", join(" ", marked(words), f"by {by}" if by and not named else ""), event(work))


def _interview(work: Work, form: Form) -> str:
    who = contributors.phrase(work, "interviewer", form)
    genre = work.text("genre") if "number" not in work.known else ""
    if genre and who:
        who = f"{genre} by {who.removeprefix(terms.BY['interviewer']).strip()}"
    return join(", ", form.start(who or form_of(work, form)), event(work))


def _sections(work: Work, form: Form) -> tuple[str, str]:
    return form_of(work, form), form.start(section_of(work))


def reviewed_short(work: Work) -> str:
    """The title of the work that is reviewed, for a short note."""
    return italic(titles.cased(work, "reviewed-title" if work.has("reviewed-title", "reviewed-genre") else "title"))


def _occasion_lead(work: Work) -> str:
    if work.kind == "broadcast" and "status" in work.known:
        return work.text("status")
    at = "at" if "event-title" in work.known else ""
    if work.kind == "paper-conference":
        return f"{'' if work.has('genre') else 'paper '}presented {at}".strip()
    if work.kind == "song":
        return f"recorded {at}".strip()
    return "" if "issued" in work.known else work.text("status")


def _event_day(work: Work) -> str:
    """The day of the event, unless it is the date of the work, which is printed at the end."""
    day = dates.full(work.date("event-date"))
    return "" if day == dates.full(work.date("issued")) else day
