"""Dates of CSL-JSON: date-parts, seasons, circa, raw and literal text, to ``Edtf`` and back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from sightline.cite.dates import century
from sightline.cite.marks import clean
from sightline.cite.terms import MONTHS, SEASONS
from sightline.model.dates import Day, Edtf

_STATUS = re.compile(r"(forthcoming|in press|in preparation|under review|submitted)\Z", re.IGNORECASE)
_UNDATED = re.compile(r"(n\.? ?d\.?|no date|undated)\Z", re.IGNORECASE)
_WORDS = re.compile(
    r"(?:(?P<day>\d{1,2})\s+)?(?P<month>[A-Za-z]{3,9})\.?\s+(?:(?P<day2>\d{1,2}),?\s+)?(?P<year>\d{4})\Z"
)
_MONTHS = re.compile(r"(?P<first>[A-Za-z]{3,9})\.?\s*[-–/]\s*(?P<last>[A-Za-z]{3,9})\.?\s+(?P<year>\d{4})\Z")
_DIGITS = re.compile(r"\A(\d{4})(\d\d)(\d\d)\Z")
_SEASON = re.compile(r"(\d{4})-(2[1-4])\Z")
_MONTH_NUMBERS = {name.lower(): number for number, name in enumerate(MONTHS) if name}
_SEASON_NUMBERS = {name.lower(): number for number, name in SEASONS.items()} | {"fall": 23}


def read(value: object) -> Edtf | str | None:
    """A date from date-parts, else from raw or literal text; text without a date in it stays text."""
    if isinstance(value, Edtf):
        return value
    if isinstance(value, (str, int)) and not isinstance(value, bool):
        return _words(str(value), "")
    if not isinstance(value, Mapping):
        return None
    mark = _mark(value.get("circa"))
    if before_christ := re.match(r"\[\[\W?-(\d+)\b", str(value.get("date-parts"))):
        return f"{before_christ[1]} BC"
    ends = [text for parts in _list(value.get("date-parts")) if (text := _edtf(_list(parts)))]
    if not ends:
        words = value.get("edtf") or value.get("raw") or value.get("literal")
        return _words(str(words), mark) if words else None
    season = _season_number(value.get("season"))
    if season and len(ends) == 1 and len(ends[0]) == 4:
        return Edtf(f"{ends[0]}-{season}", Day(int(ends[0])))
    if len(ends) == 1 and (named := _season(ends[0])):
        return named
    first = ends[0]
    interval = "/".join(f"{end}{mark}" for end in ends[:2])
    return _first([interval, f"{first}{mark}", f"{first[:7]}{mark}", f"{first[:4]}{mark}"])


def is_whole(value: object) -> bool:
    """False where date-parts say more than could be read of them: a day that no month has, an end before the start."""
    given = _list(value.get("date-parts")) if isinstance(value, Mapping) else []
    date = read(value)
    if not given or not isinstance(date, Edtf) or _SEASON.match(date.text):
        return True
    return _ends(given) == _ends(write(date).get("date-parts"))


def _ends(given: object) -> list[list[str]]:
    """The parts of each end that say something."""
    ends = ([str(part or "").strip().lstrip("0") for part in _list(end)] for end in _list(given))
    return [parts for end in ends if (parts := [part for part in end if part])]


def write(date: Edtf | str | None) -> dict[str, object]:
    """A date as CSL-JSON has it; decades, centuries and open periods as words."""
    if not isinstance(date, Edtf):
        return {"literal": date} if date else {}
    if season := _SEASON.match(date.text):
        return {"date-parts": [[int(season[1])]], "season": int(season[2]) - 20}
    if "X" in date.text:
        return {"literal": century(date)}
    if date.is_interval and not date.end:
        return {"literal": f"{_text(date.start)}–"}
    ends = [date.start, date.end] if date.is_interval and date.end else [date.start]
    json: dict[str, object] = {
        "date-parts": [[part for part in (end.year, end.month, end.day) if part] for end in ends]
    }
    return json | {"circa": True} if date.is_uncertain else json


def status(value: object) -> str:
    """Words in place of a date that say how far a work has come."""
    if isinstance(value, Mapping):
        value = value.get("literal") or value.get("raw") or ""
    text = clean(str(value))
    return text.lower() if _STATUS.match(text) else ""


def _words(text: str, mark: str) -> Edtf | str | None:
    text = clean(text)
    if not text or _STATUS.match(text) or _UNDATED.match(text):
        return None
    text = re.sub(r"\Ac(?:a|irca)?\.? (?=\d{3})", "", text) + ("~" if re.match(r"c(?:a|irca)?\.? \d{3}", text) else "")
    text = text.replace("?~", "%")  # a guess, and about: EDTF has one sign for both
    return _span(text) or _season(text) or _first([f"{text}{mark}", text]) or _day(text) or text


def _span(text: str) -> Edtf | None:
    if decade := re.match(r"(\d{3})0s\Z", text):
        return Edtf.parse(f"{decade[1]}X")
    if hundred := re.match(r"(\d{2})(?:st|nd|rd|th) century\Z", text):
        return Edtf.parse(f"{int(hundred[1]) - 1:02}XX")
    if since := re.match(r"(\d{4}(?:-\d\d){0,2})[–-]\Z", text):
        return _first([f"{since[1]}/.."])
    if match := _MONTHS.match(text):
        first, last = _month(match["first"]), _month(match["last"])
        return _first([f"{match['year']}-{first:02}/{match['year']}-{last:02}"])
    return _first("-".join(date) for date in _DIGITS.findall(text))


def _season(text: str) -> Edtf | None:
    if match := _SEASON.match(text):
        return Edtf(text, Day(int(match[1])))
    words = text.replace(",", " ").lower().split()
    if len(words) == 2 and words[0] in _SEASON_NUMBERS and re.match(r"\d{4}\Z", words[1]):
        return Edtf(f"{words[1]}-{_SEASON_NUMBERS[words[0]]}", Day(int(words[1])))
    return None


def _day(text: str) -> Edtf | None:
    """July 2, 2025; 2 July 2025; Jul. 2025."""
    match = _WORDS.match(text)
    if not match:
        return None
    month = _month(match["month"])
    day = match["day"] or match["day2"]
    return _first([f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")]) if month else None


def _month(word: str) -> int:
    """The number of a month or of its abbreviation; 0 where it is none."""
    return next((number for name, number in _MONTH_NUMBERS.items() if name.startswith(word.lower())), 0)


def _first(texts: Iterable[str]) -> Edtf | None:
    """The first of the texts that is a date."""
    for text in texts:
        try:
            return Edtf.parse(text)
        except ValueError:
            continue
    return None


def _edtf(parts: list[object]) -> str:
    """Year, month and day as EDTF; empty where the year is none that EDTF can write."""
    numbers: list[int] = []
    for part in parts[:3]:
        text = str(part).strip()
        if not text.isdecimal() or int(text) == 0:
            break
        numbers.append(int(text))
    if not numbers or numbers[0] > 9999:
        return ""
    return "-".join((f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])))


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, (list, tuple)) else []


def _season_number(value: object) -> int:
    text = str(value or "").strip().lower()
    if text.isdecimal():
        return {1: 21, 2: 22, 3: 23, 4: 24}.get(int(text), int(text) if int(text) in SEASONS else 0)
    return _SEASON_NUMBERS.get(text, 0)


def _mark(circa: object) -> str:
    return "" if circa in (None, False, 0, "", "0", "false") else "~"


def _text(day: Day) -> str:
    return "-".join((f"{day.year:04}", *(f"{part:02}" for part in (day.month, day.day) if part)))
