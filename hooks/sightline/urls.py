"""Every address and anchor of the site. They are public: change one only with a redirect.

A path is relative to the site's root, without a leading slash, and ends with a slash where it is a page.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the frame needs addresses, and nothing of the records
    from sightline.model.corpus import Key

HOME = ""
BRIEFS = "briefs/"
THEMES = "themes/"
SOURCES = "sources/"
ACTORS = "actors/"
RECOMMENDATIONS = "recommendations/"
FINDINGS = "findings/"
GLOSSARY = "glossary/"
TIMELINE = "timeline/"
EVIDENCE_MAP = "evidence-map/"
LEDGER = "ledger/"
CHANGES = "changes/"
DATA = "data/"
PROBLEMS = "about/problems/"
FEEDS = "feeds/"
LLMS = "llms.txt"

SECTIONS = (
    BRIEFS,
    RECOMMENDATIONS,
    FINDINGS,
    THEMES,
    SOURCES,
    ACTORS,
    GLOSSARY,
    TIMELINE,
    EVIDENCE_MAP,
    LEDGER,
    CHANGES,
    DATA,
)
"""What lies below these is made of records."""
OWN = (*SECTIONS, PROBLEMS, FEEDS, LLMS, "sitemap.xml", "_headers")
"""How the addresses begin that no page by hand, and no file beside one, can have."""


def brief(brief_id: str, part: str = "", number: int = 0) -> str:
    """A brief at a glance, or one of its parts: findings, recommendations, endnotes, timeline, source-notes; of a part
    that is too long for one page, the first so many in full at ``…/timeline/1/``."""
    path = f"briefs/{brief_id}/{part}/" if part else f"briefs/{brief_id}/"
    return f"{path}{number}/" if number else path


def by(section: str, facet: str, value: str = "", number: int = 1) -> str:
    """A list narrowed down to one value of a facet: ``sources/by/kind/report/``, its second page ``…/report/2/``;
    without a value the page that lists the values. What a list holds of one brief is a part of that brief."""
    path = f"{section}by/{facet}/{value}/" if value else f"{section}by/{facet}/"
    if facet == "brief" and value and section in (FINDINGS, RECOMMENDATIONS, TIMELINE):
        path = brief(value, section.rstrip("/"))
    return path if number == 1 else f"{path}{number}/"


def evidence_map(brief_id: str, section: str = "") -> str:
    """The evidence map of a brief, or that of one of its sections."""
    path = brief(brief_id, "evidence-map")
    return f"{path}{section}/" if section else path


def section(brief_id: str, section_id: str, number: int = 1) -> str:
    """A section of a long brief in full, or its second page: ``…/sections/<id>/2/``."""
    path = f"briefs/{brief_id}/sections/{section_id}/"
    return path if number == 1 else f"{path}{number}/"


def citing(brief_id: str, number: int = 0) -> str:
    """How the findings of a brief are cited; of a long one, the first so many of them at ``…/cite/1/``."""
    return brief(brief_id, "findings/cite", number)


def hundred(brief_id: str, number: int) -> str:
    """The notes of a long brief in full, a hundred to a page: that of notes 101 to 200 is ``…/endnotes/101/``."""
    return f"{brief(brief_id, 'endnotes')}{(number - 1) // 100 * 100 + 1}/"


def compare(theme: str, brief_id: str, other: str) -> str:
    """Two briefs side by side on a theme that more than two speak on."""
    return f"themes/{theme}/compare/{brief_id}/{other}/"


def note_anchor(number: int | str) -> str:
    """The anchor of an endnote, on the endnotes page and wherever the note is repeated."""
    return f"note-{number}"


def mark_anchor(number: int | str, use: int) -> str:
    """The anchor of the n-th mark of a note on a page, counted from 1."""
    return f"mark-{number}" if use == 1 else f"mark-{number}-{use}"


def section_anchor(section: str) -> str:
    """The anchor of a section: on the findings page, and among the contents of its brief."""
    return f"section-{section}"


def short_note(brief_id: str, number: int | str) -> str:
    """The short address of an endnote."""
    return f"briefs/{brief_id}/n/{number}/"


_AROUND = {
    "brief": ("briefs/", "/"),
    "source": ("sources/", "/"),
    "theme": ("themes/", "/"),
    "actor": ("actors/", "/"),
    "glossary-term": (f"{GLOSSARY}#", ""),
    "recommendation": ("/recommendations/", "/"),
    "finding": ("/findings/#", ""),
    "endnote": (f"/endnotes/#{note_anchor('')}", ""),
    "event": ("/timeline/#", ""),
    "source-note": ("/source-notes/#", ""),
}
"""What stands before and after the id of a record of each kind; those of a brief have the brief before that."""


@lru_cache(1 << 13)  # most of those that a page leads to are those that the page before it led to
def of(key: Key) -> str:
    """The address of a record; with an anchor where it shares its page."""
    before, after = _AROUND[key.kind]
    return f"briefs/{key.brief}{before}{key.id}{after}" if key.brief else f"{before}{key.id}{after}"


def cite_file(key: Key, suffix: str) -> str:
    """The file with the reference data of one record: ``sources/<id>/cite.bib``, ``…/findings/<id>.bib``."""
    if key.kind == "finding":
        return f"{brief(key.brief, 'findings')}{key.id}.{suffix}"
    return f"{of(key)}cite.{suffix}"


def pdf(key: Key) -> str:
    """The PDF file of a brief or a recommendation, in the folder of its page."""
    return f"{of(key)}{key.id}.pdf"


def data_file(name: str, brief_id: str = "") -> str:
    """A file of data about everything, or about one brief."""
    return f"{DATA}{brief_id}/{name}" if brief_id else f"{DATA}{name}"


def feed(kind: str = "", name: str = "") -> str:
    """The feed of all changes, or that of one theme (``themes``) or one status (``status``)."""
    return f"{FEEDS}{kind}/{name}.xml" if kind else f"{FEEDS}all.xml"


def markdown(path: str) -> str:
    """The Markdown twin of a page."""
    return f"{path}index.md"


def json(path: str) -> str:
    """The JSON twin of a page."""
    return f"{path}index.json"
