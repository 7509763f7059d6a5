"""``sightline cite``: the references of any CSL-JSON file, as notes and as a bibliography."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterator
from pathlib import Path

from sightline import cite
from sightline.cli.project import WrongUse
from sightline.model.locators import labelled

NAME = "cite"
HELP = "format the references of a CSL-JSON file (as Zotero exports it)"
IN_PROJECT = False
"""It works on any file, with a project or without."""
DESCRIPTION = """Prints one line for each note, in order, then '---', then the bibliography, one line for each work.
NOTES.json is a list of [id, locator or null]; the first note of a work is full, later ones are short."""

Item = dict[str, object]
Note = tuple[str, Item, cite.Locator | None]


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.description = DESCRIPTION
    parser.add_argument("file", type=Path, metavar="FILE.json", help="a list of works in CSL-JSON")
    parser.add_argument("--notes", type=Path, metavar="NOTES.json", help="which works are cited, in which order")
    parser.add_argument(
        "--style", choices=("chicago-notes", "apa"), default="chicago-notes", help="default: %(default)s"
    )
    parser.add_argument("--format", choices=("text", "html"), default="text", help="default: %(default)s")


def run(root: Path, options: argparse.Namespace) -> int:
    """Print the references. Raises WrongUse with one line where a file is not what it should be."""
    items = _items(options.file)
    write: Callable[[cite.Tokens], str] = cite.to_html if options.format == "html" else cite.to_plain
    notes = _notes(options.notes, items) if options.notes else []
    lines = [*(_apa(notes, items) if options.style == "apa" else _chicago(notes, items))]
    for line in lines:
        print("---" if line is None else " ".join(write(line).split()))
    return 0


def _chicago(notes: list[Note], items: list[tuple[str, Item]]) -> Iterator[cite.Tokens | None]:
    """The first note of a work in full, each later one short: Chicago has no ibid. any more (CMOS 18, 13.37)."""
    seen = set()
    for identity, item, locator in notes:
        yield (cite.short_note if identity in seen else cite.note)(item, locator)
        seen.add(identity)
    yield None
    for item in sorted((item for _, item in items if cite.is_listed(item)), key=cite.sort_key):
        yield cite.bibliography(item)


def _apa(notes: list[Note], items: list[tuple[str, Item]]) -> Iterator[cite.Tokens | None]:
    """In the text, then the list, in which works of one author stand by date; what is alike is told apart."""
    listed = sorted((item for _, item in items if cite.is_listed(item, "apa")), key=cite.apa_order)
    told = {id(item): one for item, one in zip(listed, cite.told_apart(listed), strict=True)}
    for _, item, locator in notes:
        yield cite.in_text(item, locator, told=told.get(id(item), cite.Told()))
    yield None
    for item in listed:
        yield cite.bibliography(item, "apa", told[id(item)])


def _items(path: Path) -> list[tuple[str, Item]]:
    """The works of a file, each with its id as text, which is empty where it has none."""
    places: dict[str, int] = {}
    found = []
    for place, raw in enumerate(_read_list(path, "works"), 1):
        if not isinstance(raw, dict):
            raise WrongUse(f"{path}: work {place} is {_what(raw)}; it should be an object")
        identity = _identity(raw.get("id"))
        if identity and places.setdefault(identity, place) != place:
            raise WrongUse(f"{path}: works {places[identity]} and {place} have the same id '{identity}'")
        found.append((identity, cite.from_csl_json(raw)))
    return found


def _identity(value: object) -> str:
    """An id as text, so that 7 and "7" are one; empty for what is neither a text nor a number."""
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _notes(path: Path, items: list[tuple[str, Item]]) -> list[Note]:
    """What each note cites. A work without an id goes by its place in the list, where no other has that id."""
    by_place = {str(place): item for place, (identity, item) in enumerate(items, 1) if not identity}
    by_id = by_place | {identity: item for identity, item in items if identity}
    found = []
    for place, raw in enumerate(_read_list(path, "notes"), 1):
        match raw:
            case [str() | int() | float() as identity, None | str() | int() | float() as locator]:
                if str(identity) not in by_id:
                    raise WrongUse(f"{path}: note {place} cites '{identity}', which is in no work's id")
                found.append((str(identity), by_id[str(identity)], _locator(locator)))
            case _:
                raise WrongUse(f"{path}: note {place} is {json.dumps(raw)[:60]}; it should be [id, locator or null]")
    return found


def _locator(value: str | float | None) -> cite.Locator | None:
    """``12-14`` counts pages, ``chap. 3`` chapters."""
    text = "" if value is None else str(value).strip()
    if not text:
        return None
    given = labelled(text)
    return cite.Locator(given.label, given.value) if given else cite.Locator("page", text)


def _read_list(path: Path, what: str) -> list[object]:
    try:
        text = path.read_text("utf-8-sig")
        if not text.strip():
            raise WrongUse(f"{path} is empty; it should hold a list of {what}")
        data: object = json.loads(text)
    except OSError as error:
        raise WrongUse(f"{path} cannot be read: {error.strerror or error}") from None
    except UnicodeDecodeError:
        raise WrongUse(f"{path} is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise WrongUse(f"{path}:{error.lineno}:{error.colno}: no JSON: {error.msg}") from None
    except (ValueError, RecursionError):  # a number too long to be read, or brackets too deep
        raise WrongUse(f"{path} is no JSON that can be read") from None
    if not isinstance(data, list):
        raise WrongUse(f"{path} holds {_what(data)}; it should hold a list of {what}")
    return data


def _what(value: object) -> str:
    names = {dict: "an object", list: "a list", str: "a text", bool: "true or false", type(None): "null"}
    return names.get(type(value), "a number")
