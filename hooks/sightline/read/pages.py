"""The pages by hand: their text, and what would keep them from being published as they were written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sightline import urls
from sightline.diagnostics import Place, Problem
from sightline.read.documents import hidden, read_text
from sightline.read.folders import is_file, is_folder, listing
from sightline.read.yaml_events import parse

_INDEX = ("index", "README")
_HEAD = re.compile(r"(---[ \t]*\n.*?\n)(?:---|\.\.\.)[ \t]*\n", re.DOTALL)
"""The settings of a page, as engines find them."""
_OPEN = re.compile(r"---[ \t]*\n[A-Za-z0-9_-]+:[ \n]")


class HandwrittenPage(NamedTuple):
    """A page that could be read."""

    file: str
    """Its name in messages: the path from the project's root, with slashes."""
    text: str


def read_pages(root: Path, folder: str = "docs") -> tuple[list[HandwrittenPage], list[Problem]]:
    """All pages below ``root / folder``, and what is wrong with them and with the files beside them."""
    pages: list[HandwrittenPage] = []
    problems: list[Problem] = []
    first: dict[str, str] = {}
    """The file behind each address."""
    for path in _files(root, root / folder, problems) if is_folder(root / folder) else ():
        file = path.relative_to(root).as_posix()
        address = _published(path.relative_to(root / folder))
        if address.startswith(urls.OWN):
            message = f"/{address.removesuffix('index.html')} is an address that Sightline makes itself"
            problems.append(Problem(Place(file), "unknown-file", message, f"move it elsewhere below {folder}/"))
        elif first.setdefault(address, file) != file:
            message = f"{first[address]} has the same address, so one of the two would be lost"
            problems.append(Problem(Place(file), "unknown-file", message, "rename one, or delete it"))
        if path.suffix == ".md":
            text, found = read_text(path, file)
            problems += found
            if text is not None:
                pages.append(HandwrittenPage(file, text))
                problems += [*hidden(text, file), *_head(text, file)]
        elif not is_file(path):
            problems.append(Problem(Place(file), "unreadable-file", "cannot be read, or is a pipe or a device"))
    return pages, problems


def _files(root: Path, folder: Path, problems: list[Problem]) -> Iterator[Path]:
    """Every file; what is refused is put to the problems."""
    found, refused = listing(root, folder, (".md",))
    problems += refused
    for path in sorted(found, key=lambda path: path.name.lower()):  # README.md is what gives way to index.md
        if is_folder(path):
            yield from _files(root, path, problems)
        else:
            yield path


def _published(path: Path) -> str:
    """The file that an engine makes of one below the folder of pages."""
    if path.suffix != ".md":
        return path.as_posix()
    return (path.parent / ("" if path.stem in _INDEX else path.stem) / "index.html").as_posix()


def _head(text: str, file: str) -> list[Problem]:
    """What is wrong with the settings of a page: engines would print them as text, or lose a part."""
    head = _HEAD.match(text)
    if head is None:
        end = "write a line '---' after the last 'key: value'"
        message = "the settings of the page have no end"
        return [Problem(Place(file, 1, 1), "yaml-syntax", message, end)] if _OPEN.match(text) else []
    data, problems = parse(head[1], file)
    if problems or isinstance(data, dict):
        return problems
    message = "the settings of a page are keys and values"
    hint = "write 'key: value', or put an empty line before a '---' that is to be a rule"
    return [Problem(Place(file, 2, 1), "wrong-shape", message, hint)]
