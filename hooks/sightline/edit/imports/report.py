"""What an import would do, in words: new works, works that are here, differences side by side, and what was left out."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterator, Mapping

from sightline import cite
from sightline.check.records import split_source
from sightline.check.validator import validator
from sightline.cite.formats.library import Remark
from sightline.edit.imports.matching import Difference
from sightline.edit.imports.plan import Comparison, Outcome
from sightline.edit.workspace import Workspace
from sightline.model.keys import source_key
from sightline.model.shared import Source
from sightline.read import Raw
from sightline.render.references import csl_item

PLACES = 3
"""So many places are named of one and the same remark."""
WIDTH = 100
HEADINGS = {
    "new": "new",
    "same": "here already, and the same",
    "differs": "here already, and the file says something else, or more",
    "repeated": "a second time in the file, left out",
}


def report(space: Workspace, comparison: Comparison, file: str) -> Iterator[str]:
    """The lines of the report."""
    for standing, heading in HEADINGS.items():
        outcomes = [one for one in comparison.outcomes if one.standing == standing]
        if outcomes:
            yield ""
            yield f"{heading}:"
        if standing == "same":
            yield from _wrapped(", ".join(one.id for one in outcomes))
            continue
        for outcome in outcomes:
            yield from _outcome(space, outcome, file)
    if comparison.library.remarks:
        yield ""
        yield "left out, or read otherwise than it stands there:"
        yield from _remarks(comparison.library.remarks, file)


def _outcome(space: Workspace, outcome: Outcome, file: str) -> Iterator[str]:
    where = f"{file}:{outcome.found.line}"
    if outcome.standing == "new":
        yield f"  {outcome.id}  ({where})"
        yield f"      {_cut(_reference(outcome))}"
        return
    if outcome.standing == "repeated":
        also = "" if not outcome.different else ", with other details"
        yield f"  {outcome.id}  ({where}), recognized by its {outcome.by}{also}"
    else:
        here = space.entries[source_key(outcome.id)].raw.place()
        yield f"  {outcome.id}  ({where}), recognized by its {outcome.by}; {here.file}:{here.line}"
    for one in outcome.different:
        yield from _difference(one)


def _reference(outcome: Outcome) -> str:
    """How the new record will be cited: without what it does not take over from the file."""
    source = validator(Source).validate_python(split_source(outcome.data))
    return cite.to_plain(cite.bibliography(csl_item(source)))


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)


def _difference(one: Difference) -> Iterator[str]:
    if one.here is None:
        yield f"      {one.key}: not here; the file has"
    else:
        yield f"      {one.key}: here it is"
        yield f"          - {_cut(_shown(one.here))}"
        yield "        and in the file"
    yield f"          + {_cut(_shown(one.there))}"


def _shown(value: Raw) -> str:
    if isinstance(value, Mapping):
        return ", ".join(str(part) for part in value.values())
    if isinstance(value, list):
        return "; ".join(_shown(one) for one in value)
    return str(value)


def _cut(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= WIDTH * 3 else f"{text[: WIDTH * 3 - 1]}…"


def _remarks(remarks: list[Remark], file: str) -> Iterator[str]:
    """Each remark with its place; one that comes again and again only with its first places."""
    places: dict[str, list[Remark]] = defaultdict(list)
    for remark in remarks:
        places[remark.text].append(remark)
    for text, found in places.items():
        first, *others = found
        more = f" (and in line{'s' if len(others) > 1 else ''} {', '.join(str(one.line) for one in others[:PLACES])}"
        more += f" and {len(others) - PLACES:,} more)" if len(others) > PLACES else ")"
        yield f"  {file}:{first.line}:{first.column}: {text}{more if others else ''}"
