"""Hand-written pages on their way through an engine: what Sightline knows is hidden in tokens, and put back after."""

from __future__ import annotations

import re

from markupsafe import Markup

from sightline.link.handwritten import REFERENCE, key_of_match
from sightline.render import Renderer
from sightline.render.home import BLOCKS
from sightline.render.sheet import Sheet


def hide(text: str) -> str:
    """A hand-written page's Markdown with a token for each mark, link and list, so that any engine passes them on."""
    return REFERENCE.sub(lambda match: match[0] if match["code"] else f"{_OPEN}{match[0].encode().hex()}{_CLOSE}", text)


def expand(html: str, sheet: Sheet, render: Renderer) -> str:
    """What an engine made of such a page, with the tokens replaced by what they stand for."""
    return _TOKEN.sub(lambda token: str(expanded(_match(token), sheet, render)), html)


def expand_plain(text: str, render: Renderer) -> str:
    """The same for a text without markup, such as the search index: marks and lists go, titles stay."""

    def words(token: re.Match[str]) -> str:
        match = _match(token)
        key = key_of_match(match)
        if key is None or key.kind == "endnote":
            return ""
        return match["words"] or sheet.title(key)

    sheet = render.sheet("")
    return _TOKEN.sub(words, text)


_OPEN, _CLOSE = "SightlineToken", "End"
_TOKEN = re.compile(rf"<p>{_OPEN}(?P<block>[0-9a-f]+){_CLOSE}</p>|{_OPEN}(?P<inline>[0-9a-f]+){_CLOSE}")


def _match(token: re.Match[str]) -> re.Match[str]:
    match = REFERENCE.match(bytes.fromhex(token["block"] or token["inline"]).decode())
    assert match is not None  # the token was made from a match
    return match


def expanded(match: re.Match[str], sheet: Sheet, render: Renderer) -> Markup:
    if match["block"]:
        return BLOCKS[match["block"]](sheet, render)
    key = key_of_match(match)
    assert key is not None  # one of the groups matched
    if key.kind == "endnote":
        return sheet.mark(key)
    words = match["words"] or sheet.title(key)
    return Markup('<a href="%s">%s</a>') % (sheet.link(key), words)
