"""Themes: the briefs side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from sightline import urls
from sightline.model.prose import plain
from sightline.model.shared import Theme
from sightline.render.compare import Column, Meeting, columns, meetings, pairs
from sightline.render.forms import Form, Statements
from sightline.render.kinds.common import HOME, overview
from sightline.render.names import brief_name
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer

ALL = Crumb("Themes", urls.THEMES)


def pages(render: Renderer) -> Iterator[Planned]:
    """The list of themes, then each theme, and any two briefs on it where more than two speak on it."""
    yield Planned(urls.THEMES, partial(_list, render))
    for theme in render.corpus.themes:
        key = theme.key
        held = columns(render.corpus, render.groups, theme)
        found = meetings(render.corpus, render.groups, theme, held)
        make = partial(render.fitting, partial(_theme, render, theme, held, found))
        yield Planned(urls.of(key), make, (key,), own=(key,))
        for pair in pairs(held, found):
            path = urls.compare(theme.id, pair[0].brief.id, pair[1].brief.id)
            make = partial(render.fitting, partial(_pair, render, theme, path, pair))
            yield Planned(path, make, (key,))


def _list(render: Renderer) -> Page:
    listing, about = render.listings.themes, "The subjects that the briefs share, and what each brief says on them."
    if not listing.whole:
        return overview(render, listing, about)
    return render.page(
        render.sheet(urls.THEMES),
        "themes",
        title="Themes",
        description=about,
        crumbs=(HOME, ALL),
        twin=urls.THEMES,
        themes=[(theme, columns(render.corpus, render.groups, theme)) for theme in render.corpus.themes],
    )


def _theme(render: Renderer, theme: Theme, held: list[Column], found: list[Meeting], form: Form) -> Page:
    groups, key, summary = render.groups, theme.key, plain(theme.summary)
    events = groups.events_on.get(theme.id, [])
    said, dated = render.filled(form, _statements(held), Statements(len(events), "event", "line"))
    return render.page(
        render.sheet(urls.of(key), keeps_notes=form == Form.FULL),
        "theme",
        title=theme.title,
        description=summary,
        crumbs=(HOME, ALL, Crumb(theme.title, urls.of(key))),
        key=key,
        search=(SearchEntry(urls.of(key), theme.title, summary, "Theme"),),
        theme=theme,
        narrower=groups.narrower.get(theme.id, []),
        columns=held,
        said=said,
        meetings=found,
        met=form,
        pairs=pairs(held, found),
        events=events,
        dated=dated,
    )


def _statements(held: Iterable[Column]) -> Statements:
    number = sum(len(column.recommendations) + len(column.findings) for column in held)
    return Statements(number, "statement", "line")


def _pair(render: Renderer, theme: Theme, path: str, pair: tuple[Column, Column], form: Form) -> Page:
    one, other = (brief_name(column.brief) for column in pair)
    both = frozenset(column.brief.id for column in pair)
    found = meetings(render.corpus, render.groups, theme, pair)
    return render.page(
        render.sheet(path, keeps_notes=form == Form.FULL),
        "compare",
        title=f"{theme.title}: {one} and {other}",
        description=f"What “{one}” and “{other}” each hold on {theme.title}, and how each is supported.",
        crumbs=(HOME, ALL, Crumb(theme.title, urls.of(theme.key)), Crumb(f"{one} and {other}", path)),
        twin=urls.of(theme.key),
        theme=theme,
        columns=pair,
        said=render.filled(form, _statements(pair))[0],
        meetings=[meeting for meeting in found if meeting.joins(both)],
        met=form,
    )
