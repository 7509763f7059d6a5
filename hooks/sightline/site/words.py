"""Which words a text is found by: without accents, capitals and plurals, so that either spelling finds the other.

``docs/assets/javascripts/search.js`` does the same to what a reader types; a change here is a change there.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import chain

from sightline.letters import spelt

LONGEST = 40
"""Letters. What is longer is cut, so that one word cannot make a file large."""
SKIPPED = tuple(
    "about after all also an and any are as at be been but by can could for from had has have how if in into is it its"
    " may more most no not of on one only or other over should so such than that the their them then there these they"
    " this to under was were what when where which who will with would".split()
)
"""Words that tell nothing apart; they are no words to find by, and nor are single letters."""


def words(text: str) -> dict[str, None]:
    """The words that a text is found by, folded; each once, in the order of the text."""
    return dict.fromkeys(chain.from_iterable(map(_told, text.split())))


@lru_cache(50_000)
def _told(text: str) -> tuple[str, ...]:
    """What stands between two blanks as the words that it is found by: several in U.S.-based, none where it tells
    nothing apart. What follows looks no further than a blank, so that each of these is looked at once."""
    bare = text.strip(_AROUND)
    if bare.isalnum() and bare.isascii():
        word = _folded(bare.lower())
        return () if word in NOTHING else (word,)
    for sign in () if text.isascii() else dict.fromkeys(_FOREIGN.findall(text)):
        text = text.replace(sign, _simplest(sign))
    joined = _JOINED.sub("", _OWNER.sub("", spelt(text.lower())))
    folded = map(_folded, joined.translate(_SIGNS).split())
    return tuple([word for word in folded if word not in NOTHING])


def _simplest(foreign: str) -> str:
    """A sign beyond ASCII without what stands above and below letters; a blank where it is no letter."""
    kept = (sign for sign in unicodedata.normalize("NFKD", foreign) if unicodedata.category(sign) != "Mn")
    return "".join("'" if sign == "’" else sign if sign.isalnum() else " " for sign in kept)


@lru_cache(1_000)
def _folded(word: str) -> str:
    """One word in one number and one spelling: policies is policy, defense is defence."""
    word = word[:LONGEST]
    if len(word) > _SHORT and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    if len(word) > _SHORT and word.endswith("y"):
        word = word[:-1] + "i"
    elif len(word) > _SHORT and word.endswith("ie"):
        word = word[:-1]
    return word.replace("fens", "fenc").replace("licens", "licenc")


_SHORT = 3
_AROUND = ".,;:!?()“”"
"""What often stands around a word, and joins it to nothing."""
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_OWNER = re.compile(r"'s(?![^\W_])")
_JOINED = re.compile(r"[.&-](?<=\b[a-z].)(?:(?<!-)(?=[a-z]\b)|(?<=-)(?=[0-9]))", re.ASCII)
"""What joins a letter that stands for little alone to what it belongs to: U.S. is US, R&D is RD, F-35 is F35.

It begins with the sign, which is rare, since to look for that is much faster than to look at each letter.
"""
_SIGNS = "".join(sign if sign.isalnum() else " " for sign in map(chr, range(128)))
"""ASCII with blanks for what parts words; all else that does is blank by then."""
NOTHING = frozenset([*(_folded(word) for word in SKIPPED), *map(chr, range(ord("a"), ord("z") + 1))])
