"""What a site is made by: a digest of the package, of what it runs on and of the frame."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

import sightline
from sightline.installed import versions
from sightline.site import below
from sightline.site.engine import Framed

PACKAGES = ("jinja2", "markupsafe", "markdown_it_py", "pydantic_core", "typst")


def digest(framed: Framed) -> str:
    """The same for two builds only where the same records would make the same site in both."""
    made = hashlib.sha256(f"{sys.version} {framed.inputs} {versions(PACKAGES)}".encode())
    package = Path(sightline.__file__).parent
    for path, sum_ in below.sums(package):
        made.update(f"{path} {sum_}\n".encode())
    return made.hexdigest()
