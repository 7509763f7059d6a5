"""The twins of pages in Markdown and JSON, llms.txt, and the versions that “Cite this” names."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt
from sightline import urls
from sightline.link.versions import Versions
from sightline.load import load
from sightline.model.corpus import Corpus, Key
from sightline.model.markdown import parse
from sightline.publish import artifacts, page_json
from sightline.render import Renderer, pages
from sightline.render.prose_markdown import blocks, escaped

from tests.golden import ROOT, compare
from tests.html import Html
from tests.publish.conftest import ADDRESS, Files
from tests.trees import corpus_of

SITE = Path(__file__).parents[1] / "site"
RECOMMENDATION = "briefs/night-ferries/recommendations/light-the-lamps/"
BACKLINKS = {"cited_by", "supports", "supports_findings", "falls", "weakens", "marked_in"}
MARK = re.compile(r"\[\^([a-z0-9-]+)\](?!:)")
DEFINITION = re.compile(r"^\[\^([a-z0-9-]+)\]: ", re.MULTILINE)


@pytest.mark.parametrize(
    "name", [RECOMMENDATION, "sources/lund-2001/", "themes/speed/", "briefs/night-ferries/findings/"]
)
def test_whole_file(tiny_files: Files, name: str) -> None:
    golden = ROOT / "publish" / f"{name.strip('/').replace('/', '-')}.md"
    compare(golden, tiny_files[f"{name}index.md"].decode(), golden.read_text("utf-8") if golden.exists() else "")


@pytest.mark.parametrize("which", ["tiny_files", "real_files"])
def test_every_mark_has_its_note_on_the_page(which: str, request: pytest.FixtureRequest) -> None:
    files: Files = request.getfixturevalue(which)
    twins = {path: content.decode() for path, content in files.items() if path.endswith("index.md")}
    assert len(twins) > 20
    for path, text in twins.items():
        assert set(MARK.findall(text)) == set(DEFINITION.findall(text)), path
        assert text.startswith("# "), path


def test_notes_that_comments_of_notes_mark_are_set_out_too(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        """
--- base
--- content/sources/book.yml
{id: book, type: book, title: Book}
--- content/briefs/b/endnotes.yml
- {number: 1, comment: "See the next.[^2]"}
- {number: 2, comment: "And the next.[^3]"}
- {number: 3, citations: [{source: book}]}
--- content/briefs/b/findings.yml
- {id: found, kind: fact, section: one, statement: "It is so.[^1]"}
""",
    )
    twin = next(one for one in artifacts(corpus) if one.path == "briefs/b/findings/index.md").content.decode()
    assert DEFINITION.findall(twin) == ["1", "2", "3"]
    assert "## Sources" in twin


def test_a_path_in_a_text_counts_from_the_root_of_the_site(tmp_path: Path) -> None:
    corpus = corpus_of(
        tmp_path,
        """
--- base
--- content/briefs/b/findings.yml
- {id: found, kind: fact, section: one, statement: "[When](timeline/#1990), [or](../timeline/), [where](https://map.example/)."}
""",
    )
    render = Renderer(corpus, ADDRESS)
    twin = next(one for one in artifacts(corpus, render) if one.path == "briefs/b/findings/index.md").content.decode()
    assert f"[When]({ADDRESS}timeline/#1990), [or]({ADDRESS}timeline/), [where](https://map.example/)." in twin
    page = next(one for one in pages(render) if one.path == "briefs/b/findings/")
    assert 'href="../../../timeline/#1990">When</a>, <a href="../../../timeline/">or</a>' in page.body


def test_a_note_of_several_works_has_one_full_stop(tmp_path: Path) -> None:
    """It stands inside quotation marks (CMOS 18), and nothing of it before the semicolon."""
    corpus = corpus_of(
        tmp_path,
        """
