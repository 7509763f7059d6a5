"""The Atom feeds, as RFC 4287 wants them; their dates are those of the records."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from sightline.publish import artifacts
from sightline.render import Renderer

from tests.golden import ROOT, compare
from tests.publish.conftest import Files
from tests.trees import corpus_of

ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = r"\d{4}-\d\d-\d\dT00:00:00Z"
CHANGES = """
--- base
--- content/actors.yml
- id: a
  name: An actor
  kind: body
--- content/themes.yml
- id: t
  title: T & T
  summary: A theme.
- id: u
  title: U
  summary: Another.
--- content/sources.yml
- id: s
  type: webpage
  title: A page
--- content/briefs/b/recommendations.yml
- id: r
  title: Do <this>
  statement: It should be done.
  addressees:
    - a
  themes:
    - t
  status:
    - date: 2024
      status: accepted
      source: s
    - date: 2025-03-02
      status: implemented
      source: s
      note: It was done.
"""


def entries(content: bytes) -> list[tuple[str, str, str]]:
    feed = ET.fromstring(content)
    return [
        tuple(one.findtext(f"{ATOM}{name}", "") for name in ("title", "id", "updated"))
        for one in feed.iter(f"{ATOM}entry")
    ]  # type: ignore[misc]


def feeds_of(tmp_path: Path, text: str) -> Files:
    corpus = corpus_of(tmp_path, text)
    made = artifacts(corpus, Renderer(corpus, "https://x.example.org/"))
    return {one.path: one.content for one in made if one.path.startswith("feeds/")}


@pytest.mark.parametrize("which", ["tiny_files", "real_files"])
def test_form(which: str, request: pytest.FixtureRequest) -> None:
    files: Files = request.getfixturevalue(which)
    found = {path: ET.fromstring(content) for path, content in files.items() if path.startswith("feeds/")}
    assert len(found) >= 8
    for path, feed in found.items():
        assert feed.tag == f"{ATOM}feed"
        for parent in (feed, *feed.iter(f"{ATOM}entry")):
            for name in ("title", "id", "updated"):
                (one,) = parent.findall(f"{ATOM}{name}")
                assert one.text, (path, name)
            assert (parent.findtext(f"{ATOM}id") or "").startswith("https://")
            assert (parent.findtext(f"{ATOM}updated") or "").endswith("T00:00:00Z")
        (myself,) = [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]
        address = (myself.get("href") or "").rpartition("feeds/")[2]
        assert files[f"feeds/{address}"] == files[path], "the same feed, also where it was before"
        identities = [one.findtext(f"{ATOM}id") for one in feed.iter(f"{ATOM}entry")]
        assert len(set(identities)) == len(identities)


def test_whole_file(tiny_files: Files) -> None:
    golden = ROOT / "publish" / "feed.xml"
    compare(golden, tiny_files["feeds/all.xml"].decode(), golden.read_text("utf-8") if golden.exists() else "")


def test_the_feed_of_a_renamed_theme_is_where_it_was_too(tiny_files: Files) -> None:
    assert tiny_files["feeds/themes/pace.xml"] == tiny_files["feeds/themes/speed.xml"]
    assert b"feeds/themes/speed.xml" in tiny_files["feeds/themes/pace.xml"]


def test_changes_newest_first(tmp_path: Path) -> None:
    files = feeds_of(tmp_path, CHANGES)
    home = "https://x.example.org/briefs/b/recommendations/r/"
    accepted = ("Do <this>: accepted", f"{home}#status-1", "2024-01-01T00:00:00Z")
    implemented = ("Do <this>: implemented", f"{home}#status-2", "2025-03-02T00:00:00Z")
    assert entries(files["feeds/all.xml"]) == [implemented, accepted]
    assert entries(files["feeds/themes/t.xml"]) == [implemented, accepted]
    assert entries(files["feeds/themes/u.xml"]) == []
    assert entries(files["feeds/status/accepted.xml"]) == [accepted]
    assert entries(files["feeds/status/rejected.xml"]) == []
    assert b"<updated>2025-03-02T00:00:00Z</updated>" in files["feeds/all.xml"].split(b"<entry>")[0]


def test_without_any_date_a_feed_is_empty_and_valid(tmp_path: Path) -> None:
    files = feeds_of(tmp_path, "--- base\n")
    assert entries(files["feeds/all.xml"]) == []
    assert b"<updated>1970-01-01T00:00:00Z</updated>" in files["feeds/all.xml"]


def test_a_site_without_an_address_has_no_feed(tmp_path: Path) -> None:
    corpus = corpus_of(tmp_path, "--- base\n")
    assert not [one for one in artifacts(corpus) if one.path.startswith("feeds/")]
