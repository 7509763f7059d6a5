"""The preview: the site on this machine while its records are edited.

Pages are rendered when they are asked for, from the corpus as it was last good. A broken edit changes
nothing but the message over the pages; the next good edit clears it.
"""

from sightline.preview.server import serve

__all__ = ["serve"]
