"""The preview's view of a site, which follows the plan of pages no further than it must."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from sightline.model.corpus import Corpus
from sightline.preview import view
from sightline.preview.state import Preview
from sightline.render import Planned, Renderer, plan
from sightline.site.frame import Frame

from tests.build.projects import Project


def test_a_plan_that_fails_is_no_missing_page(tiny: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each request for a page behind the failure says so again; those before it are there."""

    def broken(render: Renderer) -> Iterator[Planned]:
        yield next(plan(render))
        raise ValueError("the plan ends here")

    monkeypatch.setattr(view, "plan", broken)
    seen = view.View(Renderer(tiny), Frame(""), tmp_path)
    for _ in range(2):
        with pytest.raises(ValueError, match="the plan ends here"):
            seen.get("themes/")
    assert seen.get("assets/none.css") is None


def test_no_corpus_of_before_is_kept(built: Project) -> None:
    """The garbage collector looks through none, so each goes by itself once the next is there."""
    preview, held = Preview(built.root), []
    for _ in range(4):
        preview.refresh()
        assert preview.shown.view
        assert b"Night ferries" in (preview.shown.view.get("briefs/night-ferries/") or b"")
        held.append(gc.get_freeze_count())
    assert held[3] - held[1] < 400, "two corpora have a thousand objects"
