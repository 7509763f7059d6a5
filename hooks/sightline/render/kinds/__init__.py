"""One module for each kind of page."""

from sightline.render.kinds import (
    actors,
    briefs,
    data,
    endnotes,
    evidence_map,
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
    ("evidence map", evidence_map.pages),
    ("ledger", ledger.pages),
    ("data", data.pages),
    ("problems", problems.pages),
)
"""The kinds of page in the order in which they are planned."""
