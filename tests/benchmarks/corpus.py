"""Writes a made-up corpus of any size in our own YAML: the same bytes for the same size.

    python tests/benchmarks/corpus.py --n 1000 --out DIR

N recommendations, 5N endnotes, 3N sources, N/10 themes and 2N findings, in briefs of 100 recommendations. One endnote in five is
an ibid, one in five a short form; each recommendation rests on two findings, each finding marks two or three notes.
"""

from __future__ import annotations

import argparse
import random  # noqa: TID251  # seeded: the same corpus each time
from pathlib import Path

WORDS = (
    "access account agency aid area asset audit balance bank base benefit border bridge budget capacity care"
    " change city claim climate coast code common concern condition contract control cost council credit crop"
    " culture cycle data debt demand design detail district drain duty economy effect effort emission energy"
    " estate event evidence export family farm field finance firm fleet flood flow focus food forecast forest"
    " freight fuel fund goal grant grid ground group growth harbour health heat home house impact income index"
    " industry island issue judge label labour land law lease legal level library licence limit link loan"
    " market measure member method minister model nation nature network nurse office option order outcome panel"
    " park pension permit phase pilot plan plant policy pool port power practice price process profit program"
    " project pump quality quarter rail range rate reach record reform region register relief rent repair report"
    " reserve resource result return revenue review right risk river road safety saving scale scheme school"
    " science scope sector service share shelter ship shore site skill soil source space staff stage standard"
    " station statute storage street study supply support survey system target task tax team tenant term test"
    " trade train transit trend trust update usage value vendor village visit vote wage waste water weather"
    " welfare wind work yield youth zone"
).split()
FAMILY = "Abara Berg Castell Dunne Eriksen Fairley Gomez Hart Ibarra Jansen Kowal Lindqvist Moreau Ndiaye".split()
GIVEN = "Ada Ben Chloe Dev Elin Femi Gus Hana Ivo June Kai Lea Milo Nora Otto Pia Ravi Sol Tess Uma".split()
TYPES = ("report", "article-journal", "book", "webpage")
PER_BRIEF = 100
PER_FILE = 500


def words(chance: random.Random, number: int) -> str:
    """So many words, the first with a capital."""
    chosen = [chance.choice(WORDS) for _ in range(number)]
    return " ".join([chosen[0].capitalize(), *chosen[1:]])


def write(root: Path, n: int, seed: int = 7, per_brief: int = PER_BRIEF) -> None:
    """Write the corpus below ``root / content``; ``per_brief`` counts recommendations."""
    chance = random.Random(seed * 1_000_003 + n)
    content = root / "content"
    themes = [f"theme-{index:04}" for index in range(max(2, n // 10))]
    sources = [f"source-{index:05}" for index in range(3 * n)]
    _files(content / "themes", [_theme(chance, name) for name in themes])
    _files(content / "sources", [_source(chance, name) for name in sources])
    _files(content / "actors", ["- id: government\n  name: The Government\n  kind: government\n"])
    (content / "site.yml").write_text("title: Bench\ndescription: A made-up corpus.\n")
    for start in range(0, n, per_brief):
        number = min(per_brief, n - start)
        own = sources[3 * start : 3 * (start + number)]
        _brief(content / "briefs" / f"brief-{start // per_brief:04}", chance, number, themes, own)


def _files(folder: Path, records: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, len(records), PER_FILE):
        (folder / f"part-{start // PER_FILE:04}.yml").write_text("".join(records[start : start + PER_FILE]))


def _theme(chance: random.Random, name: str) -> str:
    return f"- id: {name}\n  title: {words(chance, 4)}\n  summary: {words(chance, 30)}.\n"


def _source(chance: random.Random, name: str) -> str:
    kind = chance.choice(TYPES)
    authors = "".join(
        f"    - family: {chance.choice(FAMILY)}\n      given: {chance.choice(GIVEN)}\n"
        for _ in range(chance.randint(1, 3))
    )
    journal = f"  container-title: Journal of {words(chance, 2)}\n" if kind == "article-journal" else ""
    return (
        f"- id: {name}\n  type: {kind}\n  title: {words(chance, chance.randint(6, 11))}\n  author:\n{authors}"
        f'  issued: "{chance.randint(1995, 2025)}"\n  publisher: {words(chance, 3)}\n{journal}'
        f"  URL: https://example.org/docs/{name}\n"
    )


def _brief(folder: Path, chance: random.Random, number: int, themes: list[str], sources: list[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    sections = [f"part-{index}" for index in range(5)]
    listed = "".join(f"  - id: {name}\n    title: {words(chance, 3)}\n" for name in sections)
    (folder / "brief.yml").write_text(
        f"id: {folder.name}\ntitle: {words(chance, 6)}\nkind: report\npublisher: {words(chance, 2)}\n"
        f"standfirst: {words(chance, 25)}.\nsummary:\n  - {words(chance, 30)}.\nsections:\n{listed}"
    )
    notes = 5 * number
    (folder / "endnotes.yml").write_text("".join(_endnotes(chance, notes, sources)))
    findings = [
        _finding(chance, index, sections[index * 5 // (2 * number)], themes, notes, number)
        for index in range(2 * number)
    ]
    (folder / "findings.yml").write_text("".join(findings))
    (folder / "recommendations.yml").write_text(
        "".join(_recommendation(chance, index, themes, number) for index in range(number))
    )


def _endnotes(chance: random.Random, notes: int, sources: list[str]) -> list[str]:
    made, cited = [], []
    for number in range(1, notes + 1):
        if number > 1 and number % 5 == 0:
            made.append(f"- number: {number}\n  citations:\n    - form: ibid\n")
            continue
        short = number % 5 == 4 and cited
        source = chance.choice(cited) if short else sources[len(cited) % len(sources)]
        form = "short" if short else "full"
        page = chance.randint(1, 300)
        made.append(
            f'- number: {number}\n  citations:\n    - source: {source}\n      form: {form}\n      locator: "{page}"\n'
        )
        if not short:
            cited.append(source)
    return made


def _finding(chance: random.Random, index: int, section: str, themes: list[str], notes: int, number: int) -> str:
    first = index * notes // (2 * number) + 1
    last = (index + 1) * notes // (2 * number)
    marks = " ".join(f"{words(chance, 20)}.[^{note}]" for note in range(first, last + 1))
    theme = chance.choice(themes)
    return (
        f"- id: finding-{index:03}\n  section: {section}\n  kind: judgement\n  statement: >-\n    {marks}\n"
        f"  themes:\n    - {theme}\n"
    )


def _recommendation(chance: random.Random, index: int, themes: list[str], number: int) -> str:
    grounds = "".join(
        f"    - finding: finding-{2 * index + offset:03}\n      role: supports\n      why: {words(chance, 12)}.\n"
        for offset in (0, 1)
    )
    chosen = "".join(f"    - {theme}\n" for theme in sorted(set(chance.choices(themes, k=2))))
    return (
        f"- id: recommendation-{index:03}\n  title: {words(chance, 6)}\n  statement: >-\n    {words(chance, 60)}.\n"
        f"  addressees:\n    - government\n  actions:\n    - what: {words(chance, 20)}.\n  rests_on:\n{grounds}"
        f"  themes:\n{chosen}"
    )


def main() -> None:
    """Write a corpus of the size asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--n", type=int, default=1000)
    parser.add_argument("--per-brief", type=int, default=PER_BRIEF, help="recommendations in each brief")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    write(options.out, options.n, per_brief=options.per_brief)


if __name__ == "__main__":
    main()
