"""The settings of the engine, ``mkdocs.yml``: what an editor may get wrong in them, before a build takes them."""

from __future__ import annotations

import re
from pathlib import Path

from sightline.diagnostics import Place, Problem
from sightline.read.documents import Document, conflicts, read_text
from sightline.read.yaml_events import parse

FILE = "mkdocs.yml"
_TOLD = frozenset(("yaml-syntax", "repeated-key"))
"""What is wrong in any YAML; the engine takes tags, anchors and comments that records do without."""

_ADDRESS = re.compile(r"https?://[^\s/?#]+(/[^\s?#]*)?")


def read_settings(root: Path) -> list[Problem]:
    """What is wrong with the name and the address of the site, or keeps the file from being read as it was meant."""
    text, problems = read_text(root / FILE, FILE)
    if text is None:
        return problems
    if marked := [*conflicts(text, FILE)]:
        return marked
    data, found = parse(text, FILE, comments=True)
    if found:  # one that ends the reading may have come before any that is told
        return [problem for problem in found if problem.code in _TOLD]
    if isinstance(data, dict):
        return _settings(Document(FILE, text, data))
    if data is None:
        return [Problem(Place(FILE, 1), "wrong-shape", "is empty", "write 'site_name: …' and 'site_url: …'")]
    return [Problem(Place(FILE, 1), "wrong-shape", "holds no keys and values", "write 'site_name: …'")]


def _settings(document: Document) -> list[Problem]:
    problems = []
    if not document.data.get("site_name"):
        place, hint = document.place(("site_name",)), "add a line 'site_name: …'"
        problems.append(Problem(place, "missing-key", "'site_name' is missing or empty", hint))
    address = document.data.get("site_url")
    if address and not _ADDRESS.fullmatch(str(address)):
        message = f"site_url '{str(address)[:200]}' should be https:// or http://, a host, and perhaps a path"
        problems.append(Problem(document.place(("site_url",)), "bad-url", message))
    return problems
