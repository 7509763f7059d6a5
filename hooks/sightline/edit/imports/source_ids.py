"""Ids for sources from elsewhere, made of the work alone: ``middlemiss-1992``, ``charron-fergusson-2018``."""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import count

from sightline.edit.ids import slug, wrong_id
from sightline.edit.imports.records import Data
from sightline.model.csl import NAME_VARIABLES
from sightline.model.limits import MAX_ID

ROLES = ("author", "editor", "director", "interviewer", *NAME_VARIABLES)
"""Whose names stand in an id: those in the first of these roles that has any."""
_YEAR = re.compile(r"\d{4}|\d{3}X|\d\dXX")


def source_id(data: Data, key: str, taken: Container[str]) -> str:
    """The key that the file gives, where it looks like an id of this house and is free; else one made of the work."""
    if "-" in key and not wrong_id(key) and key not in taken:
        return key
    return _free(_wish(data), taken)


def _wish(data: Data) -> str:
    match = _YEAR.match(str(data.get("issued", "")))
    year = match[0].lower() if match else ""
    title = str(data.get("title-short") or data.get("title", ""))
    who = _who(data)
    words = [who or _shortened(title, 3), year or (_shortened(title, 2) if who else "")]
    wish = "-".join(word for word in words if word)[: MAX_ID - 2].strip("-")
    return wish if not wrong_id(wish) and wish != year else f"source-{wish}".strip("-")[: MAX_ID - 2].strip("-")


def _who(data: Data) -> str:
    people = next((value for role in ROLES if isinstance(value := data.get(role), list) and value), [])
    names = [name for one in people if isinstance(one, dict) and (name := _name(one))]
    return "-".join(names[:2] if len(people) == 2 else names[:1])


def _name(person: Data) -> str:
    if family := person.get("family"):
        return _shortened(f"{person.get('non-dropping-particle', '')} {family}", 3)
    return _shortened(str(person.get("literal", "")), 3)


def _shortened(text: str, words: int) -> str:
    return "-".join(slug(text).split("-")[:words])


def _free(wish: str, taken: Container[str]) -> str:
    """The wish itself, or with a letter behind it: ``middlemiss-1992b``."""
    if wish not in taken:
        return wish
    joint = "" if wish[-1].isdecimal() else "-"
    letters = (_letters(number) for number in count(1))
    return next(one for letter in letters if (one := f"{wish}{joint}{letter}") not in taken)


def _letters(number: int) -> str:
    """b for 1, c for 2, … z, then ba, bb, …"""
    text = ""
    while True:
        number, rest = divmod(number, 26)
        text = chr(ord("a") + rest) + text
        if not number:
            return text
