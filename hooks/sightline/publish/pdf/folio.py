"""One edition while its data is written: which anchors it has, and which notes it marks.

What Typst gets is data: runs of plain characters with a word for what each is. Nothing in a text can be markup.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote

from sightline import urls
from sightline.cite import Tokens, to_data
from sightline.link import key_for
from sightline.link.record_data import Json
from sightline.model.addresses import from_root, is_path
from sightline.model.corpus import Corpus, Key, Note
from sightline.model.prose import (
    Block,
    Break,
    Emphasis,
    Inline,
    Mark,
    Paragraph,
    Prose,
    RecordLink,
    WebLink,
)
from sightline.render import Renderer
from sightline.render.names import title_of
from sightline.render.notes import in_order

Node = dict[str, Json]


def anchor_of(key: Key) -> str:
    """The label of a record in an edition."""
    return f"{key.kind}-{key.brief}-{key.id}"


@dataclass(slots=True)
class Folio:
    """Writes texts and links of one edition."""

    render: Renderer
    brief: str
    """The brief of the edition; its notes go by their numbers alone."""
    anchors: frozenset[Key] = frozenset()
    """The records that have a place in the edition, its notes aside."""
    called: Counter[Key] = field(default_factory=Counter)
    """The notes marked so far, with the number of their marks."""

    @property
    def corpus(self) -> Corpus:
        """The corpus of the edition."""
        return self.render.corpus

    def text(self, prose: Prose | None, brief: str = "") -> list[Json]:
        """A text as blocks; ``brief`` is the one that bare references in it mean."""
        return [self._block(block, brief or self.brief) for block in prose.blocks] if prose else []

    def link(self, key: Key, words: str = "") -> Node:
        """A link to a record: inside the edition, else on the site; plain words where neither is known."""
        return {"kind": "link", **self.target(key), "children": [_words(words or title_of(self.corpus, key))]}

    def links(self, kind: str, ids: Iterable[str]) -> list[Json]:
        """Links to shared records."""
        return [self.link(Key(kind, "", one)) for one in ids]

    def target(self, key: Key) -> Mapping[str, Json]:
        """Where a link to a record leads; empty where it can lead nowhere."""
        if key in self.anchors or key in self.called:
            return {"to": anchor_of(key)}
        return {"href": self.address(key)} if self.render.site_url else {}

    def address(self, key: Key) -> str:
        """The permanent address of a record."""
        return f"{self.render.site_url}{urls.of(key)}"

    def reference(self, tokens: Tokens) -> list[Json]:
        """A formatted reference."""
        return [{**token, "href": web(token["href"])} if "href" in token else token for token in to_data(tokens)]

    def label(self, key: Key) -> str:
        """What a note is called: its number, with its brief where that is another one."""
        return key.id if key.brief == self.brief else f"{key.brief}/{key.id}"

    def mark(self, key: Key) -> Node:
        """A note mark, which leads to the note and can be led back to."""
        self.called[key] += 1
        return {"kind": "mark", "text": self.label(key), "to": anchor_of(key), "at": _at(key, self.called[key])}

    def marks(self, key: Key) -> list[Json]:
        """The labels of the marks of a note, in reading order."""
        return [_at(key, use) for use in range(1, self.called[key] + 1)]

    @property
    def notes(self) -> list[Note]:
        """The notes marked so far, by brief and number."""
        keys = in_order(self.called, self.brief)
        return [self.corpus.notes[key] for key in keys]

    def _block(self, block: Block, owner: str) -> Node:
        if isinstance(block, Paragraph):
            return {"kind": "paragraph", "children": self._inlines(block.children, owner)}
        items: list[Json] = [[self._block(inner, owner) for inner in item] for item in block.items]
        return {"kind": "numbered" if block.ordered else "bulleted", "items": items}

    def _inlines(self, nodes: tuple[Inline, ...], owner: str) -> list[Json]:
        return [self._inline(node, owner) for node in nodes]

    def _inline(self, node: Inline, owner: str) -> Node:
        match node:
            case Emphasis(children, strong):
                return {"kind": "strong" if strong else "emphasis", "children": self._inlines(children, owner)}
            case Mark(ref):
                return self.mark(key_for("endnote", ref, owner))
            case RecordLink(kind, ref, children):
                link = self.link(key_for(kind, ref, owner))
                return {**link, "children": self._inlines(children, owner)} if children else link
            case WebLink(href, children):
                return {"kind": "link", **self._web(href), "children": self._inlines(children, owner)}
            case Break():
                return {"kind": "break"}
            case _:
                return _words(node.text)

    def _web(self, href: str) -> Node:
        """An address in a text; a path starts at the site's root."""
        if not is_path(href):
            return {"href": web(href)}
        return {"href": web(self.render.site_url + from_root(href))} if self.render.site_url else {}


def web(address: str) -> str:
    """An address in letters that every reader of PDF files understands (RFC 3986)."""
    return quote(address, safe="!#$%&'()*+,/:;=?@[]~")


def _at(key: Key, use: int) -> str:
    return f"mark-{anchor_of(key)}-{use}"


def _words(text: str) -> Node:
    return {"kind": "words", "text": text}
