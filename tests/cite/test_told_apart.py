"""APA lists in which works would be cited alike: as citeproc-js tells them apart, but for articles before titles.

citeproc-js 2.4.63 sorts "The Anchors" under T and works in press by date; APA 9.44 and 9.46 pass over the article, and
agree on the rest.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sightline import cite
from sightline.cite.apa.told_apart import _letter
from sightline.cli import main


def work(identity: str, title: str, *families: str, **more: Any) -> dict[str, Any]:
    people = [dict(zip(("family", "given"), name.split(", "), strict=True)) for name in families]
    return {"id": identity, "type": "book", "title": title, "author": people, "publisher": "X", **more}


def year(*parts: int) -> dict[str, Any]:
    return {"issued": {"date-parts": [[*parts]]}}


KAPOOR = ("Kapoor, A.", "Bloom, B.")
WORKS = [
    work("boats", "Boats", "Lund, Ada", **year(2020)),
    work("anchors", "The Anchors", "Lund, Ada", **year(2020)),
    work("crews", "Crews", "Lund, Ada", **year(2020, 5, 1)) | {"type": "article-newspaper", "container-title": "News"},
    work("never", "No date", "Lund, Ada"),
    work("nor", "No date either", "Lund, Ada"),
    work("press", "Press", "Lund, Ada", status="in press"),
    work("again", "Press again", "Lund, Ada", status="in press"),
    work("per", "Other Moe", "Moe, Per", **year(2019)),
    work("kari", "Another Moe", "Moe, Kari", **year(2018)),
    work("one", "Kapoor one", *KAPOOR, "Montez, C.", "Warner, D.", "Hill, E.", **year(2017)),
    work("two", "Kapoor two", *KAPOOR, "Zucker, C.", "Hill, E.", "Dahl, D.", **year(2017)),
    work("three", "Kapoor three", *KAPOOR, "Zucker, C.", "Hill, E.", "Dahl, D.", **year(2015)),
    {"id": "body", "type": "report", "title": "Body", "author": [{"literal": "Ministry of Ships"}], **year(2017)},
    {"id": "alt", "type": "report", "title": "Alt body", "author": [{"literal": "Ministry of Ships"}], **year(2017)},
    {"id": "talk", "type": "interview", "title": "Interview", "author": [{"literal": "Somebody"}], **year(2017)},
]
CITED = {
    "boats": "(Lund, 2020b)", "anchors": "(Lund, 2020a)", "crews": "(Lund, 2020c)", "never": "(Lund, n.d.-a)",
    "nor": "(Lund, n.d.-b)", "press": "(Lund, in press-a)", "again": "(Lund, in press-b)", "per": "(P. Moe, 2019)",
    "kari": "(K. Moe, 2018)", "one": "(Kapoor, Bloom, Montez, et al., 2017)",
    "two": "(Kapoor, Bloom, Zucker, et al., 2017)", "three": "(Kapoor et al., 2015)",
    "body": "(Ministry of Ships, 2017b)", "alt": "(Ministry of Ships, 2017a)",
    "talk": "(Somebody, personal communication, 2017)",
}  # fmt: skip
LISTED = """\
Kapoor, A., Bloom, B., Montez, C., Warner, D., & Hill, E. (2017). Kapoor one. X.
Kapoor, A., Bloom, B., Zucker, C., Hill, E., & Dahl, D. (2015). Kapoor three. X.
Kapoor, A., Bloom, B., Zucker, C., Hill, E., & Dahl, D. (2017). Kapoor two. X.
Lund, A. (n.d.-a). No date. X.
Lund, A. (n.d.-b). No date either. X.
Lund, A. (2020a). The Anchors. X.
Lund, A. (2020b). Boats. X.
Lund, A. (2020c, May 1). Crews. News.
Lund, A. (in press-a). Press. X.
Lund, A. (in press-b). Press again. X.
Ministry of Ships. (2017a). Alt body.
Ministry of Ships. (2017b). Body.
Moe, K. (2018). Another Moe. X.
Moe, P. (2019). Other Moe. X.
"""


def test_a_list_of_works_that_look_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    works, notes = tmp_path / "works.json", tmp_path / "notes.json"
    works.write_text(json.dumps(WORKS), "utf-8")
    notes.write_text(json.dumps([[identity, None] for identity in CITED]), "utf-8")
    assert main(["cite", str(works), "--notes", str(notes), "--style", "apa"]) == 0
    cited, _, listed = capsys.readouterr().out.partition("---\n")
    assert dict(zip(CITED, cited.splitlines(), strict=True)) == CITED
    assert listed == LISTED


def test_a_work_alone_has_no_letter() -> None:
    item = cite.from_csl_json(WORKS[0])
    assert cite.told_apart([item]) == [cite.Told()]
    assert cite.told_apart([]) == []


def test_letters() -> None:
    assert [_letter(place) for place in (0, 25, 26, 27, 51, 52, 701, 702)] == [
        "a",
        "z",
        "aa",
        "ab",
        "az",
        "ba",
        "zz",
        "aaa",
    ]
