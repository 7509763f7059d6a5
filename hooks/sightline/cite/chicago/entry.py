"""Chicago references put together: a full note, a short note, a bibliography entry (CMOS 13.18)."""

from __future__ import annotations

from sightline.cite import legal, locators, names, numbers, terms, titles
from sightline.cite.chicago import access, contributors, descriptions, heads, identifiers, publication, sources
from sightline.cite.chicago.form import ENTRY, INLINE, Form
from sightline.cite.chicago.told import ALONE, Told
from sightline.cite.locators import Locator
from sightline.cite.marks import ITALIC_ON
from sightline.cite.phrases import italic, join, sentence, wrap
from sightline.cite.punctuation import finish
from sightline.cite.tokens import Tokens
from sightline.cite.work import ENTRIES, LEGAL, Work


def note(work: Work, locator: Locator | None = None) -> Tokens:
    """A full note."""
    form = Form(locator=locator)
    if work.kind in LEGAL:
        return finish(sentence(join(", ", _law(work, form), access.address(work, form))))
    if work.kind in ENTRIES and work.has_all("title", "container-title") and not work.has("author", "DOI", "URL"):
        return finish(sentence(_reference_work(work, form)))
    head, left = heads.head(work, form)
    rest = _note_rest(left, form)
    letter = work.kind == "personal_communication" and work.has_all("author", "recipient")
    letter = letter and not work.has("genre", "title")  # King to Roosevelt
    return finish(sentence(_opened(work, join(" " if letter else ", ", head, rest))))


def bibliography(work: Work) -> Tokens:
    """A bibliography entry."""
    return finish(entry(work))


def entry(work: Work) -> str:
    """A bibliography entry before it is finished."""
    form = ENTRY
    if work.kind in LEGAL:
        return sentence(join(". ", _law(work, form), access.address(work, form), work.text("references")))
    head, rest = heads.head(work, form)
    return sentence(join(". ", head, _bibliography_rest(rest, form), work.text("references")))


def short_note(work: Work, locator: Locator | None = None, told: Told = ALONE) -> Tokens:
    """A short note: family names, short title, place in the work."""
    if work.kind in LEGAL:
        return finish(sentence(join(", ", _short_law(work, told), locators.chicago(locator, legal=True))))
    if work.kind == "personal_communication" and "title" not in work.known:
        return finish(sentence(_opened(work, join(", ", _short_letter(work, told), locators.chicago(locator)))))
    if told is not ALONE or (locator and locator.label == "sub-verbo"):
        short = _short(work, told, under=not locator or locator.label != "sub-verbo")
    else:
        short = work.short = work.short or _short(work)
    return finish(sentence(_opened(work, join(", ", short, _short_locator(work, locator)))))


def _law(work: Work, form: Form) -> str:
    return legal.reference(work, form.locator, names.listed(work.names("author"), form.names))


def _note_rest(work: Work, form: Form) -> str:
    core = _episode(work, form) if work.episode else _named(work, form)
    facts = publication.facts(work, form)
    if publication.in_parentheses(work):
        facts = wrap("(", facts, ")")
    core = join(" " if facts[:1] in "([" else ", ", core, facts)
    place = "" if work.serial else sources.locator(work, form)
    return join(", ", core, place, access.medium(work, form), access.archive(work, form), access.address(work, form))


def _bibliography_rest(work: Work, form: Form) -> str:
    core = _episode(work, form) if work.episode else _named(work, form)
    event = descriptions.occasion(work, form) if not work.serial and descriptions.runs_on(work) else ""
    facts = join(", ", event, publication.facts(work, INLINE if event else form))
    return join(". ", core, facts, access.medium(work, form), access.archive(work, form), access.address(work, form))


def _reference_work(work: Work, form: Form) -> str:
    """Encyclopaedia Britannica, 15th ed. (1980), under “salvation” (CMOS 14.130)."""
    whole = join(", ", italic(titles.cased(work, "container-title")), identifiers.within(work, form))
    published = wrap("(", publication.facts(work, form), ")")
    under = join(" ", "under", titles.title(work))
    place = "" if form.points_to("sub-verbo") else sources.locator(work, form)
    return join(", ", join(" ", whole, published), under, place, access.archive(work, form))


