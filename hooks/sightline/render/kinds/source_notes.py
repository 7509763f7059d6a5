"""What a careful reader should know about the printed document."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.link import key_for
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Key
from sightline.model.prose import plain
from sightline.model.source_notes import SourceNote, Standpoint
from sightline.render.kinds.common import brief_crumbs, section_title
from sightline.render.names import SOURCE_NOTE_GROUPS, SOURCE_NOTE_KINDS, brief_name, shortened
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.site import Renderer


def of_brief(render: Renderer, brief: Brief) -> Iterator[Planned]:
    """One page."""
    yield Planned(urls.brief(brief.id, "source-notes"), partial(_source_notes, render, brief), (brief.key,))


def _source_notes(render: Renderer, brief: Brief) -> Page:
    notes = render.groups.source_notes[brief.id]
    path = urls.brief(brief.id, "source-notes")
    return render.page(
        render.sheet(path, brief.id),
        "source-notes",
        title=f"Source notes: {brief_name(brief)}",
        description=f"Misprints, contradictions and thinly supported claims in “{brief.title}”.",
        crumbs=brief_crumbs(brief, Crumb("Source notes", path)),
        twin=path,
        search=tuple(map(_search_entry, notes)),
        brief=brief,
        groups=[(kind, [note for note in notes if note.kind == kind]) for kind in SOURCE_NOTE_KINDS],
        headings=SOURCE_NOTE_GROUPS,
        elsewhere=render.groups.source_notes_elsewhere(brief.id),
        kind_links=lambda groups: [
            (f"kind-{kind}", f"{SOURCE_NOTE_GROUPS[kind]} ({len(own)})") for kind, own in groups if own
        ],
        place=lambda note, standpoint: place(render.corpus, note, standpoint),
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
