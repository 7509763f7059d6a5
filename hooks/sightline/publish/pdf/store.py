"""Keeps finished files, each under a name made of everything that it depends on and of what it holds.

A file that is not what its name says is made anew, so a damaged or deleted store does no harm.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from sightline.publish.pdf import fonts, press

KEPT = Path(".cache") / "sightline" / "pdf"
"""Where a project keeps them."""


def kept(store: Path, path: str, template: str, data: str, make: Callable[[], bytes]) -> bytes:
    """The file at ``path``, from the store or made now. A store that cannot be written to is none."""
    folder = store / path.replace("/", "_")
    wanted = hashlib.sha256(f"{_tools()}\n{template}\n{data}".encode()).hexdigest()[:20]
    for file in folder.glob(f"{wanted}-*"):
        with contextlib.suppress(OSError):
            if (content := file.read_bytes()) and file.name == _name(wanted, content):
                return content
    content = make()
    with contextlib.suppress(OSError):
        _keep(folder, _name(wanted, content), content)
    return content


def _name(wanted: str, content: bytes) -> str:
    return f"{wanted}-{hashlib.sha256(content).hexdigest()}"


def _keep(folder: Path, name: str, content: bytes) -> None:
    """Write the file whole or not at all, and forget the one before."""
    folder.mkdir(parents=True, exist_ok=True)
    descriptor, new = tempfile.mkstemp(dir=folder)
    with os.fdopen(descriptor, "wb") as handle:
        handle.write(content)
    Path(new).replace(folder / name)
    for old in folder.iterdir():
        if old.name != name:
            old.unlink()


@cache
def _tools() -> str:
    """A name for all that makes files: Typst, the templates and the fonts."""
    digest = hashlib.sha256(press.typst_version().encode())
    for file in (*sorted(press.TEMPLATES.glob("*.typ")), *fonts.files()):
        digest.update(file.name.encode() + hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()
