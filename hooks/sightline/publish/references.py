"""Reference data: all sources, those of each brief, and each record that can be cited."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from sightline import urls
from sightline.cite.formats import FORMATS, Format
from sightline.model.corpus import Key, Written
from sightline.model.shared import Source
from sightline.publish.artifact import Artifact
from sightline.render import Renderer
from sightline.render.citing import KINDS


def exports(render: Renderer) -> Iterator[Artifact]:
    """A file in each format."""
    corpus = render.corpus
    for form in FORMATS:
        made: Made = {}
        name = f"sources.{form.suffix}"
        yield Artifact(
            urls.data_file(name), partial(_sources, render, form, [one.id for one in corpus.sources], made), ("source",)
        )
        for brief in corpus.briefs:
            yield Artifact(
                urls.data_file(name, brief.id),
                partial(_sources, render, form, render.groups.sources[brief.id], made),
                tuple(Written(Key("source", "", one)) for one in render.groups.sources[brief.id]),
            )
    for key in (key for key in corpus.records if key.kind in KINDS):
        for form in FORMATS:
            yield Artifact(urls.cite_file(key, form.one), partial(_record, render, form, key), (key,))


Made = dict[str, str]
"""The entries that were made in a format, by citation key: a source stands in the file of all and in those of briefs."""


def _sources(render: Renderer, form: Format, sources: list[str], made: Made) -> bytes:
    ordered = sorted(sources, key=render.references.sort_key)
    return form.whole(_entry(render, form, Key("source", "", source), made) for source in ordered).encode()


def _entry(render: Renderer, form: Format, key: Key, made: Made) -> str:
    """A source with what its record says beyond CSL, so that the file can be imported again without loss."""
    source = render.corpus.records[key]
    assert isinstance(source, Source)
    if not (own := _beyond_csl(source)):
        return render.cite_this(key).entry(form)
    if key.id not in made:
        made[key.id] = form.entry(render.references.item(key.id) | own)
    return made[key.id]


def _beyond_csl(source: Source) -> dict[str, Any]:
    """What a source's record says that CSL has no variable for; none where it is empty."""
    comment = source.comment.source.strip().replace("\\", "\\\\").replace("\n", "\\n") if source.comment else None
    own = {
        "archived": source.archived, "standing": source.standing, "access": source.access,
        "publisher_group": source.publisher_group, "comment": comment, "aliases": ", ".join(source.aliases),
    }  # fmt: skip
    return {key: value for key, value in own.items() if value}


def _record(render: Renderer, form: Format, key: Key) -> bytes:
    return render.cite_this(key).written(form).encode()
