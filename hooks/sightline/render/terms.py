"""Abbreviations in a text: the first use of each leads to the glossary and says what it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from sightline.model.corpus import Key
from sightline.model.shared import GlossaryTerm
from sightline.render.escaping import escaped

SHORTEST = 3
"""Letters. Shorter ones (US, UK) are known to everybody, and a line under each would disturb."""


class Terms:
    """The abbreviations of a glossary, ready to be found in a text."""

    def __init__(self, glossary: Iterable[GlossaryTerm]) -> None:
        self._terms = {one.term: one for one in glossary if _is_abbreviation(one.term)}
        longest_first = sorted(self._terms, key=len, reverse=True)
        self._any = re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")

    def explained(self, text: str, seen: set[str], link: Callable[[Key], str]) -> str:
        """Words as finished HTML. What is in ``seen`` was explained before; what is explained here is added to it."""
        html, end = "", 0
        for found in self._any.finditer(text) if self._terms else ():
            term = self._terms[found[0]]
            if term.term in seen:
                continue
            seen.add(term.term)
            address, meaning = escaped(link(term.key)), escaped(term.expansion)
            html += escaped(text[end : found.start()])
            html += f'<a class="term" href="{address}" title="{meaning}" data-card>{escaped(found[0])}</a>'
            end = found.end()
        return html + escaped(text[end:])


def _is_abbreviation(term: str) -> bool:
    return len(term) >= SHORTEST and not re.search(r"\s", term) and sum(map(str.isupper, term)) > 1
