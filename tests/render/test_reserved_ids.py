"""Ids that the site's own parts have on pages where records are anchors: no record may be called so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pydantic_core import ValidationError
from sightline import urls
from sightline.check.validator import validator
from sightline.model.corpus import Corpus
from sightline.model.fields import ID_PATTERN, Id

from tests.html import Html
from tests.render.test_pages import Pages

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "hooks" / "sightline" / "render" / "templates"
ON_EVERY_PAGE = (
    TEMPLATES / "parts.html.j2",
    *(ROOT / "hooks" / "overrides").rglob("*.html"),
    *(ROOT / "docs" / "assets" / "javascripts").glob("*.js"),
)
FIXED = re.compile(r"""\bid(?:=| = )["']([a-z][a-z0-9-]*(?:\{\{[^}]*\}\})?)["']""")
"""An id as a template or a script writes it, whole or as the start of a series."""
OF_RECORD = re.compile(r'id="(?:\{\{ \w+\.id \}\}|\{\{ anchor\()')
INCLUDED = re.compile(r'\{% (?:extends|import|include) "([^"]+)"')


def is_refused(identity: str) -> bool:
    try:
        validator(Id).validate_python(identity)
    except ValidationError:
        return True
    return False


def with_anchors() -> list[Path]:
    """The templates that make anchors of records, and those that they are built on."""
    found = [path for path in sorted(TEMPLATES.iterdir()) if OF_RECORD.search(path.read_text("utf-8"))]
    for path in found:
        found += [
            TEMPLATES / name for name in INCLUDED.findall(path.read_text("utf-8")) if TEMPLATES / name not in found
        ]
    return found


def test_no_record_is_called_as_a_part_of_its_page_is() -> None:
    files = [*with_anchors(), *ON_EVERY_PAGE]
    fixed = {one: path.name for path in files for one in FIXED.findall(path.read_text("utf-8"))}
    assert {"masthead-search", "card", "drawn", "notes", "page"} <= fixed.keys()
    assert {one: file for one, file in fixed.items() if not is_refused(re.sub(r"\{\{.*\}\}", "1", one))} == {}


@pytest.mark.parametrize("which", ["tiny", "real"])
def test_what_is_no_record_on_a_page_of_records_has_an_id_that_none_can_have(
    which: str, request: pytest.FixtureRequest
) -> None:
    corpus: Corpus = request.getfixturevalue(which)
    made: Pages = request.getfixturevalue(f"{which}_pages")
    anchors = {tuple(urls.of(key).split("#")) for key in corpus.records if "#" in urls.of(key)}
    names = {name for _, name in anchors} | {
        old for one in corpus.records.values() for old in getattr(one, "aliases", ())
    }
    free = [
        (path, one)
        for path in sorted({path for path, _ in anchors})
        for one in Html(made[path].body).ids
        if re.fullmatch(ID_PATTERN, one) and one not in names and not is_refused(one)
    ]
    assert free == []
