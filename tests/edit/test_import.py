"""``sightline import``: reference data come in as an editor expects, and nothing is lost or overwritten."""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest
from sightline.cite.formats import FORMATS
from sightline.cli import main
from sightline.edit.imports.source_ids import source_id
from sightline.edit.imports.writing import yaml_lines
from sightline.load import load
from sightline.model.corpus import Corpus
from sightline.publish import artifacts
from sightline.read.yaml_events import parse
from sightline.render import Renderer

from tests.trees import plant

ROOT = Path(__file__).parents[2]
GOLDEN = [
    {**case["item"], "id": case["id"]}
    for path in sorted((ROOT / "tests/golden/cite").glob("*.json"))
    for case in json.loads(path.read_text("utf-8"))
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    plant(tmp_path, "--- base\n--- mkdocs.yml\n--- content/sources/lund-2001.yml\n" + LUND)
    return tmp_path


LUND = """\
# Kept by hand.
id: lund-2001
type: book
title: Ferries at Night
# As on the cover.
author:
  - family: Lund
    given: Ada
issued: 2001
standing: secondary
comment: >-
  A comment
  of two lines.
"""
BIB = r"""
@string{house = "Ferry House"}
@comment{made by hand}
@book{lund01,
  author = {Lund, Ada},
  title = "Ferries at {N}ight",
  year = 2001,
  publisher = house # { \& Sons},
  volume = {2},
  file = {lund.pdf}
}
@article{muller, title = {Über {\"U}ber}, author = "M{\"u}ller, J{\"o}rg and {Army, Navy and Air, Inc.}",
  journal = {Sj{\o}fart}, pages = {1--9}, year = {1999}, month = mar, doi = {10.1000/a\_b}}
@article{broken, title = {No end
@misc{last, title = {Last}, howpublished = {\url{https://example.org/a_b}}, year = 1999, author={M{\"u}ller, J.}}
"""


def run(root: Path, text: str | bytes, *words: str, name: str = "in.bib") -> int:
    file = root / name
    file.write_bytes(text.encode() if isinstance(text, str) else text)
    return main(["--root", str(root), "import", str(file), *words])


def sources(root: Path) -> dict[str, dict[str, Any]]:
    found = {}
    for path in sorted((root / "content/sources").glob("*.yml")):
        data, problems = parse(path.read_text("utf-8"), path.name)
        assert problems == []
        found[path.stem] = data
    return found


def test_it_shows_and_changes_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, BIB) == 0
    said = capsys.readouterr().out.replace(str(project / "in.bib"), "in.bib")
    assert "in.bib: BibTeX, 3 works" in said
    assert "lund-2001  (in.bib:4), recognized by its title and year; content/sources/lund-2001.yml:2" in said
    assert "publisher: not here; the file has\n          + Ferry House & Sons" in said
    assert "in.bib:10:3: the field 'file' has no place in a record" in said
    assert "in.bib:14:26: the entry that begins in line 14: a brace is opened here and never closed" in said
    assert "muller-army-navy-air-1999  (in.bib:12)" in said
    assert "2 new, 0 here already, 1 differs, 2 left out or read otherwise; nothing was changed; --write" in said
    assert [*sources(project)] == ["lund-2001"]
    assert (project / "content/sources/lund-2001.yml").read_text("utf-8") == LUND


def test_new_works_are_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, BIB, "--write") == 0
    made = sources(project)
    assert [*made] == ["lund-2001", "muller-1999", "muller-army-navy-air-1999"]
    assert made["muller-army-navy-air-1999"] == {
        "id": "muller-army-navy-air-1999",
        "type": "article-journal",
        "title": "Über Über",
        "author": [{"family": "Müller", "given": "Jörg"}, {"literal": "Army, Navy and Air, Inc."}],
        "container-title": "Sjøfart",
        "issued": "1999-03",
        "page": "1-9",
        "DOI": "10.1000/a_b",
    }
    assert made["muller-1999"]["URL"] == "https://example.org/a_b"
    assert (project / "content/sources/lund-2001.yml").read_text("utf-8") == LUND
    capsys.readouterr()
    assert run(project, BIB, "--write") == 0
    assert "0 new, 2 here already, 1 differs" in capsys.readouterr().out
    assert sources(project) == made


