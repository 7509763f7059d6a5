"""What a text says counts wherever the text is shown: no file is taken over that would come out otherwise.

In one net of records in which everything is shown somewhere, each text in turn says what leads far: it marks a note
that stands for a work and names a record, and one whose comment marks a note, whose comment marks another, an ibid.
Then what lies at the end changes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sightline.model.corpus import Corpus
from sightline.render import Renderer
from sightline.site.earlier import Earlier, Entries
from sightline.site.engine import frame_of
from sightline.site.files import Folder
from sightline.site.frame import Frame
from sightline.site.pages import complete

from tests.build.projects import Project
from tests.trees import corpus_of

SPOT, FAR = "<>", "[^b/2][^b/4]"
"""Stands at the end of each text in the net, and what one of them says instead."""
NET = (Path(__file__).parent / "net.txt").read_text("utf-8")
CHANGES = (
    ("title: The far work", "title: Another work"),
    ("title: The work of the ibid", "title: Another work"),
    ("statement: A far finding.", "statement: Another finding."),
)
"""What changes at the end, one at a time."""


class Made(Folder):
    """A folder that keeps what is written into it."""

    def __init__(self) -> None:
        super().__init__(Path("nowhere"))
        self.files: dict[str, bytes] = {}

    def write(self, path: str, content: bytes | Iterable[bytes]) -> os.stat_result:
        """Keep a file."""
        self.files[path] = content if isinstance(content, bytes) else b"".join(content)
        return os.stat_result((0,) * 10)


class Asked(Earlier):
    """Knows the inputs of all files, and what the search finds on them. Has those made that could be taken over."""

    def __init__(self, before: Asked | None = None) -> None:
        super().__init__()
        self.before = before
        self.inputs: dict[str, str] = {}
        self.found: dict[str, Entries] = {}

    def take(self, path: str, inputs: str, into: Folder) -> bool:
        """Note what is asked for."""
        self.inputs[path] = inputs
        return self.before is not None and self.before.inputs.get(path) != inputs

    def remember(self, path: str, inputs: str, status: os.stat_result, entries: Entries = ()) -> None:
        """Note what the search finds."""
        self.found[path] = entries


@pytest.fixture(scope="module")
def frame(built: Project) -> Frame:
    """The frame of the tiny project, without its pages by hand: they are made at each build."""
    frame = frame_of(built.root).frame
    assert frame
    return replace(frame, handwritten={})


@pytest.mark.parametrize("spot", range(NET.count(SPOT)))
def test_what_a_text_says_counts_wherever_it_is_shown(frame: Frame, tmp_path: Path, spot: int) -> None:
    pieces = NET.split(SPOT)
    net = "".join(pieces[: spot + 1]) + FAR + "".join(pieces[spot + 1 :])
    site, before = _made(corpus_of(tmp_path / "before", net), frame)
    for number, (old, new) in enumerate(CHANGES):
        assert net.count(old) == 1
        other, after = _made(corpus_of(tmp_path / f"after-{number}", net.replace(old, new)), frame, before)
        could = [path for path in after.inputs if path in other.files]
        assert len(could) > 20
        assert [path for path in could if _differs(path, (site, before), (other, after))] == [], (
            pieces[spot][-60:],
            new,
        )


def _made(corpus: Corpus, frame: Frame, before: Asked | None = None) -> tuple[Made, Asked]:
    site = Made()
    with closing(Asked(before)) as asked:
        complete(site, Renderer(corpus, frame.site_url), frame, asked)
    return site, asked


def _differs(path: str, *states: tuple[Made, Asked]) -> bool:
    one, other = ((site.files[path], _plain(asked.found.get(path, ()))) for site, asked in states)
    return one != other


def _plain(entries: Entries) -> list[Sequence[str]]:
    return [tuple(entry) for entry in entries]
