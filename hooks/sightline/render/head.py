"""What a page says of itself to machines: finished HTML for its head."""

from __future__ import annotations

from collections.abc import Iterator

from sightline import urls
from sightline.cite.formats.values import Person
from sightline.link.record_data import Json
from sightline.model.brief import Brief, Recommendation
from sightline.model.corpus import Corpus, Key
from sightline.render.citing import CiteThis
from sightline.render.escaping import escaped
from sightline.render.groups import Groups
from sightline.render.linked_data import LinkedData
from sightline.render.page import Crumb
from sightline.render.script_json import json_element


def head(
    corpus: Corpus,
    groups: Groups,
    site_url: str,
    path: str,
    crumbs: tuple[Crumb, ...],
    key: Key | None,
    cited: CiteThis | None,
    twin: str,
    pdf: str = "",
) -> str:
    """The head of the page at ``path``: of the record ``key``, where it is the page of one, ``cited`` as here.
    ``twin`` is the page whose twins in Markdown and JSON hold what this one shows; ``pdf`` is its PDF file."""
    return "\n".join(
        [
            *_alternates(site_url, path, key, cited, twin),
            *((_link("application/pdf", pdf, "This page as PDF"),) if pdf else ()),
            *(_highwire(corpus, site_url, cited, pdf) if cited else ()),
            json_element(_graph(LinkedData(corpus, groups, site_url), crumbs, cited, pdf)),
        ]
    )


def _link(media: str, href: str, title: str) -> str:
    """A link to the same in another form; an address below a page holds ids alone, which need no escaping."""
    # The blank after "alternate" matters not to HTML, but hides the link from the theme's script, which takes each
    # link[rel=alternate] for the site in another language and asks for a sitemap below it.
    return f'<link rel="alternate " type="{media}" href="{href}" title="{title}">'


def _meta(name: str, content: str) -> str:
    return f'<meta name="{name}" content="{escaped(content)}">'


def _graph(data: LinkedData, crumbs: tuple[Crumb, ...], cited: CiteThis | None, pdf: str) -> dict[str, Json]:
    nodes = [*(data.about(cited, pdf) if cited else ()), data.breadcrumbs(crumbs)]
    return {"@context": data.context(), "@graph": nodes}


def _alternates(site_url: str, path: str, key: Key | None, cited: CiteThis | None, twin: str) -> Iterator[str]:
    """The same page in Markdown and JSON, its reference data, and the feed of its theme."""
    if twin:
        what = "This page" if twin == path else "The list"
        base = "" if twin == path else "../" * path.count("/") + twin
        yield _link("text/markdown", urls.markdown(base), f"{what} as Markdown")
        yield _link("application/json", urls.json(base), f"{what} as JSON")
    if cited:
        for form, file in cited.files:
            yield _link(form.media, file.removeprefix(path), f"Reference ({form.name})")
    if site_url and key and key.kind == "theme":
        feed = "../" * path.count("/") + urls.feed("themes", key.id)
        yield _link("application/atom+xml", feed, "Changes on this theme")


def _highwire(corpus: Corpus, site_url: str, cited: CiteThis, pdf: str) -> Iterator[str]:
    """Tags that Google Scholar and Zotero read; on what this site publishes, never on the pages of others' works."""
    key, held, record = cited.key, cited.held, corpus.records[cited.key]
    if not isinstance(record, (Brief, Recommendation)):
        return
    yield _meta("citation_title", record.title)
    for person in held.people.get("author", ()):
        yield _meta("citation_author", _inverted(person))
    if issued := held.days.get("issued"):
        parts = (f"{issued.year:04}", *(f"{part:02}" for part in (issued.month, issued.day) if part))
        yield _meta("citation_publication_date", "/".join(parts))
    if isinstance(record, Recommendation):
        yield _meta("citation_inbook_title", held.texts.get("container-title", ""))
    yield _meta("citation_technical_report_institution", held.texts.get("publisher", ""))
    yield _meta("citation_public_url", f"{site_url or '/'}{urls.of(key)}")
    if pdf and site_url:
        yield _meta("citation_pdf_url", f"{site_url}{urls.of(key)}{pdf}")


def _inverted(person: Person) -> str:
    family = " ".join(filter(None, (person.particle, person.family)))
    given = " ".join(filter(None, (person.given, person.dropping)))
    return person.literal or ", ".join(filter(None, (family, given, person.suffix)))