--- base
--- content/sources/web.yml
{id: web, type: webpage, title: The Page}
--- content/sources/book.yml
{id: book, type: book, title: The Book, issued: "2001"}
--- content/briefs/b/endnotes.yml
- {number: 1, citations: [{source: web}, {source: book}]}
- {number: 2, citations: [{source: book}, {source: web}]}
- {number: 3, citations: [{source: book, form: short}, {source: web, form: short}]}
--- content/briefs/b/findings.yml
- {id: found, kind: fact, section: one, statement: "It is so.[^1][^2][^3]"}
""",
    )
    twin = next(one for one in artifacts(corpus) if one.path == "briefs/b/findings/index.md").content.decode()
    assert "[^1]: “The Page”; *The Book* (2001).\n" in twin
    assert "[^2]: *The Book* (2001); “The Page.”\n" in twin
    assert "[^3]: *The Book*; “The Page.” Stands for: *The Book* (2001); “The Page.”\n" in twin


def test_a_recommendation_carries_its_whole_chain(real: Corpus, real_files: Files) -> None:
    for one in real.recommendations:
        text = real_files[urls.markdown(urls.of(one.key))].decode()
        for line in real.lines[one.key]:
            assert f"sources/{line.source}/" in text
            assert f"#note-{line.note.id})" in text
            if line.finding:
                assert f"#{line.finding.id})" in text


@pytest.mark.parametrize("which", ["tiny", "real"])
def test_every_alternate_link_leads_to_an_export(which: str, request: pytest.FixtureRequest) -> None:
    corpus: Corpus = request.getfixturevalue(which)
    files: Files = request.getfixturevalue(f"{which}_files")
    wanted = set()
    for page in pages(Renderer(corpus, ADDRESS)):
        for link in Html(page.head).all("link"):
            assert link.get("rel", "").split() == ["alternate"]
            href = link.get("href", "")
            up = href.count("../")
            base = page.path.rstrip("/").split("/")
            wanted.add("/".join([*(base[:-up] if up else base), href.replace("../", "")]))
    assert wanted <= files.keys()
    assert {path for path in files if path.endswith(("index.md", "index.json"))} <= wanted


@pytest.mark.parametrize("which", ["tiny", "real"])
def test_every_page_of_records_names_its_twins(which: str, request: pytest.FixtureRequest) -> None:
    """In both forms, each its own or those of the list that it shows; the data page and the problems have none."""
    corpus: Corpus = request.getfixturevalue(which)
    own = 0
    for page in pages(Renderer(corpus, ADDRESS)):
        if page.path in (urls.DATA, urls.PROBLEMS):
            continue
        links = {link.get("type"): link.get("href", "") for link in Html(page.head).all("link")}
        assert links["text/markdown"].endswith("index.md"), page.path
        assert links["application/json"] == links["text/markdown"].replace("index.md", "index.json"), page.path
        own += links["application/json"] == "index.json"
    assert own > len(corpus.sources) + 5 * len(corpus.briefs)


def test_the_twin_of_a_list_holds_all_of_it(real: Corpus, real_files: Files) -> None:
    for path, (plural, _) in page_json.LISTS.items():
        ids = {one.id for one in getattr(real, plural)}
        assert {one["id"] for one in json.loads(real_files[urls.json(path)])[plural]} == ids, path
        text = real_files[urls.markdown(path)].decode()
        assert text.count("\n- ") + text.count("\n## ") >= len(ids), path
    for brief in real.briefs:
        data = json.loads(real_files[f"briefs/{brief.id}/timeline/index.json"])
        events = [one for one in real.events if one.brief == brief.id]
        assert len(data.get("events", ())) == len(events)
        marked = {int(mark) for one in events for mark in one.title.marks}
        assert {one["number"] for one in data.get("endnotes", ())} == marked
    assert len(json.loads(real_files["ledger/index.json"])["ledger"]) == len(real.ledger)


class _Targets:
    def mark(self, reference: str, brief: str) -> str:
        return reference

    def record(self, kind: str, reference: str, brief: str) -> tuple[str, str]:
        return f"/{kind}/{reference}", reference

    def web(self, address: str) -> str:
        return address


@pytest.mark.parametrize(
    "text",
    [
        "*a* **b** [c](https://example.org/a_b) d",
        r"\*no\* \_no\_ \`no\` \[no\] 1986\. A year",
        "- one\n- two\n\n  more\n\nend",
        "1. one\n2. two",
        "a \\\nb",
        "# no heading, + no list, > no quote, | no table, ~no strike, 5 < 6 &amp; x",
    ],
)
def test_prose_means_the_same_in_markdown(text: str) -> None:
    """What a reader of CommonMark makes of it is what our own tree says."""
    prose = parse(text)
    read = MarkdownIt("commonmark").render(blocks(prose, _Targets(), ""))
    ours = parse(blocks(prose, _Targets(), ""))
    assert ours.blocks == prose.blocks
    assert "<h1>" not in read
    assert "<blockquote>" not in read


@pytest.mark.parametrize(
    "text", ["*", "_a_", "[x](y)", "`c`", "<b>", "a|b", "1. x", "- x", "# x", "&amp;", "a\\b", "+ x", "~~a~~"]
)
def test_plain_characters_stay_plain(text: str) -> None:
    html = MarkdownIt("commonmark").enable(["strikethrough", "table"]).render(escaped(text))
    assert html == f"<p>{text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}</p>\n"


@pytest.mark.parametrize("which", ["tiny_files", "real_files"])
def test_the_version_can_be_worked_out_from_the_twin(which: str, request: pytest.FixtureRequest) -> None:
    """As the data page tells its readers to."""
    files: Files = request.getfixturevalue(which)
    for path, content in files.items():
        if not path.endswith("index.json"):
            continue
        page: Any = json.loads(content)
        entries = [one for group in page.values() if isinstance(group, list) for one in group]
        entries.sort(key=lambda one: not page["address"].endswith(one["url"]))
        kept = [{name: value for name, value in one.items() if name not in BACKLINKS} for one in entries]
        texts = [json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in kept]
        sums = [hashlib.sha256(text.encode()).digest() for text in texts]
        assert hashlib.sha256(b"".join(sums)).hexdigest()[:12] == page["version"], path


def test_a_version_changes_with_what_a_record_rests_on_alone(tiny: Corpus) -> None:
    one = Key("recommendation", "night-ferries", "light-the-lamps")
    before = Versions(tiny).of(one)
    resting = {line.source for line in tiny.lines[one]}

    def after(source: str) -> str:
        key = Key("source", "", source)
        changed = replace(tiny.records[key], title="Another title")  # type: ignore[type-var]
        return Versions(replace(tiny, records={**tiny.records, key: changed})).of(one)  # type: ignore[dict-item]

    assert resting
    for source in tiny.sources:
        assert (after(source.id) != before) == (source.id in resting), source.id


def test_the_order_of_keys_in_a_file_changes_no_version(tiny: Corpus, tmp_path: Path) -> None:
    shutil.copytree(SITE, tmp_path, dirs_exist_ok=True)
    source = tmp_path / "content" / "sources" / "lund-2001.yml"
    text = source.read_text("utf-8").replace("family: Lund\n    given: Per", "given: Per\n    family: Lund")
    assert "given: Per\n    family" in text
    source.write_text("".join(reversed(re.split(r"(?m)^(?=\w)", text))), "utf-8")
    turned = load(tmp_path).corpus
    assert turned
    key = Key("source", "", "lund-2001")
    assert Versions(turned).of(key) == Versions(tiny).of(key)


def test_llms_txt(tiny_files: Files) -> None:
    text = tiny_files["llms.txt"].decode()
    golden = ROOT / "publish" / "llms.txt"
    compare(golden, text, golden.read_text("utf-8") if golden.exists() else "")
    assert re.match(r"# Tiny\n\n> ", text)
    for address in re.findall(r"\((https://tiny\.example\.org/[^)]*)\)", text):
        assert address.removeprefix(ADDRESS) in tiny_files


def test_no_part_of_a_list_is_longer_than_a_record(tiny: Corpus, tiny_files: Files, tiny_render: Renderer) -> None:
    """Of thousands of records the whole would stand in memory twice, beside all else that is there."""
    longest = max(map(len, tiny_files["data/corpus.json"].splitlines()))
    made = {one.path: one.make for one in artifacts(tiny, tiny_render)}
    for path in ("data/corpus.json", *map(urls.json, page_json.LISTS)):
        parts = made[path]()
        assert not isinstance(parts, bytes), path
        assert max(map(len, parts)) <= longest, path
    for path in map(urls.markdown, page_json.LISTS):
        assert not isinstance(made[path](), bytes), path
