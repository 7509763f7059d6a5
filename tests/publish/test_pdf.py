"""The PDF files, read back: what they hold, that all their links arrive, and that nothing in a text is markup."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sightline import urls
from sightline.cite import Token, to_plain
from sightline.model.corpus import Corpus
from sightline.model.prose import plain
from sightline.publish import Artifact, pdf
from sightline.publish.pdf import fonts, press
from sightline.publish.pdf.folio import Folio
from sightline.publish.pdf.notes import printed
from sightline.render import Renderer, plan
from sightline.render.dates import written

from tests.render.test_hostile import HARMLESS, corpus_with
from tests.trees import corpus_of

ADDRESS = "https://real.example.org/"
OURS = ("Newsreader", "NewsreaderDisplay", "PublicSans")
ONE_FINDING = """
--- base
--- content/briefs/b/findings.yml
- id: f
  section: one
  statement: The only finding, in 中文 and Ελλάδα.
  kind: fact
--- content/actors.yml
- id: a
  name: An actor
  kind: body
--- content/briefs/b/recommendations.yml
- id: r
  title: Do this
  statement: It should be done.
  addressees:
    - a
"""
HOSTILE = r"""#panic("x") $x^2$ *b* _i_ @ref <label> \u{1F600} #{1+1} `raw` = H // c /* d */ ~ -- ... #let x = 1; [x] \ " ' https://e.org"""


@dataclass(slots=True)
class Read:
    """A PDF file as a reader has it."""

    content: bytes
    file: PdfReader = field(init=False)
    words: str = field(init=False)
    """All text, without blanks and line ends, which depend on the layout."""

    def __post_init__(self) -> None:
        self.file = PdfReader(io.BytesIO(self.content))
        self.words = squeezed("".join(page.extract_text() for page in self.file.pages))

    @property
    def root(self) -> Any:
        """The catalogue."""
        return self.file.trailer["/Root"]

    @property
    def notices(self) -> Iterator[Any]:
        """Every link."""
        for page in self.file.pages:
            yield from (one.get_object() for one in page.get("/Annots", ()))

    @property
    def ways(self) -> Iterator[tuple[int, int]]:
        """From which page to which each link within the file leads; counted from 0. Fails for one that leads nowhere."""
        numbers = {page.indirect_reference.idnum: number for number, page in enumerate(self.file.pages)}
        named = self.file.named_destinations
        for number, page in enumerate(self.file.pages):
            for one in (one.get_object() for one in page.get("/Annots", ())):
                if "/Dest" in one:
                    target = one["/Dest"].get_object()
                    place = named[target].page if isinstance(target, str) else target[0]
                    yield number, numbers[place.idnum]

    @property
    def tags(self) -> Counter[str]:
        """How often each tag stands in the structure tree."""
        found: Counter[str] = Counter()
        for node in nodes(self.root["/StructTreeRoot"]["/K"]):
            found[node.get("/S", "")] += 1
        return found

    @property
    def bookmarks(self) -> list[str]:
        """The titles of all bookmarks."""

        def flat(items: list[Any]) -> Iterator[str]:
            for item in items:
                if isinstance(item, list):
                    yield from flat(item)
                else:
                    yield item.title

        return list(flat(self.file.outline))


def planned(render: Renderer) -> list[Artifact]:
    """The PDF files of a corpus."""
    return [file for key in render.corpus.records for file in pdf.of(render, key)]


def nodes(node: Any) -> Iterator[dict[str, Any]]:
    """Every element of a structure tree."""
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from nodes(one)
    elif isinstance(node, dict):
        yield node
        if "/K" in node:
            yield from nodes(node["/K"])


def squeezed(text: str) -> str:
    """The letters of a text alone, as the fonts of the editions have them."""
    return re.sub(r"[\s\u2060\u00ad]", "", text.replace("\u2011", "-").replace("\u00a0", ""))


def edition(corpus: Corpus, brief: str = "", site_url: str = ADDRESS) -> Read:
    one = next(one for one in corpus.briefs if brief in ("", one.id))
    return Read(pdf.edition_pdf(Renderer(corpus, site_url), one))