def _named(work: Work, form: Form) -> str:
    """Title, description and identifier, then the source."""
    title = _titled(work, form)
    identifier = identifiers.identifier(work, form)
    description = "" if titles.describes(work) else descriptions.description(work, form)
    if "title" not in work.known and work.kind == "report":
        named = join(form.separator, identifiers.number(work, form), identifier, description)
    elif "title" in work.known:
        named = join(form.separator, title, description, identifier)
    else:
        named = join(form.separator, description, identifier)
    if work.introduction:
        return join(" ", named, sources.source(work, form))
    on = work.kind == "paper-conference" and descriptions.runs_on(work)
    return join(INLINE.separator if on else form.separator, named, sources.source(work, form))


def _titled(work: Work, form: Form) -> str:
    if titles.describes(work):
        return descriptions.own_words(work, form)
    if work.review and not work.has("reviewed-genre", "reviewed-title"):
        return ""
    title = titles.title(work)
    if work.serial or work.kind in ("post", "webpage"):
        return join(form.separator, title, join(", ", identifiers.part(work, form), titles.part_title(work)))
    return title


def _episode(work: Work, form: Form) -> str:
    """A programme, then the number and title of the instalment (CMOS 14.165)."""
    programme = italic(titles.cased(work, "container-title"))
    inline = contributors.of_container(work, form)
    instalment = join(
        ", ", identifiers.number(work, form), titles.title(work), descriptions.description(work, INLINE), inline
    )
    apart = contributors.of_container_apart(work, form)
    series, occasion = sources.series(work, form), descriptions.occasion(work, form)
    return join(form.separator, programme, instalment, apart, series, occasion)


def _opened(work: Work, text: str) -> str:
    """A note that opens with a description instead of a name or title starts with a capital."""
    if "title" in work.known and not work.review:
        return text
    at = text.startswith(ITALIC_ON)
    return text[:at] + terms.capitalised(text[at:])


def _short_law(work: Work, told: Told) -> str:
    short = titles.short_title(work) or legal.bill_number(work)
    return told.with_more(work, short) if told.more else short


def _short(work: Work, told: Told = ALONE, under: bool = True) -> str:
    """Family names and short title; ``under`` says that no locator tells of the entry."""
    title = _short_title(work, under, whole=told.more == "title")
    short = join(", ", heads.short_head(work, told.namesakes), title)
    return told.with_more(work, short) if told.more else short


def _short_title(work: Work, under: bool, whole: bool = False) -> str:
    if noun := titles.describes(work):
        return noun
    if work.review and not work.has_all("title", "reviewed-title"):
        return join(" ", "review of", descriptions.reviewed_short(work))
    if "title" in work.known:
        title = titles.title(work) if whole else titles.short_title(work)
        entry = work.kind in ENTRIES and "container-title" in work.known and not work.has("DOI", "URL")
        return join(" ", "under", title) if entry and under else title
    return _short_description(work)


def _short_description(work: Work) -> str:
    if work.kind == "interview" or "interviewer" in work.known:
        return work.text("genre") or "interview"
    if work.kind == "personal_communication":
        return descriptions.letter(work, INLINE, short=True)
    if work.introduction:
        return join(" ", work.text("genre"), "to", italic(titles.cased(work, "container-title")))
    if work.kind in ("report", "bill") and "number" in work.known:
        return legal.bill_number(work)
    section = work.text("section") if work.serial else ""
    return work.text("genre") or section or descriptions.form_of(work, INLINE)


def _short_letter(work: Work, told: Told) -> str:
    """Lee to Ng, July 2, 2025; Lee, email to Ng, July 2, 2025."""
    head = heads.short_head(work, told.namesakes)
    to = descriptions.letter(work, INLINE, short=True)
    named = join(" " if "genre" not in work.known and "recipient" in work.known else ", ", head, to)
    return join(", ", named, publication.date(work))


def _short_locator(work: Work, locator: Locator | None) -> str:
    text = locators.chicago(locator)
    if work.serial or "container-title" in work.known:
        return text
    if "part-number" in work.known:
        return _listed(identifiers.volume(work), identifiers.part(work), locators.labelled(locator) if locator else "")
    volume = numbers.dashed(work.text("volume"))
    if locator and locator.label == "page" and numbers.is_numeric(volume):
        return f"{volume}:{text}"
    return _listed(identifiers.volume(work), text)


def _listed(*texts: str) -> str:
    return ", ".join(text for text in texts if text)
