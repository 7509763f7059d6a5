"""The ledger: what has no evidence, and what nobody uses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from sightline import urls
from sightline.diagnostics import CODES
from sightline.model.brief import Brief
from sightline.model.corpus import LedgerEntry
from sightline.render.kinds.common import HOME
from sightline.render.listing import Listing
from sightline.render.names import LEDGER_RULES
from sightline.render.page import Crumb, Page, Planned
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """One page. Of too many entries it has the number; they stand on pages by rule."""
    yield Planned(urls.LEDGER, partial(_ledger, render))


def _ledger(render: Renderer) -> Page:
    listing = render.listings.ledger
    return render.page(
        render.sheet(urls.LEDGER),
        "ledger",
        title="Ledger",
        description="What on this site has no evidence behind it, and what is listed without being used.",
        crumbs=(HOME, Crumb("Ledger", urls.LEDGER)),
        twin=urls.LEDGER,
        briefs=[_account(render, brief) for brief in render.corpus.briefs],
        groups=list(_groups(listing)),
        listing=listing,
    )


def _account(render: Renderer, brief: Brief) -> dict[str, object]:
    """The figures of one brief."""
    groups = render.groups
    findings = groups.findings[brief.id]
    support = [render.corpus.support[finding.key] for finding in findings]
    return {
        "brief": brief,
        "findings": len(findings),
        "with_note": sum(one.notes > 0 for one in support),
        "interviews_only": sum("interviews only" in one.labels for one in support),
        "one_source": sum("one source" in one.labels for one in support),
        "sources": len(groups.sources[brief.id]),
        "recommendations": groups.recommendations[brief.id],
        "source_notes": groups.source_notes[brief.id],
    }


def _groups(listing: Listing) -> Iterator[tuple[str, str, str, list[LedgerEntry]]]:
    """The entries of each rule, with its code, its heading and its meaning."""
    entries = (entry for entry in listing.items if isinstance(entry, LedgerEntry))
    for code, group in groupby(entries, key=lambda entry: entry.code):
        yield code, LEDGER_RULES[code], CODES[code].meaning, list(group)
