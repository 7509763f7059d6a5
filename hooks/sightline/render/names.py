"""What things are called on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from operator import attrgetter
from typing import Any, get_args, get_type_hints

from sightline.cite.names import full, parts
from sightline.model.brief import Brief, StatusEntry
from sightline.model.corpus import Corpus, Key
from sightline.model.csl import Names
from sightline.model.prose import Prose, plain

KINDS_OF_WORK = {
    "article": "Paper", "article-journal": "Journal article", "article-magazine": "Magazine article",
    "article-newspaper": "News article", "bill": "Bill", "book": "Book", "broadcast": "Broadcast",
    "chapter": "Chapter", "dataset": "Dataset", "document": "Document", "hearing": "Hearing",
    "interview": "Interview", "legal_case": "Court case", "legislation": "Statute", "map": "Map",
    "paper-conference": "Conference paper", "personal_communication": "Personal communication",
    "post": "Post", "post-weblog": "Blog post", "regulation": "Regulation", "report": "Report",
    "speech": "Speech", "thesis": "Thesis", "treaty": "Treaty", "webpage": "Web page",
}  # fmt: skip
FINDING_KINDS = {
    "fact": "Fact",
    "judgement": "Judgement",
    "attributed-view": "Attributed view",
    "forecast": "Forecast",
}
SOURCE_NOTE_KINDS = {
    "misprint": "Misprint",
    "internal-contradiction": "Contradiction within the document",
    "unsupported-claim": "Claim with thin support",
    "dated-statement": "Statement tied to its date",
    "conflict-between-briefs": "Conflict between briefs",
}
SOURCE_NOTE_GROUPS = {
    "misprint": "Misprints",
    "internal-contradiction": "Contradictions within the document",
    "unsupported-claim": "Claims with thin support",
    "dated-statement": "Statements tied to their date",
    "conflict-between-briefs": "Conflicts between briefs",
}
"""The headings over source notes of one kind."""
ROLES = {"supports": "Supports", "qualifies": "Qualifies", "contradicts": "Speaks against", "background": "Background"}
RELATIONS = {"agrees": "Agrees", "differs": "Differs", "in-tension": "In tension"}
ACCESS = {
    "open": "Free to read",
    "paywalled": "Behind a paywall",
    "library": "In libraries",
    "personal-communication": "Cannot be consulted",
}
ACTOR_KINDS = {
    "person": "People", "government": "States", "department": "Departments", "body": "Bodies and groups",
    "alliance": "Alliances and unions", "company": "Companies", "agreement": "Agreements",
    "programme": "Programs", "law": "Laws and directives", "research-institute": "Research institutes",
    "media": "Media", "system": "Equipment",
}  # fmt: skip
ONE_ACTOR = {
    "person": "Person", "government": "State", "department": "Department", "body": "Body or group",
    "alliance": "Alliance or union", "company": "Company", "agreement": "Agreement", "programme": "Program",
    "law": "Law or directive", "research-institute": "Research institute", "media": "Medium",
    "system": "Equipment",
}  # fmt: skip
LEDGER_RULES = {
    "text-unwritten": "Records with a text still to be written",
    "recommendation-without-evidence": "Recommendations that reach no source",
    "recommendation-rests-on-nothing": "Recommendations that rest on no finding",
    "finding-without-note": "Findings without a note",
    "source-never-cited": "Sources that no note cites",
    "note-never-called": "Notes that no text marks",
    "note-out-of-section": "Notes marked in several sections",
    "declared-sources-differ": "Declared sources that cannot be found",
    "theme-unused": "Themes that nothing belongs to",
    "actor-unused": "Actors that no record names",
}
"""The heading over the entries of each rule, in the order of the ledger."""

STATUSES: tuple[str, ...] = get_args(get_type_hints(StatusEntry)["status"])
"""What may become of a recommendation."""


def kind_of_work(csl_type: str, number: int = 1) -> str:
    """The name of a CSL type, in the plural where there are several."""
    name = KINDS_OF_WORK.get(csl_type) or csl_type.replace("-", " ").replace("_", " ").capitalize()
    return name if number == 1 else f"{name}s"


def brief_name(brief: Brief) -> str:
    """The short title of a brief, or its title."""
    return brief.short_title or brief.title


def people(names: Names) -> str:
    """The names of authors in reading order, all of them, as references give them; empty where none is known."""
    *others, last = [full(parts(name)) for name in names] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def title_of(corpus: Corpus, key: Key) -> str:
    """What a record is called in lists and links: its title, or the first words of its statement."""
    return _CALLED[key.kind](corpus.records[key])


def shortened(text: str, limit: int = 110) -> str:
    """A text cut at a word before the limit, with an ellipsis where something was cut."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(" ,;:.–—") + "\u00a0…"


def reading_time(texts: Iterable[Prose]) -> str:
    """How long texts take to read, at 230 words a minute."""
    words = sum(len(plain(text).split()) for text in texts)
    return f"{count(max(round(words / 230), 1), 'minute')} to read"


_CALLED: Mapping[str, Callable[[Any], str]] = {  # Any: each is called with records of its own kind
    "source": attrgetter("title"),
    "recommendation": attrgetter("title"),
    "theme": attrgetter("title"),
    "finding": lambda one: shortened(plain(one.statement)),
    "actor": attrgetter("name"),
    "brief": brief_name,
    "endnote": lambda one: f"Note {one.number}",
    "event": lambda one: shortened(plain(one.title)),
    "source-note": lambda one: shortened(plain(one.what)),
    "glossary-term": attrgetter("term"),
}
"""What records of each kind are called."""


@lru_cache(1_000)
def count(number: int, one: str, many: str = "") -> str:
    """``1 source``, ``2 sources``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
