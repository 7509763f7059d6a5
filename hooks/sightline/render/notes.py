"""How an endnote is shown: as it is printed, and as what it stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from markupsafe import Markup

from sightline import urls
from sightline.cite.locators import chicago, locator_of
from sightline.model.corpus import Corpus, Key, Note, Resolved, Use
from sightline.model.notes import Citation
from sightline.model.prose import Prose
from sightline.render.escaping import escaped, finished
from sightline.render.references import References, closed


def printed(note: Note, references: References) -> Markup:
    """A note in the form in which it is printed: in full, in a short form, or as ibid."""
    text = "; ".join([_citation(citation, references) for citation in note.citations])
    return closed(finished(text[:1].upper() + text[1:] if note.citations and note.citations[0].lead_in else text))


def _citation(citation: Citation, references: References) -> str:
    """A citation as finished HTML."""
    lead = f"{escaped(citation.lead_in)} " if citation.lead_in else ""
    if citation.form == "ibid":
        locator = f", {escaped(chicago(locator_of((citation.label, citation.locator))))}" if citation.locator else ""
        return f"{lead}Ibid.{locator}"
    assert citation.source is not None  # the linker let no other citation through
    short = citation.form == "short"
    return f"{lead}{references.note(citation.source, citation.label, citation.locator, short=short)}"


def stands_for(note: Note) -> tuple[Resolved, ...]:
    """What a reader must be told beside the printed form: nothing where every work is printed in full."""
    return () if all(work.form == "full" for work in note.resolved) else note.resolved


def in_order(called: Iterable[Key], brief: str) -> list[Key]:
    """Notes by brief and number, those of the page's own ``brief`` first."""
    return sorted(called, key=lambda key: (key.brief != brief, key.brief, int(key.id)))


def set_out(
    called: Iterable[Key], brief: str, notes: Mapping[Key, Note], body: Callable[[Note], str]
) -> list[tuple[Note, str]]:
    """The notes that a page calls, in order, each with its body; comments in bodies call more, and ``called`` grows."""
    made: dict[Key, str] = {}
    ordered: list[Key] = []
    while unmade := in_order([key for key in called if key not in made], brief):
        made.update([(key, body(notes[key])) for key in unmade])
        ordered = in_order(made, brief) if ordered else unmade
    return [(notes[key], made[key]) for key in ordered]


def where(corpus: Corpus, use: Use) -> Iterator[str]:
    """The text that a mark stands in, as the sentence around it."""
    value: object = corpus.records[use.record]
    for step in use.path:
        value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
    if isinstance(value, Prose):
        yield value.sentences[use.position]


def address(key: Key) -> str:
    """The address of a note from the site's root."""
    return urls.of(key)
