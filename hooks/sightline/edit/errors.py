"""How a change of record files can fail. Apart from the rest, since every command must know, and few change files."""

from __future__ import annotations


class EditError(Exception):
    """What was asked for cannot be done; nothing was changed."""


class Undone(EditError):
    """A change failed on the way, or turned out wrong, and was undone."""
