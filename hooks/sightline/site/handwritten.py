"""Hand-written pages: note marks and record links in them work as in records, with the brief named.

``[^canada-ntib/12]`` becomes a note mark, ``[words](finding:canada-ntib/its-id)`` a link, and a line that is
only ``[sightline:briefs]`` the list of that name. Code, indented or fenced, is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

from markupsafe import Markup, escape

from sightline.diagnostics import Place, Problem, did_you_mean
from sightline.link import key_for
from sightline.model.corpus import Corpus, Key
from sightline.model.prose import RECORD_SCHEMES
from sightline.render import Renderer
from sightline.render.home import BLOCKS
from sightline.render.sheet import Sheet

_MARK = r"\[\^(?P<mark>[a-z][a-z0-9-]*/[1-9]\d*)\]"
_LINK = rf"\[(?P<words>[^\[\]\n]*)\]\((?P<kind>{'|'.join(RECORD_SCHEMES)}):(?P<ref>[a-z0-9/-]+)\)"
_BLOCK = r"^\[sightline:(?P<block>[a-z-]+)\][ \t]*$"
_CODE = r"(?P<code>^ {4}.*$|^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|(?P<tick>`+).+?(?P=tick))"
_ALL = re.compile(f"{_CODE}|{_MARK}|{_LINK}|{_BLOCK}", re.MULTILINE | re.DOTALL)


def check_pages(corpus: Corpus, root: Path, folder: str = "docs") -> list[Problem]:
    """Problems of all hand-written pages below ``root / folder``."""
    problems: list[Problem] = []
    for path in sorted((root / folder).rglob("*.md")):
        file = path.relative_to(root).as_posix()
        try:
            problems.extend(_problems(path.read_text("utf-8"), file, corpus))
        except (OSError, UnicodeDecodeError) as error:
            problems.append(Problem(Place(file), "unreadable-file", f"cannot be read: {error}"))
    return problems


def _problems(text: str, file: str, corpus: Corpus) -> Iterator[Problem]:
    for match in _ALL.finditer(text):
        if wrong := _wrong(match, corpus):
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            yield Problem(Place(file, line, column), *wrong)


def _wrong(match: re.Match[str], corpus: Corpus) -> tuple[str, str, str] | None:
    if match["block"] and match["block"] not in BLOCKS:
        return "unknown-block", f"there is no list '{match['block']}'", did_you_mean(match["block"], BLOCKS)
    key = _key(match)
    if key is None or key in corpus.records:
        return None
    known = [str(other).partition(":")[2] for other in corpus.records if other.kind == key.kind]
    code = "unknown-note" if key.kind == "endnote" else f"unknown-{key.kind}"
    name = str(key).partition(":")[2]
    return code, f"'{name}': no such {key.kind}", did_you_mean(name, known)


def _key(match: re.Match[str]) -> Key | None:
    if match["mark"]:
        return key_for("endnote", match["mark"], "")
    return key_for(match["kind"], match["ref"], "") if match["kind"] else None


def expand(text: str, sheet: Sheet, render: Renderer) -> str:
    """A hand-written page's Markdown with its marks, links and lists as HTML."""

    def replace(match: re.Match[str]) -> str:
        if match["code"]:
            return match[0]
        if match["block"]:
            block: Callable[[Sheet, Renderer], Markup] = BLOCKS[match["block"]]
            return f"\n{block(sheet, render)}\n"
        key = _key(match)
        assert key is not None  # one of the groups matched
        if key.kind == "endnote":
            return str(sheet.mark(key))
        words = escape(match["words"] or sheet.title(key))
        return str(Markup('<a href="%s">%s</a>') % (sheet.link(key), words))

    return _ALL.sub(replace, text)
