"""What a rendered page is: values, ready for any engine that gives them a shell."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sightline.model.corpus import Key, Shown


class Crumb(NamedTuple):
    """One step of the way from the home page to a page."""

    title: str
    path: str
    """From the site's root, as in ``urls``."""


class Page(NamedTuple):
    """A finished page."""

    path: str
    """Its address from the site's root: empty, or ending with a slash."""
    title: str
    """Plain text."""
    description: str
    """One plain sentence for search engines and link previews."""
    section: str
    """The entry of the site's navigation that it belongs to: the first word of an address."""
    body: str
    """Finished HTML; its links are relative to the page."""
    head: str = ""
    """Finished HTML for the page's head: what it says of itself to machines."""
    file: str = ""
    """The record file behind it, from the project's root; empty where there are many."""
    search: tuple[SearchEntry, ...] = ()
    """What the search finds it by; empty for pages that only list others."""


class Planned(NamedTuple):
    """A page that is not rendered yet: its address is known, its body is made when it is asked for."""

    path: str
    make: Callable[[], Page]
    shows: tuple[Shown, ...] = ()
    """What it is made of; empty where it is made of everything. While that is as it was, so is the page."""
    also: str = ""
    """What it is made of besides, such as a count of records that it does not show."""
    own: tuple[Key, ...] = ()
    """The records whose exports are made right after it, while what they have in common with it is at hand."""


class SearchEntry(NamedTuple):
    """One thing that the search finds."""

    location: str
    """From the site's root, with an anchor where it is a part of a page."""
    title: str
    text: str
    """Plain text."""
    kind: str
    """What readers call it, such as ``Recommendation``; it also decides how much the entry counts."""


class Redirect(NamedTuple):
    """An old address, and where it leads now."""

    path: str
    target: str
    """From the site's root, perhaps with an anchor."""
