"""Formatted references as HTML, each made once."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from markupsafe import Markup, escape

from sightline import cite
from sightline.cite.locators import labelled, locator_of
from sightline.model.corpus import Corpus
from sightline.model.shared import Source


def csl_item(source: Source) -> dict[str, Any]:
    """A source as one CSL item, with the names of CSL."""
    return {"id": source.id, "type": source.type, "title": source.title, **source.item}


_END = re.compile(r"^(?P<text>.*?)(?P<quotes>[”’]*)(?P<tags>(?:</\w+>)*)$", re.DOTALL)


def opened(html: Markup) -> Markup:
    """A citation without its final full stop, so that something can follow; CMOS 18 puts it inside quotation marks."""
    end = _END.match(html)
    assert end is not None  # the pattern matches any text
    return Markup(end["text"].removesuffix(".") + end["quotes"] + end["tags"])


def closed(html: Markup) -> Markup:
    """A citation with a final full stop, unless it ends with a mark of its own."""
    end = _END.match(html)
    assert end is not None  # the pattern matches any text
    if html.striptags().rstrip("”’").endswith((".", "?", "!")) or not html:
        return html
    if end["quotes"]:
        return Markup(f"{end['text']}.{end['quotes']}{end['tags']}")
    return html + Markup(".")


def _unlinked(tokens: cite.Tokens) -> cite.Tokens:
    """The tokens without links: most references stand inside a link to the page of their source."""
    return tuple(replace(token, href=None) for token in tokens)


@dataclass(slots=True)
class References:
    """The formatted references of a corpus, kept once they are made."""

    corpus: Corpus
    _items: dict[str, dict[str, Any]] = field(default_factory=dict)
    _made: dict[tuple[str, ...], Markup] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._items = {source.id: csl_item(source) for source in self.corpus.sources}

    def item(self, source: str) -> dict[str, Any]:
        """The CSL item of a source."""
        return self._items[source]

    def note(self, source: str, label: str, locator: str | None, *, short: bool = False) -> Markup:
        """A citation as it stands in a note, in full or short form, without a final full stop."""
        wanted = ("short" if short else "full", source, label, locator or "")
        if wanted not in self._made:
            make = cite.short_note if short else cite.note
            tokens = make(self._items[source], (label, locator) if locator else None)
            self._made[wanted] = opened(Markup(cite.to_html(_unlinked(tokens))))
        return self._made[wanted]

    def entry(self, source: str, *, linked: bool = False) -> Markup:
        """A reference as it stands in a bibliography; ``linked`` where it stands in no link itself."""
        wanted = ("linked entry" if linked else "entry", source)
        if wanted not in self._made:
            tokens = cite.bibliography(self._items[source])
            self._made[wanted] = Markup(cite.to_html(tokens if linked else _unlinked(tokens)))
        return self._made[wanted]

    def locator(self, label: str, value: str) -> Markup:
        """A locator alone."""
        found = locator_of((label, value))
        return escape(labelled(found)) if found else Markup("")

    def sort_key(self, source: str) -> cite.SortKey:
        """What a bibliography is ordered by."""
        return cite.sort_key(self._items[source])

    def plain_note(self, source: str, label: str, locator: str | None) -> str:
        """A full citation as plain text."""
        return str(cite.to_plain(cite.note(self._items[source], (label, locator) if locator else None)))

    def plain_entry(self, source: str) -> str:
        """A bibliography entry as plain text."""
        return str(cite.to_plain(cite.bibliography(self._items[source])))

    def short_name(self, source: str) -> str:
        """The short form of a work as plain text, for labels in drawings."""
        return str(cite.to_plain(cite.short_note(self._items[source], None))).rstrip(".")
