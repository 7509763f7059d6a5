"""One Markdown page while it is written: it knows which notes it calls, and sets them out at its end."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from sightline.link import key_for
from sightline.model.corpus import Corpus, Key, Note, Resolved, Support
from sightline.model.prose import Prose
from sightline.publish.markdown.phrases import Phrases
from sightline.render import Renderer
from sightline.render.chart import kinds_in_words
from sightline.render.names import count, title_of
from sightline.render.notes import set_out
from sightline.render.prose_markdown import blocks, escaped, inline, link, reference

AT_ONCE = 1000
"""How many items or paragraphs are written at once."""


@dataclass(slots=True)
class Writer:
    """Writes the Markdown twin of one page."""

    phrases: Phrases
    """Shared by the pages of a site."""
    brief: str = ""
    """The brief of the page; its notes are labelled by their numbers alone."""
    parts: list[str] = field(default_factory=list)
    """What stands one after the other, each with the end of its line."""
    called: dict[Key, None] = field(default_factory=dict)

    @property
    def render(self) -> Renderer:
        """What the page is made with."""
        return self.phrases.render

    @property
    def corpus(self) -> Corpus:
        """The corpus of the page."""
        return self.phrases.render.corpus

    def add(self, *parts: str) -> None:
        """Add paragraphs; empty ones are left out."""
        for part in filter(None, parts):
            self.parts.append(f"{part}\n\n")

    def items(self, items: Iterable[str], *, ordered: bool = False) -> None:
        """Add a list; an item may have lines of its own."""
        before = len(self.parts)
        self.parts += _items(items, ordered=ordered)
        if len(self.parts) > before:
            self.parts.append("\n")

    def text(self, prose: Prose | None, brief: str = "") -> str:
        """A text with its paragraphs; ``brief`` is the one that bare references in it mean."""
        return blocks(prose, self, brief or self.brief) if prose else ""

    def words(self, prose: Prose | None, brief: str = "") -> str:
        """A text in one line."""
        return inline(prose, self, brief or self.brief) if prose else ""

    def link(self, key: Key, words: str = "") -> str:
        """A link to a record, by its title where no words are given."""
        return link(escaped(words), self.phrases.address(key)) if words else self.phrases.link(key)

    def links(self, kind: str, ids: Iterable[str]) -> str:
        """Links to shared records, with commas between them."""
        return ", ".join(self.link(Key(kind, "", one)) for one in ids)

    def support(self, support: Support) -> str:
        """How well a statement is supported, in a sentence."""
        if not support.sources:
            return f"Support: {', '.join(support.labels)}."
        houses = f" from {count(support.publishers, 'publisher')}" if support.publishers else ""
        labels = f" ({', '.join(support.labels)})" if support.labels else ""
        notes = count(support.notes, "note")
        return (
            f"Support: {count(support.sources, 'source')}{houses}, cited in {notes}: {kinds_in_words(support)}{labels}."
        )

    def cite(self, key: Key, chicago: str = "") -> None:
        """Add how to cite the record; ``chicago`` is that reference where it stands on the page already."""
        cited = self.render.cite_this(key)
        date = cited.date.text if cited.date else "no date"
        self.add("## Cite this")
        self.items(
            [
                f"Chicago: {chicago or reference(cited.chicago)}",
                f"APA: {reference(cited.apa)}",
                f"Permanent address: <{cited.address}>",
                f"Version: {cited.version}; date: {date}",
            ]
        )

    def finish(self) -> Iterator[bytes]:
        """The page in parts: what was added, the notes called, and the works that they stand for."""
        if self.called:
            notes = set_out(self.called, self.brief, self.corpus.notes, self.note)
            self.add("## Notes", *(f"[^{self._label(note.key)}]: {body}" for note, body in notes))
            self.sources(work.source for note, _ in notes for work in note.resolved)
        self.parts.append(self.parts.pop()[:-1])  # no empty line at the end
        for start in range(0, len(self.parts), AT_ONCE):
            yield b"".join([part.encode() for part in self.parts[start : start + AT_ONCE]])

    def sources(self, sources: Iterable[str], heading: str = "## Sources") -> None:
        """Add a bibliography."""
        ordered = sorted(dict.fromkeys(sources), key=self.render.references.sort_key)
        if ordered:
            self.add(heading)
            self.items(map(self.phrases.entry, ordered))

    def note(self, note: Note) -> str:
        """A note as it is printed, its comment, and what it stands for where it is not printed in full."""
        printed, works = self.phrases.note(note)
        comment = self.words(note.record.comment, note.record.brief)
        return " ".join(filter(None, (printed, comment, works))) or "Empty note."

    def work(self, work: Resolved) -> str:
        """What a note stands for, in full, with the way to its page."""
        return f"{self.phrases.work(work)} ({self.phrases.by_id(work.source)})"

    def mark(self, reference: str, brief: str) -> str:
        """The label of a note, which is called from now on."""
        key = key_for("endnote", reference, brief)
        self.called[key] = None
        return self._label(key)

    def record(self, kind: str, reference: str, brief: str) -> tuple[str, str]:
        """The address and the title of a record."""
        key = key_for(kind, reference, brief)
        return self.phrases.address(key), title_of(self.corpus, key)

    def web(self, address: str) -> str:
        """An address outside the records, as it is written in the file."""
        return self.phrases.web(address)

    def _label(self, key: Key) -> str:
        return key.id if key.brief == self.brief else f"{key.brief}-{key.id}"


def listed(items: Iterable[str], *, ordered: bool = False) -> str:
    """A list; an item may have lines of its own."""
    return "".join(_items(items, ordered=ordered)).removesuffix("\n")


def _items(items: Iterable[str], *, ordered: bool) -> list[str]:
    """The items with their signs, each with the end of its line."""
    if ordered:
        return [_item(f"{place}. ", item) for place, item in enumerate(items, 1)]
    return [_item("- ", item) for item in items]


def _item(sign: str, text: str) -> str:
    """A list item; its lines after the first stand below the words of the first."""
    if "\n" in text:
        text = _LINE.sub("\n" + " " * len(sign), text)
    return f"{sign}{text}\n"


_LINE = re.compile(r"\n(?=[^\n])")
"""Where a line starts that is not empty."""
