"""A linked record as plain data: who it is, what the editor wrote, what is derived from what it rests on.

References follow one rule: inside a record of a brief, a finding or recommendation of the same brief is named
by its id, one of another brief as ``brief/id``. A shared record names what is in briefs by ``brief`` and
``id`` (or ``number``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any, TypeAlias

from sightline import urls
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Key, Line, Note, SourceLinks, Support
from sightline.model.dates import Edtf
from sightline.model.fields import RefTo
from sightline.model.prose import Prose
from sightline.model.shared import Source
from sightline.model.walk import Many, Shape, plan

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""What JSON can say."""


def record_data(corpus: Corpus, key: Key) -> dict[str, Json]:
    """One record, and last what rests on it."""
    return {**own_data(corpus, key), **backlinks(corpus, key)}


def own_data(corpus: Corpus, key: Key) -> dict[str, Json]:
    """One record without what rests on it: this changes only when the record changes, or what it rests on."""
    record = corpus.records[key]
    written = _source(record) if isinstance(record, Source) else _fields(record, key.brief and f"{key.brief}/")
    brief = {"brief": key.brief} if key.brief else {}
    if isinstance(record, Brief):
        written["original_url"] = written.pop("url")  # "url" is the address of the record on this site
    head: dict[str, Json] = {"id": key.id, **brief, "url": f"/{urls.of(key)}"}
    for name in head:
        written.pop(name, None)
    return {**head, **written, **_derived(corpus, key)}


def backlinks(corpus: Corpus, key: Key) -> dict[str, Json]:
    """What rests on a source, and where a note is marked; nothing for records of other kinds."""
    match key.kind:
        case "source":
            return _rests_on(corpus.source_links[key.id])
        case "endnote":
            uses = corpus.notes[key].uses
            return {
                "marked_in": [{"kind": one.record.kind, "brief": one.record.brief, "id": one.record.id} for one in uses]
            }
        case _:
            return {}


def _derived(corpus: Corpus, key: Key) -> dict[str, Json]:
    match key.kind:
        case "endnote":
            return _endnote(corpus.notes[key])
        case "finding":
            return {"endnotes": _marked(corpus, key), "support": _support(corpus.support[key])}
        case "recommendation":
            return {
                "endnotes": _marked(corpus, key),
                "line_of_sight": [_line(line, key.brief) for line in corpus.lines[key]],
                "support": _support(corpus.support[key]),
            }
        case _:
            return {}


def _source(source: Source) -> dict[str, Json]:
    own = _fields(source)
    head = {name: own.pop(name) for name in ("type", "title")}
    item = own.pop("item")
    assert isinstance(item, dict)
    return {**head, **item, **own}


def _rests_on(links: SourceLinks) -> dict[str, Json]:
    return {
        "cited_by": [{"brief": key.brief, "number": int(key.id)} for key in links.notes],
        "supports": [{"brief": key.brief, "id": key.id} for key in links.recommendations],
        "supports_findings": [{"brief": key.brief, "id": key.id} for key in links.findings],
        "falls": [{"kind": key.kind, "brief": key.brief, "id": key.id} for key in links.falls],
        "weakens": [{"kind": key.kind, "brief": key.brief, "id": key.id} for key in links.weakens],
    }


def _endnote(note: Note) -> dict[str, Json]:
    return {
        "section": note.section,
        "citations": [
            {
                "source": citation.source,
                "locator": citation.locator,
                "label": citation.label if citation.locator else None,
                "form": citation.form,
                "refers_to": citation.refers_to,
                "lead_in": citation.lead_in,
            }
            for citation in note.citations
        ],
        "resolved": [
            {"source": work.source, "locator": work.locator, "label": work.label if work.locator else None}
            for work in note.resolved
        ],
    }


def _marked(corpus: Corpus, key: Key) -> list[int]:
    """The numbers of the notes of the record's own brief that its texts mark, each once, in order."""
    return [int(note.id) for note in corpus.marks[key] if note.brief == key.brief]


def _line(line: Line, brief: str) -> dict[str, Json]:
    finding = line.finding and (
        line.finding.id if line.finding.brief == brief else f"{line.finding.brief}/{line.finding.id}"
    )
    return {"finding": finding, "brief": line.note.brief, "endnote": int(line.note.id), "source": line.source}


def _support(support: Support) -> dict[str, Json]:
    def share(part: int) -> float | None:
        return round(part / support.sources, 3) if support.sources else None

    return {
        "findings": support.findings,
        "endnotes": support.notes,
        "sources": support.sources,
        "publishers": support.publishers,
        "kinds": dict(support.kinds),
        "interview_share": share(support.interviews),
        "open_share": share(support.open),
        "oldest": support.oldest,
        "newest": support.newest,
        "labels": list(support.labels),
    }


@cache
def _shapes(record: type) -> tuple[tuple[str, Shape], ...]:
    """The fields of a class, each with the references in it."""
    shapes = dict(plan(record, RefTo))
    return tuple((field.name, shapes.get(field.name)) for field in fields(record))


def _fields(record: Any, own: str = "") -> dict[str, Json]:  # noqa: ANN401  # a dataclass, which has no type of its own
    """The fields of a record as plain data; references that begin with ``own`` without it, though it was written."""
    shapes = _shapes(type(record))  # type: ignore[arg-type]  # a class is hashable
    return {name: _plain(getattr(record, name), shape, own) for name, shape in shapes}


def _plain(value: object, shape: Shape, own: str) -> Json:
    """Records, texts and dates as plain data; texts and dates as they are written."""
    if isinstance(value, str):
        return value.removeprefix(own) if isinstance(shape, RefTo) else value
    if value is None or isinstance(value, (int, float)):
        return value
    if isinstance(value, (list, tuple)):
        inner = shape.item if isinstance(shape, Many) else None
        return [_plain(item, inner, own) for item in value]
    if isinstance(value, Prose):
        return value.source
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, dict):
        return {name: _plain(item, None, own) for name, item in value.items()}
    return _fields(value, own)
