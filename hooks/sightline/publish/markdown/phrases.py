"""What many Markdown pages say in the same words: links, references and printed notes, each made once."""

from __future__ import annotations

from dataclasses import dataclass, field

from sightline import urls
from sightline.cite.locators import chicago, locator_of
from sightline.model.addresses import from_root, is_path
from sightline.model.corpus import Key, Note, Resolved
from sightline.model.keys import source_key
from sightline.model.notes import Citation
from sightline.render import Renderer
from sightline.render.names import title_of
from sightline.render.notes import stands_for
from sightline.render.prose_markdown import escaped, link, reference


@dataclass(slots=True)
class Phrases:
    """The phrases of one corpus."""

    render: Renderer
    _links: dict[Key, str] = field(default_factory=dict)
    _entries: dict[str, str] = field(default_factory=dict)
    _notes: dict[Key, tuple[str, str]] = field(default_factory=dict)
    sights: dict[Key, str] = field(default_factory=dict)
    """The lines of sight of recommendations, each of which stands on a page of its own and among those of its brief."""

    def address(self, key: Key) -> str:
        """The permanent address of a record."""
        return f"{self.render.site_url or '/'}{urls.of(key)}"

    def web(self, target: str) -> str:
        """An address in a text; a path starts at the site's root."""
        return f"{self.render.site_url or '/'}{from_root(target)}" if is_path(target) else target

    def link(self, key: Key) -> str:
        """A link to a record, by its title."""
        made = self._links.get(key)
        if made is None:
            made = self._links[key] = link(escaped(title_of(self.render.corpus, key)), self.address(key))
        return made

    def let_go(self, key: Key) -> None:
        """Forget the notes and the lines of sight of a brief, or the notes that cite a source: whatever says them all has
        been made."""
        corpus = self.render.corpus
        for one in corpus.of_brief[key.id] if key.kind == "brief" else ():
            self._notes.pop(one, None)
            self.sights.pop(one, None)
        for one in corpus.source_links[key.id].notes if key.kind == "source" else ():
            self._notes.pop(one, None)

    def by_id(self, source: str) -> str:
        """A link to a source by its id, in which nothing is Markdown."""
        return link(source, self.address(source_key(source)))

    def printed(self, source: str) -> str:
        """A work as it stands in a bibliography."""
        return reference(self.render.references.bibliography(source))

    def entry(self, source: str) -> str:
        """The same with the way to its page."""
        made = self._entries.get(source)
        if made is None:
            made = self._entries[source] = f"{self.printed(source)} ({self.by_id(source)})"
        return made

    def work(self, work: Resolved) -> str:
        """What a note stands for, in full."""
        return self.render.references.note_in_markdown(work.source, work.label, work.locator)

    def note(self, note: Note) -> tuple[str, str]:
        """What a note prints, and what it stands for where that is not printed in full."""
        key = note.key
        if key not in self._notes:
            works = "; ".join(map(self.work, stands_for(note)))
            self._notes[key] = self._printed(note), _closed(f"Stands for: {works}") if works else ""
        return self._notes[key]

    def _printed(self, note: Note) -> str:
        cited = "; ".join(map(self._citation, note.citations))
        return _closed(cited[:1].upper() + cited[1:] if note.citations and note.citations[0].lead_in else cited)

    def _citation(self, citation: Citation) -> str:
        lead = f"{escaped(citation.lead_in)} " if citation.lead_in else ""
        if citation.form == "ibid":
            place = chicago(locator_of((citation.label, citation.locator or "")))
            return f"{lead}Ibid.{', ' if place else ''}{escaped(place)}"
        short = citation.form == "short"
        source, references = str(citation.source), self.render.references
        return lead + references.note_in_markdown(source, citation.label, citation.locator, short=short)


def _closed(text: str) -> str:
    """A citation with a final full stop, inside quotation marks (CMOS 18), unless it ends with a mark of its own."""
    bare = text.rstrip("”’*")
    if not text or bare.endswith((".", "?", "!")):
        return text
    end = text[len(bare) :]
    return f"{bare}.{end}" if end.strip("*") else f"{text}."