def test_a_merge_adds_and_replaces_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "content/sources/lund-2001.yml"
    changed = BIB.replace("Lund, Ada", "Lund, A.").replace("year = 2001", "year = 2001, month = 5")
    assert run(project, changed, "--merge") == 0
    said = capsys.readouterr().out
    assert "author: here it is\n          - Lund, Ada\n        and in the file\n          + Lund, A." in said
    assert "issued: here it is\n          - 2001\n        and in the file\n          + 2001-05" in said
    expected = LUND.replace("    given: Ada\n", "    given: Ada\npublisher: Ferry House & Sons\n")
    assert file.read_text("utf-8") == expected.replace("issued: 2001\n", 'issued: 2001\nvolume: "2"\n')
    assert [*sources(project)] == ["lund-2001"]


def test_a_list_of_sources_with_line_ends_of_windows(tmp_path: Path) -> None:
    plant(tmp_path, "--- base\n--- mkdocs.yml\n")
    file = tmp_path / "content/sources.yml"
    text = "- id: lund-2001\n  type: book\n  title: Ferries at Night\n  issued: 2001\n\n- {id: b-1, type: book, title: B}\n"
    file.write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert run(tmp_path, BIB, "--write", "--merge") == 0
    after = file.read_bytes()
    assert after.startswith(b"\xef\xbb\xbf- id: lund-2001\r\n")
    assert (
        b"Night\r\n  author:\r\n    - family: Lund\r\n      given: Ada\r\n  publisher: Ferry House & Sons\r\n" in after
    )
    assert after.count(b"\n") == after.count(b"\r\n")
    assert [one.id for one in corpus(tmp_path).sources] == [
        "b-1",
        "lund-2001",
        "muller-1999",
        "muller-army-navy-air-1999",
    ]


def test_two_accounts_of_one_work_are_merged_one_after_the_other(project: Path) -> None:
    again = "@book{x, author={Lund, Ada}, title={Ferries at Night}, year=2001, volume={9}, edition={2}, isbn={1}}\n"
    assert run(project, BIB + again, "--merge") == 0
    lund = sources(project)["lund-2001"]
    assert (lund["volume"], lund["edition"], lund["ISBN"]) == ("2", "2", "1")


