"""Abbreviations in a text: the first use of each leads to the glossary and says what it stands for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from markupsafe import Markup, escape

from sightline.link import key_of
from sightline.model.corpus import Key
from sightline.model.shared import GlossaryTerm

SHORTEST = 3
"""Letters. Shorter ones (US, UK) are known to everybody, and a line under each would disturb."""


def explained(text: str, glossary: tuple[GlossaryTerm, ...], seen: set[str], link: Callable[[Key], str]) -> Markup:
    """Words as HTML. What is in ``seen`` was explained before; what is explained here is added to it."""
    pattern, terms = _index(glossary)
    if pattern is None:
        return escape(text)
    pieces, end = [], 0
    for found in pattern.finditer(text):
        term = terms[found[0]]
        if term.term in seen:
            continue
        seen.add(term.term)
        pieces.append(escape(text[end : found.start()]))
        pieces.append(
            Markup('<a class="term" href="%s" title="%s" data-card="%s">%s</a>')
            % (link(key_of(term)), term.expansion, term.expansion, found[0])
        )
        end = found.end()
    return Markup("").join([*pieces, escape(text[end:])])


@lru_cache(maxsize=4)
def _index(glossary: tuple[GlossaryTerm, ...]) -> tuple[re.Pattern[str] | None, dict[str, GlossaryTerm]]:
    terms = {one.term: one for one in glossary if _is_abbreviation(one.term)}
    longest_first = sorted(terms, key=len, reverse=True)
    either = "|".join(map(re.escape, longest_first))
    return (re.compile(rf"(?<![\w-])(?:{either})(?![\w-])") if terms else None), terms


def _is_abbreviation(term: str) -> bool:
    return len(term) >= SHORTEST and not re.search(r"\s", term) and sum(map(str.isupper, term)) > 1
