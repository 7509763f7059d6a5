"""Names in APA: inverted with initials at the head, initials first elsewhere (APA 9.8-9.12)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from sightline.cite import names
from sightline.cite.names import Names, Parts
from sightline.cite.work import Work

_MOST, _SHOWN = 20, 19
_SHORT = {
    "editor": ("Ed.", "Eds."), "translator": ("Trans.", "Trans."), "editor-translator": ("Ed. & Trans.", "Eds. & Trans."),
    "illustrator": ("Illus.", "Illus."), "narrator": ("Narr.", "Narrs."), "collection-editor": ("Ed.", "Eds."),
    "editorial-director": ("Ed.", "Eds."), "interviewer": ("Interviewer", "Interviewers"),
    "series-creator": ("Series Creator", "Series Creators"), "script-writer": ("Writer", "Writers"),
    "executive-producer": ("Executive Producer", "Executive Producers"), "guest": ("Guest Expert", "Guest Experts"),
}  # fmt: skip


def inverted(people: Names) -> str:
    """Obecny, K., Sanders, G., & Ellman, J.; of more than twenty, the first nineteen and the last."""
    texts = [_inverted(name) for name in people]
    return joined(texts, comma=any(text != names.full(name) for text, name in zip(texts, people, strict=True)))


def direct(people: Names) -> str:
    """K. Obecny & G. Sanders."""
    return joined([names.initialled(name) for name in people], comma=False)


def personal(people: Names) -> str:
    """K. Obecny & G. Sanders, or K. Obecny et al.: those who speak in personal communications (APA 8.9)."""
    return f"{names.initialled(people[0])} et al." if len(people) > 2 else direct(people)


def named(people: Names) -> str:
    """Full names with an ampersand: those who testify or are written to."""
    return joined([names.full(name) for name in people], comma=False)


def short(people: Names, shown: int = 1, initials: bool = False) -> str:
    """Obecny & Sanders; Obecny et al. (APA 8.17).

    ``shown`` counts the names before "et al.", where fewer would mean several works (APA 8.18); with ``initials`` the
    first name has its initials, since it is not the only one of its kind (APA 8.20).
    """
    last = [name.last for name in people]
    if initials:
        last[0] = names.initialled(people[0])
    if (len(last) < 3 or shown >= len(last)) and not names.parted(last)[1]:
        return joined(last, comma=len(last) > 2)
    return f"{', '.join(last[:shown])}{',' if shown > 1 else ''} et al."


def label(role: str, people: Names) -> str:
    """Eds., Hosts: what a role is called after its names."""
    word = role.replace("-", " ").title()
    return _SHORT.get(role, (word, f"{word}s"))[len(people) > 1]


def with_label(work: Work, role: str) -> str:
    """C. de Gaulle, Ed."""
    people = work.names(role)
    return f"{direct(people)}, {label(role, people)}" if people else ""


def joined(texts: Sequence[str], comma: bool) -> str:
    """Names with ampersands."""
    texts, others = names.parted([text for text in texts if text])
    if others:
        return f"{', '.join(texts)}, et al."
    if len(texts) > _MOST:
        return f"{', '.join(texts[:_SHOWN])}, … {texts[-1]}"
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])}{',' if comma or len(texts) > 2 else ''} & {texts[-1]}"


@lru_cache(maxsize=200)
def _inverted(it: Parts) -> str:
    """Obecny, K.; many works have the same authors, so the last names are remembered."""
    if it.literal or it.as_is or not it.family:
        return names.full(it)
    given = f"{names.initials(it.given)} {it.dropping}".strip()
    return ", ".join([part for part in (_family(it), given, it.suffix) if part])


def _family(it: names.Parts) -> str:
    return names.glue(it.particle, it.family)
