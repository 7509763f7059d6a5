"""From typed records to a sealed corpus: references, notes, lines of sight, support, backlinks, ledger."""

from sightline.link.corpus import link
from sightline.link.index import key_for

__all__ = ["key_for", "link"]
