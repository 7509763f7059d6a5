"""``sightline cite``: any CSL-JSON file, from anywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sightline.cli import main

WORKS = [
    {"id": "b", "type": "book", "title": "Quays & <Piers>", "author": [{"family": "Mole", "given": "Ada"}], "publisher": "Quay Press", "issued": {"date-parts": [[1990]]}},
    {"id": 7, "type": "book", "title": "Lamps", "author": [{"family": "Berg", "given": "Mia"}], "publisher": "Quay Press", "issued": {"date-parts": [[2001]]}},
]  # fmt: skip
NOTES = [["b", "12-14"], [7, None], ["b", "chap. 3"], ["7", 5]]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder that is no project."""
    monkeypatch.chdir(tmp_path)
    Path("works.json").write_text(json.dumps(WORKS), "utf-8")
    Path("notes.json").write_text(json.dumps(NOTES), "utf-8")
    return tmp_path


@pytest.mark.usefixtures("here")
def test_notes_then_bibliography(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "works.json", "--notes", "notes.json"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Ada Mole, Quays & <Piers> (Quay Press, 1990), 12–14.",
        "Mia Berg, Lamps (Quay Press, 2001).",
        "Mole, Quays & <Piers>, chap. 3.",
        "Berg, Lamps, 5.",
        "---",
        "Berg, Mia. Lamps. Quay Press, 2001.",
        "Mole, Ada. Quays & <Piers>. Quay Press, 1990.",
    ]


@pytest.mark.usefixtures("here")
def test_another_style_and_format(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "works.json", "--notes", "notes.json", "--style", "apa", "--format", "html"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "(Mole, 1990, pp. 12–14)",
        "(Berg, 2001)",
        "(Mole, 1990, Chapter 3)",
        "(Berg, 2001, p. 5)",
        "---",
        "Berg, M. (2001). <i>Lamps</i>. Quay Press.",
        "Mole, A. (1990). <i>Quays &amp; &lt;Piers&gt;</i>. Quay Press.",
    ]


