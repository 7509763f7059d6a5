"""Gets the frame of a site from MkDocs, run as a program of its own, so that nothing here imports it.

A frame does not depend on the records. It is kept in ``.cache/`` under a name made of everything that it does
depend on, and made anew where any of that changed or a kept file is not as it was.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

from sightline.installed import versions
from sightline.site import below
from sightline.site.files import Folder
from sightline.site.frame import FILES, Frame
from sightline.site.output import OutputError

NO_DATE = "315532800"
"""1 January 1980, the date of a site whose sources have none; archives know no earlier one."""
INPUTS = (
    "mkdocs.yml",
    "docs",
    "hooks/overrides",
    "hooks/events.py",
    "hooks/sightline/site",
    "hooks/sightline/model",
    "hooks/sightline/urls.py",
)
PACKAGES = ("mkdocs", "mkdocs_material", "markdown", "pymdown_extensions", "jinja2")
KEPT = Path(".cache") / "sightline"
_NO_HOOK = (
    "mkdocs.yml does not name hooks/events.py, so the records have no place; write below 'hooks:' '  - hooks/events.py'"
)
_LAST_DATE = 2**32
"""What archives can hold."""
_ABANDONED = 3600.0
"""Seconds."""


class Framed(NamedTuple):
    """What became of MkDocs' part."""

    frame: Frame | None
    """None where MkDocs failed."""
    folder: Path
    """The folder with the frame's files in it."""
    warnings: tuple[str, ...] = ()
    """What MkDocs complained about."""
    inputs: str = ""
    """A name made of everything that the frame was made from."""

    def lay(self, into: Folder) -> None:
        """Write the frame's files into a site."""
        for path in below.files(self.folder):
            into.write(path, (self.folder / path).read_bytes())


def frame_of(root: Path, *, afresh: bool = False) -> Framed:
    """The frame of the project, kept from before or made now; ``afresh``: made now whatever is kept."""
    inputs = _name(root)
    kept = root / KEPT / f"frame-{inputs}"
    if not afresh and (frame := Frame.load(kept)):
        return Framed(frame, kept / FILES, inputs=inputs)
    kept.parent.mkdir(parents=True, exist_ok=True)
    new = Path(tempfile.mkdtemp(prefix="framing-", dir=kept.parent))
    _sweep(new)
    failed, warnings = _run(root, new)
    frame = None if failed else Frame.load(new)
    if frame is None:
        warnings = warnings if failed else (_NO_HOOK,)
        shutil.rmtree(new, ignore_errors=True)
        return Framed(None, new / FILES, warnings)
    steady = inputs == _name(root)  # false where an input changed meanwhile
    _forget(kept)
    # One that does not last gets a name by which it is never found again, so that its warnings come again.
    place = kept if steady and not warnings else new.with_name(new.name.replace("framing-", "framed-"))
    _put(new, place, afresh=afresh)
    return Framed(frame, place / FILES, warnings, inputs if steady else place.name)


def _put(new: Path, place: Path, *, afresh: bool) -> None:
    """Give a frame its place, in one step. Where another process was faster, its own stays: that may be using it."""
    for last in (False, False, True):
        try:
            new.rename(place)
            return
        except OSError:
            if not afresh and Frame.load(place):
                shutil.rmtree(new, ignore_errors=True)
                return
            if last:
                raise
        shutil.rmtree(place, ignore_errors=True)  # it is not as it was, or all is to be made afresh


def _forget(kept: Path) -> None:
    """Delete the frames of before, but ``kept``: one is enough, and the next build makes what it needs."""
    for old in kept.parent.glob("fram*-*"):
        if old != kept and not old.name.startswith("framing-"):
            shutil.rmtree(old, ignore_errors=True)


def _sweep(new: Path) -> None:
    """Delete what killed processes left half made: whatever is older by far than any frame takes to make."""
    for left in new.parent.glob("framing-*"):
        with contextlib.suppress(OSError):
            if new.stat().st_mtime - left.stat().st_mtime > _ABANDONED:
                shutil.rmtree(left, ignore_errors=True)


def _name(root: Path) -> str:
    """A name made of everything that a frame depends on."""
    digest = hashlib.sha256(str(versions(PACKAGES)).encode())
    for path, sum_ in below.sums(root, INPUTS):
        digest.update(f"{path} {sum_}\n".encode())
    return digest.hexdigest()[:20]


def _run(root: Path, folder: Path) -> tuple[bool, tuple[str, ...]]:
    """Let MkDocs make the frame in ``folder``; returns whether it failed, and what it complained about."""
    words = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(folder / FILES)]
    done = subprocess.run(  # noqa: S603  # our own words and paths
        [*words, "--config-file", str(root / "mkdocs.yml")],
        cwd=root, env=environment(root), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    complaints: list[str] = []
    shown = False
    for line in done.stdout.splitlines():
        if line.startswith(("INFO ", "DEBUG ", "WARNING", "ERROR", "CRITICAL")):
            shown = line.startswith(("WARNING", "ERROR", "CRITICAL"))
        if shown or (done.returncode and not line.startswith(("INFO ", "DEBUG "))):
            complaints.append(line.rstrip())
    return done.returncode != 0, tuple(complaints)


def check_source_date() -> None:
    """Raise OutputError where SOURCE_DATE_EPOCH is no date: MkDocs would find out after emptying the old site."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH") or "0"
    if not (epoch.isascii() and epoch.isdigit() and int(epoch) < _LAST_DATE):
        raise OutputError(f"SOURCE_DATE_EPOCH is '{epoch}'; it is a number of seconds since 1970, before 2106")


def environment(root: Path) -> dict[str, str]:
    """The environment of MkDocs: the same for the same commit."""
    return {
        **os.environ,
        "SIGHTLINE_FRAME": "1",
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH") or _last_commit(root) or NO_DATE,
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONHASHSEED": "0",
    }


def _last_commit(root: Path) -> str:
    """The time of the last commit that touched what is published; empty outside a git checkout."""
    words = ["git", "-C", str(root), "log", "-1", "--format=%ct", "--", "content", "docs", "mkdocs.yml", "hooks"]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=20)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
