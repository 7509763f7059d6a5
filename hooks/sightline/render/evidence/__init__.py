"""Draws lines of sight: of a whole brief, of one recommendation, or of what leads to one source.

Gathered, given heights, written: four layers, every node a link.
"""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from sightline.model.brief import Brief, Finding
from sightline.model.corpus import Corpus, Key
from sightline.render.evidence import gather, place
from sightline.render.evidence.drawing import rows, svg
from sightline.render.groups import Groups
from sightline.render.references import References
from sightline.render.sheet import Sheet


def draw(corpus: Corpus, groups: Groups, brief: Brief, sheet: Sheet, references: References) -> Markup:
    """The map as SVG; empty where the brief has no note to draw a line to."""
    found = gather.of_brief(corpus, groups, brief)
    if not found.layers[2]:
        return Markup("")
    place.by_section(found, corpus, brief)
    place.arrange(found, rows(found, corpus))
    return svg(found, "Evidence map", corpus, sheet, references)


def draw_section(
    corpus: Corpus, brief: Brief, findings: Sequence[Finding], sheet: Sheet, references: References
) -> Markup:
    """The map of some findings of a brief: what rests on them, and what they rest on; empty where they mark no note."""
    found = gather.around(corpus, [one.key for one in findings])
    if not found.layers[2]:
        return Markup("")
    place.by_section(found, corpus, brief)
    place.arrange(found, rows(found, corpus))
    return svg(found, "Evidence map of a section", corpus, sheet, references)


def draw_one(corpus: Corpus, key: Key, sheet: Sheet, references: References) -> Markup:
    """The lines of sight of one recommendation, or those that lead to one source; empty where there is none."""
    found = gather.before(corpus, key) if key.kind == "source" else gather.behind(corpus, key)
    if not found.layers[2]:
        return Markup("")
    place.in_rows(found)
    place.arrange(found)
    return svg(found, "Line of sight", corpus, sheet, references)


__all__ = ["draw", "draw_one", "draw_section"]
