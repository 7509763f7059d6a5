"""The ledger: what has no evidence, and what nobody uses."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from sightline import urls
from sightline.diagnostics import CODES
from sightline.link import key_of
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, LedgerEntry
from sightline.render.kinds.common import HOME, of_brief, sources_of
from sightline.render.page import Crumb, Page, Planned
from sightline.render.site import Renderer

TITLES = {
    "recommendation-without-evidence": "Recommendations that reach no source",
    "recommendation-rests-on-nothing": "Recommendations that rest on no finding",
    "finding-without-note": "Findings without a note",
    "source-never-cited": "Sources that no note cites",
    "note-never-called": "Notes that no text marks",
    "note-out-of-section": "Notes marked in several sections",
    "declared-sources-differ": "Declared sources that cannot be found",
    "theme-unused": "Themes that nothing belongs to",
    "actor-unused": "Actors that no record names",
}


def pages(render: Renderer) -> Iterator[Planned]:
    """One page."""
    yield Planned(urls.LEDGER, partial(_ledger, render))


def _ledger(render: Renderer) -> Page:
    corpus = render.corpus
    return render.page(
        render.sheet(urls.LEDGER),
        "ledger",
        title="Ledger",
        description="What on this site has no evidence behind it, and what is listed without being used.",
        crumbs=(HOME, Crumb("Ledger", urls.LEDGER)),
        briefs=[_account(corpus, brief) for brief in corpus.briefs],
        groups=list(_groups(corpus)),
    )


def _account(corpus: Corpus, brief: Brief) -> dict[str, object]:
    """The figures of one brief."""
    findings = of_brief(corpus.findings, brief)
    return {
        "brief": brief,
        "findings": len(findings),
        "with_note": sum(corpus.support[key_of(finding)].notes > 0 for finding in findings),
        "interviews_only": sum("interviews only" in corpus.support[key_of(finding)].labels for finding in findings),
        "one_source": sum("one source" in corpus.support[key_of(finding)].labels for finding in findings),
        "sources": len(sources_of(corpus, brief)),
        "recommendations": of_brief(corpus.recommendations, brief),
        "source_notes": of_brief(corpus.source_notes, brief),
    }


def _groups(corpus: Corpus) -> Iterator[tuple[str, str, list[LedgerEntry]]]:
    """The entries of each rule, with its heading and its meaning."""
    order = list(TITLES)
    entries = sorted(corpus.ledger, key=lambda entry: order.index(entry.code))
    for code, group in groupby(entries, key=lambda entry: entry.code):
        yield TITLES[code], CODES[code].meaning, list(group)