def test_a_record_on_one_line_is_left_to_the_editor(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(
        tmp_path,
        "--- base\n--- mkdocs.yml\n--- content/sources.yml\n- {id: last, type: book, title: Last, issued: 1999}\n",
    )
    assert run(tmp_path, BIB, "--write", "--merge") == 2
    assert (
        "sources.yml:1:3: this record is not written with a line for each key; add to it by hand"
        in capsys.readouterr().err
    )
    assert "muller" not in (tmp_path / "content/sources.yml").read_text("utf-8")


def corpus(root: Path) -> Corpus:
    loaded = load(root)
    assert loaded.corpus is not None, "\n".join(map(str, loaded.stopping))
    return loaded.corpus


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_all_our_sources_come_back_whole(form: Any, real: Corpus, tmp_path: Path) -> None:
    """Into a project that has none of them, from the file that is published: the records are equal in every key."""
    exported = {one.path: one for one in artifacts(real, Renderer(real, ""))}[f"data/sources.{form.suffix}"].content
    plant(tmp_path, "--- base\n--- mkdocs.yml\n")
    assert run(tmp_path, exported, "--write", name=f"x.{form.one}") == 0
    assert [*map(asdict, corpus(tmp_path).sources)] == [*map(asdict, real.sources)]


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_our_exports_are_nothing_new(
    form: Any, real: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    exported = {one.path: one for one in artifacts(real, Renderer(real, ""))}[f"data/sources.{form.suffix}"].content
    shutil.copytree(ROOT / "content", tmp_path / "content")
    (tmp_path / "mkdocs.yml").touch()
    before = {path: path.read_bytes() for path in tmp_path.rglob("*.yml")}
    assert run(tmp_path, exported, "--write", "--merge", name=f"x.{form.one}") == 0
    number = len(real.sources)
    assert f"0 new, {number} here already, 0 differ, 0 left out or read otherwise; nothing" in capsys.readouterr().out
    assert before == {path: path.read_bytes() for path in tmp_path.rglob("*.yml")}


def test_every_kind_of_work_becomes_a_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plant(tmp_path, "--- base\n--- mkdocs.yml\n")
    assert run(tmp_path, json.dumps(GOLDEN), "--write", name="golden.json") == 0
    capsys.readouterr()
    made = sources(tmp_path)
    assert len(made) == len([case for case in GOLDEN if case.get("title")])
    for form in FORMATS:
        items = [one.item | {"id": one.id, "type": one.type, "title": one.title} for one in corpus(tmp_path).sources]
        assert run(tmp_path, form.write(items), name=f"again.{form.one}") == 0
        assert f"0 new, {len(made)} here already, 0 differ" in capsys.readouterr().out


HOSTILE: dict[str, tuple[bytes, str]] = {
    "nothing": (b" \n", "is empty"),
    "binary": (b"\x7fELF\0\0", "is no text"),
    "a picture named .bib": (bytes(range(128, 256)) * 9, "0 works"),
    "prose": (b"Dear all,\nhere it is.", "is neither CSL-JSON, BibTeX nor RIS"),
    "deep": (b"[" * 100_000, "brackets stand too deep"),
    "deep in a work": (b'[{"id": "a", "type": ' + b"[" * 100_000, "brackets stand too deep"),
    "deep braces": (b"@book{a, title = " + b"{" * 100_000, "never closed"),
    "many broken": (b"@book{a, title = {\n" * 20_000, "never closed"),
    "cut off": (b'[{"id": "a", "type": "book", "tit', "from here on it is no JSON"),
    "a long number": (b'[{"id": "a", "volume": ' + b"9" * 10_000 + b"}]", "a number is too long"),
    "numbers": (b"[1, 2]", "x.any:1:2: this is no work"),
    "no TY": (b"AU  - Lund\nTI  - x\nTY  - BOOK\nER  - \n", "x.any:1:1: this line belongs to no reference"),
}


@pytest.mark.parametrize("case", HOSTILE)
def test_what_cannot_be_read_is_said_with_its_place(
    case: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content, expected = HOSTILE[case]
    name = "x.bib" if "bib" in case else "x.any"
    assert run(project, content, "--write", "--merge", name=name) in (1, 2)
    said = capsys.readouterr()
    assert expected in (said.out + said.err).replace(f"{project}/", "")
    assert "failed" not in said.err
    assert [*sources(project)] == ["lund-2001"]


def test_a_file_that_is_not_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(project), "import", str(project / "no.bib")]) == 2
    assert main(["--root", str(project), "import", str(project / "content")]) == 2
    said = capsys.readouterr().err
    assert "there is no file" in said
    assert "is no file" in said


IDS = [
    ({"title": "T", "author": [{"family": "Müller", "given": "J."}], "issued": "2020-01"}, "muller-2020"),
    ({"title": "T", "author": [{"family": "A"}, {"family": "B"}], "issued": "199X"}, "a-b-199x"),
    ({"title": "T", "author": [{"family": "A"}, {"family": "B"}, {"family": "C"}], "issued": "2020"}, "a-2020"),
    ({"title": "The Tariffs of All Explained", "author": [{"literal": "The White House"}]}, "white-house-tariffs-all"),
    ({"title": "A Very Long Title Indeed", "issued": "2001"}, "very-long-title-2001"),
    ({"title": "東京", "author": [{"family": "山田"}], "issued": "2001"}, "source-2001"),
    ({"title": "東京"}, "source"),
    ({"title": "Index"}, "source-index"),
    ({"title": "x" * 300, "issued": "2001"}, "source-2001"),
]


@pytest.mark.parametrize(("data", "expected"), IDS)
def test_an_id_is_made_of_the_work_alone(data: dict[str, Any], expected: str) -> None:
    assert source_id(data, "Müller2020", ()) == expected
    assert source_id(data, "https://zotero.example/items/AB", ()) == expected
    assert source_id(data, "kept-as-it-is", ()) == "kept-as-it-is"
    joint = "" if expected[-1].isdecimal() else "-"
    assert source_id(data, "", {expected}) == f"{expected}{joint}b"
    assert source_id(data, "", {expected, f"{expected}{joint}b"}) == f"{expected}{joint}c"


@pytest.mark.parametrize(
    "text", ["AI: the law", "null", "it's", 'say "x"', "x #3", "# x", "@x", "1e3", "2001", "- a", "a\\b", "é’s", "A, B"]
)
def test_a_value_is_read_back_as_it_is(text: str) -> None:
    for key in ("title", "comment", "volume"):
        assert parse("\n".join(yaml_lines(key, text)) + "\n", "f") == ({key: text}, [])


def test_a_wrong_match_can_be_told_apart(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = project / "works.ris"
    file.write_text("\nTY  - BOOK\nTI  - Ferries at Night\nAU  - Lund, Ada\nPY  - 2001\nPB  - Another house\nER  - \n")
    assert main(["--root", str(project), "import", str(file)]) == 0
    assert "--new LINE takes a work for another one" in capsys.readouterr().out
    assert main(["--root", str(project), "import", str(file), "--new", "9"]) == 2
    assert "--new 9: no work in" in capsys.readouterr().err
    assert main(["--root", str(project), "import", str(file), "--new", "2", "--write"]) == 0
    assert "content/sources/lund-2001b.yml" in capsys.readouterr().out
    assert main(["--root", str(project), "import", str(file)]) == 0
    assert "1 here already" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("lines", "issued"),
    [
        ("DA  - 2024 Jul 12\nPY  - 2024", "2024-07-12"),
        ("DA  - Jul-Aug\nPY  - 2024", "2024"),
        ("PY  - ca. 1950?", "1950%"),
    ],
)
def test_a_date_is_taken_where_one_can_be_read(project: Path, lines: str, issued: str) -> None:
    (project / "works.ris").write_text(f"TY  - NEWS\nTI  - A vow\nAU  - Doe, Jane\n{lines}\nER  -\n")
    assert main(["--root", str(project), "import", str(project / "works.ris"), "--write"]) == 0
    (written,) = (project / "content/sources").glob("doe-*.yml")
    assert f"issued: {issued}\n" in written.read_text("utf-8")


AHEAD = {
    "in.bib": "@book{a, title = {Quays}, year = {in press}}",
    "month.bib": "@book{a, title = {Quays}, year = {In press}, month = jun}",
    "biblatex.bib": "@book{a, title = {Quays}, date = {In press}}",
    "in.ris": "TY  - BOOK\nTI  - Quays\nPY  - in press\nER  - \n",
    "day.ris": "TY  - BOOK\nTI  - Quays\nDA  - ///In Press\nER  - \n",
    "in.json": '[{"id": "a", "type": "book", "title": "Quays", "issued": {"literal": "in press"}}]',
}


@pytest.mark.parametrize("name", AHEAD)
def test_words_in_place_of_a_year_are_the_status(name: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, AHEAD[name], "--write", name=name) == 0
    (made,) = (data for data in sources(project).values() if data["title"] == "Quays")
    assert (made["status"], made.get("issued")) == ("in press", None)
    assert "left out" not in capsys.readouterr().out.split("new,")[0]


def test_signs_that_are_written_as_html(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ris = "TY  - BOOK\nTI  - Arms &amp; Men &#8211; &quot;again&quot; &foo; A&B;\nUR  - https://a.org/?b&amp;c\nER  -\n"
    assert run(project, ris, "--write", name="in.ris") == 0
    (made,) = (data for data in sources(project).values() if str(data["title"]).startswith("Arms"))
    assert made["title"] == 'Arms & Men – "again" &foo; A&B;'
    assert made["URL"] == "https://a.org/?b&amp;c"
    assert "signs that were written as HTML" in capsys.readouterr().out


DATES = {
    "date = {1990~}": ("1990~", ""),
    "year = 1990, month = 13": ("1990", "'1990-13' is no date that a record can hold; only 1990 was taken"),
    "date = {2020-02-30}": ("2020-02", "'2020-02-30' is no date that a record can hold; only 2020-02 was taken"),
    "date = {2020-02-03T10:00Z}": ("2020-02-03", "only 2020-02-03 was taken"),
    "date = {1988~/1992}": ("1988~/1992", ""),
    "year = {1990?}": ("1990?", ""),
    "year = 2001, month = {May~3}": ("2001-05-03", ""),
    "date = {2001-05-03}, year = 2001, month = may": ("2001-05-03", ""),
    "date = {1990~}, month = {13}": ("1990~", "in.bib:1:43: '1990-13' is not what the field 'date' says"),
    "date = {2001}, year = 2001, month = may": ("2001", "in.bib:1:55: '2001-05' is not what the field 'date' says"),
}


@pytest.mark.parametrize("fields", DATES)
def test_dates_of_bibtex(fields: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    issued, remark = DATES[fields]
    assert run(project, f"@book{{a, title = {{Quays}}, {fields}}}", "--write") == 0
    (made,) = (data for data in sources(project).values() if data["title"] == "Quays")
    said = capsys.readouterr().out
    assert made["issued"] == issued
    assert remark in said
    assert remark or "left out" not in said.split("new,")[0]


PARTS = {
    "[[2020, 2, 30]]": ("2020-02", True),
    '[["2020", 13, 40]]': ("2020", True),
    "[[2020, 0, 5]]": ("2020", True),
    "[[2020, 5], [2019, 5]]": ("2020-05", True),
    '[["2020", "05", "0"]]': ("2020-05", False),
    "[[2020, 5, null], []]": ("2020-05", False),
    "[[2007], [2016]]": ("2007/2016", False),
}


@pytest.mark.parametrize("parts", PARTS)
def test_a_date_that_cannot_be_read_whole_is_shown(
    parts: str, project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    issued, shown = PARTS[parts]
    text = f'[{{"id": "a", "type": "book", "title": "Quays", "issued": {{"date-parts": {parts}}}}}]'
    assert run(project, text, "--write") == 0
    (made,) = (data for data in sources(project).values() if data["title"] == "Quays")
    assert made["issued"] == issued
    assert (
        f"in.bib:1:2: 'issued' could only be read in part: {{\"date-parts\": {parts}" in capsys.readouterr().out
    ) == shown


JOURNALS = {
    "JO  - J. Abbr.\nT2  - Journal Full": ("Journal Full", "J. Abbr.", ""),
    "JO  - J. Abbr.\nJF  - Journal Full": ("Journal Full", "J. Abbr.", ""),
    "JF  - Journal Full\nJO  - J. Abbr.": ("Journal Full", "J. Abbr.", ""),
    "JO  - Journal Full\nJA  - J. Abbr.": ("Journal Full", "J. Abbr.", ""),
    "JO  - Journal Full\nT2  - Journal Full\nJ2  - J. Abbr.": ("Journal Full", "J. Abbr.", ""),
    "JO  - J. Abbr.": ("J. Abbr.", None, ""),
    "T2  - Journal Full\nJF  - Another": ("Journal Full", None, "in.ris:4:1: 'JF' says something else than 'T2'"),
    "JF  - Journal Full\nJO  - J Abbr\nJA  - J. Abbr.": (
        "Journal Full",
        "J Abbr",
        "in.ris:5:1: 'JA' says something else than 'JO'",
    ),
}


@pytest.mark.parametrize("lines", JOURNALS)
def test_names_of_journals_in_ris(lines: str, project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    full, short, remark = JOURNALS[lines]
    assert run(project, f"TY  - JOUR\nTI  - Quays\n{lines}\nER  - \n", "--write", name="in.ris") == 0
    (made,) = (data for data in sources(project).values() if data["title"] == "Quays")
    assert (made["container-title"], made.get("container-title-short")) == (full, short)
    said = capsys.readouterr().out
    assert remark in said
    assert remark or "left out" not in said.split("new,")[0]


def test_the_number_of_a_book_is_that_in_its_series(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    series = "series = {Adelphi Papers}, number = 412, year = 2010"
    text = f"@book{{a, title = {{Quays}}, {series}}}\n@techreport{{b, title = {{Piers}}, {series}}}\n"
    assert run(project, f"{text}@book{{c, title = {{Lamps}}, number = 3, year = 2010}}", "--write") == 0
    assert "Quays. Adelphi Papers 412. 2010." in capsys.readouterr().out
    made = {data["title"]: (data.get("collection-number"), data.get("number")) for data in sources(project).values()}
    assert (made["Quays"], made["Piers"], made["Lamps"]) == (("412", None), (None, "412"), (None, "3"))


def test_a_new_work_is_shown_as_it_will_be_cited(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "@book{g, title = {Bad <i>Date</i>}, date = {soon}, url = {javascript:alert(1)}}"
    assert run(project, f"{text}\n@book{{h, title = {{Bad Address}}, date = {{2020-21}}, url = {{ftp://x}}}}") == 0
    shown, left_out = capsys.readouterr().out.split("left out", 1)
    assert "\n      Bad Date. n.d.\n" in shown
    assert "\n      Bad Address. 2020.\n" in shown
    assert left_out.count("should start with https://") == 2
