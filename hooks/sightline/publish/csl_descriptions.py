"""What each CSL variable holds, in a few words after the CSL 1.0.2 specification, appendix IV; shown while typing."""

from __future__ import annotations

from sightline.model.csl import NAME_VARIABLES

_TEXTS = """
abstract: A summary of the work.
annote: A remark of a reader; not shown.
archive: The archive that keeps the work.
archive-place: Where the archive is.
archive_collection: The collection in the archive.
archive_location: The shelf mark, box or folder in the archive.
authority: The court, body or jurisdiction behind a law, case or patent.
call-number: The call number in a library.
collection-title: The series that the work belongs to.
container-title: The journal, newspaper, book or site that the work stands in.
container-title-short: The same in short form.
dimensions: The size, or the running time.
division: The part of a court or university that is concerned.
DOI: The Digital Object Identifier, without https://doi.org/.
event-place: Where the event took place.
event-title: The name of the event, such as a conference.
genre: The kind of work in words: PhD thesis, Opinion, Press release.
ISBN: The International Standard Book Number.
ISSN: The International Standard Serial Number.
jurisdiction: The country or court to which a law applies.
keyword: Keywords.
language: The language of the work, as a code: en, fr-CA.
license: The licence of the work.
medium: What the work is on or in: CD, video, podcast.
note: A short remark that belongs to the reference.
original-publisher: The publisher of the first edition.
original-publisher-place: Where that publisher is.
original-title: The title in the original language or of the first edition.
part-title: The title of the part that is cited.
PMCID: The PubMed Central number.
PMID: The PubMed number.
publisher: Who published the work.
publisher-place: Where the publisher is.
references: What the work refers to, such as related law.
reviewed-genre: The kind of work that is reviewed.
reviewed-title: The title of the work that is reviewed.
scale: The scale of a map.
source: The database or catalogue in which the work was found.
status: Whether it is forthcoming, in press, adopted, repealed.
title-short: The title in short form.
volume-title: The title of the volume.
volume-title-short: The same in short form.
URL: The address on the web, starting with https://.
chapter-number: The number of the chapter.
collection-number: The number in the series.
edition: The edition: 2, or Revised.
issue: The issue of the journal.
number: The number of a report, law or patent.
number-of-pages: How many pages the work has.
number-of-volumes: How many volumes the work has.
page: The pages of the article or chapter, as 12-34.
page-first: The first page.
part-number: The number of the part.
printing-number: The number of the printing.
section: The section of a newspaper or a law.
supplement-number: The number of the supplement.
version: The version of software or of a document.
volume: The volume of the journal or of the set.
accessed: When the page was looked at.
available-date: When the work became available to the public.
event-date: When the event took place.
issued: When the work was published, as precisely as is known.
original-date: When it was first published.
submitted: When it was handed in.
author: Who wrote the work.
chair: Who chaired the session.
collection-editor: Who edits the series.
compiler: Who put the collection together.
composer: Who composed the music.
container-author: Who wrote the book that the work stands in.
contributor: Who contributed in another way.
curator: Who curated the exhibition.
director: Who directed the film.
editor: Who edited the book or journal that the work stands in.
editor-translator: Who edited and translated it.
editorial-director: Who directs the edition.
executive-producer: Who is executive producer.
guest: Who was the guest.
host: Who was the host.
illustrator: Who illustrated the work.
interviewer: Who asked the questions.
narrator: Who narrates.
organizer: Who organized the event.
original-author: Who wrote the original.
performer: Who performs.
producer: Who produced it.
recipient: To whom the letter is addressed.
reviewed-author: Who wrote the work that is reviewed.
script-writer: Who wrote the script.
series-creator: Who created the series.
translator: Who translated the work.
family: The family name.
given: The given names, or initials.
dropping-particle: A particle that is left out when only the family name is given: the “van” of some names.
non-dropping-particle: A particle that stays with the family name: the “de” of de Gaulle.
suffix: What follows the name: Jr., III.
literal: The name of a body, or a name that has no parts, as it is printed.
"""
DESCRIPTIONS: dict[str, str] = dict(line.split(": ", 1) for line in _TEXTS.strip().splitlines())
"""By variable, or by part of a name."""
DESCRIPTIONS |= {
    name: f"{DESCRIPTIONS[name]} Each is a person (family, given) or a body (literal)." for name in NAME_VARIABLES
}
