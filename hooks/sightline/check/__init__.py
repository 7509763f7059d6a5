"""From raw records to typed ones: every problem of the content at once, each with its place."""

from sightline.check.records import Checked, Entry, check

__all__ = ["Checked", "Entry", "check"]
