"""The endnotes of a brief: each as it is printed and as what it stands for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Note, Use
from sightline.model.prose import plain
from sightline.render.forms import BEGUN, Form
from sightline.render.kinds.common import brief_crumbs, neighbours, section_title
from sightline.render.kinds.in_parts import Hundred, hundreds, notes_fit, notes_fit_as_printed
from sightline.render.names import brief_name
from sightline.render.notes import where
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer


def of_brief(render: Renderer, brief: Brief) -> Iterator[Planned]:
    """One page, and where there are many notes those of each hundred; of a brief without notes it says so."""
    shows = (brief.key,)
    yield Planned(urls.brief(brief.id, "endnotes"), partial(_endnotes, render, brief), shows)
    for before, one, after in () if notes_fit(render, brief) else neighbours(hundreds(render, brief)):
        make = partial(_hundred, render, brief, one, (before, after))
        yield Planned(one.path, partial(render.fitting, make, BEGUN), shows)


def _endnotes(render: Renderer, brief: Brief) -> Page:
    notes, whole = render.groups.notes[brief.id], notes_fit(render, brief)
    path = urls.brief(brief.id, "endnotes")
    return render.page(
        render.sheet(path, brief.id, keeps_notes=False),
        "endnotes" if whole else "endnotes-in-short",
        title=f"Endnotes: {brief_name(brief)}",
        description=f"Every note of “{brief.title}” as it is printed and as what it stands for.",
        crumbs=brief_crumbs(brief, Crumb("Endnotes", path)),
        twin=path,
        search=tuple(_search_entry(render, note) for note in notes),
        brief=brief,
        form=Form.FULL,
        notes=_in_full(render.corpus, brief, notes) if whole else notes,
        hundreds=[] if whole else hundreds(render, brief),
        printed_whole=notes_fit_as_printed(render, brief),
    )


def _hundred(
    render: Renderer, brief: Brief, one: Hundred, near: tuple[Hundred | None, Hundred | None], form: Form
) -> Page:
    above = urls.brief(brief.id, "endnotes")
    return render.page(
        render.sheet(one.path, brief.id, keeps_notes=False),
        "hundred",
        title=f"{one.title}: {brief_name(brief)}",
        description=f"{one.title} of “{brief.title}” as they are printed and as what they stand for.",
        crumbs=brief_crumbs(brief, Crumb("Endnotes", above), Crumb(one.title, one.path)),
        twin=above,
        brief=brief,
        one=one,
        form=form,
        notes=_in_full(render.corpus, brief, one.notes),
        before=near[0],
        after=near[1],
    )


InFull = tuple[Note, str, list[tuple[Use, str]]]
"""A note, the title of the section that it is marked in, and where it is marked."""


def _in_full(corpus: Corpus, brief: Brief, notes: list[Note]) -> list[InFull]:
    return [(note, section_title(brief, note.section), list(uses(corpus, note))) for note in notes]


def uses(corpus: Corpus, note: Note) -> Iterator[tuple[Use, str]]:
    """Where a note is marked, with the sentence around the mark."""
    for use in note.uses:
        yield use, next(where(corpus, use), "")


def _search_entry(render: Renderer, note: Note) -> SearchEntry:
    works = [render.references.plain_note(work.source, work.label, work.locator) for work in note.resolved]
    comment = plain(note.record.comment) if note.record.comment else ""
    return SearchEntry(urls.of(note.key), f"Note {note.record.number}", " ".join([*works, comment]), "Note")
