"""What an entry starts with: who made the work, a body in their place, or the title (APA 9.7-9.12)."""

from __future__ import annotations

from collections.abc import Iterator

from sightline.cite.apa import people, titling
from sightline.cite.names import Names
from sightline.cite.phrases import join
from sightline.cite.quotes import marked
from sightline.cite.work import ENTRIES, LEGAL, TALKS, WEB, Work

_LED_BY_TITLE = ENTRIES | {"book", "classic"}


def head(work: Work) -> tuple[str, Work]:
    """Who made the work, or what stands in their place; and what is left to print."""
    if role := leading_role(work):
        who = work.names(role)
        label = "" if role in ("composer", "author") else f" ({people.label(role, who)})"
        author = people.inverted(who)
        return author + label, _without_author(work.without(role), author)
    for variable in bodies(work):
        if body := marked(work.text(variable)):
            return body, _without_author(work.without(variable), work.text(variable))
    if title := titling.title(work):
        return join(" ", title, titling.identifier(work)), work.without("title")
    return titling.titled(work), work.without("title", "genre")


def leading(work: Work) -> Names:
    """The names that an in-text citation begins with; empty where something else stands there, or nothing is told."""
    if work.kind in LEGAL or (work.kind in TALKS and not work.public):
        return ()
    if work.kind in TALKS:
        return work.names("author")
    return work.names(leading_role(work))


def leading_role(work: Work) -> str:
    """The role of those whom the entry begins with; empty where nobody stands there."""
    return next(filter(work.names, _roles(work)), "")


def bodies(work: Work) -> tuple[str, ...]:
    """The variables that may name a body in the place of people."""
    if work.kind in ("software", "webpage", "entry-dictionary", "entry-encyclopedia"):
        return ("publisher",)
    return ("authority",) if work.kind == "standard" else ()


def _without_author(work: Work, author: str) -> Work:
    """An author that publishes itself is not named again (APA 9.29, 10.16)."""
    variables = ("publisher", "container-title") if work.kind in WEB else ("publisher",)
    same = [name for name in variables if work.text(name) == author]
    return work.without(*same) if same else work


def _roles(work: Work) -> Iterator[str]:
    yield from ("composer", "author", "illustrator")
    if work.kind == "broadcast":
        yield "script-writer"
    yield from ("director", "host", "guest", "producer")
    if work.kind in ("entry-dictionary", "entry-encyclopedia") and "publisher" in work.known:
        return
    if "container-title" in work.known and work.kind in _LED_BY_TITLE:
        return
    yield from ("executive-producer", "series-creator")
    if "container-title" not in work.known or work.kind in WEB:
        yield from ("editor-translator", "editor", "editorial-director", "compiler")
    if work.kind in ("event", "performance", "speech"):
        yield from ("chair", "organizer")
    yield from ("curator", "collection-editor")
