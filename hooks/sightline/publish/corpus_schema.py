"""``data/corpus.schema.json``: what those who build on ``corpus.json`` may rely on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sightline import urls
from sightline.model.corpus import PROGRAM
from sightline.model.kinds import KINDS, Kind
from sightline.model.notes import Form
from sightline.publish.artifact import Artifact
from sightline.publish.json_text import as_json
from sightline.render import Renderer

SCHEMA_VERSION = "1.0"
TEXT = {"type": "string"}
MAYBE_TEXT = {"type": ["string", "null"]}
NUMBER = {"type": "integer", "minimum": 1}
COUNT = {"type": "integer", "minimum": 0}
SHARE = {"type": ["number", "null"], "minimum": 0, "maximum": 1}
YEAR = {"type": ["integer", "null"]}


def _object(required: dict[str, Any], optional: dict[str, Any] | None = None) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": {**required, **(optional or {})}}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


IN_BRIEF = _object({"brief": TEXT, "id": TEXT})
SUPPORT = _object(
    {
        "findings": COUNT, "endnotes": COUNT, "sources": COUNT, "publishers": COUNT,
        "kinds": {"type": "object", "additionalProperties": NUMBER},
        "interview_share": SHARE, "open_share": SHARE, "oldest": YEAR, "newest": YEAR, "labels": _list(TEXT),
    }
)  # fmt: skip
WORK = {"source": MAYBE_TEXT, "locator": MAYBE_TEXT, "label": MAYBE_TEXT}
CITATION = _object({**WORK, "form": {"enum": list(Form.__args__)}, "refers_to": {"type": ["integer", "null"]}})  # type: ignore[attr-defined]
LINE = _object({"finding": MAYBE_TEXT, "brief": TEXT, "endnote": NUMBER, "source": TEXT})
GROUND = _object({"finding": TEXT, "role": TEXT, "why": TEXT})

OF_KIND: dict[str, dict[str, Any]] = {
    "brief": {"title": TEXT, "kind": TEXT, "publisher": TEXT, "summary": _list(TEXT), "sections": _list({"type": "object"})},
    "theme": {"title": TEXT, "summary": TEXT},
    "finding": {"section": TEXT, "statement": TEXT, "kind": TEXT, "endnotes": _list(NUMBER), "support": SUPPORT},
    "recommendation": {
        "title": TEXT, "statement": TEXT, "addressees": _list(TEXT), "endnotes": _list(NUMBER),
        "rests_on": _list(GROUND), "line_of_sight": _list(LINE), "support": SUPPORT,
    },
    "endnote": {
        "number": NUMBER, "section": MAYBE_TEXT, "citations": _list(CITATION),
        "resolved": _list(_object({**WORK, "source": TEXT})),
    },
    "source": {
        "type": TEXT, "title": TEXT, "cited_by": _list(_object({"brief": TEXT, "number": NUMBER})),
        "supports": _list(IN_BRIEF),
    },
    "event": {"date": TEXT, "title": TEXT},
    "source-note": {"kind": TEXT, "what": TEXT, "where": _list({"type": "object"}), "treatment": TEXT},
    "actor": {"name": TEXT, "kind": TEXT},
    "glossary-term": {"term": TEXT, "expansion": TEXT},
}  # fmt: skip


def exports(_: Renderer) -> Iterator[Artifact]:
    """The schema."""
    yield Artifact(urls.data_file("corpus.schema.json"), lambda: as_json(corpus_schema()), (PROGRAM,))


def corpus_schema() -> dict[str, Any]:
    """The schema, in draft 2020-12. Further keys may be added to any object at any time."""
    lists = {kind.plural: _list(_record(kind)) for kind in KINDS}
    schema = _object({"schema_version": {"const": SCHEMA_VERSION}, "title": TEXT, **lists})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Sightline corpus", **schema}


def _record(kind: Kind) -> dict[str, Any]:
    brief = {"brief": TEXT} if kind.in_brief else {}
    return _object({"id": TEXT, **brief, "url": {"type": "string", "pattern": "^/"}, **OF_KIND[kind.name]})
