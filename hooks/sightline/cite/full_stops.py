"""The full stop that some databases set after each title, and that no reference prints (CMOS 13.87-13.101; APA 9.18)."""

from __future__ import annotations

_ENDED = (".", '."', ".”", ".'", ".’", ".</i>")
"""How a title may end that has one."""
_ABBREVIATED = frozenset(
    "al app assn ave bros ca cf ch chap cir cm co col comm conf cong corp ct dept diss dist div doc ed edn eds esp est etc"
    " ext fig figs fl ft gen gov govt hon illus inc inst intl jr km lab lt ltd mfg mr mrs ms mt natl no nos ok op para"
    " ph pp prof pt pub rep rev rpt sch sec sen ser soc sq sr st ste subcomm supp suppl tech trans univ vol vols vs"
    " jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
"""Words that keep theirs; so do single letters (Plan B.) and what has stops inside (U.S., e.g.)."""


def dropped(title: str) -> str:
    """The title without a full stop at its end, which may stand in quotation marks there: "What is NATO." needs none."""
    if not title.endswith(_ENDED):
        return title
    stem, stop, after = title.removesuffix("</i>").rstrip("\"”'’").rpartition(".")
    end = len(stem)
    if not stop or after or stem[-1:] in (".", " ", ""):  # an ellipsis, or no stop at the end at all
        return title
    start = end
    while start and stem[start - 1].isalnum():
        start -= 1
    word = stem[start:].lower()
    if len(word) == 1 or word in _ABBREVIATED or (word and stem[start - 1 : start] == "."):
        return title
    return stem + title[end + 1 :]
