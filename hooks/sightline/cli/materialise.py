"""``sightline materialise``: the site as plain files that any of several engines builds without hooks."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from sightline.cli.project import WrongUse
from sightline.diagnostics import message
from sightline.load import load
from sightline.publish import pdf
from sightline.render import Renderer
from sightline.site.materialise import materialise, site_url
from sightline.site.output import PLAIN, OutputError, exchange, guard, locked, recover, staging

NAME = "materialise"
HELP = "write all pages and exports as plain files that MkDocs and its relatives build without hooks"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument(
        "folder", type=Path, metavar="DIR", help="an empty folder, a new one, or one made by this command"
    )


def run(root: Path, options: argparse.Namespace) -> int:
    """Write beside what is there and exchange the two; returns 1, and changes nothing, where the content is wrong."""
    output = root / options.folder
    try:
        guard(root, output, PLAIN)
        loaded = load(root)
        if loaded.stopping or loaded.corpus is None:
            print(message(loaded.stopping))
            return 1
        with locked(output):
            recover(output)
            with staging(output) as folder:
                number = materialise(root, folder, Renderer(loaded.corpus, site_url(root), pdf_store=pdf.store(root)))
                exchange(folder, output)
    except OutputError as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        print(f"sightline: {error.strerror or error}", file=sys.stderr)
        return 1
    print(f"{number:,} pages in {options.folder}")
    return 0
