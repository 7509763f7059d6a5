"""A linked record as plain data: who it is, what the editor wrote, what is derived from what it rests on.

References follow one rule: inside a record of a brief, a finding or recommendation of the same brief is named
by its id, one of another brief as ``brief/id``. A shared record names what is in briefs by ``brief`` and
``id`` (or ``number``).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import fields
from functools import cache
from operator import attrgetter
from types import NoneType
from typing import Annotated, Any, Literal, TypeAlias, get_args, get_origin, is_typeddict

from sightline import urls
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Key, Line, Note, SourceLinks, Support
from sightline.model.dates import Edtf
from sightline.model.fields import RefTo, hints_of
from sightline.model.kinds import KINDS
from sightline.model.prose import Prose
from sightline.model.shared import Source

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
"""What JSON can say."""
_PLAIN = (bool, int, float, str, NoneType)
_SHARED = frozenset(kind.name for kind in KINDS if not kind.in_brief)


def record_data(corpus: Corpus, key: Key) -> dict[str, Json]:
    """One record, and last what rests on it."""
    return {**own_data(corpus, key), **backlinks(corpus, key)}


def own_data(corpus: Corpus, key: Key) -> dict[str, Json]:
    """One record without what rests on it: this changes only when the record changes, or what it rests on."""
    record, derived = corpus.records[key], _derived(corpus, key)
    written = _fields(record, key.brief and f"{key.brief}/", derived)
    if isinstance(record, Source):
        item = written.pop("item")
        written = {"type": record.type, "title": record.title, **item, **written}
    if isinstance(record, Brief):
        written["original_url"] = written.pop("url")  # "url" is the address of the record on this site
    brief = {"brief": key.brief} if key.brief else {}
    return {"id": key.id, **brief, "url": f"/{urls.of(key)}", **written, **derived}


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
    finding, note, source = line
    named = (finding.id if finding.brief == brief else f"{finding.brief}/{finding.id}") if finding else None
    return {"finding": named, "brief": note.brief, "endnote": int(note.id), "source": source}


def _support(support: Support) -> dict[str, Json]:
    return {
        "findings": support.findings,
        "endnotes": support.notes,
        "sources": support.sources,
        "publishers": support.publishers,
        "kinds": dict(support.kinds),
        "interview_share": _share(support.interviews, support.sources),
        "open_share": _share(support.open, support.sources),
        "oldest": support.oldest,
        "newest": support.newest,
        "labels": support.labels,
    }


def _share(part: int, whole: int) -> float | None:
    return round(part / whole, 3) if whole else None


@cache
def _layout(record: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]], tuple[str, ...]]:
    """The fields of a class, what gets them all, and those that may name a brief or hold what JSON cannot say."""
    names, hints = tuple(field.name for field in fields(record)), hints_of(record)
    return names, attrgetter(*names), tuple(name for name in names if not _as_it_is(hints[name]))


def _as_it_is(hint: Any) -> bool:  # noqa: ANN401  # a type
    """True where JSON can say whatever has a type, and nothing of it names a record of a brief."""
    if get_origin(hint) is Annotated:
        base, *marks = get_args(hint)
        return _as_it_is(base) and all(_SHARED.issuperset(mark.kinds) for mark in marks if isinstance(mark, RefTo))
    if is_typeddict(hint):
        return all(map(_as_it_is, hints_of(hint).values()))
    parts = [part for part in get_args(hint) if part is not ...]
    return get_origin(hint) is Literal or hint in _PLAIN or (bool(parts) and all(map(_as_it_is, parts)))


def _fields(record: Any, own: str = "", but: Container[str] = ()) -> dict[str, Any]:  # noqa: ANN401  # a dataclass, which has no type of its own
    """The fields of a record as plain data; references that begin with ``own`` without it, though it was written.

    Those in ``but`` stay as they are: something else takes their place.
    """
    names, values, others = _layout(type(record))  # type: ignore[arg-type]  # a class is hashable
    data = dict(zip(names, values(record), strict=True))
    for name in others:
        if (value := data[name]) is not None and name not in but:
            data[name] = _plain(value, own)
    return data


def _plain(value: object, own: str) -> Json:
    """References, texts, dates and records as plain data; texts and dates as they are written."""
    if isinstance(value, str):
        return value.removeprefix(own)
    if isinstance(value, Prose):
        return value.source
    if isinstance(value, tuple):
        return [_plain(item, own) for item in value]
    if isinstance(value, Edtf):
        return value.text
    if isinstance(value, dict):  # a CSL item, in which only dates are no plain data
        return {name: one.text if isinstance(one, Edtf) else one for name, one in value.items()}
    return _fields(value, own)
