"""``sightline build``: the site, all or nothing."""

from __future__ import annotations

import argparse
import shutil
import sys
import time
from pathlib import Path

from sightline.cli.project import WrongUse
from sightline.diagnostics import message
from sightline.load import Loaded, load
from sightline.publish import pdf
from sightline.render import Renderer
from sightline.site.engine import check_source_date, frame_of
from sightline.site.output import OutputError, exchange, guard, locked, recover, settle, staging
from sightline.site.pages import complete

NAME = "build"
HELP = "build the site; what is published stays whole whatever happens"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("--strict", action="store_true", help="let any warning of the engine stop the build")
    parser.add_argument("--output", type=Path, default=Path("site"), help="where the site goes (default: site)")
    parser.add_argument("--no-pdf", action="store_true", help="make no PDF files, and link to none")
    parser.add_argument("--quiet", action="store_true", help="print problems only")


def run(root: Path, options: argparse.Namespace) -> int:
    """Build beside the old site and exchange the two; returns 1, and changes nothing, where anything is wrong."""
    started = time.monotonic()
    output = root / options.output
    try:
        check_source_date()
        guard(root, output)
        with locked(output):
            recover(output)  # first, so that a killed build is put right even where the content is broken now
            loaded = load(root)
            if loaded.stopping or loaded.corpus is None:
                print(message(loaded.stopping))
                return _unchanged(options)
            with staging(output) as folder:
                number = _fill(root, folder, loaded, options)
                if not number:
                    return _unchanged(options)
                settle(folder)
                exchange(folder, output)
    except OutputError as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        print(f"sightline: {_reason(error)}", file=sys.stderr)
        return _unchanged(options)
    if not options.quiet:
        records = len(loaded.corpus.records)
        print(f"{records:,} records, {number:,} pages in {options.output}, {time.monotonic() - started:.1f} s")
    return 0


def _fill(root: Path, folder: Path, loaded: Loaded, options: argparse.Namespace) -> int:
    """Make the whole site in ``folder``; returns the number of its pages, 0 where something is wrong."""
    framed = frame_of(root)
    for warning in framed.warnings:
        print(warning, file=sys.stderr)
    if framed.frame is None and not framed.warnings:
        print("MkDocs made no frame; run 'mkdocs build' to see why", file=sys.stderr)
    if framed.frame is None or (framed.warnings and options.strict) or loaded.corpus is None:
        return 0
    shutil.copytree(framed.folder, folder, dirs_exist_ok=True)
    store = None if options.no_pdf else pdf.store(root)
    if store is None and not options.no_pdf:
        print(pdf.MISSING, file=sys.stderr)
    return complete(folder, Renderer(loaded.corpus, framed.frame.site_url, pdf_store=store), framed.frame)


def _reason(error: OSError) -> str:
    if isinstance(error, shutil.Error):  # one line for each file that could not be copied; the first will do
        return str(error.args[0][0][2])
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)


def _unchanged(options: argparse.Namespace) -> int:
    print(f"nothing was published; {options.output} is as it was", file=sys.stderr)
    return 1
