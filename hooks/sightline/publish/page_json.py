"""The JSON twin of each page of a record: the record and all it rests on, each under the key of its kind.

It has the shape of ``corpus.json``, so what reads the one reads the other. The version that a page shows is made
of what stands here: see ``link/versions.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from sightline import urls
from sightline.link.record_data import Json, record_data
from sightline.link.versions import rests_on
from sightline.model.corpus import Key
from sightline.model.kinds import KINDS
from sightline.publish.artifact import Artifact
from sightline.publish.corpus_schema import SCHEMA_VERSION
from sightline.publish.json_text import as_dense_json
from sightline.render import Renderer

PAGED = ("brief", "recommendation", "theme", "source", "actor")
"""The kinds of record that have pages of their own."""


def exports(render: Renderer) -> Iterator[Artifact]:
    """A twin for each record that has a page of its own."""
    for key in (key for key in render.corpus.records if key.kind in PAGED):
        yield Artifact(urls.json(urls.of(key)), partial(_made, render, key), (key,))


def _made(render: Renderer, key: Key) -> bytes:
    return as_dense_json(page_data(render, key))


def page_data(render: Renderer, key: Key) -> dict[str, Json]:
    """A record and all it rests on."""
    chain = rests_on(render.corpus, key)
    data = chain_data(render, chain)
    own: dict[str, Json] = {
        "address": f"{render.site_url or '/'}{urls.of(key)}",
        "version": render.versions.of(key),
    }
    return {"schema_version": data.pop("schema_version"), "title": data.pop("title"), **own, **data}


def chain_data(render: Renderer, chain: Iterable[Key]) -> dict[str, Json]:
    """Some records in the shape of ``corpus.json``."""
    data: dict[str, Json] = {"schema_version": SCHEMA_VERSION, "title": render.corpus.site.title}
    listed = list(chain)
    for kind in KINDS:
        if own := [one for one in listed if one.kind == kind.name]:
            data[kind.plural] = [record_data(render.corpus, render.corpus.records[one]) for one in own]
    return data
