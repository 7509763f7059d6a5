"""``sightline pack``: a zip file that is whole, the same each time, and works without the site."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import zipfile
from pathlib import Path

import pytest
from sightline.cli.main import main
from sightline.model.corpus import Corpus, Key
from sightline.pack import name_of, pack
from sightline.pack.offline import rewritten
from sightline.render import Renderer
from sightline.site.links import dead_links
from sightline.site.output import SITE

from tests.tiny_project import copy_tiny_project

LAMPS = "night-ferries/light-the-lamps"
KNOWN = frozenset({"briefs/b/recommendations/r/", "briefs/b/findings/", "sources/s/", "sources/s/cite.bib"})
HERE = "briefs/b/recommendations/r/"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_tiny_project(tmp_path_factory.mktemp("pack") / "project")


@pytest.fixture(scope="module")
def packed(project: Path) -> Path:
    """The folder that a pack of the tiny project's recommendations is unpacked to."""
    file = project / "out.zip"
    assert main(["--root", str(project), "pack", f"recommendation:{LAMPS}", "hold-fares", "--output", str(file)]) == 0
    with zipfile.ZipFile(file) as archive:
        archive.extractall(project / "unpacked")
    (folder,) = (project / "unpacked").iterdir()
    return folder


def test_every_link_arrives(packed: Path) -> None:
    assert list(dead_links(packed)) == []


def test_it_holds_the_line_of_sight(packed: Path, tiny: Corpus) -> None:
    for page in (
        "index",
        "briefs/night-ferries/recommendations/light-the-lamps/index",
        "briefs/night-ferries/endnotes/index",
    ):
        assert (packed / f"{page}.html").is_file()
    for line in tiny.lines[Key("recommendation", "night-ferries", "light-the-lamps")]:
        assert (packed / "sources" / line.source / "index.html").is_file()
    assert (packed / "briefs/night-ferries/recommendations/light-the-lamps/light-the-lamps.pdf").read_bytes()[
        :4
    ] == b"%PDF"


def test_it_needs_neither_network_nor_scripts(packed: Path) -> None:
    for page in packed.rglob("*.html"):
        html = page.read_text("utf-8")
        assert "<script" not in html
        assert not re.search(r'<(?:link rel="stylesheet"|img|use)[^>]*(?:href|src)="(?:https?:|/)', html)
    style = (packed / "assets/style.css").read_text("utf-8")
    assert set(re.findall(r'url\("([^"]{4})', style)) <= {"data"}


def test_the_checksums_are_right(packed: Path) -> None:
    sums = dict(reversed(line.split("  ", 1)) for line in (packed / "SHA256SUMS").read_text("utf-8").splitlines())
    files = {path.relative_to(packed).as_posix(): path for path in packed.rglob("*") if path.is_file()}
    assert set(sums) == set(files) - {"SHA256SUMS"}
    assert all(hashlib.sha256(files[name].read_bytes()).hexdigest() == sum_ for name, sum_ in sums.items())


def test_its_data_is_what_is_in_it(packed: Path) -> None:
    data = json.loads((packed / "data/corpus.json").read_text("utf-8"))
    assert {one["id"] for one in data["recommendations"]} == {"light-the-lamps", "hold-fares"}
    works = {one["id"] for one in data["sources"]}
    assert {one["id"] for one in json.loads((packed / "data/sources.csl.json").read_text("utf-8"))} == works
    with (packed / "data/lines_of_sight.csv").open(encoding="utf-8-sig", newline="") as table:
        assert {row["source"] for row in csv.DictReader(table)} <= works


def test_it_says_what_it_is(packed: Path) -> None:
    words = (packed / "README.txt").read_text("utf-8")
    assert "index.html" in words
    assert "sha256sum -c" in words
    assert "briefs/night-ferries/recommendations/light-the-lamps/" in words


def test_the_same_records_make_the_same_bytes(tiny: Corpus, tmp_path: Path) -> None:
    keys = (Key("recommendation", "night-ferries", "light-the-lamps"),)
    assert pack(Renderer(tiny), keys, tmp_path) == pack(Renderer(tiny), keys, tmp_path)


def test_it_is_named_after_what_is_in_it() -> None:
    one, two, other = (Key("recommendation", *of) for of in (("b", "r"), ("b", "s"), ("c", "r")))
    assert name_of((one,)) == "b-r"
    assert name_of((one, two)) == "b-evidence"
    assert name_of((one, other)) == "evidence"


@pytest.mark.parametrize(
    ("href", "with_site", "without"),
    [
        (
            "../../findings/#f",
            "../../../../briefs/b/findings/index.html#f",
            "../../../../briefs/b/findings/index.html#f",
        ),
        ("../../../../sources/s/", "../../../../sources/s/index.html", "../../../../sources/s/index.html"),
        ("../../../../sources/s/cite.bib", "../../../../sources/s/cite.bib", "../../../../sources/s/cite.bib"),
        ("../../../../actors/a/", "https://x.test/actors/a/", ""),
        ("../../../../", "https://x.test/", ""),
        ("../", "https://x.test/briefs/b/recommendations/", ""),
        ("#note-1", "#note-1", "#note-1"),
        ("https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&amp;b=2", "https://example.org/?a=1&amp;b=2"),
    ],
)
def test_links_lead_into_the_pack_or_to_the_site_or_are_words(href: str, with_site: str, without: str) -> None:
    for site, expected in (("https://x.test/", with_site), ("", without)):
        made = rewritten(f'<a class="x" href="{href}">words</a>', HERE, KNOWN, site)
        assert made == (f'<a class="x" href="{expected}">words</a>' if expected else '<a class="x">words</a>')


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["light-the-lamp"], "there is no recommendation 'light-the-lamp'; did you mean 'light-the-lamps'?"),
        (["recommendation:night-ferris/hold-fares"], "did you mean 'night-ferries/hold-fares'?"),
        (["hold-fares", "--output", "docs"], "is a folder"),
        (["hold-fares", "--output", "mkdocs.yml"], "is no zip file"),
        (["hold-fares", "--output", "nowhere/x.zip"], "there is no folder"),
        (["hold-fares", "--output", "content/x.zip"], "is part of content/, which is no output; name another"),
        (["hold-fares", "--output", "site/x.zip"], "is deleted when it is made anew; name another"),
        (["hold-fares", "--output", "docs/../docs/x.zip"], "is part of docs/"),
    ],
)
def test_what_is_wrong_is_said(
    project: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "site").mkdir(exist_ok=True)
    (project / "site" / SITE).touch()
    monkeypatch.chdir(project)
    assert main(["--root", str(project), "pack", *words]) == 2
    assert said in capsys.readouterr().err
