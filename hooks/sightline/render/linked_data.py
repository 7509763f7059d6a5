"""What a page is about, in the words of schema.org (JSON-LD)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sightline import urls
from sightline.cite.formats.held import Held
from sightline.cite.formats.values import Person
from sightline.link import key_for
from sightline.link.record_data import Json
from sightline.model.brief import Brief, Recommendation
from sightline.model.corpus import Corpus, Key, Note
from sightline.model.dates import Edtf
from sightline.model.keys import source_key
from sightline.model.prose import plain
from sightline.model.shared import Source
from sightline.render.citing import CiteThis
from sightline.render.dates import machine
from sightline.render.groups import Groups
from sightline.render.names import title_of
from sightline.render.page import Crumb

Node = dict[str, Json]

TYPES = {
    "article-journal": "ScholarlyArticle", "article-magazine": "Article", "article-newspaper": "NewsArticle",
    "bill": "Legislation", "book": "Book", "chapter": "Chapter", "classic": "Book", "dataset": "Dataset",
    "legislation": "Legislation", "map": "Map", "motion_picture": "Movie", "paper-conference": "ScholarlyArticle",
    "periodical": "Periodical", "post": "SocialMediaPosting", "post-weblog": "BlogPosting",
    "regulation": "Legislation", "report": "Report", "review": "Review", "review-book": "Review",
    "software": "SoftwareSourceCode", "thesis": "Thesis", "treaty": "Legislation", "webpage": "WebPage",
}  # fmt: skip
"""CSL types that schema.org has a word for; all others are a CreativeWork."""
MOST = 400
"""Parts and works that the node of a brief names; of more it names none: each says itself what it is a part of."""


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Writes nodes about the records of one corpus."""

    corpus: Corpus
    groups: Groups
    site_url: str

    def about(self, cited: CiteThis, pdf: str = "") -> Iterator[Node]:
        """The node of a brief, a recommendation or a source; nothing for other kinds."""
        more: Node = {"version": cited.version, "encoding": self._encoding(cited.key, pdf)}
        match record := self.corpus.records[cited.key]:
            case Brief():
                yield _known({**self._brief(record, cited.held), **more})
            case Recommendation():
                yield _known({**self._recommendation(record), **more})
            case Source():
                yield _known(self._source(cited.key, record, cited.held))
            case _:
                return

    def _encoding(self, key: Key, pdf: str) -> Node | None:
        """The same as a PDF file, where there is one."""
        if not pdf:
            return None
        address = f"{self.site_url}{urls.of(key)}{pdf}"
        return {"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": address}

    def breadcrumbs(self, crumbs: tuple[Crumb, ...]) -> Node:
        """The way from the home page."""
        steps: list[Json] = [
            {"@type": "ListItem", "position": place, "name": crumb.title, "item": f"{self.site_url or '/'}{crumb.path}"}
            for place, crumb in enumerate(crumbs, 1)
        ]
        return {"@type": "BreadcrumbList", "itemListElement": steps}

    def context(self) -> Json:
        """The words used, and what all addresses below are relative to."""
        return ["https://schema.org", {"@base": self.site_url}] if self.site_url else "https://schema.org"

    def _named(self, key: Key, kind: str) -> Node:
        return {"@type": kind, "@id": urls.of(key), "name": title_of(self.corpus, key)}

    def _brief(self, brief: Brief, held: Held) -> Node:
        works = self._works(self.groups.notes[brief.id])
        own = [self._named(one.key, "CreativeWork") for one in self.groups.recommendations[brief.id]]
        return {
            "@type": "Report",
            "@id": urls.of(brief.key),
            "url": self.site_url + urls.of(brief.key),
            "name": brief.title,
            "alternateName": brief.short_title,
            "abstract": plain(brief.standfirst),
            "author": _agents(held, "author"),
            "publisher": {"@type": "Organization", "name": brief.publisher},
            "datePublished": _date(brief.issued),
            "dateModified": _date(brief.updated),
            "sameAs": brief.url,
            "hasPart": own if len(own) <= MOST else None,
            "citation": works if len(own) + len(works) <= MOST else None,
        }

    def _recommendation(self, one: Recommendation) -> Node:
        key = one.key
        return {
            "@type": "CreativeWork",
            "@id": urls.of(key),
            "url": self.site_url + urls.of(key),
            "identifier": f"{one.brief}/{one.id}",
            "genre": "Recommendation",
            "name": one.title,
            "text": plain(one.statement),
            "isPartOf": self._named(Key("brief", "", one.brief), "Report"),
            "audience": [
                {"@type": "Audience", "name": title_of(self.corpus, Key("actor", "", actor))}
                for actor in one.addressees
            ],
            "about": [self._named(Key("theme", "", theme), "DefinedTerm") for theme in one.themes],
            "citation": self._works(self.corpus.notes[line.note] for line in self.corpus.lines[key]),
            "isBasedOn": [self._claim(key_for("finding", ground.finding, one.brief)) for ground in one.rests_on],
        }

    def _claim(self, key: Key) -> Node:
        """A finding, with the works that its notes stand for."""
        works = (work.source for note in self.corpus.marks[key] for work in self.corpus.notes[note].resolved)
        cited: list[Json] = [{"@id": urls.of(source_key(work))} for work in dict.fromkeys(works)]
        return _known({**self._named(key, "Claim"), "citation": cited})

    def _works(self, notes: Iterable[Note]) -> list[Json]:
        """The works that notes stand for, by type and title; the rest stands on the pages of their own."""
        found: list[Json] = []
        for source in dict.fromkeys(work.source for note in notes for work in note.resolved):
            key = source_key(source)
            record = self.corpus.records[key]
            assert isinstance(record, Source)
            found.append(self._named(key, TYPES.get(record.type, "CreativeWork")))
        return found

    def _source(self, key: Key, source: Source, held: Held) -> Node:
        address = urls.of(key)
        doi, container, publisher = map(held.texts.get, ("DOI", "container-title", "publisher"))
        return {
            "@type": TYPES.get(source.type, "CreativeWork"),
            "@id": address,
            "mainEntityOfPage": self.site_url + address,
            "name": source.title,
            "author": _agents(held, "author"),
            "editor": _agents(held, "editor"),
            "publisher": {"@type": "Organization", "name": publisher} if publisher else None,
            "datePublished": _date(held.item.get("issued")),
            "isPartOf": {"@type": "CreativeWork", "name": container} if container else None,
            "sameAs": f"https://doi.org/{doi}" if doi else None,
            "url": held.texts.get("URL"),
        }


def _agents(held: Held, role: str) -> list[Json]:
    return [_agent(person) for person in held.people.get(role, ())]


def _agent(person: Person) -> Node:
    if person.literal:
        return {"@type": "Organization", "name": person.literal}
    parts = (person.given, person.dropping, person.particle, person.family, person.suffix)
    return {"@type": "Person", "name": " ".join(filter(None, parts))}


def _date(date: object) -> str:
    return machine(date) if isinstance(date, Edtf) else ""


def _known(node: Node) -> Node:
    """A node without what is not known."""
    return {name: value for name, value in node.items() if value}
