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

Note = tuple[str, cite.Work, cite.Locator | None]


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
    works = _works(options.file)
    write: Callable[[cite.Tokens], str] = cite.to_html if options.format == "html" else cite.to_plain
    notes = _notes(options.notes, works) if options.notes else []
    lines = [*(_apa(notes, works) if options.style == "apa" else _chicago(notes, works))]
    for line in lines:
        print("---" if line is None else " ".join(write(line).split()))
    return 0


def _chicago(notes: list[Note], works: list[tuple[str, cite.Work]]) -> Iterator[cite.Tokens | None]:
    """The first note of a work in full, each later one short: Chicago has no ibid. any more (CMOS 18, 13.37)."""
    seen: set[str] = set()
    told = _told_apart([work for _, work in works]) if len({identity for identity, _, _ in notes}) < len(notes) else {}
    for identity, work, locator in notes:
        if identity in seen:
            yield cite.short_note(work, locator, told=told[id(work)])
        else:
            yield cite.note(work, locator)
            seen.add(identity)
    yield None
    for work in sorted((work for _, work in works if cite.is_listed(work)), key=cite.sort_key):
        yield cite.bibliography(work)


def _told_apart(works: list[cite.Work]) -> dict[int, cite.ToldInNotes]:
    return {id(work): told for work, told in zip(works, cite.told_apart_in_notes(works), strict=True)}


def _apa(notes: list[Note], works: list[tuple[str, cite.Work]]) -> Iterator[cite.Tokens | None]:
    """In the text, then the list, in which works of one author stand by date; what is alike is told apart."""
    listed = sorted((work for _, work in works if cite.is_listed(work, "apa")), key=cite.apa_order)
    told = {id(work): one for work, one in zip(listed, cite.told_apart(listed), strict=True)}
    for _, work, locator in notes:
        yield cite.in_text(work, locator, told=told.get(id(work), cite.Told()))
    yield None
    for work in listed:
        yield cite.bibliography(work, "apa", told[id(work)])


def _works(path: Path) -> list[tuple[str, cite.Work]]:
    """The works of a file, each with its id as text, which is empty where it has none."""
    places: dict[str, int] = {}
    found = []
    for place, raw in enumerate(_read_list(path, "works"), 1):
        if not isinstance(raw, dict):
            raise WrongUse(f"{path}: work {place} is {_what(raw)}; it should be an object")
        identity = _identity(raw.get("id"))
        if identity and places.setdefault(identity, place) != place:
            raise WrongUse(f"{path}: works {places[identity]} and {place} have the same id '{identity}'")
        found.append((identity, cite.Work.of(cite.from_csl_json(raw))))
    return found


def _identity(value: object) -> str:
    """An id as text, so that 7 and "7" are one; empty for what is neither a text nor a number."""
    return str(value) if isinstance(value, (str, int, float)) and not isinstance(value, bool) else ""


def _notes(path: Path, works: list[tuple[str, cite.Work]]) -> list[Note]:
    """What each note cites. A work without an id goes by its place in the list, where no other has that id."""
    by_place = {str(place): work for place, (identity, work) in enumerate(works, 1) if not identity}
    by_id = by_place | {identity: work for identity, work in works if identity}
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
