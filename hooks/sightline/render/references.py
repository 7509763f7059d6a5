"""Formatted references as HTML, Markdown and plain text, each made once while pages ask for it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from markupsafe import Markup, escape

from sightline import cite
from sightline.cite.locators import labelled, locator_of
from sightline.model.corpus import Corpus
from sightline.model.keys import source_key
from sightline.model.shared import Source
from sightline.render.escaping import finished
from sightline.render.prose_markdown import reference


def csl_item(source: Source) -> dict[str, Any]:
    """A source as one CSL item, with the names of CSL."""
    return {"id": source.id, "type": source.type, "title": source.title, **source.item}


_ENDED = re.compile(r"[.?!](?:[”’]|</\w+>)*\Z")
_QUOTES = re.compile(r"[”’]+(?=(?:</\w+>)*\Z)")


def closed(html: Markup) -> Markup:
    """A citation with a final full stop, unless it ends with a mark of its own; CMOS 18 puts it inside quotation marks."""
    if not html or html.endswith((".", "?", "!")):
        return html
    if not html.endswith(("”", "’", ">")):
        return finished(f"{html}.")
    if _ENDED.search(html):
        return html
    text, quotes = str(html), _QUOTES.search(html)
    end = quotes.start() if quotes else len(text)
    return finished(f"{text[:end]}.{text[end:]}")


def unlinked(tokens: cite.Tokens) -> Markup:
    """A reference without links: most stand inside a link to the page of their source, or are there to be copied."""
    return finished(cite.to_html(tokens, linked=False))


class _Citation(NamedTuple):
    """One citation in a note: its texts take less room than the tokens that they are made of."""

    html: Markup
    """Without a final full stop."""
    markdown: str
    """Without a final full stop."""
    plain: str
    """Of the full form alone; empty of a short one."""


@dataclass(slots=True)
class _InNotes:
    """A work as notes cite it."""

    work: cite.Work
    citations: dict[tuple[bool, str, str | None], _Citation] = field(default_factory=dict)
    """By form (true for short), label and locator."""


@dataclass(slots=True)
class References:
    """The formatted references of a corpus, kept once they are made."""

    corpus: Corpus
    _items: dict[str, dict[str, Any]] = field(default_factory=dict)
    _in_notes: dict[str, _InNotes] = field(default_factory=dict)
    _bibliography: dict[str, cite.Tokens] = field(default_factory=dict)
    """The entries of a bibliography: here as tokens, then without links and as plain text."""
    _html: dict[str, Markup] = field(default_factory=dict)
    _plain: dict[str, str] = field(default_factory=dict)
    _keys: dict[str, cite.SortKey] = field(default_factory=dict)
    _short: dict[str, str] = field(default_factory=dict)
    """The short forms, as plain text."""
    _parts: tuple[tuple[str, object], cite.Parts] | None = None
    """How the parts of a brief on one page are cited: kept while one after the other is asked for."""

    def __post_init__(self) -> None:
        self._items = {source.id: csl_item(source) for source in self.corpus.sources}

    def item(self, source: str) -> dict[str, Any]:
        """The CSL item of a source."""
        return self._items[source]

    def work(self, source: str) -> cite.Work:
        """A source as a work to be cited, in whatever style."""
        return self._of(source).work

    def let_go(self, source: str) -> None:
        """Forget how notes cite a source, and what its entry is made of: lists show no more of it than the entry."""
        self._in_notes.pop(source, None)
        if source in self._bibliography:
            self.entry(source)
            del self._bibliography[source]

    def bibliography(self, source: str) -> cite.Tokens:
        """A reference as it stands in a bibliography, for any medium."""
        if source not in self._bibliography:
            self._bibliography[source] = cite.bibliography(self.work(source))
        return self._bibliography[source]

    def parts(self, brief: str, item: cite.Item) -> cite.Parts:
        """How parts of a brief are cited that stand on the same page of it as this one."""
        shared = brief, item.get("page")
        if not self._parts or self._parts[0] != shared:
            self._parts = shared, cite.Parts.of(item)
        return self._parts[1]

    def recall(self, known: Mapping[str, Sequence[Any]]) -> None:
        """Take over what ``known`` said in an earlier build of the sources that have not changed since."""
        for source, (made_of, text, head, title, date) in known.items():
            if made_of == self._made_of(source):
                self._plain[source] = text
                self._keys[source] = tuple(head), title, date

    def known(self) -> dict[str, list[Any]]:
        """For each source whose entry was made as plain text what it was made of, the text, and the sort key.

        Lists and tables of everything ask for all of them, so after one edit most would be made for these alone.
        """
        return {source: [self._made_of(source), text, *self.sort_key(source)] for source, text in self._plain.items()}

    def _made_of(self, source: str) -> str:
        return self.corpus.prints.get(source_key(source), b"").hex()

    def citation(self, source: str, label: str, locator: str | None, *, short: bool = False) -> cite.Tokens:
        """A citation as it stands in a note, in full or short form, for any medium."""
        make = cite.short_note if short else cite.note
        return make(self.work(source), (label, locator) if locator else None)

    def note(self, source: str, label: str, locator: str | None, *, short: bool = False) -> Markup:
        """A citation as it stands in a note, in full or short form, without a final full stop."""
        return self._citation(source, label, locator, short).html

    def note_in_markdown(self, source: str, label: str, locator: str | None, *, short: bool = False) -> str:
        """The same in Markdown."""
        return self._citation(source, label, locator, short).markdown

    def entry(self, source: str, *, linked: bool = False) -> Markup:
        """A reference as it stands in a bibliography; ``linked`` where it stands in no link itself."""
        if linked:  # on its own page alone
            return finished(cite.to_html(self.bibliography(source)))
        if source not in self._html:
            self._html[source] = unlinked(self.bibliography(source))
        return self._html[source]

    def locator(self, label: str, value: str) -> Markup:
        """A locator alone."""
        found = locator_of((label, value))
        return escape(labelled(found)) if found else Markup("")

    def sort_key(self, source: str) -> cite.SortKey:
        """What a bibliography is ordered by."""
        if source not in self._keys:
            self._keys[source] = cite.sort_key(self.work(source))
        return self._keys[source]

    def plain_note(self, source: str, label: str, locator: str | None) -> str:
        """A full citation as plain text."""
        return self._citation(source, label, locator, short=False).plain

    def plain_entry(self, source: str) -> str:
        """A bibliography entry as plain text."""
        if source not in self._plain:
            self._plain[source] = cite.to_plain(self.bibliography(source))
        return self._plain[source]

    def short_name(self, source: str) -> str:
        """The short form of a work as plain text, for labels in drawings."""
        if source not in self._short:
            self._short[source] = cite.to_plain(self.citation(source, "page", None, short=True)).rstrip(".")
        return self._short[source]

    def _of(self, source: str) -> _InNotes:
        if source not in self._in_notes:
            self._in_notes[source] = _InNotes(cite.Work.of(self._items[source]))
        return self._in_notes[source]

    def _citation(self, source: str, label: str, locator: str | None, short: bool) -> _Citation:
        made, wanted = self._of(source).citations, (short, label, locator)
        if wanted not in made:
            tokens = self.citation(source, label, locator, short=short)
            opened = cite.opened(tokens)
            made[wanted] = _Citation(unlinked(opened), reference(opened), "" if short else cite.to_plain(tokens))
        return made[wanted]
