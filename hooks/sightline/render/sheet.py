"""One page while it is written: it knows its own address, so links are relative, and which notes it calls."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from markupsafe import Markup

from sightline import urls
from sightline.link import key_for
from sightline.model.addresses import from_root, is_path
from sightline.model.corpus import Corpus, Key, Note
from sightline.model.prose import Prose
from sightline.render import prose_html
from sightline.render.escaping import escaped, finished
from sightline.render.names import title_of
from sightline.render.notes import set_out
from sightline.render.references import References
from sightline.render.terms import Terms

_ROOT = "\0"
"""Stands for the way to the site's root in what is made once for many pages; no text can hold this sign."""
Rootless = list[str]
"""What was made once for many pages, parted where each of them has its way to the site's root."""
Body = Callable[["Sheet", References, Note], str]


def parted(html: str) -> Rootless:
    """What was made with the sheet of no page, ready to be completed on each."""
    return str(html).split(_ROOT)


@dataclass(slots=True)
class Sheet:
    """What templates write links, texts and marks with."""

    corpus: Corpus
    terms: Terms
    path: str
    """The page's own address."""
    brief: str = ""
    """The brief of the page; its notes have plain anchors."""
    keeps_notes: bool = True
    """True where the page shows the notes that its texts call; else marks lead to the endnotes page."""
    called: dict[Key, list[str]] = field(default_factory=dict)
    """The notes called so far, with the anchors of their marks."""
    explained: set[str] = field(default_factory=set)
    """The abbreviations explained so far in this section."""
    fresh: dict[Key, None] = field(default_factory=dict)
    """The notes called since a template last asked for those of one text."""
    bodies: dict[Key, Rootless] = field(default_factory=dict)
    """The bodies of notes of this brief that other pages of it show too."""
    up: str = ""
    """The way from here to the site's root; it follows from the address where it is not given."""
    _rootless: Sheet | None = None
    _here: str = field(init=False)
    """What an address on this page begins with."""

    def __post_init__(self) -> None:
        self.up, self._here = self.up or "../" * self.path.count("/"), f"{self.path}#"

    def rootless(self) -> Sheet:
        """A sheet for what is made once for many pages, and calls no note."""
        if self._rootless is None:
            self._rootless = Sheet(self.corpus, self.terms, path="", up=_ROOT)
        return self._rootless

    def completed(self, rootless: Rootless) -> str:
        """What was made once, as finished HTML of this page."""
        return self.up.join(rootless)

    def to(self, path: str) -> str:
        """An address from the site's root, as it is written on this page."""
        if path.startswith(self._here):
            return path[len(self.path) :]
        return self.up + path or "./"

    def to_file(self, path: str) -> str:
        """The same of a file, which often lies in the page's own folder."""
        return path[len(self.path) :] if path.startswith(self.path) else self.to(path)

    def link(self, key: Key) -> str:
        """The address of a record as it is written on this page."""
        return self.to(urls.of(key))

    def title(self, key: Key) -> str:
        """What a record is called."""
        return title_of(self.corpus, key)

    def text(self, prose: Prose | None, brief: str = "", *, explain: bool = False) -> Markup:
        """A text with paragraphs; ``brief`` is the one that bare references in it mean.

        ``explain`` leads from the first use of an abbreviation to the glossary.
        """
        return prose_html.blocks(prose, self._links(brief, explain)) if prose else Markup("")

    def words(self, prose: Prose | None, brief: str = "") -> Markup:
        """A text that runs on in a line."""
        return prose_html.inline(prose, self._links(brief)) if prose else Markup("")

    def new_section(self) -> str:
        """From here on abbreviations are explained again; writes nothing."""
        self.explained.clear()
        return ""

    def note_anchor(self, key: Key) -> str:
        """The anchor of a note on this page, which sets it out from here on, also where none of its texts marks it."""
        self.called.setdefault(key, [])
        return urls.note_anchor(self._number(key) if self.keeps_notes else key.id)

    def note_link(self, key: Key) -> str:
        """The way to a note: on this page, or where it stands among all endnotes."""
        return f"#{self.note_anchor(key)}" if self.keeps_notes else self.link(key)

    def _number(self, key: Key) -> str:
        """What tells a note apart on this page: its number, with its brief where that is another than the page's."""
        return key.id if key.brief == self.brief else f"{key.brief}-{key.id}"

    def mark(self, key: Key) -> str:
        """A note mark as finished HTML; the page remembers that it called the note."""
        marks, number = self.called.setdefault(key, []), self._number(key)
        marks.append(anchor := urls.mark_anchor(number, len(marks) + 1))
        self.fresh[key] = None
        href = f"#{urls.note_anchor(number)}" if self.keeps_notes else self.link(key)
        return (
            f'<sup class="mark"><a href="{href}" id="{anchor}" role="doc-noteref"'
            f' aria-label="Note {key.id}" data-note="{key.brief}/{key.id}">{key.id}</a></sup>'
        )

    def backlinks(self, key: Key) -> dict[int, str]:
        """The anchors of the marks of a note on this page, each with its number among them."""
        return dict(enumerate(self.called.get(key, ()), 1))

    def fresh_notes(self) -> list[Note]:
        """The notes called since this was last asked, each once, in the order of their first marks."""
        keys, self.fresh = list(self.fresh), {}
        return [self.corpus.notes[key] for key in keys]

    def set_out(self, write: Body, references: References) -> list[tuple[Note, str]]:
        """The notes called so far, and those that their own comments call, each with its body."""
        return set_out(self.called, self.brief, self.corpus.notes, lambda note: self.body(write, references, note))

    def body(self, write: Body, references: References, note: Note) -> str:
        """The body of a note. Those of the page's own brief stand on many of its pages: what calls no note is made once."""
        if note.key.brief != self.brief or note.record.comment:
            return write(self, references, note)
        made = self.bodies.get(note.key)
        if made is None:
            # kept in hand: the preview may let go of all meanwhile, for another page
            made = self.bodies[note.key] = parted(write(self.rootless(), references, note))
        return finished(self.completed(made))

    def web(self, address: str) -> str:
        """An address in a text as it is written on this page; a path starts at the site's root."""
        return self.to(from_root(address)) if is_path(address) else address

    def _links(self, brief: str, explain: bool = False) -> prose_html.Links:
        owner = brief or self.brief

        def mark(reference: str) -> str:
            return self.mark(key_for("endnote", reference, owner))

        def record(kind: str, reference: str) -> tuple[str, str]:
            key = key_for(kind, reference, owner)
            return self.link(key), self.title(key)

        def words(text: str) -> str:
            return self.terms.explained(text, self.explained, self.link)

        return prose_html.Links(mark, record, self.web, words if explain else escaped)
