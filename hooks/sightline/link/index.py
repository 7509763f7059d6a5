"""Which ids exist: of each kind, in each brief, aliases included."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from sightline.check import Checked, Entry
from sightline.diagnostics import Edit, Problem, did_you_mean, sure
from sightline.model.brief import Brief, Finding
from sightline.model.corpus import Key
from sightline.model.kinds import BY_NAME, KINDS
from sightline.model.limits import MAX_COMPARED
from sightline.model.notes import Endnote

_KINDS = {kind.name: place for place, kind in enumerate(KINDS)}


@lru_cache(1 << 13)  # as many as four briefs of a hundred recommendations have
def key_for(kind: str, reference: str, brief: str) -> Key:
    """The key that a reference means when it stands in a record of ``brief`` (empty: a shared record).

    The same one is asked for by each page and file that the record is on.
    """
    if not BY_NAME[kind].in_brief:
        return Key(kind, "", reference)
    owner, slash, name = reference.rpartition("/")
    return Key(kind, owner if slash else brief, name)


@dataclass(slots=True)
class Index:
    """Finds records by reference."""

    entries: dict[Key, Entry] = field(default_factory=dict)
    """In the order of the corpus."""
    aliases: dict[Key, Key] = field(default_factory=dict)
    sections: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The section ids of each brief."""
    earlier_sections: dict[str, dict[str, str]] = field(default_factory=dict)
    """The earlier ids of its sections, each with the one that stands for it now."""
    ids: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """The ids of a kind in a brief, for suggestions."""
    broken: dict[tuple[str, str], frozenset[str] | None] = field(default_factory=dict)
    """What could not be read, as in ``Checked``."""
    faulty: set[Key] = field(default_factory=set)
    compared: int = 0
    """How many ids were compared with references that lead nowhere; past the limit there are no more suggestions."""
    rooted: set[str] = field(default_factory=set)
    """The themes that are known to be part of no circle."""

    def wrong(self, key: Key, word: str) -> tuple[str, str, str, Edit | None] | None:
        """The code, message, hint and fix of what is wrong with a reference, or None where it is right.

        None as well where that cannot be known: it may mean a record whose own problem is reported.
        """
        if self.has(key):
            return None
        label = key.kind.replace("-", " ")
        if key in self.aliases:
            new = self.aliases[key]
            newer = _renamed(word, new.id)
            return "old-id", f"'{word}' is an earlier id of this {label}", f"write '{newer.new}'", newer
        if BY_NAME[key.kind].in_brief and not key.brief:
            return "needs-brief", f"'{word}' does not say which brief it means", f"write 'the-brief/{key.id}'", None
        if key.brief and key.brief not in self.sections:
            brief = Key("brief", "", key.brief)
            return None if self.has(brief) or self._may_be(brief) else self._wrong_brief(key, word)
        if self._may_be(key):
            return None
        code = f"unknown-{'note' if key.kind == 'endnote' else key.kind}"
        if (key.kind, key.brief) in self.broken:  # the right name may be one that could not be read
            return code, f"'{word}': no such {label}", "", None
        if self.tired(len(self.ids.get((key.kind, key.brief), []))):
            return code, f"'{word}': no such {label}", "", None
        close = sure(key.id, self.ids.get((key.kind, key.brief), [])) if key.kind != "endnote" else None
        fix = _renamed(word, close.new) if close else None
        return code, f"'{word}': no such {label}", self._hint(key), fix

    def has(self, key: Key) -> bool:
        """Whether there is such a record, be it one that is wrong in itself."""
        return key in self.entries or key in self.faulty

    def _may_be(self, key: Key) -> bool:
        """Whether a record that could not be read may have this name. A brief is unread by its folder, or with all."""
        owners = [brief for kind, brief in self.broken if kind == "brief"] if key.kind == "brief" else [key.brief]
        unread = [self.broken[key.kind, owner] for owner in owners if (key.kind, owner) in self.broken]
        return any(names is None or key.id in names for names in unread)

    def tired(self, more: int) -> bool:
        """Whether there have been too many comparisons for so many more."""
        self.compared += more
        return self.compared > MAX_COMPARED

    def _wrong_brief(self, key: Key, word: str) -> tuple[str, str, str, Edit | None]:
        if new := self.aliases.get(Key("brief", "", key.brief)):
            fix = Edit(word, f"{new.id}/{key.id}") if word.startswith(key.brief) else None
            return "old-id", f"'{word}': '{key.brief}' is an earlier id of this brief", f"write '{new.id}'", fix
        hint = did_you_mean(key.brief, self.sections)
        return "unknown-brief", f"'{word}': there is no brief '{key.brief}'", hint, None

    def _hint(self, key: Key) -> str:
        if key.kind == "endnote":
            known = sorted(map(int, self.ids.get((key.kind, key.brief), [])))
            return (
                f"the notes of '{key.brief}' run from {known[0]} to {known[-1]}" if known else "the brief has no notes"
            )
        if near := did_you_mean(key.id, self.ids.get((key.kind, key.brief), [])):
            return near
        elsewhere = [
            other for (kind, _), ids in self.ids.items() if kind == key.kind for other in ids if other == key.id
        ]
        owner = next((one.brief for one in self.entries if one.kind == key.kind and one.id in elsewhere), "")
        return f"did you mean '{owner}/{key.id}'?" if owner else ""


