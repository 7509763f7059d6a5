"""What an entry starts with: an author, someone in an author's place, a periodical, or the title (CMOS 13.74-13.86)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sightline.cite import names, terms, titles
from sightline.cite.chicago.form import Form
from sightline.cite.names import Names, Parts
from sightline.cite.phrases import italic, join, wrap
from sightline.cite.quotes import marked
from sightline.cite.work import ENTRIES, PRESS, VOLUMES, Work


def head(work: Work, form: Form) -> tuple[str, Work]:
    """The head of a note or bibliography entry, empty where the title comes first; and the work without what it has used."""
    role = next(_roles(work, form.bibliography), None)
    if role:
        return _named(work, role, form), work.without(role)
    if not form.bibliography:
        return "", work
    for variable, text in _substitutes(work):
        if text:
            place = ("publisher-place",) if variable == "container-title" else ()
            return text, work.without(variable, *place)
    return "", work


def leading_names(work: Work) -> Names:
    """The people whom a bibliography sorts the work under."""
    return next((work.names(role) for role in _roles(work, True)), ())


def substitute(work: Work) -> str:
    """The body or periodical that a bibliography sorts a work without people under."""
    return next((text for _, text in _substitutes(work) if text), "")


def short_names(work: Work) -> Names:
    """The people whose family names a short note begins with; empty where something else stands there."""
    return next((work.names(role) for role in _roles(work, False)), ())


def short_head(work: Work, namesakes: Mapping[Parts, str]) -> str:
    """Family names, or what stands in for them, in a short note."""
    if people := short_names(work):
        return names.short(people, namesakes)
    if work.episode:
        return italic(titles.cased(work, _container(work)))
    for variable, text in _substitutes(work, short=True):
        if text:
            short = variable == "container-title" and work.kind != "webpage"
            return italic(titles.cased(work, _container(work))) if short else text
    return ""


def _container(work: Work) -> str:
    short = "container-title-short" in work.known and work.kind not in PRESS
    return "container-title-short" if short else "container-title"


def _roles(work: Work, bibliography: bool) -> Iterator[str]:
    """The roles that may head the entry and have names, best first."""
    return filter(work.names, _order(work, bibliography))


def _order(work: Work, bibliography: bool) -> Iterator[str]:
    yield from ("composer", "author", "guest", "host")
    if work.kind == "song":
        yield "performer"
    if _title_leads(work, bibliography):
        return
    yield "illustrator"
    if work.has("number-of-volumes", *VOLUMES) and "container-title" not in work.known:
        yield "collection-editor"
    if work.kind != "standard" and "container-title" not in work.known:
        yield from ("editor-translator", "editor", "translator", "collection-editor")
    yield "director"
    if not work.episode:
        yield from ("producer", "executive-producer", "series-creator")
        if work.kind == "broadcast":
            yield "contributor"
    yield from ("editorial-director", "compiler")
    if work.kind in ("event", "performance", "speech"):
        yield from ("chair", "organizer")
    yield "curator"


def _title_leads(work: Work, bibliography: bool) -> bool:
    """Kinds known by their titles, not by those who made them."""
    if bibliography:
        return work.kind == "classic" or (
            work.kind in ENTRIES and work.kind != "entry" and "container-title" in work.known
        )
    return work.kind in ("classic", "performance", "broadcast", "motion_picture", "song")


def _substitutes(work: Work, short: bool = False) -> Iterator[tuple[str, str]]:
    """In the absence of names: the site, standards body or periodical."""
    if work.kind in ("webpage", "software"):
        yield "publisher", marked(work.text("publisher"))
    if work.kind == "standard":
        yield "authority", marked(work.text("authority"))
    if "volume-title" in work.known:
        return
    container = titles.cased(work, "container-title")
    if work.kind in PRESS or work.review:
        yield "container-title", italic(container) if short else periodical(work)
    elif work.kind in ENTRIES or work.kind == "broadcast":
        yield "container-title", italic(container)
    elif work.kind == "webpage":
        yield "container-title", container


def periodical(work: Work) -> str:
    """A periodical with its place, where it is given to tell it from another: Globe (Toronto)."""
    place = "" if work.has("event-date", "event-title") else work.text("publisher-place")
    return join(" ", italic(titles.cased(work, "container-title")), wrap("(", place, ")"))


def _named(work: Work, role: str, form: Form) -> str:
    people = work.names(role)
    text = names.listed(people, form.names, invert_first=form.bibliography)
    label = (terms.ROLES if len(people) > 1 else terms.ROLE).get(role, "") if role != "author" else ""
    return f"{text}, {label}" if label else text
