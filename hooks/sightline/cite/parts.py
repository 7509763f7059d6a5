"""References to the parts of one work, which differ in title, address and version alone: the rest is put together once."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from sightline.cite.apa import entry as apa
from sightline.cite.apa.sentence_case import opened
from sightline.cite.chicago import entry as chicago
from sightline.cite.full_stops import dropped
from sightline.cite.headline import headline
from sightline.cite.marks import ADDRESS, TITLE, VERSION, clean
from sightline.cite.punctuation import finish
from sightline.cite.quotes import marked
from sightline.cite.tokens import Tokens
from sightline.cite.work import Item, Work

_OWN = {"title": TITLE, "URL": ADDRESS, "version": VERSION}


class Parts(NamedTuple):
    """The entries of a bibliography for parts with titles, with marks in place of what each has of its own."""

    language: str
    chicago: str
    apa: str

    @classmethod
    def of(cls, item: Item) -> Parts:
        """The parts that are like this one in all else."""
        work = Work.of(item)
        work = replace(work, texts={name: _OWN.get(name, text) for name, text in work.texts.items()})
        return cls(work.language(), chicago.entry(work), apa.entry(work))

    def entries(self, item: Item) -> tuple[Tokens, Tokens]:
        """The entries of one part, in Chicago and in APA style."""
        title, address, version = [clean(str(item.get(name, ""))) for name in _OWN]
        title = marked(dropped(title))
        in_headline_style = headline(title, self.language)
        return (
            finish(_filled(self.chicago, in_headline_style, address, version)),
            finish(_filled(self.apa, opened(title, self.language), address, version)),
        )


def _filled(entry: str, title: str, address: str, version: str) -> str:
    return entry.replace(TITLE, title).replace(ADDRESS, address).replace(VERSION, version)
