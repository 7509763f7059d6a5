"""What every kind of page is made with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup

from sightline.link.versions import Versions
from sightline.model.corpus import Corpus, Key
from sightline.render.citing import KINDS, CiteThis, cite_this
from sightline.render.head import head
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.references import References
from sightline.render.sheet import Sheet
from sightline.render.templates_env import environment


@dataclass(slots=True)
class Renderer:
    """Renders the pages of one corpus."""

    corpus: Corpus
    site_url: str = ""
    """The public address of the site, ending with a slash; empty where it is not known."""
    references: References = field(init=False)
    versions: Versions = field(init=False)
    _cited: dict[Key, CiteThis] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.references = References(self.corpus)
        self.versions = Versions(self.corpus)

    def cite_item(self, key: Key) -> dict[str, Any]:
        """A brief, finding, recommendation or source as the CSL item that it is cited by."""
        return self.cite_this(key).item

    def cite_this(self, key: Key) -> CiteThis:
        """All that the page of such a record offers to those who cite it."""
        if key not in self._cited:
            self._cited[key] = cite_this(self.references, key, self.site_url, self.versions.of(key))
        return self._cited[key]

    def sheet(self, path: str, brief: str = "", *, keeps_notes: bool = True) -> Sheet:
        """A new page to write on."""
        return Sheet(self.corpus, path, brief, keeps_notes)

    def page(
        self,
        sheet: Sheet,
        template: str,
        *,
        title: str,
        description: str,
        crumbs: tuple[Crumb, ...] = (),
        key: Key | None = None,
        search: tuple[SearchEntry, ...] = (),
        twin: bool = False,
        **values: object,
    ) -> Page:
        """Render one page from its template; ``values`` are the template's own.

        ``key`` is the record whose page it is; ``twin`` says that another page has a twin in Markdown too.
        """
        body = (
            environment()
            .get_template(f"{template}.html.j2")
            .render(
                page=sheet,
                corpus=self.corpus,
                references=self.references,
                crumbs=crumbs,
                title=title,
                key=key,
                cite_this=self.cite_this,
                **values,
            )
        )
        return Page(
            path=sheet.path,
            title=title,
            description=description,
            section=sheet.path.partition("/")[0],
            body=body,
            head=self._head(sheet.path, crumbs, key, twin),
            file=self.corpus.files[key] if key else "",
            search=search,
        )

    def _head(self, path: str, crumbs: tuple[Crumb, ...], key: Key | None, twin: bool) -> Markup:
        version = self.cite_this(key).version if key and key.kind in KINDS else ""
        return head(self.corpus, self.site_url, path, crumbs, key, version, twin)

    def fragment(self, sheet: Sheet, template: str, **values: object) -> Markup:
        """A part of a page, for pages that are written by hand."""
        made = environment().get_template(f"{template}.html.j2")
        return Markup(made.render(page=sheet, corpus=self.corpus, references=self.references, **values))


PlanPages = Callable[[Renderer], Iterator[Planned]]
"""What each kind of page offers: its pages, in order, unrendered."""
