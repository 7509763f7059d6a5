"""Tables for spreadsheets (RFC 4180).

They start with a byte-order mark, without which the most common spreadsheet takes UTF-8 for something else.
A cell that a spreadsheet would take for a formula is written with an apostrophe before it.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from itertools import chain, islice

from sightline import urls
from sightline.link import key_for
from sightline.model.brief import Finding, Recommendation
from sightline.model.corpus import TIES, Corpus, Key, Line
from sightline.model.keys import source_key
from sightline.model.prose import plain
from sightline.model.shared import Source
from sightline.publish.artifact import Artifact
from sightline.render import Renderer
from sightline.render.kinds.common import section_title
from sightline.render.names import title_of

Cell = str | int | None
Row = list[Cell]
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_BETWEEN = "; "
AT_ONCE = 1000
"""How many rows are written at once."""

RECOMMENDATIONS = (
    "brief", "id", "title", "statement", "addressees", "actions", "themes", "section", "page", "rests_on",
    "findings", "endnotes", "sources", "publishers", "interviews", "open", "oldest", "newest", "labels", "status",
    "status_date", "url",
)  # fmt: skip
FINDINGS = (
    "brief", "id", "section", "kind", "statement", "themes", "actors", "page", "endnotes", "sources", "publishers",
    "interviews", "open", "oldest", "newest", "labels", "carries", "url",
)  # fmt: skip
LINES = (
    "brief", "recommendation", "recommendation_title", "finding", "role", "finding_statement", "endnote", "form",
    "locator", "source", "source_type", "source_year", "reference", "recommendation_url", "source_url",
)  # fmt: skip


def exports(render: Renderer) -> Iterator[Artifact]:
    """Recommendations, findings, and the lines between recommendations and sources."""
    for name, head, rows, shows in TABLES:
        yield Artifact(urls.data_file(f"{name}.csv"), partial(_written, head, rows, render), (*shows, TIES))


def _written(head: tuple[str, ...], rows: Callable[[Renderer], Iterable[Row]], render: Renderer) -> Iterator[bytes]:
    """The table in parts."""
    left: Iterator[Row] = chain((list(head),), rows(render))
    yield codecs.BOM_UTF8
    while some := [*islice(left, AT_ONCE)]:
        text = io.StringIO(newline="")
        csv.writer(text, lineterminator="\r\n").writerows(map(_guarded, row) for row in some)
        yield text.getvalue().encode()


def _guarded(cell: Cell) -> Cell:
    """A cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell


def _recommendations(render: Renderer) -> Iterator[Row]:
    corpus = render.corpus
    for one in corpus.recommendations:
        key = one.key
        latest = one.status[-1] if one.status else None
        yield [
            one.brief, one.id, one.title, plain(one.statement), _titles(corpus, "actor", one.addressees),
            _BETWEEN.join(plain(action.what) for action in one.actions), _titles(corpus, "theme", one.themes),
            _section(render, one), one.page, _BETWEEN.join(ground.finding for ground in one.rests_on),
            corpus.support[key].findings, _marks(corpus, key), *_support(corpus, key),
            latest.status if latest else None, latest.date.text if latest else None, _address(render, key),
        ]  # fmt: skip


def _findings(render: Renderer) -> Iterator[Row]:
    corpus = render.corpus
    for one in corpus.findings:
        key = one.key
        carried = (user for user in corpus.backlinks.get(key, ()) if user.kind == "recommendation")
        yield [
            one.brief, one.id, _section(render, one), one.kind, plain(one.statement),
            _titles(corpus, "theme", one.themes), _titles(corpus, "actor", one.actors), one.page,
            _marks(corpus, key), *_support(corpus, key), _BETWEEN.join(f"{user.brief}/{user.id}" for user in carried),
            _address(render, key),
        ]  # fmt: skip


def lines_of_sight(render: Renderer, wanted: Iterable[Recommendation]) -> bytes:
    """The lines of sight of some recommendations as a table."""
    return b"".join(_written(LINES, lambda render: _lines(render, wanted), render))


def _lines(render: Renderer, wanted: Iterable[Recommendation] | None = None) -> Iterator[Row]:
    for one in render.corpus.recommendations if wanted is None else wanted:
        roles = {key_for("finding", ground.finding, one.brief): ground.role for ground in one.rests_on}
        for line in render.corpus.lines[one.key]:
            yield _line(render, one, roles, line)


def _line(render: Renderer, one: Recommendation, roles: Mapping[Key, str], line: Line) -> Row:
    """One way from a recommendation to a source: through a finding, or (empty) by a note marked in itself."""
    corpus = render.corpus
    finding = corpus.records[line.finding] if line.finding else None
    work = next(work for work in corpus.notes[line.note].resolved if work.source == line.source)
    source = source_key(line.source)
    return [
        one.brief, one.id, one.title, _name(line.finding, one.brief), roles[line.finding] if line.finding else None,
        plain(finding.statement) if isinstance(finding, Finding) else None, _name(line.note, one.brief),
        work.form, f"{work.label} {work.locator}" if work.locator else None, line.source,
        render.references.item(line.source)["type"], _year(corpus, source), render.references.plain_entry(line.source),
        _address(render, one.key), _address(render, source),
    ]  # fmt: skip


def _name(key: Key | None, brief: str) -> str | None:
    """A record by its id; one of another brief as ``brief/id``."""
    return (key.id if key.brief == brief else f"{key.brief}/{key.id}") if key else None


def _titles(corpus: Corpus, kind: str, ids: Iterable[str]) -> str:
    return _BETWEEN.join(title_of(corpus, Key(kind, "", one)) for one in ids)


def _section(render: Renderer, record: Finding | Recommendation) -> str:
    return section_title(render.groups.briefs[record.brief], record.section)


def _marks(corpus: Corpus, key: Key) -> str:
    return _BETWEEN.join(str(_name(note, key.brief)) for note in corpus.marks[key])


def _support(corpus: Corpus, key: Key) -> Row:
    it = corpus.support[key]
    return [it.sources, it.publishers, it.interviews, it.open, it.oldest, it.newest, _BETWEEN.join(it.labels)]


def _year(corpus: Corpus, key: Key) -> int | None:
    source = corpus.records[key]
    return source.year if isinstance(source, Source) else None


def _address(render: Renderer, key: Key) -> str:
    return f"{render.site_url or '/'}{urls.of(key)}"


TABLES: tuple[tuple[str, tuple[str, ...], Callable[[Renderer], Iterable[Row]], tuple[str, ...]], ...] = (
    ("recommendations", RECOMMENDATIONS, _recommendations, ("recommendation", "brief", "theme", "actor", "source")),
    ("findings", FINDINGS, _findings, ("finding", "brief", "theme", "actor", "source")),
    ("lines_of_sight", LINES, _lines, ("recommendation", "finding", "source")),
)
"""Name, columns and rows of each table, and the kinds of record whose words stand in it."""
