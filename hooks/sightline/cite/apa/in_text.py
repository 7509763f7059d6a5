"""Author-date citations in the text, and what tells those apart that would read alike (APA 8.10-8.36)."""

from __future__ import annotations

import re
from typing import NamedTuple

from sightline.cite import legal, locators, terms, titles
from sightline.cite.apa import dating, heads, people, titling
from sightline.cite.locators import Locator
from sightline.cite.phrases import italic, join, quoted, wrap
from sightline.cite.punctuation import finish
from sightline.cite.quotes import marked
from sightline.cite.tokens import Tokens
from sightline.cite.work import LEGAL, TALKS, Work

_PLAYED = ("broadcast", "motion_picture", "performance", "song", "speech")
_TIME = re.compile(r"\d+:\d\d\b")
"""What is played has no pages: 3:26 is a time in it (APA 8.28)."""


class Told(NamedTuple):
    """What tells a work from others of the same list that would be cited alike (APA 8.18-8.20)."""

    letter: str = ""
    """After the year: 2020a."""
    shown: int = 1
    """How many names stand before "et al."."""
    initials: bool = False
    """Whether the first name has its initials."""


ALONE = Told()
"""Nothing else of the list would be cited like it."""


def in_text(work: Work, locator: Locator | None = None, told: Told = ALONE) -> Tokens:
    """(Obecny et al., 2017, p. 87)."""
    date = dating.lettered(dating.short_date(work), told.letter)
    return finish(wrap("(", join(", ", _short_head(work, told), date, _place(work, locator)), ")"))


def _short_head(work: Work, told: Told = ALONE) -> str:
    if work.kind in LEGAL:
        return _short_title(work) if "title" in work.known else legal.bill_number(work)
    if work.kind in TALKS:
        who = work.names("author")
        if work.public:
            return people.short(who, told.shown, told.initials) if who else _short_title(work)
        named = people.personal(who) or _short_title(work)
        return join(", ", named, "personal communication")
    if role := heads.leading_role(work):
        return people.short(work.names(role), told.shown, told.initials)
    bodies = (marked(work.text(variable)) for variable in heads.bodies(work))
    return next((body for body in bodies if body), _short_title(work))


def _short_title(work: Work) -> str:
    """The title in place of an author: quoted for a part, italic for a whole, roman for law and reports."""
    if "title" not in work.known or (work.review and not work.has("reviewed-genre", "reviewed-title")):
        return wrap("[", titling.description(work), "]") or legal.bill_number(work)
    variable = "title-short" if "title-short" in work.known else "title"
    if work.kind in ("bill", "legislation", "regulation", "treaty"):
        return titles.cased(work, variable)
    if work.kind in ("legal_case", "post"):
        return italic(marked(work.text(variable)))
    text = titles.cased(work, variable)
    quote = "container-title" in work.known and work.kind not in ("hearing", "webpage")
    return quoted(text) if quote else italic(text)


def _place(work: Work, locator: Locator | None) -> str:
    """p. 87; pp. 189–190; Chapter 3; § 4."""
    if locator is None:
        return ""
    value, plural = locators.printed(locator, shorten=False), locators.is_several(locator)
    if locators.is_bare(locator) or (locator.label == "page" and work.kind in _PLAYED and _TIME.match(locator.value)):
        return value
    if work.kind in LEGAL and locator.label in terms.SYMBOLS:
        return f"{terms.SYMBOLS[locator.label][plural]} {value}"
    if locator.label in ("page", "paragraph"):
        return f"{terms.LOCATORS[locator.label][plural]} {value}"
    word = terms.LOCATOR_WORDS.get(locator.label, locator.label)
    several = terms.LOCATOR_PLURALS.get(word, f"{word}s")
    return f"{terms.capitalised(several if plural else word)} {value}"
