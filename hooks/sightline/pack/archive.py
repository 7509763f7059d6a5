"""Zip files that are the same bytes for the same contents: sorted, without times, with a checksum for each file."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SUMS = "SHA256SUMS"
_NO_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can hold."""
_UNIX, _RIGHTS = 3, 0o100644 << 16


def zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """The files below one folder, with their checksums as ``sha256sum -c`` reads them."""
    sums = "".join(f"{hashlib.sha256(files[path]).hexdigest()}  {path}\n" for path in sorted(files))
    whole = {**files, SUMS: sums.encode()}
    held = io.BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for path in sorted(whole):
            entry = ZipInfo(f"{folder}/{path}", _NO_TIME)
            entry.create_system, entry.external_attr, entry.compress_type = _UNIX, _RIGHTS, ZIP_DEFLATED
            archive.writestr(entry, whole[path])
    return held.getvalue()
