"""Tells the works of one reference list apart that APA would cite alike: initials, more names, letters (APA 8.18-8.20)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence

from sightline.cite import names
from sightline.cite.apa.heads import leading
from sightline.cite.apa.in_text import ALONE, Told, in_text
from sightline.cite.tokens import to_plain
from sightline.cite.work import LEGAL, Work


def told_apart(works: Sequence[Work]) -> list[Told]:
    """What each work needs, for works in the order of their list. Laws and cases are told apart by their names."""
    told = [ALONE._replace(initials=initials) for initials in _initials(works)]
    for group in _alike(works, lambda at: _cited(works[at], told[at])):
        _more_names(works, group, told)
    for group in _alike(works, lambda at: _cited(works[at], told[at])):
        for place, at in enumerate(group):
            told[at] = told[at]._replace(letter=_letter(place))
    return told


def _cited(work: Work, told: Told) -> Hashable:
    """What a reader sees of a work in the text; nobody mixes up what has no place in the list."""
    return to_plain(in_text(work, None, told)) if work.kind not in LEGAL else None


def _alike(works: Sequence[Work], of: Callable[[int], Hashable]) -> list[list[int]]:
    """The places of works that share something, in groups of two and more."""
    groups: dict[Hashable, list[int]] = defaultdict(list)
    for at in range(len(works)):
        key = of(at)
        if key is not None:
            groups[key].append(at)
    return [group for group in groups.values() if len(group) > 1]


def _initials(works: Sequence[Work]) -> list[bool]:
    """True where another first author of the list has the same family name and other initials."""
    heads = [_first(work) for work in works]
    forms: dict[str, set[str]] = defaultdict(set)
    for last, initialled in filter(None, heads):
        forms[last].add(initialled)
    return [bool(head and len(forms[head[0]]) > 1) for head in heads]


def _first(work: Work) -> tuple[str, str] | None:
    who = leading(work)
    if not who or who[0].literal:
        return None
    return who[0].last, names.initialled(who[0])


def _more_names(works: Sequence[Work], group: list[int], told: list[Told]) -> None:
    """As many names as it takes to tell apart those of the group whose authors are not all the same."""
    for at in group:
        mine = _lasts(works[at])
        others = [other for one in group if (other := _lasts(works[one])) != mine]
        shared = max((_shared(mine, other) for other in others), default=0)
        if shared:
            told[at] = told[at]._replace(shown=shared + 1)


def _lasts(work: Work) -> list[str]:
    return [name.last for name in leading(work)]


def _shared(one: list[str], other: list[str]) -> int:
    """How many names two lists have in common from the first on."""
    return next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )


def _letter(place: int) -> str:
    """a, b, … z, aa, ab, …"""
    before, last = divmod(place, 26)
    return (_letter(before - 1) if before else "") + chr(ord("a") + last)
