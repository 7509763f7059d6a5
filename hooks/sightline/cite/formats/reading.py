"""Reads a file of reference data whatever its format, from its bytes."""

from __future__ import annotations

import re
from collections.abc import Callable

from sightline.cite.formats import bibtex_reader, csl_reader, ris_reader
from sightline.cite.formats.library import Library, Remark

READERS: dict[str, Callable[[str], Library]] = {
    "CSL-JSON": csl_reader.read,
    "BibTeX": bibtex_reader.read,
    "RIS": ris_reader.read,
}
SUFFIXES = {"json": "CSL-JSON", "bib": "BibTeX", "bibtex": "BibTeX", "ris": "RIS"}
MAX_LIBRARY = 64 * 1024 * 1024
"""Bytes of a file that is read."""
_LOOKS = {
    "RIS": re.compile(r"^\s*TY {1,2}-", re.MULTILINE),
    "BibTeX": re.compile(r"^[ \t]*@\s*[A-Za-z]+\s*[{(]", re.MULTILINE),
}


class Unreadable(Exception):
    """A file that holds no reference data."""


def read_library(content: bytes, suffix: str = "") -> tuple[str, Library]:
    """The format of a file and what is in it. Raises Unreadable with the reason in words."""
    if not content.strip():
        raise Unreadable("is empty")
    if len(content) > MAX_LIBRARY:
        raise Unreadable(f"has {len(content):,} bytes; the limit is {MAX_LIBRARY:,}: part it into several files")
    text, remarks = _decoded(content)
    name = _format(text, suffix)
    library = READERS[name](text)
    library.remarks = sorted([*remarks, *library.remarks])
    return name, library


def _decoded(content: bytes) -> tuple[str, list[Remark]]:
    remarks: list[Remark] = []
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", "replace")
    elif b"\0" in content:
        raise Unreadable("is no text")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            column = error.start - content.rfind(b"\n", 0, error.start)
            remarks.append(Remark(line, column, "from here on it is not UTF-8; it was read as Windows-1252 (Latin-1)"))
            text = content.decode("cp1252", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n"), remarks


def _format(text: str, suffix: str) -> str:
    """By what stands in it, then by its name: files are often named wrongly."""
    if text.lstrip()[:1] in ("[", "{"):
        return "CSL-JSON"
    looks = {name: match.start() for name, pattern in _LOOKS.items() if (match := pattern.search(text))}
    if looks:
        return min(looks, key=lambda name: looks[name])
    if suffix.lower().removeprefix(".") in SUFFIXES:
        return SUFFIXES[suffix.lower().removeprefix(".")]
    raise Unreadable("is neither CSL-JSON, BibTeX nor RIS")
