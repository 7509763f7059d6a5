"""Problems: what is wrong, where it stands, and the way out.

Every stage returns problems as values; whoever runs the stages decides whether they stop the run.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

Severity = Literal["error", "warning"]
SHOWN = 200
"""How many problems one message lists at the most."""


class Code(NamedTuple):
    """A kind of problem, permanent like an address."""

    name: str
    severity: Severity
    meaning: str
    """What it means, in one sentence that an editor understands."""


def _codes(severity: Severity, **meanings: str) -> dict[str, Code]:
    return {
        name.replace("_", "-"): Code(name.replace("_", "-"), severity, meaning) for name, meaning in meanings.items()
    }


CODES: dict[str, Code] = {
    # Files and YAML
    **_codes(
        "error",
        no_content="The content folder is missing or has no records in it.",
        unreadable_file="A file could not be read: no permission, no regular file, or not UTF-8.",
        unknown_file="A file or folder stands where Sightline expects no such thing, so it would be lost.",
        too_large="A file, or a list, is larger than records ever need.",
        more_problems="A file has more problems than are listed at once; the rest shows when these are mended.",
        yaml_syntax="The file is not valid YAML from this place on.",
        yaml_feature="The file uses a part of YAML that records do without: anchors, tags, merge keys, several documents.",
        lost_comment="A value is followed by ' #', so the rest of the line would be lost as a comment.",
        bad_character="The text has a character that cannot be seen or that turns the direction of writing.",
        repeated_key="The same key stands twice in one record; one of the values would be lost.",
        wrong_shape="A list stands where a record is due, or the other way round.",
    ),
    # Fields
    **_codes(
        "error",
        unknown_key="The record has a key that its kind does not know.",
        missing_key="A key that the kind of record needs is missing or empty.",
        bad_value="The value is not of the form that this key takes.",
        bad_id="The value is not an id: lower-case words joined by hyphens.",
        reserved_id="The id is a name that the site needs for itself.",
        bad_date="The value is not an EDTF date, or no day of the calendar.",
        bad_url="The address is not one that a reader may be sent to.",
        raw_html="The text has HTML in it, which is not passed on.",
        bad_mark="The text has something that looks like a note mark and is none.",
        lost_number="A line starts with a number that Markdown would take for a list.",
        too_long="A text or a line is longer than its place allows.",
        too_deep="The text has lists in lists, or emphasis in emphasis, deeper than anyone can follow.",
        not_nfc="The text has accents typed apart from their letters.",
        id_and_file="The id of a record in a file of its own differs from the file's name.",
    ),
    # References
    **_codes(
        "error",
        repeated_id="Two records of one kind have the same id.",
        taken_alias="An alias is the id or the alias of another record.",
        unknown_brief="A reference names a brief that does not exist.",
        unknown_section="A reference names a section that its brief does not have.",
        unknown_theme="A reference names a theme that does not exist.",
        unknown_source="A reference names a source that does not exist.",
        unknown_actor="A reference names an actor that does not exist.",
        unknown_finding="A reference names a finding that does not exist.",
        unknown_recommendation="A reference names a recommendation that does not exist.",
        unknown_note="A note mark or a reference names an endnote that does not exist.",
        needs_brief="A note mark or reference in a shared record does not say which brief it means.",
        old_id="A reference uses an alias, an earlier id of the record.",
        ibid_without_note="An ibid has no note before it, or that note cites nothing.",
        ibid_with_source="An ibid names a source of its own.",
        ibid_refers_elsewhere="An ibid refers to another note than the one before it.",
        short_without_full="A short form is not preceded by a note that cites the work in full.",
        short_refers_elsewhere="A short form refers to a note that does not cite its work in full.",
        citation_without_source="A citation in full or short form names no source.",
        circular_theme="A theme is, through its broader themes, part of itself.",
        self_reference="A record refers to itself.",
        repeated_reference="A record names the same other record twice in one list.",
        one_of_these="Exactly one of several keys is due.",
        folder_and_id="The folder of a brief differs from the brief's id.",
        brief_missing="A folder of a brief has no brief.yml.",
        unknown_block="A hand-written page asks for a list that does not exist.",
        number_missing="The endnotes of a brief do not run from 1 without a gap.",
    ),
    # Editorial
    **_codes(
        "warning",
        text_unwritten="The record still says 'To be written.' where a text is due.",
        finding_without_note="A finding carries no note mark; where the editor says why, it is no warning.",
        recommendation_without_evidence="A recommendation reaches no source, neither by a note nor by a finding.",
        recommendation_rests_on_nothing="A recommendation rests on no finding.",
        source_never_cited="No endnote cites the source.",
        note_never_called="No text has a mark of the endnote.",
        note_out_of_section="The mark of an endnote stands more than once, in different sections.",
        theme_unused="No finding or recommendation belongs to the theme.",
        actor_unused="No record names the actor.",
        declared_sources_differ="A brief lists another number of sources than it declares.",
    ),
}


class Place(NamedTuple):
    """Where a problem stands: ``line`` and ``column`` count from 1; 0 means the file as a whole."""

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        return ":".join([self.file, *(str(number) for number in (self.line, self.column) if number)])


class Edit(NamedTuple):
    """A change of one line that ends a problem and can hardly be wrong: what stands there, and what should."""

    old: str
    new: str
    place: Place | None = None
    """Where it stands; None means the place of the problem."""


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong."""

    place: Place
    code: str
    message: str
    hint: str = ""
    """What to do instead; empty where nothing better than the message can be said."""
    fix: Edit | None = field(default=None, compare=False)
    """What ``sightline fix`` may do about it."""

    @property
    def severity(self) -> Severity:
        """``error`` stops a build, ``warning`` goes on the ledger."""
        return CODES[self.code].severity

    def __str__(self) -> str:
        lines = [f"{self.place}: {self.severity} [{self.code}]", f"    {self.message}"]
        return "\n".join(lines + [f"    {line}" for line in self.hint.splitlines()])


