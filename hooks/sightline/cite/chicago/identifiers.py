"""Which one of several it is: number, version, edition, volume and part (CMOS 14.16-14.21)."""

from __future__ import annotations

from sightline.cite import dates, editions, numbers, terms, titles
from sightline.cite.chicago import contributors
from sightline.cite.chicago.form import ENTRY, INLINE, Form
from sightline.cite.headline import headline
from sightline.cite.phrases import join
from sightline.cite.work import VOLUMES, WEB, Work

_NUMBERED_APART = frozenset(("broadcast", "graphic", "map", "motion_picture"))
_VOLUME_EDITORS = ("container-author", "editor", "editor-translator", "translator")


def identifier(work: Work, form: Form) -> str:
    """What follows the title and description of the work itself."""
    separator = form.separator
    if work.kind == "patent":
        return patent(work)
    if work.kind in WEB:
        return join(separator, number(work, form), *_versions(work, form), contributors.of_work(work, form))
    if "container-title" in work.known:
        apart = number(work, form) if work.kind in _NUMBERED_APART else ""
        return join(separator, apart, contributors.of_work(work, form))
    own = "" if work.kind == "song" or (work.kind == "report" and "title" not in work.known) else number(work, form)
    return join(separator, own, *_versions(work, form), _credits_and_volume(work, form))


def within(work: Work, form: Form) -> str:
    """What follows the title of the book or report that the work is part of."""
    if "container-title" not in work.known:
        return ""
    own = "" if work.kind in _NUMBERED_APART or work.kind == "song" else number(work, form)
    several = work.has("number-of-volumes", "part-number", "volume", "volume-title")
    editor = contributors.series_editor(work, form, inline=True) if several else ""
    credit = contributors.of_container(work, form)
    many = "" if work.multivolume or "page" in work.known else _number_of_volumes(work, form)
    return join(", ", own, *_versions(work, INLINE), editor, volume_in_note(work, form), credit, many)


def number(work: Work, form: Form) -> str:
    """Report GAO-24-105980; Working Paper no. 12; episode 3."""
    value = work.text("number")
    if not value or work.kind == "thesis":
        return ""
    genre = work.text("genre")
    if work.kind == "broadcast" and numbers.is_numeric(value):
        return form.start(f"{genre or 'episode'} {value}")
    if form.bibliography:
        genre = headline(genre, work.language())
    return join(" ", genre, numbered(work, form))


def numbered(work: Work, form: Form = INLINE) -> str:
    """A number with "no." where it is nothing but a number, hyphens and all."""
    value = work.text("number")
    if work.kind != "standard" and (numbers.is_numeric(value) or work.kind in ("legislation", "regulation")):
        label = "nos." if any(sign in value for sign in ",&") else "no."
        return form.start(f"{label} {value}") if value else ""
    return form.start(value)


def edition(work: Work, form: Form) -> str:
    """2nd ed.; rev. ed."""
    value = work.text("edition")
    if not (work.serial or work.kind in ("interview", "paper-conference")) or value[:1].isdigit():
        return form.start(editions.edition(value))
    if not value:
        return ""
    value = value if "edition" in value.lower() else f"{value} edition"
    return headline(value, work.language()) if form.bibliography else value


def volume(work: Work) -> str:
    """vol. 3."""
    return labelled("vol.", "vols.", numbers.dashed(work.text("volume")))


def part(work: Work, form: Form = INLINE) -> str:
    """pt. 2."""
    return form.start(labelled("pt.", "pts.", numbers.dashed(work.text("part-number"))))


def labelled(one: str, several: str, value: str) -> str:
    """A number with its label; words stay as they are."""
    if not numbers.is_numeric(value):
        return value
    return f"{several if numbers.is_plural(value) else one} {value}"


def issue(work: Work) -> str:
    """no. 4; nos. 1-2; words without a label need none."""
    value = numbers.dashed(work.text("issue"))
    return labelled("no.", "nos.", value) if value[:1].isdigit() else value


def supplement(work: Work) -> str:
    """supp. 1."""
    value = work.text("supplement-number")
    return f"supp. {value}" if value else ""


def volume_in_note(work: Work, form: Form) -> str:
    """The volume, unless it is printed with the page: 3:24."""
    if not work.multivolume:
        return ""
    if work.has("part-number", "part-title", "volume-title"):
        return join(", ", volume(work), titles.part_title(work, "volume-title"), part(work), titles.part_title(work))
    value = work.text("volume")
    paged = form.points_to("page") or ("page" in work.known and "container-title" not in work.known)
    if numbers.is_numeric(value) and paged and not work.has(*_VOLUME_EDITORS):
        return ""
    return volume(work)


def version(work: Work, form: Form) -> str:
    """version 3.1."""
    value = work.text("version")
    label = "v." if work.kind == "software" else "version"
    return form.start(f"{label} {value}") if value else ""


def patent(work: Work) -> str:
    """U.S. Patent 123,456, filed July 2, 2001, and issued May 3, 2003 (CMOS 14.158)."""
    filed, issued = dates.full(work.date("submitted")), dates.full(work.date("issued"))
    name = join(" ", work.text("authority"), terms.capitalised(work.text("genre") or "patent"), work.text("number"))
    given = f"{'and ' if filed and issued else ''}issued {issued}" if issued else ""
    return join(", ", name, f"filed {filed}" if filed else "", given)


def _versions(work: Work, form: Form) -> tuple[str, str]:
    if not work.has("edition", "version"):
        return "", ""
    reprint = work.has_all("issued", "original-date") and "original-title" not in work.known
    return version(work, form), "" if reprint else edition(work, form)


def _credits_and_volume(work: Work, form: Form) -> str:
    if work.serial:
        return contributors.of_work(work, form)
    several = work.has("number-of-volumes", *VOLUMES)
    editor = contributors.series_editor(work, form) if several else ""
    if not form.bibliography:
        credit = contributors.of_work(work, form)
        return join(", ", editor, volume_in_note(work, form), credit, _number_of_volumes(work, form))
    if work.multivolume:
        return join(". ", editor, join(", ", _volume_in_bibliography(work), contributors.volume_credits(work, form)))
    return join(". ", editor, contributors.of_work(work, form), _number_of_volumes(work, form))


def _volume_in_bibliography(work: Work) -> str:
    start = ENTRY.start
    if work.has("volume", "volume-title"):
        name = titles.part_title(work, "volume-title")
        return join(", ", start(volume(work)), name, part(work), titles.part_title(work))
    return join(", ", start(part(work)), titles.part_title(work))


def _number_of_volumes(work: Work, form: Form) -> str:
    value = work.text("number-of-volumes")
    if not value or work.multivolume or form.points_to("column", "folio", "page"):
        return ""
    return f"{value} {'vol.' if value == '1' else 'vols.'}" if numbers.is_numeric(value) else value
