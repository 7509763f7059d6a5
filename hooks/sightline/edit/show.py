"""A record as plain text, with everything that it rests on and that rests on it."""

from __future__ import annotations

import dataclasses
import re
import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping

from sightline import urls
from sightline.diagnostics import did_you_mean
from sightline.edit.errors import EditError
from sightline.edit.workspace import Workspace, kind_named, label
from sightline.link import key_for
from sightline.model.corpus import Corpus, Key
from sightline.model.dates import Edtf
from sightline.model.keys import source_key
from sightline.model.kinds import BY_NAME, KINDS, Record
from sightline.model.notes import Citation
from sightline.model.prose import Prose
from sightline.model.source_notes import Standpoint
from sightline.model.walk import references, texts
from sightline.render.names import count

WIDTH = 100
COLUMN = 10
"""Letters that the names of fields have at least; where one has more, so have those beside it."""
CARRIERS = ("finding", "endnote")
"""The kinds that rest on something and carry something: they are followed further."""
_REF = re.compile(r"(?:(?P<kind>[a-z_-]+)[: ]\s*)?(?:(?P<brief>[a-z0-9-]+)/)?(?P<id>[a-z0-9-]+)", re.IGNORECASE)


def find(space: Workspace, words: str) -> Key:
    """The record that an editor means: ``finding:brief/id``, ``note 37``, or an id alone.

    Raises EditError where there is none, or several.
    """
    match = _REF.fullmatch(words.strip())
    if not match:
        raise EditError(f"'{words}' names no record; write kind:id, kind:brief/id, or an id alone")
    kinds = [kind_named(match["kind"])] if match["kind"] else list(KINDS)
    known = {**{key: key for key in space.entries}, **space.aliases}
    named = {kind.name for kind in kinds}
    found = [
        key for key in known if key.kind in named and key.id == match["id"] and match["brief"] in (None, key.brief)
    ]
    owners = list(dict.fromkeys(known[key] for key in found))
    if len(owners) == 1:
        return owners[0]
    if owners:
        raise EditError(f"'{words}' may be any of these:\n" + "\n".join(f"  {key}" for key in owners))
    ids = [key.id for key in known if key.kind in named]
    near = did_you_mean(match["id"], ids)
    raise space.missing(
        f"there is no {label(kinds[0]) if len(kinds) == 1 else 'record'} '{words}'; {near}".removesuffix("; ")
    )


def show(space: Workspace, corpus: Corpus, key: Key) -> Iterator[str]:
    """The lines of a record."""
    entry = space.entries[key]
    yield f"{label(entry.raw.kind)} {str(key).partition(':')[2]}"
    yield f"  {entry.raw.place()}"
    yield f"  /{urls.of(key)}"
    yield ""
    yield from _listed({**dict(_filled(entry.record)), **_support(corpus, key)}, "  ")
    yield from _section("Rests on", _tree(corpus, key, _below))
    yield from _section("Names", _names(corpus, entry.record, key))
    yield from _section("Rests on it, or names it", _tree(corpus, key, _above))
    yield from _falls(corpus, key)


def _listed(filled: Mapping[str, object], indent: str) -> Iterator[str]:
    width = max(COLUMN, *map(len, filled))
    for name, value in filled.items():
        yield from _field(name, value, indent, width)


def _filled(record: object) -> Iterator[tuple[str, object]]:
    """The fields that say something, and the variables of a source as fields of it."""
    for one in dataclasses.fields(record):  # type: ignore[arg-type]  # every record is a dataclass
        value = getattr(record, one.name)
        if isinstance(value, dict):
            yield from value.items()
        elif value not in (None, (), "") and one.name not in ("id", "brief") and not _is_silent(record, one.name):
            yield one.name, value


def _is_silent(record: object, name: str) -> bool:
    """Whether a value says nothing: what a locator counts where there is none, or that a place is not the summary."""
    match record:
        case Citation(locator=None):
            return name == "label"
        case Standpoint(summary=False):
            return name == "summary"
        case _:
            return False


def _field(name: str, value: object, indent: str, width: int) -> Iterator[str]:
    items = value if isinstance(value, tuple) else ()
    if any(dataclasses.is_dataclass(item) and not isinstance(item, Prose) for item in items):
        yield f"{indent}{name}"
        for item in items:
            first, *rest = _listed(dict(_filled(item)), indent="")
            yield f"{indent}  - {first}"
            yield from (f"{indent}    {line}" for line in rest)
    elif dataclasses.is_dataclass(value) and not isinstance(value, (Prose, Edtf)):
        yield f"{indent}{name}"
        yield from _listed(dict(_filled(value)), indent + "  ")
    else:
        words = "; ".join(map(_plain, items)) if any(isinstance(item, dict) for item in items) else ""
        words = words or ("\n".join(map(_plain, items)) if any(isinstance(item, Prose) for item in items) else "")
        yield from _wrapped(f"{indent}{name:<{width}} ", words or ", ".join(map(_plain, items)) or _plain(value))


