"""What pages say of themselves to machines: linked data, tags for scholars, hidden references, how to cite them."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qs

import pytest
from sightline.model.corpus import Corpus
from sightline.render import Page, Renderer, pages
from sightline.render.script_json import json_element

from tests.html import Html

ADDRESS = "https://tiny.example.org/"
RECOMMENDATION = "briefs/night-ferries/recommendations/light-the-lamps/"


@pytest.fixture(scope="module", params=["tiny", "real"])
def found(request: pytest.FixtureRequest) -> dict[str, Page]:
    corpus: Corpus = request.getfixturevalue(request.param)
    return {page.path: page for page in pages(Renderer(corpus, ADDRESS))}


def linked_data(page: Page) -> list[dict[str, Any]]:
    (script,) = Html(page.head).all("script")
    assert script.attrib == {"type": "application/ld+json"}
    data = json.loads(script.text or "")
    assert data["@context"] == ["https://schema.org", {"@base": ADDRESS}]
    nodes: list[dict[str, Any]] = data["@graph"]
    return nodes


def test_every_page_has_breadcrumbs(found: dict[str, Page]) -> None:
    for page in found.values():
        (crumbs,) = [node for node in linked_data(page) if node["@type"] == "BreadcrumbList"]
        steps = crumbs["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[0]["item"] == ADDRESS
        assert steps[-1]["item"] == ADDRESS + page.path


def test_a_recommendation_names_its_findings_and_sources(found: dict[str, Page]) -> None:
    for path, page in found.items():
        if path.count("/") != 4 or "/recommendations/" not in path:
            continue
        one = linked_data(page)[0]
        assert one["@type"] == "CreativeWork"
        assert one["@id"] == path
        assert one["isPartOf"]["@type"] == "Report"
        cited = {work["@id"] for work in one.get("citation", ())}
        for claim in one.get("isBasedOn", ()):
            assert claim["@type"] == "Claim"
            assert {work["@id"] for work in claim.get("citation", ())} <= cited
            assert claim["@id"].partition("#")[0] in found
        assert cited <= found.keys()


def test_kinds_of_page(found: dict[str, Page]) -> None:
    assert {node["@type"] for node in linked_data(found["briefs/"])} == {"BreadcrumbList"}
    for path, page in found.items():
        if path.startswith("briefs/") and path.count("/") == 2:
            assert linked_data(page)[0]["@type"] == "Report"


def test_tags_for_scholars_on_our_own_works_only(found: dict[str, Page]) -> None:
    for path, page in found.items():
        names = [meta.get("name", "") for meta in Html(page.head).all("meta")]
        ours = path.startswith("briefs/") and (
            path.count("/") == 2 or (path.count("/") == 4 and "/recommendations/" in path)
        )
        assert bool(names) == ours, path
        if ours:
            assert names[0] == "citation_title"
            assert "citation_technical_report_institution" in names


def test_tags_of_a_brief(tiny: Corpus) -> None:
    page = next(page for page in pages(Renderer(tiny, ADDRESS)) if page.path == "briefs/night-ferries/")
    tags = [(meta.get("name", ""), meta.get("content", "")) for meta in Html(page.head).all("meta")]
    assert tags == [
        ("citation_title", "Night Ferries: A Report"),
        ("citation_author", "Sand, Rae"),
        ("citation_author", "The Ferry Group"),
        ("citation_publication_date", "2020/04"),
        ("citation_technical_report_institution", "Coast Institute"),
        ("citation_public_url", f"{ADDRESS}briefs/night-ferries/"),
    ]


def test_hidden_references_in_lists_of_sources_only(found: dict[str, Page]) -> None:
    for path, page in found.items():
        hidden = Html(page.body).all("span", class_="Z3988")
        assert not hidden or path == "sources/" or (path.startswith("briefs/") and path.count("/") == 2), path
    works = Html(found["sources/"].body).all("span", class_="Z3988")
    assert len(works) == sum(path.startswith("sources/") and path.count("/") == 2 for path in found)


def test_a_hidden_reference(tiny: Corpus) -> None:
    page = next(page for page in pages(Renderer(tiny)) if page.path == "sources/")
    read = [parse_qs(one.get("title", "")) for one in Html(page.body).all("span", class_="Z3988")]
    (lamps,) = [one for one in read if one.get("rft.atitle") == ["Lamps: A Study"]]
    assert lamps == {
        "ctx_ver": ["Z39.88-2004"],
        "rft_val_fmt": ["info:ofi/fmt:kev:mtx:journal"],
        "rft.genre": ["article"],
        "rft.atitle": ["Lamps: A Study"],
        "rft.jtitle": ["Journal of Lamps"],
        "rft.volume": ["7"],
        "rft.issue": ["2"],
        "rft.date": ["2001-05"],
        "rft.pages": ["1-9"],
        "rft.au": ["Per Lund", "Mia Berg"],
        "rft_id": ["info:doi/10.1000/lamps"],
    }


def test_nothing_ends_the_element_of_data() -> None:
    data = {"a": "</script><script>alert(1)</script>", "b": "<!-- & -->", "c": "\u2028\u2029"}
    html = str(json_element(data))
    assert html.count("<") == 2
    (script,) = Html(html).all("script")
    assert json.loads(script.text or "") == data


def test_how_to_cite(found: dict[str, Page]) -> None:
    """In both styles, with address, version and date; three formats to copy, and the files to download."""
    works = [path for path in found if path.count("/") == 2 and path.startswith(("briefs/", "sources/"))]
    cited = [*works, *(path for path in found if path.count("/") == 4 and "/recommendations/" in path)]
    assert len(cited) > 8
    for path in cited:
        page = Html(found[path].body)
        (listed,) = page.all("dl", class_="cite-this")
        words = " ".join(" ".join(listed.itertext()).split())
        for part in ("Chicago", "APA", f"Permanent address {ADDRESS}{path}"):
            assert part in words, path
        shown = ["".join(one.itertext()).strip() for one in page.all("details", class_="cite-data")]
        assert [one.split()[0] for one in shown] == ["BibTeX", "RIS", "CSL-JSON"]
        links = {link.get("href") for link in page.all("a") if "download" in link.attrib}
        assert links == {"cite.bib", "cite.ris", "cite.json"}


def test_every_finding_can_be_cited(found: dict[str, Page]) -> None:
    for path, page in found.items():
        if path.endswith("/findings/"):
            findings = Html(page.body).all("li", class_="finding")
            cited = Html(found[f"{path}cite/"].body).all("li", class_="cited")
            assert [one.get("id") for one in findings] == [one.get("id") for one in cited]
            assert [link.get("href") for link in Html(page.body).all("a", class_="cite-link")] == [
                f"cite/#{one.get('id')}" for one in findings
            ]
            for one in cited:
                words = " ".join(" ".join(one.itertext()).split())
                assert "Chicago" in words
                assert "APA" in words
                files = [link.get("href", "") for link in one.iter("a") if "download" in link.attrib]
                assert [file.rpartition("/")[2] for file in files] == [
                    f"{one.get('id')}.{kind}" for kind in ("bib", "ris", "json")
                ]
