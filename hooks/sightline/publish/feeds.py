"""Atom feeds of what changed (RFC 4287): briefs published or updated, and what became of recommendations.

All dates come from the records, never from the clock. A date that is less precise than a day counts from the first
moment that it may mean, and is said in words in the entry. Where nothing has a date, a feed is empty and valid.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple
from xml.etree import ElementTree as ET

from sightline import urls
from sightline.model.corpus import Corpus, Key
from sightline.model.dates import Edtf
from sightline.publish.artifact import Artifact
from sightline.render import Renderer
from sightline.render.changes import Change, changes
from sightline.render.dates import written
from sightline.render.names import STATUSES, title_of

NAMESPACE = "http://www.w3.org/2005/Atom"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
BEFORE_ALL = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated: the format asks for a time."""


class Feed(NamedTuple):
    """A choice of changes under an address."""

    path: str
    title: str
    page: str
    """The page that it belongs to, from the site's root."""
    theme: str = ""
    status: str = ""
    earlier: tuple[str, ...] = ()
    """Where it was before: a program that reads feeds goes on asking there."""


def exports(render: Renderer) -> Iterator[Artifact]:
    """A feed of all changes, of each theme, of each status. A site without a known address has none."""
    if render.site_url:
        held = _sorted_out(changes(render.corpus, render.groups))
        for feed in feeds(render.corpus):
            for path in (feed.path, *feed.earlier):
                yield Artifact(path, partial(_made, render, feed, held.get((feed.theme, feed.status), [])))


def feeds(corpus: Corpus) -> Iterator[Feed]:
    """Every feed of the site."""
    title = corpus.site.title
    yield Feed(urls.feed(), f"{title}: all changes", urls.CHANGES)
    for theme in corpus.themes:
        path, *earlier = (urls.feed("themes", id_) for id_ in (theme.id, *theme.aliases))
        page = urls.of(theme.key)
        yield Feed(path, f"{title}: {theme.title}", page, theme=theme.id, earlier=tuple(earlier))
    for status in STATUSES:  # each has a feed, also before the first change
        words = status.replace("-", " ")
        path = urls.feed("status", status)
        yield Feed(path, f"{title}: recommendations that are {words}", urls.RECOMMENDATIONS, status=status)


def _sorted_out(found: Iterable[Change]) -> dict[tuple[str, str], list[Change]]:
    """The changes of each feed, by theme and status; those of all changes under two empty words."""
    sorted_out: dict[tuple[str, str], list[Change]] = {}
    for change in found:
        for name in dict.fromkeys([("", ""), ("", change.status), *((theme, "") for theme in change.themes)]):
            sorted_out.setdefault(name, []).append(change)
    return sorted_out


def _made(render: Renderer, feed: Feed, found: Sequence[Change]) -> bytes:
    root = ET.Element("feed", xmlns=NAMESPACE)
    _text(root, "title", feed.title)
    _text(root, "id", render.site_url + feed.path)
    _text(root, "updated", _moment(found[0].date) if found else BEFORE_ALL)
    _text(ET.SubElement(root, "author"), "name", render.corpus.site.title)
    ET.SubElement(root, "link", rel="self", type="application/atom+xml", href=render.site_url + feed.path)
    ET.SubElement(root, "link", rel="alternate", type="text/html", href=render.site_url + feed.page)
    for change in found:
        _entry(root, render, change)
    ET.indent(root, " ")
    return f"{DECLARATION}{ET.tostring(root, encoding='unicode')}\n".encode()


def _entry(root: ET.Element, render: Renderer, change: Change) -> None:
    address = render.site_url + urls.of(change.key)
    entry = ET.SubElement(root, "entry")
    _text(entry, "title", f"{change.record}: {change.what}")
    _text(entry, "id", f"{address}#{change.name}")
    _text(entry, "updated", _moment(change.date))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    for theme in change.themes:
        ET.SubElement(entry, "category", term=theme, label=title_of(render.corpus, Key("theme", "", theme)))
    _text(entry, "summary", f"{change.text} ({_when(render, change)})")


def _when(render: Renderer, change: Change) -> str:
    """When it happened, as precisely as the record says, and who says so."""
    if change.source is None:
        return f"{change.what.capitalize()}: {written(change.date)}."
    return f"{written(change.date)}; source: {title_of(render.corpus, change.source)}."


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _moment(date: Edtf) -> str:
    """The first moment that a date may mean."""
    day = date.start
    return f"{day.year:04}-{day.month or 1:02}-{day.day or 1:02}T00:00:00Z"
