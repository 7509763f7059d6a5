"""Typst, which sets the editions: data in, a PDF file out, the same bytes for the same data.

It is loaded when the first file is made, and makes one file at a time.
"""

from __future__ import annotations

import json
import threading
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from sightline.installed import versions
from sightline.publish.pdf import fonts
from sightline.publish.pdf.folio import Node

if TYPE_CHECKING:
    import typst

TEMPLATES = Path(__file__).parent / "templates"
STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): Typst refuses to write a file that it knows to break it."""
TIGHTEST = 8
"""How tightly a file may be set so that it fits, from 0; see ``sheet.typ``."""
_SETTING = threading.Lock()


def typst_version() -> str:
    """The version of Typst; empty where it is not installed."""
    return versions(["typst"])["typst"]


def as_data(data: Node) -> str:
    """The data as Typst gets it, in letters that the fonts have."""
    return fonts.printable(json.dumps(data, ensure_ascii=False, sort_keys=True))


def set_pdf(template: str, data: str) -> bytes:
    """The finished file, set as loosely as the template finds that it fits; as tightly as may be where nothing fits."""
    with _SETTING:
        compiler = _compiler(template)
        made, fits = _set(compiler, data, 0)
        loose, tight = 0, TIGHTEST  # what is known not to fit, and what is taken to
        while not fits and tight - loose > 1:
            middle = (loose + tight) // 2
            loose, tight = (loose, middle) if _set(compiler, data, middle)[1] else (middle, tight)
        return made if fits else _set(compiler, data, tight)[0]


def _set(compiler: typst.Compiler, data: str, tightness: int) -> tuple[bytes, bool]:
    """The file as it is so tightly set, and whether it fits."""
    inputs = {"data": data, "tightness": str(tightness)}
    made = compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=STANDARD, timestamp=0)
    assert isinstance(made, bytes)  # a PDF file is one; only pictures are many
    return made, bool(json.loads(compiler.query("<fits>", field="value", one=True)))


@cache
def _compiler(template: str) -> typst.Compiler:
    import typst

    ours = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts.FOLDER])
    return typst.Compiler(TEMPLATES / template, root=TEMPLATES, font_paths=ours)
