"""``sightline build``: the site, all or nothing."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from sightline.cli import engine
from sightline.cli.project import WrongUse
from sightline.site.output import OutputError, exchange, guard, locked, recover, staging

NAME = "build"
HELP = "build the site; what is published stays whole whatever happens"
WARNING = ("WARNING", "ERROR", "CRITICAL")


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("--strict", action="store_true", help="let any warning stop the build")
    parser.add_argument("--output", type=Path, default=Path("site"), help="where the site goes (default: site)")
    parser.add_argument("--quiet", action="store_true", help="print problems only")


def run(root: Path, options: argparse.Namespace) -> int:
    """Build beside the old site and exchange the two; returns 1, and changes nothing, where anything is wrong."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdigit():
        raise WrongUse(f"SOURCE_DATE_EPOCH is '{epoch}'; it is a number of seconds since 1970")
    output = root / options.output
    started = time.monotonic()
    try:
        guard(root, output)
        with locked(output):
            recover(output)
            with staging(output) as folder:
                if not _built(root, folder, options):
                    print(f"nothing was published; {options.output} is as it was", file=sys.stderr)
                    return 1
                exchange(folder, output)
    except OutputError as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        print(f"sightline: {error.strerror or error}; {options.output} is as it was", file=sys.stderr)
        return 1
    if not options.quiet:
        print(f"built {options.output} in {time.monotonic() - started:.1f} s")
    return 0


def _built(root: Path, folder: Path, options: argparse.Namespace) -> bool:
    """Run the engine into ``folder``; True where it ended well and, under strict, warned of nothing."""
    words = engine.command("build", "--site-dir", str(folder), "--config-file", str(root / "mkdocs.yml"))
    process = subprocess.Popen(  # noqa: S603  # our own words and paths
        words, cwd=root, env=engine.environment(root), stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, encoding="utf-8", errors="replace",
    )  # fmt: skip
    warned = False
    shown = False
    assert process.stdout is not None
    for line in process.stdout:
        if line.startswith(("INFO ", "DEBUG ", *WARNING)):
            shown = line.startswith(WARNING)
            warned = warned or shown
        if shown or (not line.startswith("INFO ") and not options.quiet):
            print(line.rstrip(), flush=True)
    process.wait()
    return process.returncode == 0 and not (warned and options.strict) and (folder / "index.html").is_file()
