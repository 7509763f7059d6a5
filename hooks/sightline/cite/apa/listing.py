"""Which works an APA list holds, and in which order (APA 8.9, 9.44-9.49)."""

from __future__ import annotations

from sightline.cite import names
from sightline.cite.apa import dating, heads
from sightline.cite.marks import clean
from sightline.cite.names import Parts
from sightline.cite.punctuation import finish
from sightline.cite.sorting import plain
from sightline.cite.tokens import to_plain
from sightline.cite.work import LEGAL, TALKS, Work
from sightline.model.dates import Edtf

Order = tuple[tuple[str, ...], int, int, str, str]
"""What an entry begins with; undated, dated or in press; the year; what follows it; the title."""


def is_listed(work: Work) -> bool:
    """False only for what is a personal communication in the text: all else must be in the list (APA 8.4, 8.9)."""
    return work.kind not in TALKS or work.public


def order(work: Work) -> Order:
    """What the list is sorted by: all that an entry shows of its date, and no more, then the title (APA 9.46-9.47)."""
    issued = dating.date_of(work)
    rank = 1 if issued else 2 * bool(work.text("status"))
    year = issued.year if isinstance(issued, Edtf) else 9999
    rest = issued.text[5:] if isinstance(issued, Edtf) and dating.is_to_the_day(work) else ""
    return _head(work), rank, year, rest, plain(work.text("title"))


def _head(work: Work) -> tuple[str, ...]:
    """What the entry begins with. An author comes before the same author with others."""
    people = () if work.kind in LEGAL else work.names(heads.leading_role(work))
    if people:
        return tuple(plain(part) for name in people for part in _parts(name))
    bodies = () if work.kind in LEGAL else map(work.text, heads.bodies(work))
    body = next(filter(None, bodies), "")
    return (plain(clean(body or work.text("title") or to_plain(finish(heads.head(work)[0])))),)


def _parts(name: Parts) -> tuple[str, ...]:
    """A name as it is printed: particles that stay with the family name count, of given names the initials."""
    if name.literal:
        return (name.literal,)
    return names.glue(name.particle, name.family), names.glue(names.initials(name.given), name.dropping, name.suffix)
