"""DOIs as addresses (CMOS 13.6; APA 9.35)."""

from __future__ import annotations

from sightline.cite.phrases import link
from sightline.cite.work import Work


def link_of(work: Work) -> str:
    """The DOI of a work as a link, however it is typed; nothing where there is none."""
    value = work.text("DOI")
    if not value:
        return ""
    for prefix in ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/", "doi:", "DOI:"):
        value = value.removeprefix(prefix).strip()
    return link(f"https://doi.org/{value}") if value else ""
