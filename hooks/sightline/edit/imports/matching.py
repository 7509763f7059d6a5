"""Recognises works: by id, DOI, address, or title and year."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from sightline.edit.imports.records import Data
from sightline.edit.imports.source_ids import ROLES
from sightline.read import Raw

_ALIKE = str.maketrans(
    {"‘": "'", "’": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\u00a0": " ", "…": "..."}
)
"""Signs that two programs write differently and that make no other text."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A key that two accounts of a work do not share."""

    key: str
    here: Raw
    """None where the record has no such key."""
    there: Raw


@dataclass(frozen=True, slots=True)
class Known:
    """A work that is known already: a record, or a new one from earlier in the file."""

    id: str
    data: Data
    names: tuple[str, ...] = ()
    """Its id and its earlier ids."""


@dataclass(slots=True)
class Shelf:
    """All works that are known, by what they are recognized by."""

    _by: dict[str, list[Known]] = field(default_factory=lambda: defaultdict(list))

    def add(self, work: Known) -> None:
        """Make a work known."""
        for _, mark in _marks(work.data):
            self._by[mark].append(work)
        for name in work.names:
            self._by[f"id {name}"].append(work)

    def find(self, key: str, data: Data) -> tuple[Known | None, str]:
        """The work that a file's entry is an account of, and what it is recognized by."""
        wanted = [("id", f"id {key}"), *_marks(data)]
        for by, mark in wanted:
            found = [one for one in self._by.get(mark, ()) if _agree(by, one.data, data)]
            if found:
                return min(found, key=lambda one: len(differences(one.data, data))), by
        return None, ""


def differences(here: Data, there: Data) -> list[Difference]:
    """What the file says that the record does not, key by key; what only the record says is no difference."""
    return [
        Difference(key, here.get(key), value)
        for key, value in there.items()
        if key != "id" and _alike(here.get(key)) != _alike(value)
    ]


def _alike(value: Raw) -> object:
    if isinstance(value, dict):
        return {key: _alike(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_alike(part) for part in value]
    return " ".join(unicodedata.normalize("NFC", str(value or "")).translate(_ALIKE).split())


def _marks(data: Data) -> Iterator[tuple[str, str]]:
    if doi := data.get("DOI"):
        yield "DOI", f"doi {str(doi).lower()}"
    if url := data.get("URL"):
        yield "URL", f"url {_address(str(url))}"
    if title := _words(data.get("title")):
        yield "title and year", f"title {title} {_year(data)}"


def _agree(by: str, here: Data, there: Data) -> bool:
    """False where what two accounts share is chance: another DOI, another author, or all else differs."""
    dois = {str(data["DOI"]).lower() for data in (here, there) if data.get("DOI")}
    same_title = _words(here.get("title")) == _words(there.get("title"))
    same_year = _year(here) == _year(there)
    who, whom = _first_name(here), _first_name(there)
    agreeing = {
        "id": same_title or (same_year and who == whom),
        "DOI": here.get("type") == there.get("type") or same_title or same_year,
        "URL": len(dois) < 2 and (same_title or same_year or who == whom),
        "title and year": len(dois) < 2 and (not who or not whom or who == whom),
    }
    return agreeing[by]


def _first_name(data: Data) -> str:
    for role in ROLES:
        people = data.get(role)
        if isinstance(people, list) and people and isinstance(first := people[0], dict):
            return _words(first.get("family") or first.get("literal"))
    return ""


def _year(data: Data) -> str:
    return str(data.get("issued") or "")[:4]


def _words(text: Raw) -> str:
    plain = unicodedata.normalize("NFKD", str(text or "").casefold())
    return " ".join(re.findall(r"\w+", "".join(char for char in plain if not unicodedata.combining(char))))


def _address(url: str) -> str:
    """An address without what two copies of it often differ in."""
    return re.sub(r"^https?://(www\.)?", "", url, flags=re.IGNORECASE).split("#")[0].rstrip("/")
