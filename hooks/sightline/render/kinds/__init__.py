"""One module for each kind of page."""

from sightline.render.kinds import (
    actors,
    briefs,
    changes,
    data,
    endnotes,
    evidence_map,
    facet_pages,
    findings,
    glossary,
    ledger,
    problems,
    recommendations,
    source_notes,
    sources,
    themes,
    timeline,
)
from sightline.render.site import PlanPages

PAGES: tuple[tuple[str, PlanPages], ...] = (
    ("briefs", briefs.pages),
    ("findings", findings.pages),
    ("recommendations", recommendations.pages),
    ("endnotes", endnotes.pages),
    ("source notes", source_notes.pages),
    ("timelines", timeline.pages),
    ("themes", themes.pages),
    ("sources", sources.pages),
    ("actors", actors.pages),
    ("glossary", glossary.pages),
    ("evidence maps", evidence_map.pages),
    ("facets", facet_pages.pages),
    ("ledger", ledger.pages),
    ("changes", changes.pages),
    ("data", data.pages),
    ("problems", problems.pages),
)
"""The kinds of page in the order in which they are planned."""
