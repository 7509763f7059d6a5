"""Atom feeds of what changed (RFC 4287): briefs published or updated, and what became of recommendations.

All dates come from the records, never from the clock. A date that is less precise than a day counts from the first
moment that it may mean, and is said in words in the entry. Where nothing has a date, a feed is empty and valid.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from xml.etree import ElementTree as ET

from sightline import urls
from sightline.link import key_of
from sightline.model.brief import Brief, Recommendation, StatusEntry
from sightline.model.corpus import Corpus, Key
from sightline.model.dates import Edtf
from sightline.model.prose import plain
from sightline.publish.artifact import Artifact
from sightline.render import Renderer
from sightline.render.dates import written
from sightline.render.names import STATUSES, brief_name, title_of

NAMESPACE = "http://www.w3.org/2005/Atom"
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
BEFORE_ALL = "1970-01-01T00:00:00Z"
"""When a feed without entries was updated: the format asks for a time."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that happened to a record."""

    key: Key
    name: str
    """What sets it apart from other changes of the record."""
    date: Edtf
    title: str
    text: str
    themes: tuple[str, ...]
    status: str = ""
    """What the recommendation came to; empty for a brief."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A choice of changes under an address."""

    path: str
    title: str
    page: str
    """The page that it belongs to, from the site's root."""
    theme: str = ""
    status: str = ""

    def holds(self, change: Change) -> bool:
        """True where the change belongs in the feed."""
        return (not self.theme or self.theme in change.themes) and (not self.status or self.status == change.status)


def exports(render: Renderer) -> Iterator[Artifact]:
    """A feed of all changes, of each theme, of each status. A site without a known address has none."""
    if render.site_url:
        for feed in feeds(render.corpus):
            yield Artifact(feed.path, partial(_made, render, feed))


def feeds(corpus: Corpus) -> Iterator[Feed]:
    """Every feed of the site."""
    title = corpus.site.title
    yield Feed(urls.feed(), f"{title}: all changes", urls.HOME)
    for theme in corpus.themes:
        path = urls.feed("themes", theme.id)
        yield Feed(path, f"{title}: {theme.title}", urls.of(key_of(theme)), theme=theme.id)
    for status in STATUSES:  # each has a feed, also before the first change
        words = status.replace("-", " ")
        path = urls.feed("status", status)
        yield Feed(path, f"{title}: recommendations that are {words}", urls.RECOMMENDATIONS, status=status)


def changes(corpus: Corpus) -> list[Change]:
    """Every dated change, the newest first; equal dates by address."""
    found = [*_of_briefs(corpus), *_of_recommendations(corpus)]
    found.sort(key=lambda change: (urls.of(change.key), change.name))
    found.sort(key=lambda change: change.date.start, reverse=True)
    return found


def _of_briefs(corpus: Corpus) -> Iterator[Change]:
    for brief in corpus.briefs:
        named = [one.themes for one in corpus.findings if one.brief == brief.id]
        named += [one.themes for one in corpus.recommendations if one.brief == brief.id]
        themes = tuple(dict.fromkeys(chain.from_iterable(named)))
        for name, verb, date in (("issued", "published", brief.issued), ("updated", "updated", brief.updated)):
            if date:
                yield _of_brief(brief, name, verb, date, themes)


def _of_brief(brief: Brief, name: str, verb: str, date: Edtf, themes: tuple[str, ...]) -> Change:
    text = f"{plain(brief.standfirst)} ({verb.capitalize()}: {written(date)}.)"
    return Change(key_of(brief), name, date, f"{brief_name(brief)}: {verb}", text, themes)


def _of_recommendations(corpus: Corpus) -> Iterator[Change]:
    for one in corpus.recommendations:
        for place, entry in enumerate(one.status, 1):
            yield _of_status(corpus, one, entry, f"status-{place}")


def _of_status(corpus: Corpus, one: Recommendation, entry: StatusEntry, name: str) -> Change:
    words = entry.status.replace("-", " ")
    note = f"{plain(entry.note)} " if entry.note else ""
    source = title_of(corpus, Key("source", "", entry.source))
    text = f"{note}{plain(one.statement)} ({written(entry.date)}; source: {source}.)"
    return Change(key_of(one), name, entry.date, f"{one.title}: {words}", text, one.themes, entry.status)


def _made(render: Renderer, feed: Feed) -> bytes:
    found = [change for change in changes(render.corpus) if feed.holds(change)]
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
    _text(entry, "title", change.title)
    _text(entry, "id", f"{address}#{change.name}")
    _text(entry, "updated", _moment(change.date))
    ET.SubElement(entry, "link", rel="alternate", type="text/html", href=address)
    for theme in change.themes:
        ET.SubElement(entry, "category", term=theme, label=title_of(render.corpus, Key("theme", "", theme)))
    _text(entry, "summary", change.text)


def _text(parent: ET.Element, name: str, text: str) -> None:
    ET.SubElement(parent, name).text = text


def _moment(date: Edtf) -> str:
    """The first moment that a date may mean."""
    day = date.start
    return f"{day.year:04}-{day.month or 1:02}-{day.day or 1:02}T00:00:00Z"
