"""What a formatter asks of a CSL item; an absent variable is an empty text or an empty tuple, never an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache, partial

from sightline.cite import full_stops, marks
from sightline.cite.names import Names, parts
from sightline.model.dates import Edtf

Item = Mapping[str, object]
"""A CSL item: ``type``, ``title`` and the CSL variables; names as mappings, dates as ``Edtf``."""

SERIAL = frozenset(
    ("article-journal", "article-magazine", "article-newspaper", "periodical", "post-weblog", "review", "review-book")
)
WEB = frozenset(("post", "webpage"))
LEGAL = frozenset(("bill", "hearing", "legal_case", "legislation", "regulation", "treaty"))
ENTRIES = frozenset(("entry", "entry-dictionary", "entry-encyclopedia"))
PRESS = frozenset(("article-magazine", "article-newspaper"))
TALKS = frozenset(("interview", "personal_communication"))

_EDITORS = ("collection-editor", "compiler", "editor", "editorial-director")
_PUBLIC = ("archive", "archive-place", "container-title", "DOI", "number", "publisher", "references", "URL")
_MENDED_IN_LAW: dict[str, Callable[[str], str]] = {
    "issue": partial(re.compile(r"\A(?:no|nr|issue)\b\.?\s*(?=\d)", re.IGNORECASE).sub, ""),
    "page": partial(re.compile(r"\App?\b\.?\s*(?=[\dA-Zivxlc])").sub, ""),
    "volume": partial(re.compile(r"\Avol(?:ume)?\b\.?\s*(?=\d)", re.IGNORECASE).sub, ""),
}
"""Labels that some databases give with their numbers; a reference sets its own, or none."""
_MENDED = _MENDED_IN_LAW | {"title": full_stops.dropped, "title-short": full_stops.dropped}
"""The names of laws and cases keep their full stops: Lee v. Harbour Auth."""
VOLUMES = ("part-number", "part-title", "volume", "volume-title")


@dataclass(slots=True)
class Work:
    """A CSL item as it is formatted, less what the reference has already used at its head."""

    item: Item
    kind: str
    """The CSL type; a work without one is a document."""
    texts: Mapping[str, str]
    """The variables that hold text or a number, as clean text."""
    people: Mapping[str, Names]
    """The roles that someone has."""
    known: frozenset[str]
    """The variables that hold something."""
    serial: bool
    """True for what appears in a periodical and is cited by volume and issue, or by date."""
    review: bool
    """True for a review of another work."""
    used: frozenset[str] = frozenset()
    """Variables that have been printed and are not printed again (CSL: substitution suppresses)."""
    cased: dict[str, str] = field(default_factory=dict)
    """Its titles in headline style, kept once they are set: notes cite a work again and again."""
    short: str = ""
    """Its short form before a place in it, kept too; empty as long as none was asked for."""

    @classmethod
    def of(cls, item: Item | Work) -> Work:
        """The work that an item describes; what is asked for several forms is made once and handed in."""
        if isinstance(item, Work):
            return item
        kind, texts, people = str(item.get("type") or "document"), {}, {}
        mended = _MENDED_IN_LAW if kind in LEGAL else _MENDED
        for variable, value in item.items():
            if isinstance(value, (list, tuple)):
                if names := _names(value):
                    people[variable] = names
            elif text := _text(value):
                texts[variable] = mended[variable](text) if variable in mended else text
        known = _known(*texts, *people)
        return cls(item, kind, texts, people, known, _is_serial(kind, known), _is_review(kind, known))

    def text(self, variable: str) -> str:
        """A text or number variable as clean text."""
        return "" if variable in self.used else self.texts.get(variable, "")

    def names(self, role: str) -> Names:
        """The names in a role, without empty ones."""
        return () if role in self.used else self.people.get(role, ())

    def date(self, variable: str) -> Edtf | str | None:
        """A date; text that is no EDTF date is kept as it is."""
        return _date(self.item.get(variable))

    def has(self, *variables: str) -> bool:
        """True where any of the variables is known, printed already or not; of one alone ask whether it is ``known``."""
        return not self.known.isdisjoint(variables)

    def has_all(self, *variables: str) -> bool:
        """True where all of the variables are known."""
        return self.known.issuperset(variables)

    def without(self, *variables: str) -> Work:
        """The same work with these variables printed already."""
        used = self.used.union(variables)
        return Work(
            self.item, self.kind, self.texts, self.people, self.known, self.serial, self.review, used, self.cased
        )

    def edited_and_translated(self) -> Work:
        """The same work, in which those who both edited and translated it have the one role that says so."""
        editors = self.names("editor")
        if not editors or editors != self.names("translator"):
            return self
        people = {**self.people, "editor-translator": editors}
        known, used = self.known | {"editor-translator"}, self.used | {"editor", "translator"}
        return Work(self.item, self.kind, self.texts, people, known, self.serial, self.review, used, self.cased)

    def language(self) -> str:
        """The declared language of the work."""
        return self.text("language")

    @property
    def edited(self) -> bool:
        """True where it has editors of any sort, which makes a paper or interview part of a book."""
        return self.has(*_EDITORS)

    @property
    def collected(self) -> bool:
        """True where editors, pages, a volume or an issue show that a talk or interview has come out in print."""
        return self.edited or self.has("issue", "page", "supplement-number", "volume")

    @property
    def public(self) -> bool:
        """True where a reader could find it: it has a publisher, a container, an archive, a number or an address."""
        return self.has(*_PUBLIC)

    @property
    def multivolume(self) -> bool:
        """True where the item is, or is in, a work of several volumes or parts."""
        return self.has(*VOLUMES)

    @property
    def episode(self) -> bool:
        """True for a numbered, titled instalment of a broadcast or podcast."""
        return self.kind == "broadcast" and self.has_all("container-title", "number", "title")

    @property
    def introduction(self) -> bool:
        """True for an introduction, foreword or afterword to a whole: a genre, and what it stands in."""
        if self.kind == "chapter":
            return self.has_all("container-title", "genre")
        return self.kind == "article-journal" and self.has_all("container-title", "genre", "volume-title")


def _is_serial(kind: str, known: frozenset[str]) -> bool:
    return kind in SERIAL or (kind in ("interview", "paper-conference") and known.isdisjoint(_EDITORS))


def _is_review(kind: str, known: frozenset[str]) -> bool:
    return kind in ("review", "review-book") or not known.isdisjoint(("reviewed-genre", "reviewed-title"))


@lru_cache(maxsize=1000)
def _known(*variables: str) -> frozenset[str]:
    """One set for all works that hold the same variables: of eight it takes 700 bytes, as much as their texts."""
    return frozenset(variables)


def _text(value: object) -> str:
    if isinstance(value, str):
        return marks.clean(value)
    if isinstance(value, Edtf):
        return value.text
    return marks.clean(str(value)) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def _names(value: Iterable[object]) -> Names:
    return tuple([one for name in value if isinstance(name, Mapping) and any(one := parts(name))])


def _date(value: object) -> Edtf | str | None:
    if isinstance(value, Edtf):
        return value
    text = _text(value)
    if not text:
        return None
    try:
        return Edtf.parse(text)
    except ValueError:
        return text
