"""Personal and corporate names: in full, inverted, in short, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from sightline.cite.marks import clean
from sightline.cite.phrases import is_cjk

_PARTICLE = re.compile(r"((?:(?:[^\W\d_A-ZÀ-ÖØ-Þ][\w.]*)[’' ]\s*)+)(?=\S)")
_AFTER_GIVEN = re.compile(
    r"(?<=\S)((?: (?:af|av|d’|da|das|de|del|della|den|der|di|do|dos|du|la|le|ten|ter|van|vom|von|y|zu|zum|zur))+)\Z"
)
"""Particles at the end of a given name, as programs leave them there that know of no particles: Jan de."""
_INITIALS = re.compile(r"(?<![\w’'])([^\W\d_])\.?(?=[\s.\-]|[^\W\d_]\.|$)")
_SINGLE_LETTER = re.compile(r"\b[^\W\d_]\b")
_BETWEEN_GIVEN = re.compile(r"[\s.]+")
_OTHERS = ("et al", "et al.", "others", "and others")
_KEYS = ("given", "family", "literal", "dropping-particle", "non-dropping-particle", "suffix")


class Parts(NamedTuple):
    """A name taken apart, particles and all."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    """A particle that goes with the given name: de in Charles de Gaulle."""
    particle: str = ""
    """A particle that stays with the family name: van der in van der Meer."""
    suffix: str = ""
    literal: str = ""
    """A body, or a name that is not taken apart."""
    as_is: bool = False
    """Family name first at all times, as in Chinese."""

    @property
    def last(self) -> str:
        """The name that a short form gives."""
        return self.literal or glue(self.particle, self.family) or self.given


Names = tuple[Parts, ...]


class ListStyle(NamedTuple):
    """How a list of names is cut and joined."""

    most: int
    """The longest list that is printed whole."""
    shown: int
    """How many names of a longer one are printed."""


NOTE = ListStyle(most=2, shown=1)
"""In a note: from three names on, the first and "et al." (CMOS 13.74-13.86)."""
BIBLIOGRAPHY = ListStyle(most=6, shown=3)
"""In a bibliography: six names in full; of more, the first three."""


def parts(name: Mapping[str, object]) -> Parts:
    """Take a CSL name apart; small words at the head of a family name are particles."""
    given, family, literal, dropping, particle, suffix = [_clean(name[key]) if key in name else "" for key in _KEYS]
    if literal or not (family or given):
        return Parts(literal=literal)
    if not particle and not dropping and (match := _PARTICLE.match(family)):
        particle, family = match[1].strip(), family[match.end() :]
    elif not dropping and family and (match := _AFTER_GIVEN.search(given)):
        given, dropping = given[: match.start()], match[1].strip()
    as_is = bool(name.get("static-ordering")) or _is_han(family or given)
    return Parts(family, _spaced(given), dropping, particle, suffix, "", as_is)


def full(it: Parts) -> str:
    """Jan van der Meer Jr."""
    if it.literal:
        return it.literal
    if it.as_is:
        return _family_first(it)
    return glue(it.given, it.dropping, it.particle, it.family, it.suffix)


def inverted(it: Parts) -> str:
    """Meer, Jan van der, Jr. (CMOS 13.74-13.86)."""
    if it.literal:
        return it.literal
    if it.as_is:
        return _family_first(it)
    given = glue(it.given, it.dropping, it.particle if it.given else "")
    family = it.family if it.given else glue(it.particle, it.family)
    return ", ".join([part for part in (family, given, it.suffix) if part])


def listed(names: Names, style: ListStyle, invert_first: bool = False) -> str:
    """A list of names with "and", cut with "et al." where it is long."""
    texts = [inverted(name) if invert_first and not place else full(name) for place, name in enumerate(names)]
    comma = invert_first and bool(names) and texts[0] != full(names[0])
    return series(texts, style, comma_before_last=comma)


def short(names: Names, namesakes: Mapping[Parts, str] = MappingProxyType({})) -> str:
    """Family names: van der Meer and Smith; Obecny et al.; ``namesakes`` says more of those who share theirs."""
    return series([namesakes.get(name, name.last) if namesakes else name.last for name in names], NOTE)


def shown_short(names: Names) -> Names:
    """The names that a short form shows."""
    return names if len(names) <= NOTE.most else names[: NOTE.shown]


def series(texts: Sequence[str], style: ListStyle, comma_before_last: bool = False) -> str:
    """Join names: serial comma from three on, and before "and" where the first is inverted."""
    texts, others = parted([text for text in texts if text])
    if len(texts) > style.most - others:
        texts, others = texts[: style.shown], True
    if others:
        return ", ".join(texts) + (", et al." if len(texts) > 1 or comma_before_last else " et al.")
    if len(texts) < 2:
        return "".join(texts)
    comma = "," if comma_before_last or len(texts) > 2 else ""
    return f"{', '.join(texts[:-1])}{comma} and {texts[-1]}"


def parted(texts: list[str]) -> tuple[list[str], bool]:
    """The names, and whether others follow: programs that know no "and others" leave it as a last name."""
    if len(texts) > 1 and texts[-1].lower() in _OTHERS:
        return texts[:-1], True
    return texts, False


def sort_parts(it: Parts) -> tuple[str, ...]:
    """The name as it is alphabetised: by the family name without its particles, then the rest."""
    if it.literal:
        return (it.literal,)
    return it.family, glue(it.given, it.dropping, it.particle, it.suffix)


def initialled(it: Parts) -> str:
    """C. de Gaulle."""
    if it.literal or it.as_is or not it.family:
        return full(it)
    return full(it._replace(given=initials(it.given)))


def initials(given: str) -> str:
    """J. R. for John Robert, J.-P. for Jean-Pierre (APA 9.8)."""
    words = [word for word in _BETWEEN_GIVEN.split(given.replace(".-", "-")) if word.strip("-")]
    return " ".join(["-".join([f"{part[0].upper()}." for part in word.split("-") if part]) for word in words])


def _spaced(given: str) -> str:
    """Initials with full stops and blanks between them: J.R. and J R as J. R.."""
    if not _SINGLE_LETTER.search(given) or _is_han(given):
        return given
    return " ".join(_INITIALS.sub(r"\1. ", given).replace(". -", ".-").split())


def glue(*texts: str) -> str:
    """Words with blanks between them, but none after an apostrophe or hyphen: d’Estaing, al-Asad."""
    glued = ""
    for text in filter(None, texts):
        glued += text if not glued or glued[-1] in "’'-" else f" {text}"
    return glued


def _family_first(it: Parts) -> str:
    blank = "" if _is_han(it.family) else " "
    return f"{it.family}{blank}{it.given}".strip()


def _is_han(text: str) -> bool:
    """True for names in Chinese, Japanese or Korean script, which are not inverted."""
    return is_cjk(text[:1])


def _clean(value: object) -> str:
    return clean(value).replace("'", "’") if value and isinstance(value, str) else ""
