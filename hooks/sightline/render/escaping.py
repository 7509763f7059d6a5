"""Escapes as markupsafe does, to the same characters, but makes no object of each string that is written at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import markupsafe
from markupsafe import Markup


def escaped(value: object) -> str:
    """What is written for a value: finished HTML as it is, and plain text with its five signs escaped.

    The result is to be written into finished HTML and nowhere else: it does not say of itself that it is finished.
    """
    if type(value) is str:
        # Most texts hold none of the signs, and to look is much faster than to replace.
        if "&" in value:
            value = value.replace("&", "&amp;")
        if "<" in value:
            value = value.replace("<", "&lt;")
        if ">" in value:
            value = value.replace(">", "&gt;")
        if '"' in value:
            value = value.replace('"', "&#34;")
        if "'" in value:
            value = value.replace("'", "&#39;")
        return value
    if type(value) is Markup:
        return value
    return str(value) if type(value) is int else markupsafe.escape(value)


finished: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Finished HTML that says so of itself, wherever it is written."""
