"""Reference data: all sources, those of each brief, and each record that can be cited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from sightline import urls
from sightline.cite.formats import FORMATS, Format
from sightline.model.corpus import Key, Written
from sightline.model.keys import source_key
from sightline.model.shared import Source
from sightline.publish.artifact import Artifact
from sightline.render import Renderer
from sightline.render.citing import KINDS


@dataclass(slots=True)
class ReferenceFiles:
    """The files of one corpus, planned here and made when they are asked for."""

    render: Renderer
    _entries: dict[str, dict[str, str]] = field(default_factory=lambda: {form.name: {} for form in FORMATS})
    """By format: the entries of sources by citation key. A source stands in a file of its own, in that of all, and in
    those of briefs."""

    def of(self, key: Key) -> Iterator[Artifact]:
        """The files of one record, in each format."""
        if key.kind in KINDS:
            for form in FORMATS:
                yield Artifact(urls.cite_file(key, form.one), partial(self._record, form, key), (key,))

    def of_many(self) -> Iterator[Artifact]:
        """All sources, and those of each brief, in each format."""
        for form in FORMATS:
            name = f"sources.{form.suffix}"
            everything = [one.id for one in self.render.corpus.sources]
            yield Artifact(urls.data_file(name), partial(self._sources, form, everything), ("source",))
            for brief, sources in self.render.groups.sources.items():
                shows = tuple(Written(source_key(one)) for one in sources)
                yield Artifact(urls.data_file(name, brief), partial(self._sources, form, sources), shows)
            self._entries[form.name].clear()  # each file is made when it is offered, so all are now

    def _record(self, form: Format, key: Key) -> bytes:
        cited = self.render.cite_this(key)
        if key.kind == "source" and not _beyond_csl(self._source(key)):
            self._entries[form.name][key.id] = cited.entry(form)
        return cited.written(form).encode()

    def _sources(self, form: Format, sources: list[str]) -> bytes:
        ordered = sorted(sources, key=self.render.references.sort_key)
        return form.whole(self._entry(form, source) for source in ordered).encode()

    def _entry(self, form: Format, source: str) -> str:
        """A source with what its record says beyond CSL, so that the file can be imported again without loss."""
        made = self._entries[form.name]
        if source not in made:
            beyond = _beyond_csl(self._source(source_key(source)))
            made[source] = form.entry(self.render.references.item(source) | beyond)
        return made[source]

    def _source(self, key: Key) -> Source:
        record = self.render.corpus.records[key]
        assert isinstance(record, Source)
        return record


def _beyond_csl(source: Source) -> dict[str, Any]:
    """What a source's record says that CSL has no variable for; none where it is empty."""
    comment = source.comment.source.strip().replace("\\", "\\\\").replace("\n", "\\n") if source.comment else None
    own = {
        "archived": source.archived, "standing": source.standing, "access": source.access,
        "publisher_group": source.publisher_group, "comment": comment, "aliases": ", ".join(source.aliases),
    }  # fmt: skip
    return {key: value for key, value in own.items() if value}
