"""Tokens, in which hand-written pages carry through an engine what Sightline alone knows how to show."""

from __future__ import annotations

import re

from sightline.model.handwritten import REFERENCE

_OPEN, _CLOSE = "SightlineToken", "End"
TOKEN = re.compile(rf"<p>{_OPEN}(?P<block>[0-9a-f]+){_CLOSE}</p>|{_OPEN}(?P<inline>[0-9a-f]+){_CLOSE}")


def hide(text: str) -> str:
    """A hand-written page's Markdown with a token for each mark, link and list, so that any engine passes them on."""
    return REFERENCE.sub(lambda match: match[0] if match["code"] else f"{_OPEN}{match[0].encode().hex()}{_CLOSE}", text)


def hidden(token: re.Match[str]) -> re.Match[str]:
    """The reference that a token stands for."""
    match = REFERENCE.match(bytes.fromhex(token["block"] or token["inline"]).decode())
    assert match is not None  # the token was made from a match
    return match
