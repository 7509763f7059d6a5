"""Compiled templates, kept where Python keeps its modules: compiling takes longer than most pages."""

from __future__ import annotations

import contextlib
import hashlib
import os
import sys
from pathlib import Path

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from sightline.render import straight

_FOLDER = Path(__file__).parent / "__pycache__" / "templates"
_COMPILER = hashlib.sha256(Path(straight.__file__).read_bytes()).hexdigest()[:12]
"""What templates were compiled by: Jinja itself asks only whether the template has changed."""


class Compiled(BytecodeCache):
    """Jinja's own format, which says what it was compiled from. Where nothing can be kept, nothing is."""

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
        return _FOLDER / f"{bucket.key}.{_COMPILER}.{sys.implementation.cache_tag}"