@dataclass(slots=True)
class Report:
    """The problems of a run."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, problems: Iterable[Problem]) -> None:
        """Take in problems, from any stage."""
        self.problems.extend(problems)

    @property
    def ordered(self) -> list[Problem]:
        """Each problem once, by file, line and column."""
        return sorted(set(self.problems))

    def errors(self, stop_on: Iterable[str] = ()) -> list[Problem]:
        """What stops a build: errors, and the warnings whose codes are named."""
        stopping = frozenset(stop_on)
        return [problem for problem in self.ordered if problem.severity == "error" or problem.code in stopping]


def did_you_mean(word: str, known: Iterable[str], ending: str = "") -> str:
    """A hint that names the nearest known word, or nothing where none is near; ``ending`` is put behind that word."""
    near = _nearest(word, known, 1, 0.65)
    return f"did you mean '{near[0]}{ending}'?" if near else ""


def sure(word: str, known: Iterable[str]) -> Edit | None:
    """The change that a hint comes to, where exactly one known word is close and has the same digits."""
    near = _nearest(word, known, 2, 0.8)
    if len(near) != 1 or [*filter(str.isdigit, word)] != [*filter(str.isdigit, near[0])]:
        return None
    return Edit(word, near[0])


def _nearest(word: str, known: Iterable[str], most: int, likeness: float) -> list[str]:
    """The words that are most alike, capitals aside; one that differs in nothing else is the only one."""
    by_lower = {one.lower(): one for one in known}
    small = word.lower()
    near = [small] if small in by_lower else difflib.get_close_matches(small, list(by_lower), most, likeness)
    return [by_lower[one] for one in near]


def message(problems: list[Problem], done: str = "nothing was built") -> str:
    """What stops a build (or something else, as ``done`` says), as one text of bounded length."""
    listed = "\n".join(map(str, problems[:SHOWN]))
    more = f"\n… and {len(problems) - SHOWN:,} more" if len(problems) > SHOWN else ""
    return f"the content has problems; {done}\n\n{listed}{more}\n\n{summary(problems)}"


def summary(problems: list[Problem]) -> str:
    """One line that counts: ``2 errors, 1 warning``."""
    errors = sum(problem.severity == "error" for problem in problems)
    warnings = len(problems) - errors
    return ", ".join(_count(number, word) for number, word in ((errors, "error"), (warnings, "warning")))


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"
