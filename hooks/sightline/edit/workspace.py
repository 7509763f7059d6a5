"""The content with its files: what the commands that show or change records look at."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sightline.check import Checked, Entry, check
from sightline.diagnostics import Problem, Report, did_you_mean
from sightline.edit.errors import EditError, Undone
from sightline.edit.textfiles import Plan, Transaction
from sightline.link import link
from sightline.link.handwritten import check_pages
from sightline.model.corpus import Corpus, Key
from sightline.model.kinds import BY_NAME, KINDS, Kind
from sightline.read import Content, read_content, read_pages

KIND_WORDS = {"note": "endnote", "term": "glossary-term", "glossary": "glossary-term"}
"""Other words for some kinds, beside the plurals."""


@dataclass(slots=True)
class Workspace:
    """All records with the places where they stand."""

    root: Path
    content: Content
    checked: Checked
    corpus: Corpus | None
    """None where an error stands in the way."""
    problems: list[Problem]
    entries: dict[Key, Entry] = field(init=False)
    aliases: dict[Key, Key] = field(init=False)
    """Earlier ids, and the records that had them."""

    def __post_init__(self) -> None:
        self.entries = {entry.key: entry for entry in self.checked.entries}
        self.aliases = {
            key.named(alias): key
            for key, entry in self.entries.items()
            for alias in getattr(entry.record, "aliases", ())
        }

    @property
    def errors(self) -> list[Problem]:
        """The problems that are errors."""
        return [problem for problem in self.problems if problem.severity == "error"]

    def taken(self, kind: Kind, brief: str) -> dict[str, Key]:
        """The ids of a kind (in a brief) that are, or once were, given to a record."""
        named = {**dict(zip(self.entries, self.entries, strict=True)), **self.aliases}
        return {key.id: owner for key, owner in named.items() if (key.kind, key.brief) == (kind.name, brief)}

    def brief(self, kind: Kind, given: str, record: str = "") -> str:
        """The brief that a command means, by its name or by the id of a record that only one brief has.

        Raises EditError where it has to be said, or does not exist.
        """
        briefs = [entry.raw.brief for entry in self.checked.entries if entry.key.kind == "brief"]
        if not kind.in_brief:
            if given:
                raise EditError(f"no {label(kind)} belongs to a brief; leave --brief out")
            return ""
        owners = [brief for brief in briefs if record in self.taken(kind, brief)] if record else []
        if not given and len(owners or briefs) == 1:
            return (owners or briefs)[0]
        if given in briefs:
            return given
        if not given and record and not owners:
            near = did_you_mean(record, (key.id for key in self.entries if key.kind == kind.name))
            raise EditError(f"no brief has a {label(kind)} '{record}'; {near}".removesuffix("; "))
        if not given:
            raise which_brief(owners or briefs)
        raise self.missing(str(no_brief(given, briefs)))

    def missing(self, message: str) -> EditError:
        """What to say where something is not found: while there are errors, one of them may hide it."""
        why = "\nthe content has errors, which may hide it: see sightline check" if self.errors else ""
        return EditError(f"{message}{why}")


def which_brief(briefs: Iterable[str]) -> EditError:
    """What to say where a command may mean any of these briefs."""
    return EditError(f"say which brief: --brief {' or --brief '.join(briefs)}")


def no_brief(given: str, briefs: Sequence[str]) -> EditError:
    """What to say where a command names a brief that is none of these."""
    return EditError(f"there is no brief '{given}'; {did_you_mean(given, briefs) or 'there are: ' + ', '.join(briefs)}")


def open_workspace(root: Path) -> Workspace:
    """Read, check and link everything below ``root``."""
    content = read_content(root)
    checked = check(content)
    corpus, problems = link(checked)
    pages, unfit = read_pages(root)
    report = Report([*checked.problems, *problems, *unfit])
    if corpus:
        report.add(check_pages(corpus, pages))
    return Workspace(root, content, checked, corpus, report.ordered)


def kind_named(word: str) -> Kind:
    """The kind that an editor means. Raises EditError where there is none."""
    words = {**{kind.name: kind for kind in KINDS}, **{kind.files: kind for kind in KINDS}}
    words |= {one: BY_NAME[name] for one, name in KIND_WORDS.items()}
    if found := words.get(word.lower().replace("_", "-")):
        return found
    names = [kind.name for kind in KINDS]
    raise EditError(f"there is no kind '{word}'; {did_you_mean(word, names) or 'there are: ' + ', '.join(names)}")


def label(kind: Kind) -> str:
    """The kind in words."""
    return kind.name.replace("-", " ")


def carry_out(space: Workspace, plan: Plan) -> Workspace:
    """Carry out a plan, and look again; undoes it, and raises Undone, where it brought a new error."""
    with Transaction(space.root, plan):
        after = open_workspace(space.root)
        if new := _brought(space, after, plan):
            raise Undone(spoilt(new))
    return after


def _brought(space: Workspace, after: Workspace, plan: Plan) -> list[Problem]:
    """The errors that a plan brought. An error hides others, so of those that come to light only its own files tell."""
    before = {(problem.code, problem.message) for problem in space.errors}
    new = [problem for problem in after.errors if (problem.code, problem.message) not in before]
    written = {change.path for change in plan.changes}
    return [problem for problem in new if not before or problem.place.file in written]


def spoilt(problems: list[Problem]) -> str:
    """What to say where a change of ours turned out wrong."""
    listed = "\n".join(map(str, problems[:5]))
    return f"the change would have brought new errors, so it was undone. This is a fault of Sightline's:\n{listed}"


def files_of(plan: Plan) -> Iterator[str]:
    """The files that a plan changes, in words."""
    for change in plan.changes:
        verb = "written" if change.before is None else "removed" if change.after is None else "changed"
        yield f"  {verb}  {change.path}"
    for old, new in plan.moves:
        yield f"  moved    {old} -> {new}"