def sheets(corpus: Corpus, site_url: str = ADDRESS, number: int | None = None) -> dict[str, Read]:
    """The sheets of the first so many recommendations; of all where no number is given."""
    render = Renderer(corpus, site_url)
    briefs = {brief.id: brief for brief in corpus.briefs}
    return {one.id: Read(pdf.sheet_pdf(render, briefs[one.brief], one)) for one in corpus.recommendations[:number]}


@pytest.fixture(scope="module")
def report(real: Corpus) -> Read:
    return edition(real, "canada-ntib")


@pytest.fixture(scope="module")
def four(real: Corpus) -> dict[str, Read]:
    return sheets(real)


def test_it_says_that_it_is_accessible_and_is_tagged(report: Read) -> None:
    described = report.root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in described
    assert report.root["/Lang"] == "en-CA"
    assert report.root["/MarkInfo"]["/Marked"].value
    assert report.root["/ViewerPreferences"]["/DisplayDocTitle"].value
    assert report.file.metadata is not None
    assert report.file.metadata.title == "Canada and the National Technology and Industrial Base"
    assert report.file.metadata.author == "Alexander Salt, David Perry"
    assert report.tags["/Title"] == 1
    assert report.tags["/TOCI"] > 10
    assert report.tags["/H1"] >= 7
    figures = [node for node in nodes(report.root["/StructTreeRoot"]["/K"]) if node.get("/S") == "/Figure"]
    assert len(figures) == 4
    assert all(node["/Alt"] for node in figures)


def test_no_date_is_made_up(report: Read, real: Corpus) -> None:
    assert report.file.metadata is not None
    assert report.file.metadata.creation_date is None
    assert b"CreateDate" not in report.root["/Metadata"].get_data()
    dated = edition(real, "nato-burden-sharing").file.metadata
    assert dated is not None
    assert dated.creation_date is not None
    assert dated.creation_date.date().isoformat() == "2026-02-28"


def test_parts_and_sections_are_bookmarked(report: Read, real: Corpus) -> None:
    for title in ("Key messages", "Findings", "Recommendations", "Endnotes", "Sources", "Source notes"):
        assert title in report.bookmarks
    for one in real.recommendations:
        assert one.title in report.bookmarks


def test_it_holds_every_statement_and_every_note(report: Read, real: Corpus) -> None:
    brief = next(one for one in real.briefs if one.id == "canada-ntib")
    texts = [plain(one.statement) for one in real.findings if one.brief == brief.id]
    texts += [plain(message) for message in brief.summary]
    texts += [plain(one.statement) for one in real.recommendations]
    for text in texts:  # the numbers of the notes stand between the words: only the run up to the first is looked for
        assert squeezed(text[:40]) in report.words, text
    folio = Folio(Renderer(real), brief.id)
    for key, note in real.notes.items():
        if key.brief == brief.id:
            assert squeezed(str(to_plain(printed(folio, note)))) in report.words, key


def test_it_holds_every_event_with_its_date(report: Read, real: Corpus) -> None:
    ours = [one for one in real.events if one.brief == "canada-ntib"]
    assert len(ours) > 20
    for one in ours:
        assert squeezed(plain(one.title)[:40]) in report.words, one.id
        assert squeezed(written(one.date)).lower() in report.words.lower(), one.id


def test_marks_side_by_side_are_told_apart(report: Read) -> None:
    assert "cite.11,20,22,23" in report.words


def test_the_notes_lead_back_to_every_page_that_marks_them(report: Read, real: Corpus) -> None:
    """A way down from each mark, and one back to each page of findings and events that has marks."""
    outline = [one for one in report.file.outline if not isinstance(one, list)]
    start = {one.title: report.file.get_destination_page_number(one) for one in outline}
    notes = range(start["Endnotes"], start["Sources"])
    texts = (*range(start["Findings"], start["Recommendations"]), *range(start["Timeline"], start["Endnotes"]))
    ways = list(report.ways)
    down = [here for here, there in ways if here in texts and there in notes]
    marks = (use for key, note in real.notes.items() if key.brief == "canada-ntib" for use in note.uses)
    assert len(down) >= sum(use.record.kind in ("finding", "event") for use in marks) > 60
    assert set(down) <= {there for here, there in ways if here in notes}


def test_it_holds_every_source_note(report: Read, real: Corpus) -> None:
    for note in real.source_notes:
        if note.brief == "canada-ntib":
            assert squeezed(plain(note.what)[:40]) in report.words, note.id


