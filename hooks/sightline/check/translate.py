"""Pydantic's errors in an editor's words, at the place of the value."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

from pydantic_core import ErrorDetails

from sightline.diagnostics import CODES, Edit, Problem, did_you_mean, sure
from sightline.model.csl import USUAL_VARIABLES, USUAL_WORDS, VARIABLES_PAGE, CslItem, Name
from sightline.model.shared import Source
from sightline.read import Raw, RawRecord

_EXPECTED = {
    "string_type": "text",
    "tuple_type": "a list: start each item on a line of its own with '- '",
    "int_parsing": "a whole number such as 12",
    "int_parsing_size": "a whole number such as 12",
    "int_type": "a whole number such as 12",
    "bool_parsing": "true or false",
    "bool_type": "true or false",
    "dataclass_type": "keys and values",
    "dict_type": "keys and values",
}
_A_NAME = "a person has family and given, a body literal"
_ALMOST_WHOLE = re.compile(r"\+?0*([1-9][0-9]*|0)(\.0)?", re.ASCII)
_BOUNDS = {"greater_than_equal": "{ge} or more", "less_than_equal": "{le} or less"}


def problems_of(raw: RawRecord, record: type[Any], error: ErrorDetails) -> Iterator[Problem]:
    """Translate one pydantic error about ``raw``, which was checked against ``record``; a text may have many faults."""
    path = _path(record, error["loc"])
    name = ".".join(str(step + 1) if isinstance(step, int) else step for step in path)
    if error["type"] != "bad-text":
        yield _problem(raw, record, error, path, name)
        return
    for fault in error["ctx"]["faults"]:
        place = raw.place(*path, needle=fault.needle, nth=fault.nth)
        yield Problem(place, fault.code, f"{name} {fault.message}")


def _problem(raw: RawRecord, record: type[Any], error: ErrorDetails, path: tuple[int | str, ...], name: str) -> Problem:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "missing":
        return _missing(raw, path, name)
    if kind in ("extra_forbidden", "unexpected_keyword_argument"):
        return _unknown(raw, record, path)
    place = raw.place(*path)
    if kind in CODES:
        return Problem(place, kind, f"{name} {error['msg']}")
    if kind == "labelled":
        return _labelled(raw, path, name, error)
    if kind == "string_too_long" or (kind == "too_long" and isinstance(error["input"], str)):
        return Problem(place, "too-long", f"{name} is longer than {context['max_length']} characters")
    return Problem(place, "bad-value", *_value(name, error), fix=_sure_value(error))


def _value(name: str, error: ErrorDetails) -> tuple[str, str]:
    kind, context, given = error["type"], error.get("ctx", {}), error["input"]
    if kind == "literal_error":
        known = _allowed(error)
        if not isinstance(given, str):
            return f"{name} should be one of {', '.join(known)}, not {_short(given)}", ""
        return f"{name} is '{_short(given)}'; it may be {', '.join(known)}", did_you_mean(str(given), known)
    if expected := _EXPECTED.get(kind):
        hint = _A_NAME if kind == "dict_type" else _in_digits(given) if kind == "int_parsing" else ""
        return f"{name} should be {expected}, not {_short(given)}", hint
    if kind == "string_pattern_mismatch":
        shape = "one line" if "\\n" in str(context["pattern"]) else "an id, or brief/id"
        return f"{name} should be {shape}, not '{_short(given)}'", ""
    if kind in _BOUNDS:
        return f"{name} should be {_BOUNDS[kind].format(**context)}, not {_short(given)}", ""
    if kind == "too_long":
        return f"{name} should have at most {context['max_length']} items, not {context['actual_length']}", ""
    if kind in ("too_short", "string_too_short"):
        return f"{name} is empty", "fill it in, or delete the key"
    return f"{name}: {error['msg'][0].lower()}{error['msg'][1:]}", ""


def _in_digits(given: Raw) -> str:
    """How a number is written, where it is one: 5 for 05 and 5.0, which programs read differently."""
    number = _ALMOST_WHOLE.fullmatch(given) if isinstance(given, str) else None
    return f"write '{number[1]}'" if number else ""


def _labelled(raw: RawRecord, path: tuple[int | str, ...], name: str, error: ErrorDetails) -> Problem:
    """A locator with its label in it; page numbers beside no other label need nothing but that it goes."""
    word, label, value = (str(error["ctx"][key]) for key in ("word", "label", "value"))
    paged = label == "page" and "label" not in _around(raw, path)
    hint = f"write '{value}': without a label it counts pages" if paged else f"write '{value}', and label: {label}"
    fix = Edit(error["input"], value) if paged else None
    return Problem(
        raw.place(*path), "bad-value", f"{name} begins with '{word}', which is for the label to say", hint, fix
    )


def _allowed(error: ErrorDetails) -> list[str]:
    """The values that a literal_error lists."""
    expected = str(error.get("ctx", {})["expected"])
    return [word.strip(" '") for word in expected.replace(" or ", ", ").split(",")]


def _sure_value(error: ErrorDetails) -> Edit | None:
    given = error["input"]
    return sure(given, _allowed(error)) if error["type"] == "literal_error" and isinstance(given, str) else None


def _short(value: Raw) -> str:
    if isinstance(value, dict):
        return "keys and values"
    if isinstance(value, (list, tuple)):
        return "a list"
    return "nothing" if value is None else " ".join(str(value).split())[:60]


def _path(record: type[Any], location: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The path in the YAML: a source is written flat, its CSL variables beside its own keys."""
    return location[1:] if record is Source and location[:1] == ("item",) else location


