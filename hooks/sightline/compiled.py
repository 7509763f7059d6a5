"""Compiled templates, kept where Python keeps its modules: compiling takes longer than most pages."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_FOLDER = Path(__file__).parent / "__pycache__" / "templates"


class Compiled(BytecodeCache):
    """Jinja's own format, which says what it was compiled from. Where nothing can be kept, nothing is."""

    def __init__(self, compiler: str) -> None:
        """``compiler`` names what compiles the templates: Jinja itself asks only whether the template has changed."""
        self._suffix = f".{compiler}.{sys.implementation.cache_tag}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket where the template was compiled before."""
        with contextlib.suppress(OSError), self._file(bucket).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a compiled template, unless Python keeps nothing either."""
        if sys.dont_write_bytecode:
            return
        with contextlib.suppress(OSError):
            _FOLDER.mkdir(parents=True, exist_ok=True)
            new = _FOLDER / f"{bucket.key}.{os.getpid()}"
            with new.open("wb") as file:
                bucket.write_bytecode(file)
            new.replace(self._file(bucket))

    def _file(self, bucket: Bucket) -> Path:
        return _FOLDER / (bucket.key + self._suffix)