def test_links_lead_both_ways_and_all_arrive(report: Read) -> None:
    """From a page of findings to the page of the note, and from there back."""
    assert all(one["/Contents"] for one in report.notices)
    start = {
        one.title: report.file.get_destination_page_number(one)
        for one in report.file.outline
        if not isinstance(one, list)
    }
    findings = range(start["Findings"], start["Recommendations"])
    notes = range(start["Endnotes"], start["Sources"])
    ways = set(report.ways)
    down = {(here, there) for here, there in ways if here in findings and there in notes}
    assert len(down) > 10
    assert {(there, here) for here, there in down} <= ways


def test_links_out_go_to_the_site_or_to_the_work(report: Read) -> None:
    outer = [one["/A"]["/URI"] for one in report.notices if "/A" in one]
    assert f"{ADDRESS}briefs/canada-ntib/" in outer
    assert all(one.startswith(("https://", "http://")) for one in outer)


def test_the_same_records_make_the_same_bytes(real: Corpus, four: dict[str, Read]) -> None:
    press._compiler.cache_clear()
    one, brief = real.recommendations[0], real.briefs[0]
    assert pdf.sheet_pdf(Renderer(real, ADDRESS), brief, one) == four[one.id].content


def test_only_our_fonts_are_in_it(report: Read, four: dict[str, Read]) -> None:
    for one in (report, *four.values()):
        names = {
            font.get_object()["/BaseFont"] for page in one.file.pages for font in page["/Resources"]["/Font"].values()
        }
        assert {name.partition("+")[2].partition("-")[0] for name in names} <= set(OURS)


def test_a_sheet_has_two_pages(four: dict[str, Read]) -> None:
    assert {name: len(sheet.file.pages) for name, sheet in four.items()} == dict.fromkeys(four, 2)


def test_a_sheet_holds_the_whole_chain(four: dict[str, Read], real: Corpus) -> None:
    folio = Folio(Renderer(real), "canada-ntib")
    for one in real.recommendations:
        words = four[one.id].words
        assert squeezed(plain(one.statement)[:40]) in words
        for ground in one.rests_on:
            assert squeezed(plain(ground.why)) in words
        for line in real.lines[one.key]:
            assert squeezed(str(to_plain(printed(folio, real.notes[line.note])))) in words


def test_nothing_in_a_text_is_markup() -> None:
    """Every plain field and every text of the tiny project says all that means something to Typst."""
    harmless, hostile = (corpus_with(line, line) for line in (HARMLESS, HOSTILE))
    of_hostile, of_harmless = ((edition(one), *sheets(one, number=1).values()) for one in (hostile, harmless))
    for made, before in zip(of_hostile, of_harmless, strict=True):
        assert squeezed("#panic(") in made.words
        assert squeezed("@ref <label>") in made.words
        # Other words break lines elsewhere, but make no other headings, lists or pictures.
        assert [made.tags[tag] for tag in ("/H1", "/H2", "/H3", "/L", "/Figure", "/TOC")] == [
            before.tags[tag] for tag in ("/H1", "/H2", "/H3", "/L", "/Figure", "/TOC")
        ]


def test_little_is_enough(tmp_path: Path) -> None:
    """One finding; no author, no date, no note; letters that the fonts lack; no address."""
    corpus = corpus_of(tmp_path, ONE_FINDING)
    made = edition(corpus, site_url="")
    assert "nonenamed" in made.words
    assert "nodateinthedocument" in made.words
    assert "Theonlyfinding" in made.words
    assert "Asmallboxstandsforaletter" in made.words
    assert "Endnotes" not in made.bookmarks
    sheet = sheets(corpus, "")["r"]
    assert len(sheet.file.pages) == 2
    assert "Itreachesnosource" in sheet.words


def test_long_is_fine_too(tmp_path: Path) -> None:
    words = "Words upon words. " * 1100
    corpus = corpus_of(tmp_path, ONE_FINDING.replace("It should be done.", words).replace("The only", words))
    assert len(edition(corpus).file.pages) > 5
    assert len(sheets(corpus)["r"].file.pages) > 2


def test_letters_that_the_fonts_lack_are_known() -> None:
    assert fonts.printable("naïve “Žižek” – ½ é") == "naïve “Žižek” – ½ é"
    assert fonts.printable("中Ж") == fonts.LACKING * 2
    assert fonts.printable("a\u200bb\u202fc") == "ab\u00a0c"


