"""JSON inside a page: nothing in it can end the element that it stands in."""

from __future__ import annotations

import json

from sightline.link.record_data import Json

_JSON = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False)
"""It asks not whether data hold themselves: what is made for one page never does."""
_ESCAPES = {"<": r"\u003c", ">": r"\u003e", "&": r"\u0026", "\u2028": r"\u2028", "\u2029": r"\u2029"}


def json_element(data: Json) -> str:
    """A block of linked data as finished HTML. Browsers do not run it, so the site's policy need not name it."""
    text = _JSON.encode(data)
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return f'<script type="application/ld+json">{text}</script>'
