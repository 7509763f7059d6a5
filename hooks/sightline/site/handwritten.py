"""Hand-written pages after an engine: what was hidden in tokens is put back."""

from __future__ import annotations

import re

from markupsafe import Markup

from sightline.link.handwritten import key_of_match
from sightline.render import Renderer
from sightline.render.home import BLOCKS
from sightline.render.sheet import Sheet
from sightline.site.tokens import TOKEN, hidden


def expand(html: str, sheet: Sheet, render: Renderer) -> str:
    """What an engine made of such a page, with the tokens replaced by what they stand for."""
    return TOKEN.sub(lambda token: str(expanded(hidden(token), sheet, render)), html)


def expand_plain(text: str, render: Renderer) -> str:
    """The same for a text without markup, such as the search index: marks and lists go, titles stay."""

    def words(token: re.Match[str]) -> str:
        match = hidden(token)
        key = key_of_match(match)
        if key is None or key.kind == "endnote":
            return ""
        return match["words"] or sheet.title(key)

    sheet = render.sheet("")
    return TOKEN.sub(words, text)


def expanded(match: re.Match[str], sheet: Sheet, render: Renderer) -> str:
    """What a reference is replaced by, as finished HTML."""
    if match["block"]:
        return BLOCKS[match["block"]](sheet, render)
    key = key_of_match(match)
    assert key is not None  # one of the groups matched
    if key.kind == "endnote":
        return sheet.mark(key)
    words = match["words"] or sheet.title(key)
    return Markup('<a href="%s">%s</a>') % (sheet.link(key), words)
