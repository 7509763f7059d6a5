"""CSL-JSON, as Zotero and others write it, read into the items of this package and written back.

Reading never fails on one odd field: what cannot be understood is left out, and nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sightline.cite.marks import clean
from sightline.cite.terms import MONTHS, SEASONS
from sightline.cite.work import Item
from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES
from sightline.model.dates import Day, Edtf

_RENAMED = {
    "shortTitle": "title-short", "journalAbbreviation": "container-title-short", "event": "event-title",
    "archive-location": "archive_location", "archive-collection": "archive_collection",
}  # fmt: skip
_TYPES = {"legal-case": "legal_case", "personal-communication": "personal_communication", "motion-picture":
          "motion_picture", "musical-score": "musical_score", "article_journal": "article-journal"}  # fmt: skip
_TEXTS = frozenset((*TEXT_VARIABLES, *NUMBER_VARIABLES, "URL", "id", "type"))
_NAME_TEXTS = ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal")
_STATUS = re.compile(r"(forthcoming|in press|in preparation|under review|submitted)\Z", re.IGNORECASE)
_UNDATED = re.compile(r"(n\.? ?d\.?|no date|undated)\Z", re.IGNORECASE)
_WORDS = re.compile(r"(?:(?P<day>\d{1,2})\s+)?(?P<month>[A-Za-z]+)\.?\s+(?:(?P<day2>\d{1,2}),?\s+)?(?P<year>\d{4})\Z")
_MONTH_NUMBERS = {name[:3].lower(): number for number, name in enumerate(MONTHS) if name}
_SEASON_NUMBERS = {name.lower(): number for number, name in SEASONS.items()} | {"fall": 23}


def from_csl_json(raw: Mapping[str, object]) -> dict[str, object]:
    """An item of this package: texts as text, names as tuples of mappings, dates as ``Edtf``."""
    item: dict[str, object] = {}
    for key, value in raw.items():
        key = _RENAMED.get(key, key)
        if read := _read(key, value):
            item.setdefault(key, read)
        elif key == "issued" and (status := _status(value)):
            item.setdefault("status", status)
    if isinstance(item.get("type"), str):
        item["type"] = _TYPES.get(str(item["type"]), item["type"])
    return item


def to_csl_json(item: Item) -> dict[str, object]:
    """The item as CSL-JSON; reading it again gives the same item."""
    raw: dict[str, object] = {}
    for key, value in item.items():
        if isinstance(value, Edtf):
            raw[key] = date_to_json(value)
        elif key in DATE_VARIABLES and value:
            raw[key] = {"literal": str(value)}
        elif isinstance(value, (list, tuple)):
            raw[key] = [dict(name) for name in value if isinstance(name, Mapping)]
        elif value not in (None, ""):
            raw[key] = value
    return raw


def date_to_json(date: Edtf) -> dict[str, object]:
    """A date as CSL-JSON has it: date-parts, season and circa; a decade or open period as words."""
    if match := re.match(r"(\d{4})-(2[1-4])", date.text):
        return {"date-parts": [[int(match[1])]], "season": int(match[2]) - 20}
    if "X" in date.text:
        return {"literal": f"{date.year}s"}
    if date.is_interval and not date.end:
        return {"literal": f"{_parts_text(date.start)}–"}
    ends = [date.start, date.end] if date.is_interval and date.end else [date.start]
    parts = [[part for part in (day.year, day.month, day.day) if part] for day in ends]
    json: dict[str, object] = {"date-parts": parts}
    return json | {"circa": True} if date.is_uncertain else json


def _read(key: str, value: object) -> object:
    if key in DATE_VARIABLES:
        return read_date(value)
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


def read_date(value: object) -> Edtf | str | None:
    """A CSL-JSON date: date-parts first, then raw or literal text; text without a date in it stays text."""
    if isinstance(value, Edtf):
        return value
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return _date_in_words(str(value))
    if not isinstance(value, Mapping):
        return None
    ends = [text for part in _iterate(value.get("date-parts")) if (text := _edtf_text(_iterate(part)))]
    if not ends:
        words = value.get("raw") or value.get("literal") or value.get("edtf")
        return _date_in_words(str(words), circa=bool(value.get("circa"))) if words else None
    return _build(ends, _season(value.get("season")), _is_circa(value.get("circa")))


def _build(ends: list[str], season: int, circa: bool) -> Edtf | str | None:
    if season and len(ends) == 1 and len(ends[0]) == 4:
        return Edtf(f"{ends[0]}-{season}", Day(int(ends[0])))
    mark = "~" if circa else ""
    try:
        return Edtf.parse("/".join(f"{end}{mark}" for end in ends[:2]))
    except ValueError:
        return _first_that_parses([f"{ends[0]}{mark}", f"{ends[0][:7]}{mark}", f"{ends[0][:4]}{mark}"])


def _first_that_parses(texts: Iterable[str]) -> Edtf | None:
    for text in texts:
        try:
            return Edtf.parse(text)
        except ValueError:
            continue
    return None


def _date_in_words(text: str, circa: bool = False) -> Edtf | str | None:
    text = clean(text)
    if not text or _STATUS.match(text) or _UNDATED.match(text):
        return None
    if decade := re.match(r"(\d{3})0s\Z", text):
        return Edtf.parse(f"{decade[1]}X")
    if open_end := re.match(r"(\d{4}(?:-\d\d){0,2})[–-]\Z", text):
        return Edtf.parse(f"{open_end[1]}/..")
    text_or_edtf = _season_in_words(text) or _first_that_parses([f"{text}~", text] if circa else [text])
    return text_or_edtf or _day_in_words(text) or text


def _season_in_words(text: str) -> Edtf | None:
    words = text.replace(",", " ").lower().split()
    if len(words) == 2 and words[0] in _SEASON_NUMBERS and re.match(r"\d{4}\Z", words[1]):
        return Edtf(f"{words[1]}-{_SEASON_NUMBERS[words[0]]}", Day(int(words[1])))
    match = re.match(r"(\d{4})-(2[1-4])\Z", text)
    return Edtf(text, Day(int(match[1]))) if match else None


def _day_in_words(text: str) -> Edtf | None:
    match = _WORDS.match(text)
    month = _MONTH_NUMBERS.get(match["month"][:3].lower()) if match else None
    if not match or not month or not MONTHS[month].lower().startswith(match["month"].lower()[:4].rstrip(".")[:3]):
        return None
    day = match["day"] or match["day2"]
    return _first_that_parses([f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")])


def _edtf_text(parts: Iterable[object]) -> str:
    numbers = []
    for part in parts:
        text = str(part).strip()
        if not text.isdecimal() or int(text) == 0:
            break
        numbers.append(int(text))
    if not numbers or numbers[0] > 9999:
        return ""
    return "-".join((f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:3])))


def _iterate(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []


def _season(value: object) -> int:
    text = str(value or "").strip().lower()
    if text.isdecimal():
        number = int(text)
        return {1: 21, 2: 22, 3: 23, 4: 24}.get(number, number if number in SEASONS else 0)
    return _SEASON_NUMBERS.get(text, 0)


def _is_circa(value: object) -> bool:
    return value not in (None, False, 0, "", "0", "false")


def _status(value: object) -> str:
    if isinstance(value, Mapping):
        value = value.get("literal") or value.get("raw") or ""
    text = clean(str(value))
    return text.lower() if _STATUS.match(text) else ""


def _parts_text(day: Day) -> str:
    return "-".join((f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part)))
