"""The records as JSON: all of them in ``data/corpus.json``, and in the twin of each page what stands on the page and
what that rests on, by kind.

All have one shape, so what reads the one reads the other; ``corpus.json`` is a contract with those who build on it.
The version that a page shows is made of what stands here: see ``link/versions.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial

from sightline import urls
from sightline.link.record_data import Json, record_data
from sightline.link.versions import dense, digest, together
from sightline.model.corpus import TIES, Corpus, Key, LedgerEntry
from sightline.model.kinds import KINDS
from sightline.publish.artifact import Artifact
from sightline.publish.aside import Aside
from sightline.publish.corpus_schema import SCHEMA_VERSION
from sightline.publish.json_text import as_dense_json
from sightline.render import Renderer
from sightline.render.changes import Change

PAGED = ("brief", "recommendation", "theme", "source", "actor")
"""The kinds of record that have pages of their own."""
LISTS: dict[str, tuple[str, tuple[str, ...]]] = {
    urls.BRIEFS: ("briefs", ("brief",)),
    urls.RECOMMENDATIONS: ("recommendations", ("recommendation", "source", TIES)),
    urls.FINDINGS: ("findings", ("finding", "source", TIES)),
    urls.THEMES: ("themes", ("theme",)),
    urls.SOURCES: ("sources", ("source", TIES)),
    urls.ACTORS: ("actors", ("actor",)),
    urls.GLOSSARY: ("glossary", ("glossary-term",)),
    urls.TIMELINE: ("events", ("event",)),
}
"""The lists of all records of a kind, by address, and what they are made of. Their twins hold these records alone:
``corpus.json`` has the rest. Support is counted from sources and ties."""
PARTS = {
    "findings": "finding", "recommendations": "recommendation", "endnotes": "endnote", "timeline": "event",
    "source-notes": "source-note",
}  # fmt: skip
"""The lists of one brief, by the last word of their address. Their twins hold what the records rest on too."""


@dataclass(slots=True)
class Twins:
    """The whole of one corpus, and a twin for each record that has a page of its own, each part of a brief, each list."""

    render: Renderer
    _aside: Aside[Key] = field(default_factory=Aside)

    def of(self, key: Key) -> Iterator[Artifact]:
        """The twins of the page of a record, and of the parts of a brief."""
        if key.kind in PAGED:
            yield Artifact(urls.json(urls.of(key)), partial(self._of_record, key), (key,))
        for part in PARTS if key.kind == "brief" else ():
            path = urls.brief(key.id, part)
            yield Artifact(urls.json(path), partial(self._of_part, path, part, key.id), (key,))

    def let_go(self, key: Key) -> None:
        """Put the text of a record aside, and of a brief those of all its records: only lists still hold them."""
        keys = (key, *(self.render.corpus.of_brief[key.id] if key.kind == "brief" else ()))
        self._aside.put(self.render.versions.taken(keys))

    def close(self) -> None:
        """Give back the file of what was put aside."""
        self._aside.close()

    def of_many(self) -> Iterator[Artifact]:
        """The twins of lists, and the corpus."""
        for path, (plural, shows) in LISTS.items():
            yield Artifact(urls.json(path), partial(self._of_list, path, plural), shows)
        yield Artifact(urls.json(urls.LEDGER), partial(_of_entries, self.render, urls.LEDGER, "ledger"))
        yield Artifact(urls.json(urls.CHANGES), partial(_of_entries, self.render, urls.CHANGES, "changes"))
        yield Artifact(urls.data_file("corpus.json"), self._of_everything)

    def _of_everything(self) -> Iterator[bytes]:
        """The whole linked corpus, one record on a line, so that a difference shows which has changed.

        No text is kept: when a site is built, this is the last file that they stand in.
        """
        yield b"{\n" + b",\n".join(
            b'"%s": %s' % (name.encode(), dense(it)) for name, it in _about(self.render.corpus).items()
        )
        for kind in KINDS:
            yield b',\n"%s": [' % kind.plural.encode()
            before = b"\n"
            for record in getattr(self.render.corpus, kind.plural):
                key = record.key
                yield before
                yield self._text(key)
                self.render.versions.taken((key,))
                before = b",\n"
            yield b"]" if before == b"\n" else b"\n]"
        yield b"\n}\n"

    def _of_record(self, key: Key) -> bytes:
        return b"".join(self._made(urls.of(key), *self.render.versions.resting(key)))

    def _of_part(self, path: str, part: str, brief: str) -> bytes:
        own = [key for key in self.render.corpus.of_brief[brief] if key.kind == PARTS[part]]
        chain = together(self.render.corpus, own)
        return b"".join(self._made(path, chain, self.render.versions.of_all(chain)))

    def _of_list(self, path: str, plural: str) -> Iterator[bytes]:
        keys = [one.key for one in getattr(self.render.corpus, plural)]
        return self._made(path, keys, self.render.versions.of_all(keys))

    def _made(self, path: str, chain: Iterable[Key], version: str) -> Iterator[bytes]:
        by_kind: dict[str, list[Key]] = {}
        for key in chain:
            by_kind.setdefault(key.kind, []).append(key)
        yield dense(_head(self.render, path, version)).removesuffix(b"}")
        for kind in KINDS:
            if keys := by_kind.get(kind.name):
                before = b',"%s":[' % kind.plural.encode()
                for key in keys:
                    yield before
                    yield self._text(key)
                    before = b","
                yield b"]"
        yield b"}\n"

    def _text(self, key: Key) -> bytes:
        return self._aside.get(key) or self.render.versions.published(key)


def _about(corpus: Corpus) -> dict[str, Json]:
    return {"schema_version": SCHEMA_VERSION, "title": corpus.site.title}


def _head(render: Renderer, path: str, version: str) -> dict[str, Json]:
    return {
        **_about(render.corpus),
        "address": f"{render.site_url or '/'}{path}",
        "version": version,
    }


def _of_entries(render: Renderer, path: str, name: str) -> bytes:
    """The twin of the ledger or of the changes, whose entries are no records: each names the one it is about."""
    listing = getattr(render.listings, name)
    entries = [_entry(one) for one in listing.items if isinstance(one, (LedgerEntry, Change))]
    return as_dense_json({**_head(render, path, digest(entries)), name: list[Json](entries)})


def _entry(one: LedgerEntry | Change) -> dict[str, Json]:
    key = one.record if isinstance(one, LedgerEntry) else one.key
    about: dict[str, Json] = {"kind": key.kind, "id": key.id, "brief": key.brief or None, "url": f"/{urls.of(key)}"}
    if isinstance(one, LedgerEntry):
        return {"rule": one.code, **about, "reason": one.reason or None}
    return {"date": one.date.text, "what": one.what, **about, "source": one.source.id if one.source else None}


def chain_data(render: Renderer, chain: Iterable[Key]) -> dict[str, Json]:
    """Some records in the shape of ``corpus.json``."""
    data = _about(render.corpus)
    listed = list(chain)
    for kind in KINDS:
        if own := [one for one in listed if one.kind == kind.name]:
            data[kind.plural] = [record_data(render.corpus, one) for one in own]
    return data
