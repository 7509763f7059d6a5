"""What writers of reference data write of an item, found out once for all formats."""

from __future__ import annotations

import json
from dataclasses import dataclass

from sightline.cite import dates
from sightline.cite.csl_json import to_csl_json
from sightline.cite.formats import values
from sightline.cite.formats.plainness import TYPES, are_plain
from sightline.cite.formats.values import Person
from sightline.cite.work import Item
from sightline.model.dates import Day

one_line = json.JSONEncoder(ensure_ascii=False).encode


@dataclass(slots=True)
class Held:
    """What an item holds, but for its id and type: the people in it, then its texts with the title first."""

    item: Item
    id: str
    kind: str
    """The CSL type; a work without one is a document."""
    people: dict[str, list[Person]]
    texts: dict[str, str]
    """Texts and numbers as one line each; dates as they are written."""
    days: dict[str, Day | None]
    """The day, month or year of each date; None where it is a period, a decade or a guess, or words."""
    changed: str
    """As CSL-JSON on one line, the variables of which the text is not all that the item says, since it has markup."""
    plain: bool
    """True where its type, names and dates are of sorts that every format gives back."""

    @classmethod
    def of(cls, item: Item) -> Held:
        """What an item holds; nothing where a variable is absent or empty."""
        people: dict[str, list[Person]] = {}
        texts: dict[str, str] = {"title": ""}
        days: dict[str, Day | None] = {}
        changed: dict[str, object] = {}
        identity, plain = "", item.get("type") in TYPES
        for variable, value in item.items():
            if variable in values.ROLES:
                if found := values.people(item, variable):
                    people[variable] = found
                plain = plain and are_plain(value)
                continue
            words = values.as_text(value)
            if variable == "id":
                identity = words
            elif words and variable != "type":
                texts[variable] = words
            if variable in values.DATES:
                days[variable] = dates.plain(value)
                plain = plain and days[variable] is not None
            elif not isinstance(value, str):
                plain = False
            elif "<" in value and variable not in ("id", "type") and values.MARKUP.search(value):
                changed[variable] = value
        if not texts["title"]:
            del texts["title"]
        kind = str(item.get("type") or "document")
        kept = one_line(to_csl_json(changed)) if changed else ""
        return cls(item, identity, kind, people, texts, days, kept, plain)