LOCATORS = {
    "chap. 3, p. 4": ("chap. 3, p. 4", "Chapter 3, p. 4"),
    "bk. 2, chap. 3": ("bk. 2, chap. 3", "Book 2, chap. 3"),
    "vol. 2, 34": ("vol. 2, 34", "Volume 2, 34"),
    "vols. 2, 4": ("vols. 2, 4", "vols. 2, 4"),
    "art. 5, para. 2": ("art. 5, para. 2", "Article 5, para. 2"),
    "p. 3, n. 4": ("3, n. 4", "p. 3, n. 4"),
    "p33": ("33", "p. 33"),
    "p.A12": ("A12", "p. A12"),
    "S12": ("S12", "p. S12"),
    "§ 4": ("sec. 4", "Section 4"),
    "p. A12": ("A12", "p. A12"),
    "fols. 3-4": ("fols. 3–4", "Folios 3–4"),
    "appendix B": ("app. B", "Appendix B"),
    "s. 4(1)": ("sec. 4(1)", "Section 4(1)"),
    "s.v. cat": ("s.v. cat", "s.v. cat"),
    "plate 4": ("plate 4", "plate 4"),
    "xii-xv": ("xii–xv", "pp. xii–xv"),
    "A-1": ("A-1", "p. A-1"),
    "A-1, A-4": ("A-1, A-4", "pp. A-1, A-4"),
    "77; 80": ("77; 80", "pp. 77; 80"),
    "fols. 12r-13v": ("fols. 12r–13v", "Folios 12r–13v"),
    "12nn4-5": ("12nn4–5", "pp. 12nn4–5"),
}


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("typed", LOCATORS)
def test_locators_as_they_are_typed(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    Path("notes.json").write_text(json.dumps([["b", typed]]), "utf-8")
    printed, in_text = LOCATORS[typed]
    assert main(["cite", "works.json", "--notes", "notes.json"]) == 0
    assert capsys.readouterr().out.startswith(f"Ada Mole, Quays & <Piers> (Quay Press, 1990), {printed}.\n")
    assert main(["cite", "works.json", "--notes", "notes.json", "--style", "apa"]) == 0
    assert capsys.readouterr().out.startswith(f"(Mole, 1990, {in_text})\n")


@pytest.mark.usefixtures("here")
def test_a_time_in_what_is_played_is_no_page(capsys: pytest.CaptureFixture[str]) -> None:
    works = [work("motion_picture", "Tides", **issued(2020)), work("book", "Piers", **issued(2020))]
    Path("works.json").write_text(json.dumps(works), "utf-8")
    Path("notes.json").write_text('[["Tides", "3:26"], ["Tides", "1:02:03-1:05:00"], ["Piers", "3:26"]]', "utf-8")
    assert main(["cite", "works.json", "--notes", "notes.json", "--style", "apa"]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        "(Tides, 2020, 3:26)",
        "(Tides, 2020, 1:02:03–1:05:00)",
        "(Piers, 2020, p. 3:26)",
    ]


def work(kind: str, title: str, **more: object) -> dict[str, object]:
    return {"id": title, "type": kind, "title": title, **more}


def issued(*parts: int) -> dict[str, object]:
    return {"issued": {"date-parts": [[*parts]]}}


MOLE = {"author": [{"family": "Mole", "given": "Ada"}]}
UNLIKE_CHICAGO = [
    work(
        "entry-encyclopedia", "Zinc", **{"container-title": "Wikipedia", "URL": "https://a.org"}, **issued(2023, 4, 1)
    ),
    work("article-newspaper", "Boats", **{"container-title": "The Tide"}, **issued(2020, 3, 2)),
    work("post", "Post", author=[{"literal": "Quay"}], **{"container-title": "Forum"}, **issued(2021, 1, 5)),
    work("speech", "Talk", author=[{"family": "Mole", "given": "A."}], **issued(2001)),
    work("interview", "Interview", **MOLE, **issued(2001)),
    work("book", "On ice", author=[{"family": "Dam", "given": "Ida", "non-dropping-particle": "van"}], **issued(2000)),
    work("article-journal", "Lamps", **MOLE, **{"container-title": "Light"}, **issued(1990)),
    work("article-journal", "Arcs", **MOLE, **{"container-title": "Light"}, **issued(1990, 5)),
]


@pytest.mark.usefixtures("here")
def test_an_apa_list_has_all_that_is_cited_in_the_order_of_what_it_prints(capsys: pytest.CaptureFixture[str]) -> None:
    Path("works.json").write_text(json.dumps(UNLIKE_CHICAGO), "utf-8")
    assert main(["cite", "works.json", "--style", "apa"]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == [
        "Boats. (2020, March 2). The Tide.",
        "Mole, A. (1990a). Arcs. Light.",
        "Mole, A. (1990b). Lamps. Light.",
        "Mole, A. (2001). Talk.",
        "Quay. (2021, January 5). Post [Online post]. Forum.",
        "van Dam, I. (2000). On ice.",
        "Zinc. (2023, April 1). In Wikipedia. https://a.org",
    ]


@pytest.mark.usefixtures("here")
def test_without_notes(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "works.json"]) == 0
    assert capsys.readouterr().out.startswith("---\nBerg, Mia.")


WRONG = [
    ("[1,", None, "works.json:1:4: no JSON: Expecting value"),
    ('{"items": []}', None, "works.json holds an object; it should hold a list of works"),
    ('["a"]', None, "works.json: work 1 is a text; it should be an object"),
    (b"\xff", None, "works.json is not UTF-8"),
    ("[" * 100_000, None, "works.json is no JSON that can be read"),
    ("", None, "works.json is empty; it should hold a list of works"),
    ("[]", " \n", "notes.json is empty; it should hold a list of notes"),
    ('[{"id": "a"}, {}, {"id": "a"}]', None, "works.json: works 1 and 3 have the same id 'a'"),
    ('[{"id": 7}, {"id": "7"}]', None, "works.json: works 1 and 2 have the same id '7'"),
    ('[{"id": [1]}]', '[["[1]", null]]', "notes.json: note 1 cites '[1]', which is in no work's id"),
    ('[{"id": null}, {"id": true}]', '[["None", 1]]', "notes.json: note 1 cites 'None', which is in no work's id"),
    ("[]", '[["", null]]', "notes.json: note 1 cites '', which is in no work's id"),
    ('[{}, {"id": "1"}, {"id": ""}]', '[["", null]]', "notes.json: note 1 cites '', which is in no work's id"),
    ("[]", "7", "notes.json holds a number; it should hold a list of notes"),
    ("[]", '[["x", null]]', "notes.json: note 1 cites 'x', which is in no work's id"),
    ("[]", '[["x"]]', 'notes.json: note 1 is ["x"]; it should be [id, locator or null]'),
    ("[]", '[["x", {}]]', 'notes.json: note 1 is ["x", {}]; it should be [id, locator or null]'),
]


@pytest.mark.parametrize(("works", "notes", "message"), WRONG, ids=[message for _, _, message in WRONG])
def test_wrong_files(
    here: Path, capsys: pytest.CaptureFixture[str], works: str | bytes, notes: str | None, message: str
) -> None:
    (here / "works.json").write_bytes(works if isinstance(works, bytes) else works.encode())
    (here / "notes.json").write_text("[]" if notes is None else notes, "utf-8")
    assert main(["cite", "works.json", "--notes", "notes.json"]) == 2
    said = capsys.readouterr()
    assert said.err == f"sightline: {message}\n"
    assert said.out == ""


@pytest.mark.usefixtures("here")
def test_a_work_without_an_id_goes_by_its_place_unless_another_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    works = [{"title": "Boats"}, {"title": "Quays"}, {"id": 1, "title": "Piers"}]
    Path("works.json").write_text(json.dumps(works), "utf-8")
    Path("notes.json").write_text('[[1, null], ["2", null]]', "utf-8")
    assert main(["cite", "works.json", "--notes", "notes.json"]) == 0
    assert capsys.readouterr().out.splitlines()[:2] == ["“Piers,” n.d.", "“Quays,” n.d."]


@pytest.mark.usefixtures("here")
def test_a_file_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cite", "nowhere.json"]) == 2
    assert capsys.readouterr().err == "sightline: nowhere.json cannot be read: No such file or directory\n"


@pytest.mark.usefixtures("here")
def test_odd_works_are_formatted_all_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    Path("works.json").write_text(
        '[{}, {"id": "x"}, {"id": [], "type": 3, "title": null, "author": "A", "issued": []}]', "utf-8"
    )
    assert main(["cite", "works.json"]) == 0
    assert capsys.readouterr().out.startswith("---\n")
