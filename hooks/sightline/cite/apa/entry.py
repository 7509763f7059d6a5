"""The entries of an APA reference list, put together (APA 9.4-9.37)."""

from __future__ import annotations

from sightline.cite import dates, doi, legal, terms
from sightline.cite.apa import dating, heads, people, sentence_case, titling
from sightline.cite.apa.sources import PLACED, source
from sightline.cite.phrases import italic, join, link, sentence, wrap
from sightline.cite.punctuation import finish
from sightline.cite.tokens import Tokens
from sightline.cite.work import LEGAL, Work

_ORIGINAL = ("original-date", "original-publisher", "original-title")


def bibliography(work: Work, letter: str = "") -> Tokens:
    """A reference-list entry; no full stop after the address. ``letter`` goes with the year, where there is one."""
    return finish(entry(work, letter))


def entry(work: Work, letter: str = "") -> str:
    """The same before it is finished."""
    if work.kind in LEGAL:
        law = legal.reference(work, None, people.named(work.names("author")))
        return join(" ", sentence(law), _address(work), sentence(work.text("references")))
    lead, rest = heads.head(work)
    lead = join(" ", lead, _with(work))
    about = join(". ", lead, dating.date(work, letter), titling.titled(rest), source(rest))
    return join(" ", sentence(about), _address(work), _history(work))


def _address(work: Work) -> str:
    """DOI or URL; the day of retrieval only for a page without a date (APA 9.16)."""
    if found := doi.link_of(work):
        return found
    url = link(work.text("URL"))
    accessed = dates.full(work.date("accessed"))
    if url and accessed and not work.has("issued", "status"):
        return join(" ", f"Retrieved {accessed}, from", url)
    return url


def _with(work: Work) -> str:
    """(with Craig, G. A.), after the author or editor of a whole."""
    whole = work.kind in ("book", "musical_score", "pamphlet", "report", "standard")
    led = work.has("author", "compiler", "composer", "editor", "editor-translator", "illustrator")
    return wrap("(with ", people.inverted(work.names("contributor")), ")") if whole and led else ""


def _history(work: Work) -> str:
    """(Original work published 1925)."""
    if not work.has("status", *_ORIGINAL):
        return ""
    status = work.text("status") if "issued" in work.known and work.has(*PLACED) else ""
    original = italic(sentence_case.words(work, "original-title"))
    year = dating.year(work.date("original-date"))
    first = join(", ", wrap("as ", original), f"ca. {year}" if dates.is_uncertain(work.date("original-date")) else year,
                 work.text("original-publisher"))  # fmt: skip
    return wrap("(", join("; ", terms.capitalised(status), wrap("Original work published ", first)), ")")
