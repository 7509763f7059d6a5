"""Builds a project again and again; each time another change of the disk is the one at which things go wrong.

``faults.py ROOT OLD NEW HOW POINTS``: ROOT/site is put back from OLD before each build, and must afterwards be the
same as OLD or NEW, whole. HOW is ``kill`` (the process gets SIGKILL), ``kill-again`` (as kill, with the folder of an
earlier site to be used again), ``full`` (this and every later write fails) or ``kill-plain`` (as kill, where the system
cannot exchange two folders in one step). Prints one JSON object for
each point: {"point", "status" (exit code, or minus the signal), "site" ("old", "new", "none", "mixed"), "said"}.
Each build is a fork of this process, so that only the first pays for the imports.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import shutil
import signal
import sys
import tempfile
from pathlib import Path

from sightline.cli import main
from sightline.site import output

from tests.build.projects import Files, files

CHANGES = {"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.chmod", "shutil.rmtree", "ctypes.dlsym"}
WRITES = {"os.mkdir", "os.rename", "os.chmod"}
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Saboteur:
    """Notes what a build does to the disk, and strikes at a point; never where the point is 0."""

    def __init__(self, root: Path, how: str, point: int) -> None:
        self.root, self.how, self.point = str(root), how, point
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """The audit hook of Python: called before the event takes place."""
        if not self._counts(event, arguments):
            return
        self.seen.append(event)
        if not self.point or len(self.seen) < self.point:
            return
        if self.how != "full":
            os.kill(os.getpid(), signal.SIGKILL)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(arguments[0]))

    def _counts(self, event: str, arguments: tuple[object, ...]) -> bool:
        if event == "ctypes.dlsym":
            return self.how != "full" and "renameat2" in arguments
        if event == "open":
            path, _, flags = arguments
            writes = isinstance(flags, int) and bool(flags & _WRITING)
            return writes and str(path).startswith(self.root) and not str(path).endswith(".lock")
        return event in (WRITES if self.how == "full" else CHANGES)


def strike(root: Path, how: str, point: int) -> tuple[int, list[str], str]:
    """Build once in a fork; returns its status, the changes that it made (if it lived), and what it said."""
    with tempfile.TemporaryFile("w+") as said:
        reading, writing = os.pipe()
        child = os.fork()
        if not child:
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            if how == "kill-plain":
                output._exchanged = lambda *_: False
            saboteur = Saboteur(root, how, point)
            sys.addaudithook(saboteur)
            code = main(["--root", str(root), "build", "--strict", "--quiet"])
            sys.stdout.flush()
            os.write(writing, " ".join(saboteur.seen).encode())
            os._exit(code)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            seen = pipe.read().split()
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        return status, seen, said.read()


def put_back(site: Path, old: Path, how: str) -> None:
    """Let the site be the old one again, as if by an earlier build, with nothing beside it.

    Where it is not the first build, the site that stood there before is kept too, and shares the files of this one.
    """
    spare = site.parent / ".cache" / "sightline" / f"spare-{hashlib.sha256(site.name.encode()).hexdigest()[:12]}"
    for path in [site, spare, *site.parent.glob(".building-*"), *site.parent.glob(".replaced-*")]:
        shutil.rmtree(path, ignore_errors=True)
    shutil.copytree(old, site)
    if how == "kill-again":
        shutil.copytree(site, spare, copy_function=os.link)


def which(site: Path, old: Files, new: Files) -> str:
    """Which of the two the site is."""
    if not site.exists():
        return "none"
    return {True: "old"}.get(files(site) == old) or ("new" if files(site) == new else "mixed")


def points(changes: list[str], number: int) -> list[int]:
    """So many points of all, spread evenly, and all around the moments at which folders change their places."""
    last = len(changes)
    number = min(number, last)
    spread = {1 + step * (last - 1) // (number - 1) for step in range(number)}
    moves = {at for at, change in enumerate(changes, 1) if change in {"os.rename", "ctypes.dlsym"}}
    return sorted(spread | {at + near for at in moves for near in (-1, 0, 1, 2) if 0 < at + near <= last})


def run(root: Path, old_site: Path, new_site: Path, how: str, number: int) -> None:
    """Strike at every chosen point."""
    site, old, new = root / "site", files(old_site), files(new_site)
    assert main(["--root", str(root), "build", "--strict", "--quiet"]) == 0  # compiles the templates for all forks
    put_back(site, old_site, how)
    status, changes, said = strike(root, how, 0)
    assert status == 0, said
    for point in points(changes, number):
        put_back(site, old_site, how)
        status, _, said = strike(root, how, point)
        found = {"point": point, "status": status, "site": which(site, old, new), "said": said}
        print(json.dumps(found), flush=True)


if __name__ == "__main__":
    run(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4], int(sys.argv[5]))
