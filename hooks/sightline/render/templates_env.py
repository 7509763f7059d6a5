"""The Jinja environment of the package: autoescape on, an undefined name is an error."""

from __future__ import annotations

import hashlib
from collections.abc import MutableMapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from sightline import urls
from sightline.cite.formats import FORMATS
from sightline.compiled import Compiled
from sightline.link import key_for
from sightline.model.keys import source_key
from sightline.model.prose import plain
from sightline.render import dates, facets, names, straight
from sightline.render.chart import kinds_in_words, support_chart, support_line, support_words
from sightline.render.citing import verbatim
from sightline.render.coins import coins
from sightline.render.listing import pages_named
from sightline.render.notes import printed, stands_for
from sightline.render.references import closed, unlinked


class Templates(Environment):
    """Templates are compiled to plain Python; see ``straight.py``."""

    code_generator_class = straight.Straight

    def make_globals(self, d: MutableMapping[str, object] | None) -> MutableMapping[str, object]:
        """What every template knows: none has more, so each page copies one map, and no chain of two."""
        return self.globals


@cache
def environment() -> Environment:
    """The environment that every template is rendered in; made once."""
    compiler = hashlib.sha256(Path(straight.__file__).read_bytes()).hexdigest()[:12]
    made = Templates(
        loader=PackageLoader("sightline.render"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=Compiled(compiler),
    )
    made.filters.update(plain=plain, date=dates.written, iso=dates.machine, shortened=names.shortened, closed=closed)
    made.filters.update(verbatim=verbatim, unlinked=unlinked, people=names.people)
    made.globals.update(
        urls=urls,
        count=names.count,
        reading_time=names.reading_time,
        facets=facets,
        pages_named=pages_named,
        kind_of_work=names.kind_of_work,
        brief_name=names.brief_name,
        support_chart=support_chart,
        support_line=support_line,
        support_words=support_words,
        kinds_in_words=kinds_in_words,
        coins=coins,
        printed=printed,
        stands_for=stands_for,
        key_for=key_for,
        source_key=source_key,
        FORMATS=FORMATS,
        FINDING_KINDS=names.FINDING_KINDS,
        SOURCE_NOTE_KINDS=names.SOURCE_NOTE_KINDS,
        ROLES=names.ROLES,
        RELATIONS=names.RELATIONS,
        ACCESS=names.ACCESS,
    )
    made.globals["parts"] = made.get_template("parts.html.j2").module
    return made
