"""The endnotes of a brief: each as it is printed and as what it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.link import key_of
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Note, Use
from sightline.model.prose import plain
from sightline.render.kinds.common import brief_crumbs, section_title
from sightline.render.names import brief_name
from sightline.render.notes import where
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer


def of_brief(render: Renderer, brief: Brief) -> Iterator[Planned]:
    """One page; of a brief without notes it says so."""
    yield Planned(urls.brief(brief.id, "endnotes"), partial(_endnotes, render, brief), (key_of(brief),))


def _endnotes(render: Renderer, brief: Brief) -> Page:
    corpus = render.corpus
    path = urls.brief(brief.id, "endnotes")
    notes = render.groups.notes[brief.id]
    return render.page(
        render.sheet(path, brief.id, keeps_notes=False),
        "endnotes",
        title=f"Endnotes: {brief_name(brief)}",
        description=f"Every note of “{brief.title}” as it is printed and as what it stands for.",
        crumbs=brief_crumbs(brief, Crumb("Endnotes", path)),
        twin=path,
        search=tuple(_search_entry(render, note) for note in notes),
        brief=brief,
        notes=[(note, section_title(brief, note.section), list(uses(corpus, note))) for note in notes],
    )


def uses(corpus: Corpus, note: Note) -> Iterator[tuple[Use, str]]:
    """Where a note is marked, with the sentence around the mark."""
    for use in note.uses:
        yield use, next(where(corpus, use), "")


def _search_entry(render: Renderer, note: Note) -> SearchEntry:
    works = [render.references.plain_note(work.source, work.label, work.locator) for work in note.resolved]
    comment = plain(note.record.comment) if note.record.comment else ""
    return SearchEntry(urls.of(note.key), f"Note {note.record.number}", " ".join([*works, comment]), "Note")
