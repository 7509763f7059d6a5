"""The site's style sheets as one file, with its fonts inside: browsers fetch no font for a page that is a file."""

from __future__ import annotations

import base64
import re
from pathlib import Path

STYLE = "assets/style.css"
_SHEETS = ("fonts", "tokens", "reading", "records", "tools", "print")
_FONT = re.compile(r'url\("\.\./fonts/(?P<name>[\w.-]+)"\)')
_OWN = Path(__file__).parent / "pack.css"


def style(assets: Path) -> bytes:
    """One style sheet; what a project does not have is left out."""
    files = [assets / "stylesheets" / f"{name}.css" for name in _SHEETS]
    texts = [file.read_text("utf-8") for file in files if file.is_file()]
    texts.append(_OWN.read_text("utf-8"))
    return _FONT.sub(lambda font: _inlined(assets / "fonts" / font["name"], font[0]), "\n".join(texts)).encode()


def _inlined(font: Path, address: str) -> str:
    if not font.is_file():
        return address
    return f'url("data:font/woff2;base64,{base64.b64encode(font.read_bytes()).decode()}")'
