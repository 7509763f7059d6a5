"""Nothing is lost: what a format would not give back as it was also stands in it as a small piece of CSL-JSON.

The variables that come back otherwise (a title with markup, a name that the format takes apart differently, a season)
go along under ``csl-json``, which other programs pass over or show as a note. Of most works the writer can be certain;
the entry of any other is read back by our own reader.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from sightline.cite.csl_json import OWN, from_csl_json, to_csl_json
from sightline.cite.formats import values
from sightline.cite.formats.held import Held, one_line
from sightline.cite.marks import clean
from sightline.cite.work import Item
from sightline.model.dates import Edtf

KEPT_JSON = "csl-json"

Read = Callable[[str], Mapping[str, object]]
"""The first work in a file of a format."""


def lost(held: Held, certain: bool, written: str, read: Read) -> str:
    """What does not come back from an entry, as CSL-JSON on one line; empty where everything does.

    ``certain`` says that the format gives back each text as it was written.
    """
    if certain and held.plain:
        return held.changed
    item = held.item
    there, back = _normal(item), _normal(read(written))
    missing = {key: item[key] for key in there if back.get(key) != there[key]}
    gone: dict[str, object] = dict.fromkeys(sorted(back.keys() - there.keys()))
    kept = {**gone, **to_csl_json(missing)}
    return one_line(kept) if kept else ""


def put_back(item: dict[str, object], text: str) -> bool:
    """Put what a format could not say in its place again; False where the text is none of ours."""
    try:
        kept = json.loads(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(kept, dict):
        return False
    read = from_csl_json(kept)
    for key in kept:
        if kept[key] is None:
            item.pop(key, None)
    item.update({key: value for key, value in read.items() if key in kept or key in OWN})
    return True


def _normal(item: Item) -> dict[str, object]:
    made = {key: _value(key, value) for key, value in item.items() if key != "id"}
    return {key: value for key, value in made.items() if value}


def _value(key: str, value: object) -> object:
    if key in values.ROLES and isinstance(value, (list, tuple)):
        return [dict(name) for name in value if isinstance(name, Mapping)]
    return value if isinstance(value, Edtf) else clean(str(value))
