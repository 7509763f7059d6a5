"""Prose to HTML. Everything that comes from a text is escaped here, by construction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from sightline.model.prose import Block, Break, Emphasis, Inline, ItemList, Mark, Paragraph, Prose, RecordLink, WebLink
from sightline.model.prose import Words as Words


@dataclass(frozen=True, slots=True)
class Links:
    """How a page writes what leads away from a text."""

    mark: Callable[[str], Markup]
    """A note mark, from its reference."""
    record: Callable[[str, str], tuple[str, str]]
    """The relative address and the title of a record, from its kind and reference."""
    web: Callable[[str], str] = lambda address: address
    """An address outside the records, as it stands on this page."""
    words: Callable[[str], Markup] = escape
    """Plain characters; those inside links are only escaped."""


def blocks(prose: Prose, links: Links) -> Markup:
    """A text with its paragraphs and lists."""
    return Markup("").join(_block(block, links) for block in prose.blocks)


def inline(prose: Prose, links: Links) -> Markup:
    """A text inside a sentence, a heading or a paragraph: paragraphs and the items of lists run on."""
    return Markup(" ").join(_run_on(block, links) for block in prose.blocks)


def _run_on(block: Block, links: Links) -> Markup:
    if isinstance(block, Paragraph):
        return _inlines(block.children, links)
    return Markup(" ").join(_run_on(inner, links) for item in block.items for inner in item)


def _block(block: Block, links: Links) -> Markup:
    if isinstance(block, Paragraph):
        return Markup("<p>%s</p>\n") % _inlines(block.children, links)
    items = Markup("").join(Markup("<li>%s</li>\n") % _item(item, links) for item in block.items)
    return Markup("<ol>\n%s</ol>\n" if block.ordered else "<ul>\n%s</ul>\n") % items


def _item(item: tuple[Block, ...], links: Links) -> Markup:
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return _inlines(item[0].children, links)
    return Markup("").join(_block(block, links) for block in item)


def _inlines(nodes: tuple[Inline, ...], links: Links) -> Markup:
    return Markup("").join(_inline(node, links) for node in nodes)


def _inline(node: Inline, links: Links) -> Markup:
    match node:
        case Emphasis(children, strong):
            return Markup("<strong>%s</strong>" if strong else "<em>%s</em>") % _inlines(children, links)
        case Mark(ref):
            return links.mark(ref)
        case RecordLink(kind, ref, children):
            address, title = links.record(kind, ref)
            return Markup('<a href="%s" data-card>%s</a>') % (address, _linked(children, links) if children else title)
        case WebLink(href, children):
            return Markup('<a href="%s">%s</a>') % (links.web(href), _linked(children, links))
        case Break():
            return Markup("<br>")
        case _:
            return links.words(node.text)


def _linked(nodes: tuple[Inline, ...], links: Links) -> Markup:
    return _inlines(nodes, replace(links, words=escape))


__all__ = ["ItemList", "Links", "blocks", "inline"]
