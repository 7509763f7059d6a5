"""A CSL item from outside, cut to what a source record may hold; whatever does not fit is named."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import fields
from typing import get_args

from pydantic_core import ValidationError

from sightline.check.records import OWN_SOURCE_KEYS, split_source
from sightline.check.validator import validator
from sightline.cite.dates import full
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES, CslType
from sightline.model.dates import Edtf
from sightline.model.shared import Source
from sightline.read import Raw
from sightline.read.yaml_events import INVISIBLE

Data = dict[str, Raw]
"""A source as it stands in a file: one flat map of text, lists and maps."""

FIRST = ("id", "type", "title", "title-short", "author", "editor", "translator", "interviewer")
MIDDLE = (
    "container-title", "collection-title", "collection-number", "event-title", "publisher", "publisher-place", "issued",
    "genre", "edition", "volume", "issue", "number", "page",
)  # fmt: skip
LAST = ("DOI", "URL", "accessed", *(one.name for one in fields(Source) if one.name in OWN_SOURCE_KEYS))
_MARKUP = re.compile(r"</?(?:i|b|sc|sub|sup|span|em|strong)(?:\s[^<>]*)?>", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{2,6}|#x[\da-f]{2,5}|[a-z]{2,8}\d?);", re.IGNORECASE)
_DOI = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
_NUMBERS = re.compile(r"\d{4}-\d\d(?:-\d\d(?:T.*)?)?")
_NAME_KEYS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")


def as_record(item: Mapping[str, object]) -> tuple[Data, list[str]]:
    """The record without its id, in the order of its keys, and what of the item it cannot hold."""
    remarks: list[str] = []
    made: Data = {}
    for key in sorted(item, key=place_of):
        if key != "id" and (value := _value(key, item[key], remarks)):
            made[key] = value
    if made.get("type") not in get_args(CslType):
        remarks.append(f"type: '{made.get('type')}' is no CSL type; it was taken for a document")
        made = {**made, "type": "document"}
    return _validated(made, remarks), remarks


def place_of(key: str) -> tuple[int, int, str]:
    """Where a key stands in a record."""
    for rank, keys in ((0, FIRST), (2, MIDDLE), (4, LAST)):
        if key in keys:
            return rank, keys.index(key), ""
    return (1 if key in NAME_VARIABLES else 3), 0, key


def _value(key: str, value: object, remarks: list[str]) -> Raw:
    if key in NAME_VARIABLES and isinstance(value, (list, tuple)):
        people = [_name(key, one, remarks) for one in value if isinstance(one, Mapping)]
        return [one for one in people if one]
    if key in DATE_VARIABLES:
        return _date(key, value, remarks)
    text = _plain(str(value))
    if key == "aliases":
        return [word.strip() for word in text.split(",")]
    if key == "comment":
        return re.sub(r"\\([\\n])", lambda one: "\n" if one[1] == "n" else "\\", text)
    if key == "DOI":
        return _DOI.sub("", text)
    if key != "URL" and (signs := _plain(_ENTITY.sub(lambda one: html.unescape(one[0]), text))) != text:
        remarks.append(f"{key}: signs that were written as HTML, such as &amp;, were read as what they stand for")
        text = signs
    if _MARKUP.search(text):
        remarks.append(f"{key}: a record holds plain text, so the markup in it was left out")
        text = _MARKUP.sub("", text)
    return text


def _name(key: str, name: Mapping[object, object], remarks: list[str]) -> Raw:
    made: dict[str, Raw] = {part: text for part in _NAME_KEYS if (text := _plain(str(name.get(part) or "")))}
    if name.get("static-ordering"):
        remarks.append(f"{key}: a record does not say that a name is always printed family name first")
    if "literal" in made or "family" not in made:
        whole = made.get("literal") or " ".join(str(text) for text in made.values())
        return {"literal": whole} if whole else None
    return made


def _date(key: str, value: object, remarks: list[str]) -> str:
    text = value.text if isinstance(value, Edtf) else str(value)
    try:
        return Edtf.parse(text).text
    except ValueError:
        if isinstance(value, Edtf):
            remarks.append(f"{key}: a record has no seasons; of '{full(value)}' only the year was taken")
            return f"{value.year:04}"
    if right := _right_part(text):
        remarks.append(f"{key}: '{text[:60]}' is no date that a record can hold; only {right} was taken")
        return right
    remarks.append(f"{key}: '{text[:60]}' is no date that a record can hold")
    return ""


def _right_part(text: str) -> str:
    """The day, month or year that a date begins with whose rest is wrong, or is a time of day."""
    match = _NUMBERS.fullmatch(text)
    for length in (10, 7, 4) if match else ():
        try:
            return Edtf.parse(text[:length]).text
        except ValueError:
            continue
    return ""


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(INVISIBLE.sub("", text).split()))


def _validated(made: Data, remarks: list[str]) -> Data:
    """Without the keys that the check would refuse. The id is given later, so any will do here."""
    try:
        validator(Source).validate_python(split_source({**made, "id": "x"}))
    except ValidationError as error:
        wrong: dict[str, str] = {}
        for detail in error.errors(include_url=False):
            path = [str(step) for step in detail["loc"] if step != "item"]
            wrong.setdefault(path[0] if path else "", detail["msg"])
        for key, message in wrong.items():
            if key in made:
                remarks.append(f"{key}: {message[:1].lower()}{message[1:]}"[:300])
        return {key: value for key, value in made.items() if key not in wrong}
    return made
