"""The English words of references, by their CSL names (CMOS 10.48 for the abbreviations)."""

from __future__ import annotations

import re

MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
SEASONS = {21: "Spring", 22: "Summer", 23: "Autumn", 24: "Winter"}
"""By their EDTF numbers."""

BY = {
    "chair": "chaired by", "collection-editor": "edited by", "compiler": "compiled by", "container-author": "by",
    "contributor": "with", "curator": "curated by", "director": "directed by", "editor": "edited by",
    "editor-translator": "edited and translated by", "editorial-director": "edited by",
    "executive-producer": "executive produced by", "guest": "with guest", "host": "hosted by",
    "illustrator": "illustrated by", "interviewer": "interview by", "narrator": "narrated by",
    "organizer": "organized by", "performer": "performed by", "producer": "produced by", "recipient": "to",
    "reviewed-author": "by", "script-writer": "written by", "series-creator": "created by",
    "translator": "translated by",
}  # fmt: skip
"""What stands before the names of a role."""

BY_SHORT = {
    "collection-editor": "ed.", "compiler": "comp.", "editor": "ed.", "editor-translator": "ed. and trans.",
    "editorial-director": "ed.", "illustrator": "ill.", "translator": "trans.",
}  # fmt: skip
"""The same in a note, for the common roles only."""

ROLE = {
    "chair": "chair", "collection-editor": "ed.", "compiler": "comp.", "contributor": "contrib.", "curator": "cur.",
    "director": "dir.", "editor": "ed.", "editor-translator": "ed. and trans.", "editorial-director": "ed.",
    "executive-producer": "exec. prod.", "guest": "guest", "host": "host", "illustrator": "ill.", "organizer": "org.",
    "performer": "perf.", "producer": "prod.", "series-creator": "creator", "translator": "trans.",
}  # fmt: skip
"""What stands after names that head an entry."""

ROLES = {
    "chair": "chairs", "collection-editor": "eds.", "compiler": "comps.", "contributor": "contribs.",
    "curator": "curs.", "director": "dirs.", "editor": "eds.", "editor-translator": "eds. and trans.",
    "editorial-director": "eds.", "executive-producer": "exec. prods.", "guest": "guests", "host": "hosts", "illustrator": "ills.",
    "organizer": "orgs.", "performer": "perfs.", "producer": "prods.", "series-creator": "creators",
    "translator": "trans.",
}  # fmt: skip
"""The same after several names."""

LOCATORS = {
    "act": ("act", "acts"), "appendix": ("app.", "apps."), "article-locator": ("art.", "arts."),
    "book": ("bk.", "bks."), "canon": ("can.", "cann."), "chapter": ("chap.", "chaps."), "column": ("col.", "cols."),
    "elocation": ("loc.", "locs."), "equation": ("eq.", "eqq."), "figure": ("fig.", "figs."),
    "folio": ("fol.", "fols."), "issue": ("no.", "nos."), "line": ("line", "lines"), "note": ("n.", "nn."),
    "opus": ("op.", "opp."), "page": ("p.", "pp."), "paragraph": ("para.", "paras."), "part": ("pt.", "pts."),
    "rule": ("r.", "rr."), "scene": ("sc.", "scs."), "section": ("sec.", "secs."), "sub-verbo": ("under", "under"),
    "supplement": ("supp.", "supps."), "table": ("table", "tables"), "timestamp": ("at", "at"),
    "title-locator": ("tit.", "titt."), "verse": ("v.", "vv."), "version": ("v.", "v."), "volume": ("vol.", "vols."),
}  # fmt: skip
"""Labels of locators, one and several."""

LOCATOR_WORDS = {
    "article-locator": "article", "elocation": "location", "title-locator": "title", "sub-verbo": "sub verbo",
    "timestamp": "",
}  # fmt: skip
"""The labels of locators in full, where they differ from their CSL names."""

LOCATOR_PLURALS = {"appendix": "appendices", "opus": "opera", "sub verbo": "sub verbis", "": ""}
"""Their plurals, where it takes more than an s."""

SYMBOLS = {"chapter": ("c.", "cc."), "paragraph": ("¶", "¶¶"), "section": ("§", "§§")}
"""Labels of locators in legal works."""


_OWN_CAPITAL = re.compile("[a-z]+[A-Z]")


def capitalised(text: str) -> str:
    """The text with its first letter raised, as after a full stop; arXiv and eBook keep theirs (CMOS chapter 8)."""
    return text if _OWN_CAPITAL.match(text) else text[:1].upper() + text[1:]
