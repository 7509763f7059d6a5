"""How what stands on this site is cited: a brief, a recommendation or finding in it, a source."""

from __future__ import annotations

import html
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from sightline import cite, urls
from sightline.cite.formats import FORMATS, Format, entries
from sightline.cite.formats.held import Held
from sightline.model.brief import Brief, Finding, Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.model.dates import Edtf
from sightline.model.prose import plain
from sightline.model.shared import Source
from sightline.render.escaping import finished
from sightline.render.names import shortened
from sightline.render.references import References, csl_item

KINDS = ("brief", "finding", "recommendation", "source")
"""The kinds of record that a reader may want to cite."""
TITLE = 80
"""How much of a finding stands for its title, in letters."""


@dataclass(frozen=True, slots=True)
class CiteThis:
    """What a reader needs to cite one record."""

    held: Held
    """The record as a CSL item, and what it holds."""
    chicago: cite.Tokens
    apa: cite.Tokens
    key: Key
    address: str
    """The permanent address; from the site's root where the site's own address is not known."""
    version: str
    date: Edtf | None
    """The date of the record as it is known; None where the document has none."""
    _files: dict[str, str] = field(default_factory=dict)

    @property
    def files(self) -> tuple[tuple[Format, str], ...]:
        """Each format, and the address of its file from the site's root."""
        start = urls.cite_file(self.key, "")
        return tuple([(one, f"{start}{one.one}") for one in FORMATS])

    def entry(self, form: Format) -> str:
        """The record in one of the formats; all are kept, since its page, its own files and the files of many hold them."""
        if not self._files:
            self._files.update(entries(self.held))
        return self._files[form.name]

    def written(self, form: Format) -> str:
        """The file of the record alone in one of the formats."""
        return form.whole((self.entry(form),))


def cite_item(corpus: Corpus, key: Key, site_url: str, version: str) -> dict[str, Any]:
    """A record as a CSL item. A source is the work itself, and so is a brief whose original has an address;
    the rest is cited as it stands here."""
    record = corpus.records[key]
    if isinstance(record, Source):
        return csl_item(record)
    address = {"URL": site_url + urls.of(key)} if site_url else {}
    here = {**address, "source": corpus.site.title, "version": version}
    if isinstance(record, Brief):
        return {**_brief(record), **({"URL": record.url} if record.url else here)}
    assert isinstance(record, (Recommendation, Finding))  # the other two of KINDS
    brief = corpus.records[Key("brief", "", key.brief)]
    assert isinstance(brief, Brief)
    page = {"page": record.page} if record.page else {}
    whole = _brief(brief)
    whole["container-title"] = whole.pop("title")
    # A finding has no title; the words that stand for one are a sentence, whose capitals no style may raise.
    title = (
        f'<span class="nocase">{shortened(plain(record.statement), TITLE).removesuffix(".")}</span>'
        if isinstance(record, Finding)
        else record.title
    )
    return {**whole, "id": f"{key.brief}-{key.id}", "type": "chapter", "title": title, **page, **here}


def _brief(brief: Brief) -> dict[str, Any]:
    """A brief with what the document says and no more."""
    item: dict[str, Any] = {"id": brief.id, "type": "report", "title": brief.title, "publisher": brief.publisher}
    if brief.authors:
        item["author"] = brief.authors
    if brief.series:
        item["collection-title"] = brief.series
    if issued := brief.issued or brief.updated:
        item["issued"] = issued
    return item


def date_of(corpus: Corpus, key: Key) -> Edtf | None:
    """The newest date that a record, or the brief that it stands in, gives of itself."""
    record = corpus.records[key]
    if isinstance(record, Source):
        issued = record.item.get("issued")
        return issued if isinstance(issued, Edtf) else None
    if isinstance(record, Recommendation) and record.status:
        return record.status[-1].date
    brief = record if isinstance(record, Brief) else corpus.records[Key("brief", "", key.brief)]
    assert isinstance(brief, Brief)
    return brief.updated or brief.issued


def cite_this(references: References, key: Key, site_url: str, version: str) -> CiteThis:
    """All that the page of a record offers to those who cite it."""
    item = cite_item(references.corpus, key, site_url, version)
    chicago, apa = _entries(references, key, item)
    return CiteThis(
        held=Held.of(item),
        chicago=chicago,
        apa=apa,
        key=key,
        address=site_url + urls.of(key),
        version=version,
        date=date_of(references.corpus, key),
    )


def _entries(references: References, key: Key, item: cite.Item) -> tuple[cite.Tokens, cite.Tokens]:
    """The record in Chicago and in APA style."""
    if key.kind in ("finding", "recommendation"):
        return references.parts(key.brief, item).entries(item)
    if key.kind == "source":
        return references.bibliography(key.id), cite.bibliography(references.work(key.id), "apa")
    work = cite.Work.of(item)
    return cite.bibliography(work), cite.bibliography(work, "apa")


def verbatim(text: str) -> Markup:
    """Text inside an element, with nothing escaped that may stand there."""
    return finished(html.escape(text, quote=False))
