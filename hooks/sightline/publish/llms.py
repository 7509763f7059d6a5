"""``llms.txt``: where a program that reads finds the site's text, with notes and sources on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from sightline import urls
from sightline.model.kinds import Record
from sightline.model.prose import plain
from sightline.publish.artifact import Artifact
from sightline.render import Renderer
from sightline.render.names import shortened, title_of
from sightline.render.prose_markdown import escaped, link

HOW = (
    "Every recommendation is tied to its findings, every finding to the endnotes of its brief, every endnote to the"
    " works it stands for. A page in Markdown carries this whole chain: quote a statement together with its notes."
    " Where a page says that no note is marked, the document gives none."
)
LONG = (
    "Of very many records only the briefs are listed here: the page of each names its recommendations and its"
    " sources, and the data below hold everything."
)
DATA = (
    ("corpus.json", "all records with all links between them"),
    ("corpus.schema.json", "its JSON Schema"),
    ("sources.csl.json", "every source as CSL-JSON"),
    ("recommendations.csv", "recommendations as a table"),
    ("findings.csv", "findings as a table"),
    ("lines_of_sight.csv", "every way from a recommendation to a source, as a table"),
)


def exports(render: Renderer) -> Iterator[Artifact]:
    """One file."""
    yield Artifact(urls.LLMS, partial(_made, render))


def _made(render: Renderer) -> bytes:
    corpus, home = render.corpus, render.site_url or "/"
    whole = render.fits(llms=len(corpus.recommendations) + len(corpus.themes) + len(corpus.sources))
    lines = [f"# {escaped(corpus.site.title)}", "", f"> {escaped(corpus.site.description)}", "", HOW, ""]
    lines += [] if whole else [LONG, ""]
    all_listed: tuple[tuple[str, Sequence[Record]], ...] = (
        ("Briefs", corpus.briefs),
        ("Recommendations", corpus.recommendations),
        ("Themes", corpus.themes),
    )
    for heading, records in all_listed if whole else all_listed[:1]:
        lines += [f"## {heading}", "", *(_line(render, record) for record in records), ""]
    lines += ["## Data", "", *(f"- {link(name, home + urls.data_file(name))}: {what}" for name, what in DATA), ""]
    if whole:
        lines += ["## Optional", "", *(_line(render, record) for record in corpus.sources)]
    return ("\n".join(lines) + "\n").encode()


def _line(render: Renderer, record: Record) -> str:
    key = record.key
    about = next(
        (getattr(record, name) for name in ("standfirst", "statement", "summary") if hasattr(record, name)), None
    )
    words = f": {escaped(shortened(plain(about), 200))}" if about else ""
    return f"- {link(escaped(title_of(render.corpus, key)), (render.site_url or '/') + urls.markdown(urls.of(key)))}{words}"
