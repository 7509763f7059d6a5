"""What a site is made by: a digest of the package, of what it runs on and of the frame."""

from __future__ import annotations

import hashlib
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import sightline
from sightline.site import below
from sightline.site.engine import Framed

PACKAGES = ("jinja2", "markupsafe", "markdown-it-py", "pydantic-core", "typst")


def digest(framed: Framed) -> str:
    """The same for two builds only where the same records would make the same site in both."""
    made = hashlib.sha256(f"{sys.version} {framed.inputs}".encode())
    for name in PACKAGES:
        made.update(f"{name} {_version(name)}\n".encode())
    package = Path(sightline.__file__).parent
    for path, sum_ in below.sums(package):
        made.update(f"{path} {sum_}\n".encode())
    return made.hexdigest()


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
