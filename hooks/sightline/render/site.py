"""What every kind of page is made with."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from markupsafe import Markup

from sightline import urls
from sightline.link.versions import Versions
from sightline.model.brief import Brief
from sightline.model.corpus import Corpus, Key
from sightline.render.citing import KINDS, CiteThis, cite_this
from sightline.render.forms import Form, Statements, filled
from sightline.render.groups import Groups
from sightline.render.head import head
from sightline.render.listing import BESIDE, ROOM, weight
from sightline.render.listings import Listings
from sightline.render.page import Crumb, Page, Planned, SearchEntry
from sightline.render.references import References
from sightline.render.scale import Scale
from sightline.render.sheet import Rootless, Sheet
from sightline.render.templates_env import environment
from sightline.render.terms import Terms

PDF_KINDS = ("brief", "recommendation")
"""The kinds of record whose pages have a PDF file."""


@dataclass(slots=True)
class Renderer:
    """Renders the pages of one corpus."""

    corpus: Corpus
    site_url: str = ""
    """The public address of the site, ending with a slash; empty where it is not known."""
    pdf_store: Path | None = None
    """Where finished PDF files are kept; None where the site has none."""
    room: int = ROOM
    """Bytes of a page that the entries of a list may fill."""
    references: References = field(init=False)
    versions: Versions = field(init=False)
    groups: Groups = field(init=False)
    scale: Scale = field(init=False)
    listings: Listings = field(init=False)
    terms: Terms = field(init=False)
    entries: dict[int, Rootless] = field(default_factory=dict)
    """The entries of lists, each made once for all pages, by the identity of the record."""
    bodies: dict[Key, Rootless] = field(default_factory=dict)
    """The bodies of the notes of a brief, each made once for all its pages."""
    _cited: dict[Key, CiteThis] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.references = References(self.corpus)
        self.versions = Versions(self.corpus)
        self.groups = Groups(self.corpus)
        self.scale = Scale(self.corpus)
        self.listings = Listings(self.corpus, self.groups, self.references, self.scale, self.room)
        self.terms = Terms(self.corpus.glossary)

    def cite_this(self, key: Key) -> CiteThis:
        """All that the page of such a record offers to those who cite it."""
        if key not in self._cited:
            self._cited[key] = cite_this(self.references, key, self.site_url, self.versions.of(key))
        return self._cited[key]

    def let_go(self, key: Key) -> None:
        """Forget how a record is cited: whatever says so has been made."""
        self._cited.pop(key, None)
        if key.kind == "source":
            self.references.let_go(key.id)

    def fits(self, **numbers: int) -> bool:
        """True where so many entries of each kind fit into one page together."""
        return weight(**numbers) <= self.room

    def filled(self, form: Form, *parts: Statements) -> list[Form]:
        """How much each of these parts of a page has of its statements; see ``forms``."""
        return filled(form, self.room, *parts)

    def fitting(self, make: Callable[[Form], Page], forms: Iterable[Form] = Form) -> Page:
        """A page in the first of its forms in which it is light enough; in the last, where it is so in none."""
        *fuller, last = forms
        for form in fuller:
            page = make(form)
            if len(page.body.encode()) + len(page.head.encode()) <= self.room + BESIDE:
                return page
        return make(last)

    def sheet(self, path: str, brief: str = "", *, keeps_notes: bool = True) -> Sheet:
        """A new page to write on."""
        return Sheet(self.corpus, self.terms, path, brief, keeps_notes, bodies=self.bodies)

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
        twin: str = "",
        **values: object,
    ) -> Page:
        """Render one page from its template; ``values`` are the template's own.

        ``key`` is the record whose page it is; ``twin`` is another page, this one or the one
        whose records this one shows, that has twins in Markdown and JSON.
        """
        body = (
            environment()
            .get_template(f"{template}.html.j2")
            .render(
                page=sheet,
                corpus=self.corpus,
                references=self.references,
                listings=self.listings,
                crumbs=crumbs,
                title=title,
                key=key,
                pdf=self._pdf(key),
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
            head=self._head(sheet.path, crumbs, key, sheet.path if key else twin),
            file=self.corpus.files[key] if key else "",
            search=search,
        )

    def _head(self, path: str, crumbs: tuple[Crumb, ...], key: Key | None, twin: str) -> str:
        cited = self.cite_this(key) if key and key.kind in KINDS else None
        return head(self.corpus, self.groups, self.site_url, path, crumbs, key, cited, twin, self._pdf(key))

    def _pdf(self, key: Key | None) -> str:
        """The PDF file of a page, in its own folder; empty where it has none."""
        made = self.pdf_store is not None and key is not None and key.kind in PDF_KINDS
        return urls.pdf(key).rpartition("/")[2] if made and key else ""

    def fragment(self, sheet: Sheet, template: str, **values: object) -> Markup:
        """A part of a page, for pages that are written by hand."""
        made = environment().get_template(f"{template}.html.j2")
        return Markup(made.render(page=sheet, corpus=self.corpus, references=self.references, **values))


PlanPages = Callable[[Renderer], Iterator[Planned]]
"""What each kind of page offers: its pages, in order, unrendered."""
PlanPagesOfBrief = Callable[[Renderer, Brief], Iterator[Planned]]
"""The same of one brief."""
