"""What every kind of page is made with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from markupsafe import Markup

from sightline.model.corpus import Corpus, Key
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

    def __post_init__(self) -> None:
        self.references = References(self.corpus)

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
        **values: object,
    ) -> Page:
        """Render one page from its template; ``values`` are the template's own."""
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
                **values,
            )
        )
        return Page(
            path=sheet.path,
            title=title,
            description=description,
            section=sheet.path.partition("/")[0],
            body=body,
            file=self.corpus.files[key] if key else "",
            search=search,
        )

    def fragment(self, sheet: Sheet, template: str, **values: object) -> Markup:
        """A part of a page, for pages that are written by hand."""
        made = environment().get_template(f"{template}.html.j2")
        return Markup(made.render(page=sheet, corpus=self.corpus, references=self.references, **values))


PlanPages = Callable[[Renderer], Iterator[Planned]]
"""What each kind of page offers: its pages, in order, unrendered."""
