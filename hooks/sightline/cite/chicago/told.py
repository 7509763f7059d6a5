"""What a short note adds where it would read like that of another work (CMOS chapter 13, shortened citations; 14.13)."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, NamedTuple

from sightline.cite.chicago import identifiers, publication
from sightline.cite.chicago.form import INLINE
from sightline.cite.names import Parts
from sightline.cite.phrases import join, wrap
from sightline.cite.quotes import marked
from sightline.cite.work import Work

More = Literal["", "title", "edition", "date", "publisher"]
"""What is added: nothing, the subtitle, the edition, the date, or publisher and date."""


class Told(NamedTuple):
    """What tells a work from the others that are cited with it."""

    namesakes: Mapping[Parts, str] = MappingProxyType({})
    """Those who share a family name with others, as short notes name them: J. Smith, or John Smith."""
    more: More = ""

    def with_more(self, work: Work, short: str) -> str:
        """The short form of a work with what is added after its title."""
        if self.more == "title":  # which stands there already
            return short
        if self.more == "edition":
            return join(", ", short, identifiers.edition(work, INLINE))
        publisher = marked(work.text("publisher")) if self.more == "publisher" else ""
        facts = join(", ", publisher, publication.date(work))
        if publication.in_parentheses(work):
            return join(" ", short, wrap("(", facts, ")"))
        return join(", ", short, facts)


ALONE = Told()
"""Nothing else that is cited has a short note like it."""
