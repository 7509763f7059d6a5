"""Reference data: all sources, those of each brief, and each record that can be cited."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.cite.formats import FORMATS, Format
from sightline.link import key_of
from sightline.model.corpus import Key
from sightline.publish.artifact import Artifact
from sightline.render import Renderer
from sightline.render.citing import KINDS
from sightline.render.kinds.common import sources_of


def exports(render: Renderer) -> Iterator[Artifact]:
    """A file in each format."""
    corpus = render.corpus
    for form in FORMATS:
        name = f"sources.{form.suffix}"
        yield Artifact(
            urls.data_file(name), partial(_sources, render, form, [one.id for one in corpus.sources]), ("source",)
        )
        for brief in corpus.briefs:
            yield Artifact(
                urls.data_file(name, brief.id),
                partial(_sources, render, form, sources_of(corpus, brief)),
                (key_of(brief),),
            )
    for key in (key for key in corpus.records if key.kind in KINDS):
        for form in FORMATS:
            yield Artifact(urls.cite_file(key, form.one), partial(_record, render, form, key), (key,))


def _sources(render: Renderer, form: Format, sources: list[str]) -> bytes:
    ordered = sorted(sources, key=render.references.sort_key)
    return form.write(render.references.item(source) for source in ordered).encode()


def _record(render: Renderer, form: Format, key: Key) -> bytes:
    return form.write([render.cite_item(key)]).encode()
