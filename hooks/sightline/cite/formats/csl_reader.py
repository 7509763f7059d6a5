"""CSL-JSON files, read work by work so that each has its place; fields that CSL does not know are noted down."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from sightline.cite import csl_dates, csl_json
from sightline.cite.formats.library import Found, Library, Places
from sightline.cite.marks import clean
from sightline.model.csl import DATE_VARIABLES

_BLANK = re.compile(r"[ \t\n\r]*")
_PASSED_OVER = frozenset(("id", "type", "custom", "citation-key", "citation-label", "system_id", "categories"))
_DECODER_LIMITS = "brackets stand too deep in each other, or a number is too long"


class _Repeats(dict[str, object]):
    """An object that remembers the keys that stood in it twice."""

    repeated: tuple[str, ...] = ()


def _object(pairs: list[tuple[str, object]]) -> _Repeats:
    made = _Repeats(pairs)
    names = [name for name, _ in pairs]
    if len(made) < len(names):
        made.repeated = tuple(sorted({name for name in names if names.count(name) > 1}))
    return made


def read(text: str) -> Library:
    """All works of a file: a list of works, or a single one."""
    library, places = Library(), Places(text)
    for at, raw in _values(text, library, places):
        place = places.of(at)
        if not isinstance(raw, _Repeats):
            library.remark(place, "this is no work: a work is an object, in braces")
            continue
        library.found.append(_found(raw, place, library))
    return library


def _values(text: str, library: Library, places: Places) -> Iterator[tuple[int, object]]:
    decoder = json.JSONDecoder(object_pairs_hook=_object)
    at = _after_blanks(text, 0)
    alone = text[at : at + 1] != "["
    at = at if alone else _after_blanks(text, at + 1)
    try:
        while at < len(text) and (alone or text[at] != "]"):
            value, end = decoder.raw_decode(text, at)
            yield at, value
            at = _after_blanks(text, end)
            if text[at : at + 1] == "," and not alone:
                at = _after_blanks(text, at + 1)
            elif alone or text[at : at + 1] != "]":
                break
    except json.JSONDecodeError as error:
        library.remark(places.of(error.pos), f"from here on it is no JSON: {error.msg[:1].lower()}{error.msg[1:]}")
        return
    except (ValueError, RecursionError):
        library.remark(places.of(at), f"this cannot be read: {_DECODER_LIMITS}")
        return
    rest = text[at:].strip() if alone else text[at:].strip().removeprefix("]").strip()
    if not alone and text[at : at + 1] != "]":
        library.remark(places.of(at), "from here on it is no JSON: a comma or a closing bracket is missing")
    elif rest:
        library.remark(places.of(at), "something follows after the end; it was left out")


def _after_blanks(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _found(raw: _Repeats, place: tuple[int, int], library: Library) -> Found:
    for name in raw.repeated:
        library.remark(place, f"'{name[:60]}' stands in this work twice; the last one was taken")
    item = csl_json.from_csl_json(raw)
    for name, value in raw.items():
        known = csl_json.known_name(name)
        if name in _PASSED_OVER or value in (None, "", [], {}):
            continue
        if not known:
            library.remark(place, f"'{name[:60]}' has no place in a record")
        elif known not in item and not (known == "note" or (known == "issued" and "status" in item)):
            library.remark(place, f"'{name[:60]}' could not be read: {_short(value)}")
        elif known in DATE_VARIABLES and not csl_dates.is_whole(value):
            library.remark(place, f"'{name[:60]}' could only be read in part: {_short(value)}")
    identity = raw.get("id")
    item["id"] = clean(str(identity)) if isinstance(identity, (str, int)) else ""
    return Found(str(item["id"]), item, *place)


def _short(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]
