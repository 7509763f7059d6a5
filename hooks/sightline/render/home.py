"""Lists that hand-written pages can show by name: ``[sightline:briefs]``."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from sightline.link import key_for
from sightline.model.corpus import Key, Note
from sightline.model.keys import source_key
from sightline.render.sheet import Sheet
from sightline.render.site import Renderer


def _briefs(sheet: Sheet, render: Renderer) -> Markup:
    groups = render.groups
    return render.fragment(
        sheet,
        "home-briefs",
        briefs=[
            (
                brief,
                groups.findings[brief.id],
                groups.recommendations[brief.id],
                groups.endnotes[brief.id],
            )
            for brief in render.corpus.briefs
        ],
    )


def _themes(sheet: Sheet, render: Renderer) -> Markup:
    listing = render.listings.themes
    return render.fragment(
        sheet, "home-themes", themes=render.corpus.themes if listing.whole else (), number=len(listing.items)
    )


def _example(sheet: Sheet, render: Renderer) -> Markup:
    """One line of sight; nothing where the settings name none."""
    corpus = render.corpus
    example = corpus.site.example
    if example is None:
        return Markup("")
    one, finding = (
        key_for(kind, reference, "")
        for kind, reference in (("recommendation", example.recommendation), ("finding", example.finding))
    )
    return render.fragment(
        sheet,
        "home-example",
        one=corpus.records[one],
        finding=corpus.records[finding],
        note=_note_between(render, finding, example.source),
        source=corpus.records[source_key(example.source)],
    )


def _note_between(render: Renderer, finding: Key, source: str) -> Note | None:
    """The first note that the finding marks and that stands for the source."""
    notes = (render.corpus.notes[key] for key in render.corpus.marks[finding])
    return next((note for note in notes if any(work.source == source for work in note.resolved)), None)


def _figures(sheet: Sheet, render: Renderer) -> Markup:
    return render.fragment(sheet, "home-figures")


BLOCKS: dict[str, Callable[[Sheet, Renderer], Markup]] = {
    "briefs": _briefs,
    "themes": _themes,
    "example": _example,
    "figures": _figures,
}