def _missing(raw: RawRecord, path: tuple[int | str, ...], name: str) -> Problem:
    place = raw.place(*path[:-1])
    word = str(path[-1])
    around = _around(raw, path)
    if isinstance(around, dict) and word in around:
        return Problem(raw.place(*path), "missing-key", f"'{name}' is empty", "fill it in: it is required")
    return Problem(place, "missing-key", f"'{name}' is missing", f"add a line '{word}: …'")


def _unknown(raw: RawRecord, record: type[Any], path: tuple[int | str, ...]) -> Problem:
    word = str(path[-1])
    known = sorted(set(_keys(record, path[:-1])))
    usual = USUAL_WORDS.get(word.lower()) if record is Source and len(path) == 1 else None
    hint = f"did you mean '{usual}'?" if usual else did_you_mean(word, known) or _known(record, path, known)
    fix = sure(word, (key for key in known if key not in _around(raw, path)))
    return Problem(raw.place(*path, at_key=True), "unknown-key", f"there is no key '{word}' here", hint, fix)


def _known(record: type[Any], path: tuple[int | str, ...], known: list[str]) -> str:
    """The keys that there are; of a source's variables the usual ones, and where all are explained."""
    if record is not Source or len(path) > 1:
        return f"known keys: {', '.join(known)}"
    own = (one.name for one in dataclasses.fields(Source) if one.name != "item")
    return f"known keys: {', '.join((*own, *USUAL_VARIABLES))}, and the others of {VARIABLES_PAGE}"


def _around(raw: RawRecord, path: tuple[int | str, ...]) -> Raw:
    """The map or list that holds the value at ``path``."""
    around: Raw = raw.data
    for step in path[:-1]:
        around = around[step]
    return around


def _keys(record: Any, path: tuple[int | str, ...]) -> Iterator[str]:
    """The keys that the map at ``path`` of a record may have."""
    for step in path:
        if isinstance(step, str):
            hints = get_type_hints(record, include_extras=False)
            record = _nested(hints[step]) if step in hints else Name
    if record is Source:
        yield from CslItem.__annotations__
    if dataclasses.is_dataclass(record):
        yield from (one.name for one in dataclasses.fields(record) if one.name not in ("brief", "item"))
    else:
        yield from getattr(record, "__annotations__", ())


def _nested(hint: Any) -> Any:
    """The record class inside ``X | None`` or ``tuple[X, ...]``."""
    if dataclasses.is_dataclass(hint) or not get_args(hint):
        return hint
    inner = [_nested(arg) for arg in get_args(hint) if arg not in (type(None), ...)]
    return inner[0] if inner else hint
