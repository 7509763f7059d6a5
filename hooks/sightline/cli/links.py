"""``sightline links``: every internal link and anchor of a built site."""

from __future__ import annotations

import argparse
from pathlib import Path

from sightline.cli.project import WrongUse
from sightline.site.links import dead_links

NAME = "links"
HELP = "check every internal link and anchor of a built site"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("site", nargs="?", type=Path, default=Path("site"), help="the built site (default: site)")


def run(root: Path, options: argparse.Namespace) -> int:
    """Print every dead link; returns 1 where there is one."""
    site = root / options.site
    if not site.is_dir():
        raise WrongUse(f"{options.site} is no folder; build the site first")
    if not (site / "index.html").is_file():
        raise WrongUse(f"{options.site} has no index.html; build the site first, or name its folder")
    dead = list(dead_links(site))
    print("\n".join(dead) if dead else "every internal link and anchor leads somewhere")
    return 1 if dead else 0
