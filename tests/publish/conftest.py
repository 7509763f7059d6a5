"""What tests of exports share: renderers that know the site's address, and works of every kind with every trap."""

from __future__ import annotations

from typing import Any

import pytest
from sightline import cite
from sightline.model.corpus import Corpus
from sightline.publish import artifacts
from sightline.render import Renderer
from sightline.render.references import csl_item

ADDRESS = "https://tiny.example.org/"
Files = dict[str, bytes]

WORKS: list[dict[str, Any]] = [
    {
        "id": "traps",
        "type": "book",
        "title": r"R&D {and} 100% of #1_a $5~^ \LaTeX in NATO’s “Élan”",
        "author": [
            {"family": "Meer", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."},
            {"family": "Gaulle", "given": "Charles", "dropping-particle": "de"},
            {"family": "van Dam", "given": "O."},
            {"family": "Mackenzie King", "given": "William Lyon"},
            {"literal": "Army and Navy, Inc."},
            {"literal": "NATO"},
        ],
        "publisher": "Smith & Sons",
        "issued": {"date-parts": [[1990, 2, 3]]},
    },
    {"id": "period", "type": "report", "title": "A", "issued": {"date-parts": [[2007], [2016]]}, "number": "GAO-24_1"},
    {"id": "guess", "type": "map", "title": "B", "issued": {"date-parts": [[1940]], "circa": True}},
    {"id": "decade", "type": "speech", "title": "C", "issued": {"literal": "1990s"}},
    {"id": "season", "type": "article-magazine", "title": "D", "issued": {"date-parts": [[2020]], "season": 2}},
    {"id": "no date", "type": "interview", "title": "E", "interviewer": [{"family": "Q", "given": "R."}]},
    {
        "id": "pages",
        "type": "chapter",
        "title": "F",
        "container-title": "The Whole",
        "editor": [{"family": "Ed", "given": "I."}, {"family": "Tor", "given": "A."}],
        "page": "1-9",
        "chapter-number": "3",
        "accessed": {"date-parts": [[2025, 1, 31]]},
        "URL": "https://example.org/a_b?c=1&d=%20#e",
        "DOI": "10.1000/a_b(1)",
    },
    {"id": "treaty", "type": "treaty", "title": "G", "authority": "Two Parties", "page": "1-2, 5", "keyword": "a, b"},
]
"""Characters that formats use for themselves, names that are easily torn apart, dates that are not plain days."""
WORKS += [{"id": f"kind-{kind}", "type": kind, "title": kind} for kind in cite.formats.bibtex.TYPES]


@pytest.fixture(scope="session")
def tiny_render(tiny: Corpus) -> Renderer:
    return Renderer(tiny, ADDRESS)


@pytest.fixture(scope="session")
def tiny_files(tiny: Corpus, tiny_render: Renderer) -> Files:
    """Every export of the tiny project."""
    return {one.path: one.content for one in artifacts(tiny, tiny_render)}


@pytest.fixture(scope="session")
def real_files(real: Corpus) -> Files:
    """Every export of the published content."""
    return {one.path: one.content for one in artifacts(real, Renderer(real, "https://real.example.org/"))}


@pytest.fixture(scope="session")
def works(tiny: Corpus, real: Corpus) -> list[dict[str, Any]]:
    """All sources of both corpora, and the traps, as CSL items."""
    read = [cite.from_csl_json(work) for work in WORKS]
    return [*map(csl_item, (*tiny.sources, *real.sources)), *read]