def _renamed(word: str, new: str) -> Edit:
    """The change of a reference to another id, in the same brief as before."""
    owner, slash, _ = word.rpartition("/")
    return Edit(word, f"{owner}{slash}{new}")


def index(checked: Checked) -> tuple[Index, list[Problem]]:
    """Index all entries; repeated ids and taken aliases are problems."""
    briefs = (Key("brief", "", folder) for folder in checked.briefs)
    found = Index(broken=checked.broken, faulty={*checked.faulty, *briefs})
    problems = [problem for entry in checked.entries for problem in _add(found, entry)]
    found.entries = dict(sorted(found.entries.items(), key=lambda pair: _place(found, *pair)))
    for entry in found.entries.values():
        problems += _aliases(found, entry)
    for key in sorted(found.faulty - found.entries.keys()):
        found.ids.setdefault((key.kind, key.brief), []).append(key.id)
    for brief in checked.briefs:
        found.sections.setdefault(brief, ())
    return found, problems


def _add(found: Index, entry: Entry) -> Iterator[Problem]:
    key = entry.key
    if key in found.entries:
        first = found.entries[key].raw.place(entry.raw.kind.identity)
        place = entry.raw.place(entry.raw.kind.identity)
        label = key.kind.replace("-", " ")
        yield Problem(place, "repeated-id", f"{label} '{key.id}' stands here and in {first}", "give one another id")
        return
    found.entries[key] = entry
    found.ids.setdefault((key.kind, key.brief), []).append(key.id)
    if isinstance(entry.record, Brief):
        found.sections[entry.raw.brief] = tuple(section.id for section in entry.record.sections)
        found.earlier_sections[entry.raw.brief] = {
            alias: section.id for section in reversed(entry.record.sections) for alias in section.aliases
        }


def _place(found: Index, key: Key, entry: Entry) -> tuple[int, str, int, str]:
    """What records are ordered by: kind by kind, those of a brief as its files have them, but findings by section and
    notes by number; shared ones by id."""
    number = 0
    if isinstance(entry.record, Endnote):
        number = entry.record.number
    elif isinstance(entry.record, Finding):
        sections = found.sections.get(key.brief, ())
        number = sections.index(entry.record.section) if entry.record.section in sections else len(sections)
    return _KINDS[key.kind], key.brief, number, "" if BY_NAME[key.kind].in_brief else key.id


def _aliases(found: Index, entry: Entry) -> Iterator[Problem]:
    for position, alias in enumerate(getattr(entry.record, "aliases", ())):
        old = entry.key.named(alias)
        if old in found.entries or old in found.aliases:
            holder = found.entries.get(old) or found.entries[found.aliases[old]]
            message = f"'{alias}' is an id or an alias of the record in {holder.raw.place('id')}"
            yield Problem(
                entry.raw.place("aliases", position), "taken-alias", message, "an old id is never given again"
            )
        else:
            found.aliases[old] = entry.key
