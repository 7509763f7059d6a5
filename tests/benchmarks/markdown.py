"""A page of the site as Markdown, for pages that have no twin.

It is the lightest that says what the page says: lists are tight, paragraphs of an item are lines of it.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

_LEFT_OUT = {"nav", "svg", "script", "style", "form", "button", "template"}
"""Ways through the site, drawings and controls: no part of what a page says."""
_OPENS = {
    "h1": "\n\n# ", "h2": "\n\n## ", "h3": "\n\n### ", "i": "*", "em": "*", "code": "`", "a": "[",
}  # fmt: skip
_CLOSES = {"i": "*", "em": "*", "code": "`"}
_SIGNS = re.compile(r"[\\`*_\[\]<#]")


def of_page(html: str) -> str:
    """The text of a page's ``article`` from its heading on: headings, paragraphs, lists, links, italics and code."""
    writer = _Writer()
    writer.feed(html[html.index("<article") : html.index("</article>")])
    text = "".join(writer.pieces)
    return text[text.index("# ") :].strip() + "\n"


class _Writer(HTMLParser):
    """Collects the Markdown of the HTML that it is fed."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[str] = []
        self._left_out: list[str] = []
        """The open elements that are left out, the outermost first."""
        self._links: list[str] = []
        self._items = 0
        """How many items of lists are open."""
        self._begun = False
        """An item has just begun, and its first paragraph goes on in the same line."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _LEFT_OUT:
            self._left_out.append(tag)
        if self._left_out:
            return
        if tag == "li":
            self.pieces.append(f"\n{'    ' * self._items}- ")
            self._items += 1
        elif tag == "p":
            self.pieces.append("" if self._begun else "\n" + "    " * self._items if self._items else "\n\n")
        elif tag in ("ul", "ol"):
            self.pieces.append("" if self._items else "\n")
        else:
            self.pieces.append(_OPENS.get(tag, ""))
        self._begun = tag == "li" or (self._begun and tag != "p")
        if tag == "a":
            self._links.append(dict(attrs).get("href") or "")

    def handle_endtag(self, tag: str) -> None:
        if self._left_out:
            if tag == self._left_out[-1]:
                self._left_out.pop()
        elif tag == "li":
            self._items -= 1
        elif tag == "a":
            self.pieces.append(f"]({self._links.pop()})")
        else:
            self.pieces.append(_CLOSES.get(tag, ""))

    def handle_data(self, data: str) -> None:
        if not self._left_out and (data.strip() or "\n" not in data):
            self.pieces.append(_SIGNS.sub(r"\\\g<0>", re.sub(r"\s+", " ", data)))
            self._begun = False
