"""Evidence packs: recommendations with all that they rest on, in a zip file that needs neither network nor scripts."""

from __future__ import annotations

from pathlib import Path

from sightline.model.corpus import Key
from sightline.pack.archive import zipped
from sightline.pack.contents import contents
from sightline.render import Renderer


def name_of(keys: tuple[Key, ...]) -> str:
    """What a pack is called: as its recommendation, its brief, or plainly."""
    if len(keys) == 1:
        return f"{keys[0].brief}-{keys[0].id}"
    briefs = {key.brief for key in keys}
    return f"{briefs.pop()}-evidence" if len(briefs) == 1 else "evidence"


def pack(render: Renderer, keys: tuple[Key, ...], assets: Path) -> bytes:
    """The zip file for these recommendations; ``assets`` is the folder with the site's style sheets and fonts."""
    return zipped(name_of(keys), contents(render, keys, assets))