def test_an_address_in_other_letters_still_leads_there(tiny: Corpus) -> None:
    (token,) = Folio(Renderer(tiny), "").reference((Token("a", href="https://example.org/Ж?a=1&b=%20"),))
    assert token == {"text": "a", "style": "plain", "href": "https://example.org/%D0%96?a=1&b=%20"}


class TestStore:
    """Finished files are kept, and made anew where anything is not as it was."""

    @pytest.fixture
    def made(self, monkeypatch: pytest.MonkeyPatch) -> list[str]:
        calls: list[str] = []

        def set_pdf(template: str, data: str) -> bytes:
            calls.append(template)
            return f"{template} {data}".encode()

        monkeypatch.setattr(press, "set_pdf", set_pdf)
        return calls

    def files(self, corpus: Corpus, store: Path) -> list[bytes]:
        return [one.content for one in planned(Renderer(corpus, ADDRESS, pdf_store=store))]

    def test_a_second_time_costs_nothing(self, tiny: Corpus, tmp_path: Path, made: list[str]) -> None:
        first = self.files(tiny, tmp_path)
        number = len(made)
        assert number == len(tiny.briefs) + len(tiny.recommendations)
        assert self.files(tiny, tmp_path) == first
        assert len(made) == number

    def test_a_damaged_or_deleted_file_is_made_anew(self, tiny: Corpus, tmp_path: Path, made: list[str]) -> None:
        first = self.files(tiny, tmp_path)
        one, other, *_ = sorted(path for path in tmp_path.rglob("*") if path.is_file())
        one.write_bytes(b"x")
        other.unlink()
        made.clear()
        assert self.files(tiny, tmp_path) == first
        assert len(made) == 2

    def test_nothing_is_kept_that_is_not_needed(self, tiny: Corpus, tmp_path: Path, made: list[str]) -> None:
        self.files(tiny, tmp_path)
        number = sum(path.is_file() for path in tmp_path.rglob("*"))
        for one in planned(Renderer(tiny, "https://other.example.org/", pdf_store=tmp_path)):
            assert one.content
        assert sum(path.is_file() for path in tmp_path.rglob("*")) == number

    def test_a_store_that_cannot_be_written_to_does_no_harm(
        self, tiny: Corpus, tmp_path: Path, made: list[str]
    ) -> None:
        blocked = tmp_path / "file"
        blocked.write_text("no folder")
        assert self.files(tiny, blocked)


def test_without_a_store_there_are_none(tiny: Corpus) -> None:
    assert planned(Renderer(tiny, ADDRESS)) == []


def test_without_typst_there_is_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert pdf.store(tmp_path) == tmp_path / ".cache" / "sightline" / "pdf"
    monkeypatch.setattr(press, "typst_version", lambda: "")
    assert pdf.store(tmp_path) is None


def test_each_has_the_address_of_its_page(tiny: Corpus, tmp_path: Path) -> None:
    paths = [one.path for one in planned(Renderer(tiny, ADDRESS, pdf_store=tmp_path))]
    assert paths[0] == "briefs/night-ferries/night-ferries.pdf"
    assert set(paths) == {urls.pdf(one.key) for one in (*tiny.briefs, *tiny.recommendations)}


@pytest.mark.parametrize("address", [ADDRESS, ""])
def test_pages_lead_to_their_files_only_where_there_are_any(tiny: Corpus, tmp_path: Path, address: str) -> None:
    file = "light-the-lamps.pdf"
    path = "briefs/night-ferries/recommendations/light-the-lamps/"
    for store in (tmp_path, None):
        render = Renderer(tiny, address, pdf_store=store)
        page = next(planned.make() for planned in plan(render) if planned.path == path)
        data = next(planned.make() for planned in plan(render) if planned.path == urls.DATA)
        assert (f'href="{file}"' in page.body) is bool(store)
        assert (f'type="application/pdf" href="{file}"' in page.head) is bool(store)
        assert (f'"contentUrl":"{address}{path}{file}"' in page.head.replace(": ", ":")) is bool(store)
        assert (f'name="citation_pdf_url" content="{address}{path}{file}"' in page.head) is bool(store and address)
        assert (".pdf" in data.body) is bool(store)
