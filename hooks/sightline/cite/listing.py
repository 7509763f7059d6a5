"""Which works a bibliography leaves out: what no reader can look up (CMOS 14.106, 14.111, 14.114, 14.132; APA 8.9)."""

from __future__ import annotations

from sightline.cite.work import ENTRIES, TALKS, Work

_UNPUBLISHED = TALKS | {"document", "manuscript", "paper-conference", "speech"}


def is_listed(work: Work) -> bool:
    """False for unpublished interviews, letters and talks, posts, and entries of reference works without an author."""
    if work.kind == "post":
        return False
    if work.kind in ENTRIES:
        return "author" in work.known
    if work.kind == "classic":
        return work.has("archive", "editor", "translator", "publisher")
    return work.public or work.kind not in _UNPUBLISHED
