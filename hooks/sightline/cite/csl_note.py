"""Variables in the note of a CSL-JSON item: Zotero's field "Extra", read as citeproc-js reads it.

``original-date: 1890`` on a line of its own, at the top of the note or below its first line; a name is written
``editor: Family || Given``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from sightline.model.csl import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES, TEXT_VARIABLES

_LINE = re.compile(r"\{?:?(?P<key>[A-Za-z][A-Za-z_ -]*):\s*(?P<value>.*?)\s*\}?")
_BRACED = re.compile(r"\{:(?P<line>[\w-]+:[^{}\n]+)\}")
_VARIABLES = (*TEXT_VARIABLES, *NUMBER_VARIABLES, *DATE_VARIABLES, *NAME_VARIABLES, "URL", "type")
_KNOWN = {name.lower().replace("_", "-"): name for name in _VARIABLES if name != "note"}


def spread(raw: Mapping[str, object]) -> Mapping[str, object]:
    """The item with the variables of its note in their places. A date or a type there outranks the item's own."""
    note = raw.get("note")
    if not isinstance(note, str) or ":" not in note:
        return raw
    lines = _BRACED.sub(r"\n\g<line>\n", note).split("\n")
    found: dict[str, object] = {}
    rest: list[str] = []
    for place, line in enumerate(lines):
        match = _LINE.fullmatch(line.strip())
        name = _KNOWN.get(match["key"].strip().lower().replace(" ", "-").replace("_", "-"), "") if match else ""
        if match and name and match["value"]:
            _put(found, name, match["value"])
        elif line.strip() and rest:
            rest += lines[place:]
            break
        elif line.strip():
            rest.append(line)
    own = {key: value for key, value in raw.items() if value or key not in found}
    ranked = {key: value for key, value in found.items() if key == "type" or key in DATE_VARIABLES}
    return {**found, **own, **ranked, "note": "\n".join(rest)} if found else raw


def _put(found: dict[str, object], name: str, value: str) -> None:
    if name in NAME_VARIABLES:
        family, bar, given = (part.strip() for part in value.partition("||"))
        people = found.setdefault(name, [])
        if isinstance(people, list):
            people.append({"family": family, "given": given} if bar else {"literal": family})
    else:
        found.setdefault(name, value)
