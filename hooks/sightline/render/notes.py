"""How an endnote is shown: as it is printed, and as what it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from sightline import urls
from sightline.model.brief import Citation
from sightline.model.corpus import Corpus, Key, Note, Resolved, Use
from sightline.model.prose import Mark, Prose, Words, walk
from sightline.render.references import References, closed


def printed(note: Note, references: References) -> Markup:
    """A note in the form in which it is printed: in full, in a short form, or as ibid."""
    text = Markup("; ").join(_citation(citation, references) for citation in note.citations)
    return closed(text[:1].upper() + text[1:] if note.citations and note.citations[0].lead_in else text)


def _citation(citation: Citation, references: References) -> Markup:
    lead = Markup("%s ") % citation.lead_in if citation.lead_in else Markup("")
    if citation.form == "ibid":
        locator = Markup(", %s") % references.locator(citation.label, citation.locator) if citation.locator else ""
        return lead + Markup("Ibid.%s") % locator
    assert citation.source is not None  # the linker let no other citation through
    short = citation.form == "short"
    return lead + references.note(citation.source, citation.label, citation.locator, short=short)


def stands_for(note: Note) -> tuple[Resolved, ...]:
    """What a reader must be told beside the printed form: nothing where every work is printed in full."""
    return () if all(work.form == "full" for work in note.resolved) else note.resolved


def sentence(prose: Prose, position: int) -> str:
    """The sentence of a text that the mark at ``position`` (from 0) belongs to, in plain words."""
    text, marks = "", []
    for node in walk(prose):
        if isinstance(node, Words):
            text += node.text
        elif isinstance(node, Mark):
            marks.append(len(text))
    end = marks[position]
    stops = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    last = next(stop for stop in stops if stop >= end or stop == len(text))
    first = max(stop for stop in stops if stop < max(last, 1))
    return text[first:last].strip()


_SENTENCE_END = re.compile(r"(?<!\b[A-Z])(?<!\b(?:St|Dr|Mr|Ms|No|vs))[.!?][”’\")]*(?=\s+[A-Z“‘\"(]|\s*$)")


def where(corpus: Corpus, use: Use) -> Iterator[str]:
    """The text that a mark stands in, as the sentence around it."""
    value: object = corpus.records[use.record]
    for step in use.path:
        value = value[step] if isinstance(step, int) else getattr(value, step)  # type: ignore[index]
    if isinstance(value, Prose):
        yield sentence(value, use.position)


def address(key: Key) -> str:
    """The address of a note from the site's root."""
    return urls.of(key)
