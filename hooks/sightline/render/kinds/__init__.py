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
from sightline.render.site import PlanPages, PlanPagesOfBrief

LISTS: tuple[PlanPages, ...] = (
    briefs.pages,
    findings.pages,
    recommendations.pages,
    timeline.pages,
    evidence_map.pages,
)
"""What all briefs have in common."""
OF_BRIEF: tuple[PlanPagesOfBrief, ...] = (
    findings.of_brief,
    recommendations.of_brief,
    endnotes.of_brief,
    source_notes.of_brief,
    timeline.of_brief,
    evidence_map.of_brief,
    briefs.of_brief,
)
"""The pages of one brief, last the brief at a glance: after it all that was kept for them is let go."""
PAGES: tuple[PlanPages, ...] = (
    themes.pages,
    sources.pages,
    actors.pages,
    glossary.pages,
    facet_pages.pages,
    ledger.pages,
    changes.pages,
    data.pages,
    problems.pages,
)
"""The other kinds of page, in the order in which they are planned."""
