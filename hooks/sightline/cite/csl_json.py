"""CSL-JSON, as Zotero and others write it, read into the items of this package and written back.

Reading never fails on one odd field: what cannot be understood is left out, and nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Mapping

from sightline.cite import csl_dates, csl_note, dates
from sightline.cite.marks import clean
from sightline.cite.work import Item
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from sightline.model.dates import Edtf

_RENAMED = {
    "shortTitle": "title-short", "journalAbbreviation": "container-title-short", "event": "event-title",
    "archive-location": "archive_location", "archive-collection": "archive_collection",
}  # fmt: skip
"""Older names of CSL variables, and slips that are common."""
_TYPES = {
    "article_journal": "article-journal", "legal-case": "legal_case", "motion-picture": "motion_picture",
    "musical-score": "musical_score", "personal-communication": "personal_communication",
}  # fmt: skip
_TEXTS = frozenset((*TEXT_VARIABLES, *NUMBER_VARIABLES, "URL", "id", "type"))
OWN = ("archived", "standing", "access", "publisher_group", "comment", "aliases")
"""What a record says of a work beyond CSL; it travels as text under ``custom``."""
_BEYOND = frozenset((*OWN, *DATE_VARIABLES))
_NAME_TEXTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")


def from_csl_json(raw: Mapping[str, object]) -> dict[str, object]:
    """An item of this package: texts as text, names as tuples of mappings, dates as ``Edtf``.

    Unknown fields are ignored. A date that says "forthcoming" or "in press" becomes the status.
    """
    item: dict[str, object] = {}
    for key, value in csl_note.spread(raw).items():
        key = _RENAMED.get(key, key)
        if read := _read(key, value):
            item.setdefault(key, read)
        elif key == "issued" and (status := csl_dates.status(value)):
            item.setdefault("status", status)
    custom = raw.get("custom")
    if isinstance(custom, Mapping):
        item |= {key: clean(text) for key in OWN if isinstance(text := custom.get(key), str) and clean(text)}
        item |= {key: date for key in DATE_VARIABLES if key in custom and (date := csl_dates.read(custom[key]))}
    item["type"] = _TYPES.get(str(item.get("type")), item.get("type") or "document")
    return item


def known_name(key: str) -> str:
    """The variable that a field of CSL-JSON holds, also under an older name; empty where there is none."""
    key = _RENAMED.get(key, key)
    return key if key in _TEXTS or key in NAME_VARIABLES or key in DATE_VARIABLES else ""


def to_csl_json(item: Item) -> dict[str, object]:
    """The item as CSL-JSON: its CSL variables, and under ``custom`` what CSL has no place for.

    That is what a record says beyond CSL, and dates that CSL-JSON cannot write, as EDTF.
    """
    raw: dict[str, object] = {}
    for key, value in item.items():
        if written := _write(key, value):
            raw[key] = written
    if custom := {} if _BEYOND.isdisjoint(item) else _custom(item, raw):
        raw["custom"] = custom
    return raw


def _custom(item: Item, raw: Mapping[str, object]) -> dict[str, str]:
    custom = {key: text for key in OWN if isinstance(text := item.get(key), str) and text}
    for key in DATE_VARIABLES:
        date = item.get(key)
        if isinstance(date, Edtf) and not _is_sayable(date) and csl_dates.read(raw.get(key)) != date:
            custom[key] = date.text
    return custom


def _is_sayable(date: Edtf) -> bool:
    """True for a plain date, which CSL-JSON can always write."""
    day = dates.plain(date)
    return day is not None and day.year > 0


def _write(key: str, value: object) -> object:
    if key in _TEXTS:
        return value
    if key in DATE_VARIABLES:
        return csl_dates.write(csl_dates.read(value))
    if key in NAME_VARIABLES and isinstance(value, (list, tuple)):
        return [dict(name) for name in value if isinstance(name, Mapping)]
    return None


def _read(key: str, value: object) -> object:
    if key in DATE_VARIABLES:
        return csl_dates.read(value)
    if key in NAME_VARIABLES:
        return _read_names(value)
    if key not in _TEXTS or isinstance(value, bool):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return clean(str(value)) if isinstance(value, (str, int, float)) else None


def _read_names(value: object) -> tuple[Mapping[str, object], ...]:
    people = value if isinstance(value, (list, tuple)) else [value]
    return tuple(name for person in people if (name := _read_name(person)))


def _read_name(value: object) -> Mapping[str, object]:
    if isinstance(value, str):
        return {"literal": clean(value)} if clean(value) else {}
    if not isinstance(value, Mapping):
        return {}
    name: dict[str, object] = {
        key: clean(text) for key in _NAME_TEXTS if isinstance(text := value.get(key), str) and clean(text)
    }
    if name and value.get("static-ordering"):
        name["static-ordering"] = True
    return name