def _plain(value: object) -> str:
    match value:
        case Prose(source=text) | Edtf(text=text):
            return text.strip()
        case dict():
            return str(
                value.get("literal")
                or " ".join(str(part) for part in (value.get("given"), value.get("family")) if part)
            )
        case bool():
            return "true" if value else "false"
        case _:
            return str(value)


def _wrapped(head: str, text: str) -> Iterator[str]:
    """The text beside its head; an address stays whole, so that it can be copied."""
    wrap = textwrap.TextWrapper(WIDTH - len(head), break_long_words=False, break_on_hyphens=False).wrap
    lines = [line for part in text.split("\n") for line in wrap(part) or [""]]
    yield head + lines[0]
    yield from (" " * len(head) + line for line in lines[1:])


def _support(corpus: Corpus, key: Key) -> dict[str, str]:
    """What is counted of a statement's support, as one more field; none for a record that is no statement."""
    support = corpus.support.get(key)
    if not support:
        return {}
    labels = f" ({', '.join(support.labels)})" if support.labels else ""
    findings = [count(support.findings, "finding")] if key.kind == "recommendation" else []
    return {"support": ", ".join([*findings, count(support.notes, "note"), count(support.sources, "source")]) + labels}


def _section(title: str, lines: Iterable[str]) -> Iterator[str]:
    listed = list(lines)
    if listed:
        yield ""
        yield title
        yield from listed


Step = Callable[[Corpus, Key], Iterator[tuple[Key, str]]]
"""The records one step away from a record, each with a remark."""


def _tree(corpus: Corpus, key: Key, step: Step, depth: int = 1, above: tuple[Key, ...] = ()) -> Iterator[str]:
    for other, remark in dict(step(corpus, key)).items():
        if other not in above:
            yield f"{'  ' * depth}{_line(corpus, other)}{f'  ({remark})' if remark else ''}"
            if other.kind in CARRIERS:
                yield from _tree(corpus, other, step, depth + 1, (*above, key))


def _line(corpus: Corpus, key: Key) -> str:
    name = str(key).partition(":")[2]
    return f"{'note' if key.kind == 'endnote' else label(BY_NAME[key.kind])} {name}: {_title(corpus, key)}"


def _title(corpus: Corpus, key: Key) -> str:
    if key.kind == "endnote":
        return ", ".join(work.source for work in corpus.notes[key].resolved) or "cites nothing"
    record = corpus.records[key]
    words = getattr(record, "title", None) or next(
        (getattr(record, name) for name in ("statement", "name", "expansion", "what") if hasattr(record, name)), ""
    )
    return textwrap.shorten(_plain(words), 70, placeholder=" …")


def _below(corpus: Corpus, key: Key) -> Iterator[tuple[Key, str]]:
    """What a record rests on: findings, notes, sources."""
    record = corpus.records[key]
    for ground in getattr(record, "rests_on", ()):
        yield key_for("finding", ground.finding, key.brief), ground.role
    for entry in getattr(record, "status", ()):
        yield source_key(entry.source), f"status: {entry.status}"
    if key.kind != "endnote":
        marks = (mark for _, prose in texts(record) for mark in prose.marks)
        yield from ((key_for("endnote", mark, key.brief or key.id), "") for mark in dict.fromkeys(marks))
        return
    for work in corpus.notes[key].resolved:
        where = f"{work.label} {work.locator}" if work.locator else ""
        form = f"{work.form} for note {work.refers_to}" if work.refers_to else ""
        yield source_key(work.source), ", ".join(filter(None, (where, form)))


def _above(corpus: Corpus, key: Key) -> Iterator[tuple[Key, str]]:
    """What rests on a record; only evidence is followed further up."""
    if key.kind == "source":
        yield from ((note, "") for note in corpus.source_links[key.id].notes)
    for other in corpus.backlinks.get(key, ()):
        roles = [
            one.role
            for one in getattr(corpus.records[other], "rests_on", ())
            if key_for("finding", one.finding, other.brief) == key
        ]
        yield other, ", ".join(roles) if key.kind == "finding" else ""


def _names(corpus: Corpus, record: Record, key: Key) -> Iterator[str]:
    """What a record names without resting on it."""
    below = {other for other, _ in _below(corpus, key)}
    named = [
        (path[0], key_for(to.kinds[0], ref, _brief(record)))
        for path, to, ref in references(record)
        if to.kinds[0] != "section"
    ]
    named += [
        (path[0], key_for(kind, ref, _brief(record))) for path, prose in texts(record) for kind, ref in prose.links
    ]
    for field, other in dict.fromkeys(named):
        if other not in below:
            yield f"  {_line(corpus, other)}  ({field})"


def _brief(record: Record) -> str:
    key = record.key
    return key.id if key.kind == "brief" else key.brief


def _falls(corpus: Corpus, key: Key) -> Iterator[str]:
    """What would lose its last source without this one."""
    if key.kind == "source":
        yield from _section(
            "Would fall with it", (f"  {_line(corpus, other)}" for other in corpus.source_links[key.id].falls)
        )


__all__ = ["find", "show"]
