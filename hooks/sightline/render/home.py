"""Lists that hand-written pages can show by name: ``[sightline:briefs]``."""

from __future__ import annotations

from collections.abc import Callable

from markupsafe import Markup

from sightline.link import key_for
from sightline.model.corpus import Key, Note
from sightline.render.kinds.common import of_brief
from sightline.render.sheet import Sheet
from sightline.render.site import Renderer


def _briefs(sheet: Sheet, render: Renderer) -> Markup:
    corpus = render.corpus
    return render.fragment(
        sheet,
        "home-briefs",
        briefs=[
            (
                brief,
                of_brief(corpus.findings, brief),
                of_brief(corpus.recommendations, brief),
                of_brief(corpus.endnotes, brief),
            )
            for brief in corpus.briefs
        ],
    )


def _themes(sheet: Sheet, render: Renderer) -> Markup:
    return render.fragment(sheet, "home-themes", themes=render.corpus.themes)


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
        source=corpus.records[Key("source", "", example.source)],
    )


def _note_between(render: Renderer, finding: Key, source: str) -> Note | None:
    """The first note that the finding marks and that stands for the source."""
    for note in render.corpus.notes.values():
        if any(use.record == finding for use in note.uses) and any(work.source == source for work in note.resolved):
            return note
    return None


def _figures(sheet: Sheet, render: Renderer) -> Markup:
    return render.fragment(sheet, "home-figures")


BLOCKS: dict[str, Callable[[Sheet, Renderer], Markup]] = {
    "briefs": _briefs,
    "themes": _themes,
    "example": _example,
    "figures": _figures,
}
