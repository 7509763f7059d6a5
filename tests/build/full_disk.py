"""Builds into file systems that are too small: ``full_disk.py ROOT``, in a mount namespace of its own.

Prints one JSON object for each size: {"code", "said", "site" ("old", "new", "mixed"), "beside"}.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

from tests.build.projects import Project, files

SHARES = (0.02, 0.3, 0.7, 0.95, 1.5)
"""Room for the new site, as a share of what the old one takes."""


def main(root: Path) -> None:
    """Try each size."""
    project = Project(root)
    old = files(project.site)
    assert project.build("--output", "fresh").code == 0
    new = files(root / "fresh")
    out = root / "out"
    out.mkdir()
    mount(out, "1g")
    shutil.copytree(project.site, out / "site")
    taken = shutil.disk_usage(out).used
    for share in SHARES:
        subprocess.run(["umount", str(out)], check=True)
        mount(out, str(int(taken * (1 + share))))
        shutil.copytree(project.site, out / "site")
        done = project.build("--quiet", "--output", "out/site")
        now = files(out / "site")
        site = {True: "old"}.get(now == old) or ("new" if now == new else "mixed")
        beside = sorted(path.name for path in out.iterdir())
        print(json.dumps({"code": done.code, "said": done.said, "site": site, "beside": beside}), flush=True)


def mount(folder: Path, size: str) -> None:
    """A file system in memory of this size."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)], check=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
