"""What is in a pack: the pages in the lines of sight, their PDF sheets and data, and a first page that leads to them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sightline import urls
from sightline.cite.formats import FORMATS
from sightline.link.versions import rests_on
from sightline.model.brief import Brief, Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.pack import offline
from sightline.pack.styles import STYLE, style
from sightline.publish import artifacts
from sightline.publish.json_text import as_json
from sightline.publish.page_json import chain_data
from sightline.publish.spreadsheets import lines_of_sight
from sightline.render import Renderer, plan

INDEX = "index.html"
PAGED = ("brief", "recommendation", "source")
"""The kinds of record that have a page of their own in a pack; findings and notes stand on pages of their brief."""


def contents(render: Renderer, keys: tuple[Key, ...], assets: Path) -> dict[str, bytes]:
    """Every file of the pack but its checksums, by path."""
    chain = _chain(render.corpus, keys)
    files = dict(_data(render, keys, chain))
    beside = tuple(urls.of(key) for key in chain if key.kind in ("recommendation", "source"))
    for artifact in artifacts(render.corpus, render):
        if artifact.path.rpartition("/")[0] + "/" in beside:
            files[artifact.path] = artifact.content
    pages = {urls.of(key).partition("#")[0] for key in chain}
    known = frozenset([*files, *pages])
    for planned in plan(render):
        if planned.path in pages:
            files[f"{planned.path}{INDEX}"] = offline.page(render, planned.make(), known)
    files[INDEX] = offline.first_page(render, _records(render.corpus, keys), sorted(files), known)
    files[STYLE] = style(assets)
    files["README.txt"] = _readme(render, keys).encode()
    return files


def _chain(corpus: Corpus, keys: tuple[Key, ...]) -> tuple[Key, ...]:
    """The recommendations, their briefs, and all that they rest on; each once."""
    found = dict.fromkeys(keys)
    for key in keys:
        found |= dict.fromkeys(one for one in rests_on(corpus, key))
    briefs = (Key("brief", "", key.brief) for key in list(found) if key.brief)
    return tuple({**found, **dict.fromkeys(briefs)})


def _data(render: Renderer, keys: tuple[Key, ...], chain: tuple[Key, ...]) -> Iterator[tuple[str, bytes]]:
    sources = [key.id for key in chain if key.kind == "source"]
    ordered = sorted(sources, key=render.references.sort_key)
    yield urls.data_file("corpus.json"), as_json(chain_data(render, chain))
    yield urls.data_file("lines_of_sight.csv"), lines_of_sight(render, _records(render.corpus, keys))
    for form in FORMATS:
        items = (render.references.item(source) for source in ordered)
        yield urls.data_file(f"sources.{form.suffix}"), form.write(items).encode()


def _records(corpus: Corpus, keys: tuple[Key, ...]) -> list[Recommendation]:
    found = [corpus.records[key] for key in keys]
    return [one for one in found if isinstance(one, Recommendation)]


def _readme(render: Renderer, keys: tuple[Key, ...]) -> str:
    """What the pack is, in plain text."""
    corpus = render.corpus
    lines = [
        f"An evidence pack of {corpus.site.title}",
        "",
        "Open index.html. Nothing here needs a network or runs a script.",
        "",
    ]
    for key in keys:
        cited, one = render.cite_this(key), corpus.records[key]
        brief = corpus.records[Key("brief", "", key.brief)]
        assert isinstance(one, Recommendation)
        assert isinstance(brief, Brief)
        lines += [
            f"* {one.title}",
            f"  {brief.title}",
            f"  {cited.address or urls.of(key)}",
            f"  version {cited.version}",
            "",
        ]
    lines += [
        "briefs/    the recommendations, the findings and the notes behind them; PDF sheets",
        "sources/   the works that the notes stand for",
        "data/      the same records as JSON, the sources for reference managers, the lines of sight as a table",
        "",
        "SHA256SUMS holds a checksum for each file. In this folder: sha256sum -c SHA256SUMS",
    ]
    if corpus.site.licence:
        lines += ["", f"Licence of the records: {corpus.site.licence}"]
    return "\n".join(lines) + "\n"
