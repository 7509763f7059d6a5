"""Ids for new records."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterable
from itertools import count

from pydantic_core import ValidationError

from sightline.check.validator import validator
from sightline.edit.errors import EditError
from sightline.letters import spelt
from sightline.model.fields import Id

WORDS = 6
"""How many words of a title an id has at the most."""
MAX_SLUG = 56
"""How long an id from a title is at the most: it leaves room for a number."""
SMALL = frozenset("a an and as at by for from in into is its of on or the their to with".split())
YAML_WORDS = frozenset(("null", "true", "false"))


def slug(title: str) -> str:
    """A short id made of the words of a title that matter; empty where no letter of it can stand in an id."""
    joined = spelt(title.lower()).replace("’", "").replace("'", "")
    ascii_only = unicodedata.normalize("NFKD", joined).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", ascii_only)
    telling = [word for word in words if word not in SMALL] or words
    made = ""
    for word in telling[:WORDS]:
        if len(made) + len(word) < MAX_SLUG:
            made = f"{made}-{word}" if made else word
    return made


def free_id(wish: str, kind: str, taken: Container[str]) -> str:
    """An id close to the wish that nobody has or had."""
    start = wish if not wrong_id(f"{wish}-1") else "-".join(filter(None, (kind, wish)))[:MAX_SLUG].rstrip("-")
    candidates = (start if number == 1 else f"{start}-{number}" for number in count(1))
    return next(one for one in candidates if one not in taken and not wrong_id(one))


def refuse_id(word: str) -> None:
    """Raise EditError where a word is no id, or one that the site needs for itself."""
    if wrong := wrong_id(word):
        raise EditError(wrong)


def wrong_id(word: str) -> str:
    """What is wrong with an id, by the check's rules and YAML's; empty where it is right."""
    if word in YAML_WORDS:
        return f"'{word}' is a word that YAML programs take for something else than text"
    try:
        validator(Id).validate_python(word)
    except ValidationError as error:
        return error.errors()[0]["msg"]
    return ""


def free_number(taken: Iterable[str]) -> str:
    """The first number that is not taken."""
    numbers = set(taken)
    return next(str(number) for number in count(1) if str(number) not in numbers)
