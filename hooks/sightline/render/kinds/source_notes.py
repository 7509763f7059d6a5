"""What a careful reader should know about the printed document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from sightline import urls
from sightline.link import key_for
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Key
from sightline.model.prose import plain
from sightline.model.source_notes import SourceNote, Standpoint
from sightline.render.kinds.common import brief_crumbs, neighbours, section_title
from sightline.render.kinds.in_parts import Run, runs
from sightline.render.kinds.in_short import BEGUN, PageOfBrief, in_short
from sightline.render.names import SOURCE_NOTE_GROUPS, SOURCE_NOTE_KINDS, brief_name, shortened
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer


def of_brief(render: Renderer, brief: Brief) -> Iterator[Planned]:
    """One page, and where the notes are many further ones."""
    shows, parts = (brief.key,), _parts(render, brief)
    yield Planned(urls.brief(brief.id, "source-notes"), partial(_all, render, brief, parts), shows)
    for before, part, after in neighbours(parts):
        yield Planned(part.path, partial(_part, render, brief, part, (before, after)), shows)


def _parts(render: Renderer, brief: Brief) -> list[Run[SourceNote]]:
    """The source notes of a brief page by page; none where one page holds all."""
    notes = [note for _, own in by_kind(render.groups.source_notes[brief.id]) for note in own]
    if _fit(render, notes):
        return []
    at = partial(urls.brief, brief.id, "source-notes")
    return runs(render, notes, "Source note", at, render.scale.remarked)


def _fit(render: Renderer, notes: Sequence[SourceNote]) -> bool:
    return sum(map(render.scale.remarked, notes)) <= render.room


def by_kind(notes: list[SourceNote]) -> list[tuple[str, list[SourceNote]]]:
    """Source notes by what sort of problem they tell of; a kind without any is left out."""
    groups = ((kind, [note for note in notes if note.kind == kind]) for kind in SOURCE_NOTE_KINDS)
    return [(kind, own) for kind, own in groups if own]


def _all(render: Renderer, brief: Brief, parts: list[Run[SourceNote]]) -> Page:
    notes, elsewhere = render.groups.source_notes[brief.id], render.groups.source_notes_elsewhere(brief.id)
    about = f"Misprints, contradictions and thinly supported claims in “{brief.title}”."
    search = tuple(map(_search_entry, notes))
    if parts:
        page = PageOfBrief("source-notes", "Source notes", about, "source notes", "number")
        return in_short(render, brief, page, parts, _begun, search, elsewhere=elsewhere)
    path = urls.brief(brief.id, "source-notes")
    return render.page(
        render.sheet(path, brief.id),
        "source-notes",
        title=f"Source notes: {brief_name(brief)}",
        description=about,
        crumbs=brief_crumbs(brief, Crumb("Source notes", path)),
        twin=path,
        search=search,
        brief=brief,
        part=None,
        elsewhere=elsewhere,
        told=_fit(render, [*notes, *elsewhere]),
        **_grouped(render, notes),
    )


def _grouped(render: Renderer, notes: list[SourceNote]) -> dict[str, Any]:  # Any: values of a template
    """What the template shows of some source notes."""
    groups = by_kind(notes)
    return {
        "groups": groups,
        "headings": SOURCE_NOTE_GROUPS,
        "anchors": [(f"kind-{kind}", f"{SOURCE_NOTE_GROUPS[kind]} ({len(own)})") for kind, own in groups],
        "place": partial(place, render.corpus),
    }


def _begun(note: SourceNote, place: int) -> tuple[str, str]:
    return str(place), shortened(plain(note.what), BEGUN)


def _part(
    render: Renderer,
    brief: Brief,
    part: Run[SourceNote],
    near: tuple[Run[SourceNote] | None, Run[SourceNote] | None],
) -> Page:
    above = urls.brief(brief.id, "source-notes")
    return render.page(
        render.sheet(part.path, brief.id),
        "source-notes",
        title=f"{part.title}: {brief_name(brief)}",
        description=f"{part.title} of “{brief.title}”.",
        crumbs=brief_crumbs(brief, Crumb("Source notes", above), Crumb(part.title, part.path)),
        twin=above,
        brief=brief,
        part=part,
        elsewhere=[],
        told=True,
        before=near[0],
        after=near[1],
        **_grouped(render, part.items),
    )


def place(corpus: Corpus, note: SourceNote, standpoint: Standpoint) -> tuple[str, str]:
    """What a place in a document is called, and its address from the site's root (empty: none)."""
    for kind in ("finding", "recommendation", "endnote", "source"):
        if reference := getattr(standpoint, kind):
            key = key_for(kind, reference, note.brief)
            return _label(corpus, key, note), urls.of(key)
    if standpoint.section:
        brief = next(brief for brief in corpus.briefs if brief.id == note.brief)
        argued = any(one.brief == brief.id and one.section == standpoint.section for one in corpus.findings)
        path = urls.brief(note.brief, "findings" if argued else "")
        return section_title(brief, standpoint.section), f"{path}#{urls.section_anchor(standpoint.section)}"
    return "Key messages", f"{urls.brief(note.brief)}#key-messages"


def _label(corpus: Corpus, key: Key, note: SourceNote) -> str:
    record = corpus.records[key]
    match key.kind:
        case "finding":
            text = f"Finding “{shortened(plain(record.statement), 60)}”"  # type: ignore[union-attr]
        case "recommendation":
            text = f"Recommendation “{record.title}”"  # type: ignore[union-attr]
        case "endnote":
            text = f"Note {key.id}"
        case _:
            text = f"Source “{record.title}”"  # type: ignore[union-attr]
    if key.brief and key.brief != note.brief:
        owner = next(brief for brief in corpus.briefs if brief.id == key.brief)
        return f"{text} ({brief_name(owner)})"
    return text


def _search_entry(note: SourceNote) -> SearchEntry:
    text = f"{plain(note.what)} {plain(note.treatment)}"
    return SearchEntry(urls.of(note.key), SOURCE_NOTE_KINDS[note.kind], text, "Source note")
