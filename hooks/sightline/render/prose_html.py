"""Prose to HTML. Everything that comes from a text is escaped here, by construction."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from markupsafe import Markup

from sightline.model.prose import Block, Break, Emphasis, Inline, ItemList, Mark, Paragraph, Prose, RecordLink, WebLink
from sightline.model.prose import Words as Words
from sightline.render.escaping import escaped, finished


@dataclass(slots=True)
class Links:
    """How a page writes what leads away from a text."""

    mark: Callable[[str], str]
    """A note mark, from its reference."""
    record: Callable[[str, str], tuple[str, str]]
    """The relative address and the title of a record, from its kind and reference."""
    web: Callable[[str], str] = lambda address: address
    """An address outside the records, as it stands on this page."""
    words: Callable[[str], str] = escaped
    """Plain characters; those inside links are only escaped."""


def blocks(prose: Prose, links: Links) -> Markup:
    """A text with its paragraphs and lists."""
    return finished("".join([_block(block, links) for block in prose.blocks]))


def inline(prose: Prose, links: Links) -> Markup:
    """A text inside a sentence, a heading or a paragraph: paragraphs and the items of lists run on."""
    return finished(" ".join([_run_on(block, links) for block in prose.blocks]))


# Below, plain strings hold finished HTML: every text and address is escaped where it is written.


def _run_on(block: Block, links: Links) -> str:
    if isinstance(block, Paragraph):
        return _inlines(block.children, links)
    return " ".join([_run_on(inner, links) for item in block.items for inner in item])


def _block(block: Block, links: Links) -> str:
    if isinstance(block, Paragraph):
        return f"<p>{_inlines(block.children, links)}</p>\n"
    kind, items = "ol" if block.ordered else "ul", [f"<li>{_item(item, links)}</li>\n" for item in block.items]
    return f"<{kind}>\n{''.join(items)}</{kind}>\n"


def _item(item: tuple[Block, ...], links: Links) -> str:
    if len(item) == 1 and isinstance(item[0], Paragraph):
        return _inlines(item[0].children, links)
    return "".join([_block(block, links) for block in item])


def _inlines(nodes: tuple[Inline, ...], links: Links) -> str:
    # Nearly all are words or marks; to match patterns takes several times as long as to ask for a class.
    return "".join([links.words(one.text) if isinstance(one, Words) else _inline(one, links) for one in nodes])


def _inline(node: Mark | Emphasis | RecordLink | WebLink | Break, links: Links) -> str:
    if isinstance(node, Mark):
        return f'<sup class="comma">,</sup>{links.mark(node.ref)}' if node.joined else links.mark(node.ref)
    match node:
        case Emphasis(children, strong):
            kind = "strong" if strong else "em"
            return f"<{kind}>{_inlines(children, links)}</{kind}>"
        case RecordLink(kind, ref, children):
            address, title = links.record(kind, ref)
            return (
                f'<a href="{escaped(address)}" data-card>{_linked(children, links) if children else escaped(title)}</a>'
            )
        case WebLink(href, children):
            return f'<a href="{escaped(links.web(href))}">{_linked(children, links)}</a>'
        case Break():
            return "<br>"


def _linked(nodes: tuple[Inline, ...], links: Links) -> str:
    return _inlines(nodes, replace(links, words=escaped))


__all__ = ["ItemList", "Links", "blocks", "inline"]
