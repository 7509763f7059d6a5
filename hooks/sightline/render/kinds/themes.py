"""Themes: the briefs side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from sightline import urls
from sightline.link import key_for, key_of
from sightline.model.brief import Brief, Finding, Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.model.prose import plain
from sightline.model.shared import Theme
from sightline.render.kinds.common import HOME, by_brief
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer

ALL = Crumb("Themes", urls.THEMES)


@dataclass(frozen=True, slots=True)
class Column:
    """What one brief says on a theme."""

    brief: Brief
    recommendations: list[Recommendation]
    findings: list[Finding]


def pages(render: Renderer) -> Iterator[Planned]:
    """The list of themes, then each theme."""
    yield Planned(urls.THEMES, partial(_list, render))
    for theme in render.corpus.themes:
        yield Planned(urls.of(key_of(theme)), partial(_theme, render, theme), (key_of(theme),))


def _list(render: Renderer) -> Page:
    corpus = render.corpus
    return render.page(
        render.sheet(urls.THEMES),
        "themes",
        title="Themes",
        description="The subjects that the briefs share, and what each brief says on them.",
        crumbs=(HOME, ALL),
        themes=[(theme, columns(corpus, theme)) for theme in corpus.themes],
    )


def _theme(render: Renderer, theme: Theme) -> Page:
    corpus, key = render.corpus, key_of(theme)
    summary = plain(theme.summary)
    return render.page(
        render.sheet(urls.of(key)),
        "theme",
        title=theme.title,
        description=summary,
        crumbs=(HOME, ALL, Crumb(theme.title, urls.of(key))),
        key=key,
        search=(SearchEntry(urls.of(key), f"Theme: {theme.title}", summary, boost=2.0),),
        theme=theme,
        narrower=[other for other in corpus.themes if other.broader == theme.id],
        columns=columns(corpus, theme),
        comparisons=[
            (
                comparison,
                [key_for("recommendation", reference, "") for reference in comparison.recommendations]
                + [key_for("finding", reference, "") for reference in comparison.findings],
            )
            for comparison in theme.comparisons
        ],
        events=[event for event in corpus.events if theme.id in event.themes],
    )


def columns(corpus: Corpus, theme: Theme) -> list[Column]:
    """What each brief that speaks on a theme says, recommendations first."""
    return [
        Column(
            brief,
            [one for one in records if isinstance(one, Recommendation)],
            [one for one in records if isinstance(one, Finding)],
        )
        for brief, records in by_brief(corpus, _belonging(corpus, theme))
    ]


def _belonging(corpus: Corpus, theme: Theme) -> Iterator[Key]:
    """The recommendations and findings that name a theme as theirs, not those that only mention it."""
    for key in corpus.backlinks.get(key_of(theme), ()):
        record = corpus.records[key]
        if isinstance(record, (Finding, Recommendation)) and theme.id in record.themes:
            yield key
