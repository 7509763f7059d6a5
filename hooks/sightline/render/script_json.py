"""JSON inside a page: nothing in it can end the element that it stands in."""

from __future__ import annotations

from pydantic_core import to_json

from sightline.link.record_data import Json

_ESCAPES = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"}


def json_element(data: Json) -> str:
    """A block of linked data as finished HTML. Browsers do not run it, so the site's policy need not name it."""
    text = to_json(data).decode()
    for sign, escape in _ESCAPES.items():
        if sign in text:  # most texts hold none, and to look is much faster than to replace
            text = text.replace(sign, escape)
    return f'<script type="application/ld+json">{text}</script>'
