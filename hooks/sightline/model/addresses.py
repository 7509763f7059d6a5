"""Which addresses a reader may be sent to: an allow-list, so that no disguise of anything else gets through."""

from __future__ import annotations

import re

from sightline.model.limits import MAX_ADDRESS

RECORD_SCHEMES = ("finding", "recommendation", "theme", "source", "actor", "brief")
"""The kinds of record that a text may link to: ``finding:its-id``."""
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
"""Labels of ASCII letters, digits and hyphens (RFC 1123), the last one no number: no bare names, no addresses by
number, and other scripts only in their ASCII form (``xn--…``), where a look-alike shows."""
_STRICT = re.ASCII | re.IGNORECASE
"""Without ASCII, the Kelvin sign is a k and an Arabic digit a digit."""
_WEB = re.compile(rf"https?://(?P<host>{_HOST})(?::(?P<port>[0-9]{{1,5}}))?(?:[/?#].*)?", _STRICT | re.DOTALL)
_MAIL = re.compile(rf"mailto:[a-z0-9!#$&*+/=?_~-]+(?:\.[a-z0-9!#$&*+/=?_~-]+)*@{_HOST}", _STRICT)
_PATH = re.compile(r"[a-z0-9._~%=&+-][a-z0-9._~%#?=&+/-]*", _STRICT)
_AFTER = re.compile(r"[?#].*")
_STEP_LAST = re.compile(r"/(?:\.|%2e){1,2}$", _STRICT)
_FORMS = "a record such as finding:brief/its-id, https://…, mailto:… or a path from the site's root such as timeline/"
_UNSAFE = re.compile(r"[\s\x00-\x20\x7f-\xa0\"'<>\\^`{|}]")


def is_record(target: str) -> bool:
    """Whether the target of a link in a text names a record."""
    scheme, colon, _ = target.partition(":")
    return bool(colon) and scheme in RECORD_SCHEMES


def web_address(value: str) -> str | None:
    """What is wrong with a web address (RFC 3986, narrowed to what is safe in any output), or None."""
    if len(value) > MAX_ADDRESS:
        return f"is longer than {MAX_ADDRESS:,} characters"
    if _UNSAFE.search(value):
        return "has a blank, a quote or a bracket in it"
    match = _WEB.fullmatch(value)
    if not match or int(match["port"] or 0) > 65_535 or len(match["host"]) > 253:
        return "should start with https:// or http:// and a host name, without user name or accents in the host"
    return None


def is_path(target: str) -> bool:
    """Whether a link in a text, which is right, leads to a page or file of this site: its path, from the site's root."""
    return ":" not in target.split("/", 1)[0]


def from_root(path: str) -> str:
    """A path without steps: ``../timeline/`` is ``timeline/``, since above the root there is nothing (RFC 3986, 5.2.4)."""
    if "." not in path and "%" not in path:
        return path
    bare = _AFTER.sub("", path)
    kept: list[str] = []
    for part in bare.split("/"):
        step = part.lower().replace("%2e", ".")
        kept = kept[:-1] if step == ".." else kept if step == "." else [*kept, part]
    folder = "/" if kept and _STEP_LAST.search(bare) else ""
    return "/".join(kept) + folder + path[len(bare) :]


def link_target(value: str) -> str | None:
    """What is wrong with the target of a link in a text, or None: web and mail addresses, and paths from the site's root.

    A text stands on many pages, so what is a part of one page leads somewhere else on each.
    """
    scheme = re.split(r"[:/?#]", value, maxsplit=1)[0]
    if value[len(scheme) :].startswith(":"):
        if scheme in ("http", "https"):
            return web_address(value)
        if scheme == "mailto":
            return None if len(value) <= 320 and _MAIL.fullmatch(value) else "should be mailto: and one mail address"
        return f"should be {_FORMS}"
    if value.startswith(("/", "\\")):
        return f"should be {_FORMS}; a path starts without a slash"
    if value.startswith(("#", "?")):
        return f"is a place on a page, and the text may stand on many; it should be {_FORMS}"
    if not _PATH.fullmatch(value):
        return "should be a path of plain letters, digits and . _ ~ % # ? = & + / -" if value else "leads nowhere"
    return None
