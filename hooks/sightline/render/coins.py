"""COinS: a reference hidden in a list, for reference managers that read pages (Z39.88, key/value form)."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from markupsafe import Markup

from sightline.cite.formats.values import people, text
from sightline.cite.work import Item

_OF_BOOKS = {"book": "book", "chapter": "bookitem", "report": "report", "paper-conference": "proceeding"}
_ZOTERO = {
    "article-magazine": "magazineArticle", "article-newspaper": "newspaperArticle", "bill": "bill",
    "document": "document", "hearing": "hearing", "interview": "interview", "legal_case": "case",
    "legislation": "statute", "map": "map", "personal_communication": "letter", "post-weblog": "blogPost",
    "speech": "presentation",
}  # fmt: skip
"""Types that the standard has no word for, by the names that Zotero knows; all others are web pages."""


def coins(item: Item) -> Markup:
    """A hidden reference to a work."""
    pairs = [("ctx_ver", "Z39.88-2004"), *((name, value) for name, value in _pairs(item) if value)]
    return Markup('<span class="Z3988" aria-hidden="true" title="%s"></span>') % urlencode(pairs)


def _pairs(item: Item) -> Iterator[tuple[str, str]]:
    kind = str(item.get("type"))
    if kind == "article-journal":
        yield from _form("journal", "article")
        yield from _texts(
            item, title="atitle", **{"container-title": "jtitle", "volume": "volume", "issue": "issue", "ISSN": "issn"}
        )
    elif kind in _OF_BOOKS:
        yield from _form("book", _OF_BOOKS[kind])
        own = "atitle" if kind in ("chapter", "paper-conference") else "btitle"
        yield from _texts(item, title=own, **{"container-title": "btitle", "ISBN": "isbn", "edition": "edition"})
    elif kind == "thesis":
        yield from _form("dissertation", "")
        yield from _texts(item, title="title", publisher="inst")
    else:
        yield from _form("dc", "")
        yield "rft.type", _ZOTERO.get(kind, "webpage")
        yield from _texts(item, title="title", **{"container-title": "source", "URL": "identifier"})
    yield from _texts(item, publisher="pub", issued="date", page="pages", **{"publisher-place": "place"})
    for person in people(item, "author"):
        yield "rft.au", person.literal or " ".join(filter(None, (person.given, person.particle, person.family)))
    yield "rft_id", f"info:doi/{text(item, 'DOI')}" if text(item, "DOI") else text(item, "URL")


def _form(form: str, genre: str) -> Iterator[tuple[str, str]]:
    yield "rft_val_fmt", f"info:ofi/fmt:kev:mtx:{form}"
    yield "rft.genre", genre


def _texts(item: Item, **keys: str) -> Iterator[tuple[str, str]]:
    yield from ((f"rft.{key}", text(item, variable)) for variable, key in keys.items())
