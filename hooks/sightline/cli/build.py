"""``sightline build``: the site, all or nothing."""

from __future__ import annotations

import argparse
import gc
import hashlib
import os
import shutil
import sys
from contextlib import closing
from pathlib import Path

from sightline.cli.progress import Progress
from sightline.cli.project import WrongUse
from sightline.diagnostics import message
from sightline.load import load
from sightline.model.corpus import Corpus
from sightline.publish import pdf
from sightline.render import Renderer
from sightline.site.earlier import Earlier
from sightline.site.engine import KEPT, check_source_date, frame_of
from sightline.site.files import Folder
from sightline.site.output import OutputError, exchange, guard, locked, readable, recover, staging
from sightline.site.pages import Made, complete
from sightline.site.program import digest

NAME = "build"
HELP = "build the site; what is published stays whole whatever happens"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("--strict", action="store_true", help="let any warning of the engine stop the build")
    parser.add_argument("--output", type=Path, default=Path("site"), help="where the site goes (default: site)")
    parser.add_argument("--afresh", action="store_true", help="make everything, also what has not changed")
    parser.add_argument("--no-pdf", action="store_true", help="make no PDF files, and link to none")
    parser.add_argument("--quiet", action="store_true", help="print problems only")


def run(root: Path, options: argparse.Namespace) -> int:
    """Build beside the old site and exchange the two; returns 1, and changes nothing, where anything is wrong."""
    output, progress = root / options.output, Progress(quiet=options.quiet)
    try:
        check_source_date()
        guard(root, output)
        with locked(output), readable():
            recover(output)  # first, so that a killed build is put right even where the content is broken now
            corpus = _corpus(root)
            gc.disable()  # pages leave no garbage but what goes by itself, and to look for it takes long
            progress.done("records")
            if corpus is None:
                return _unchanged(options)
            with staging(output, _kept(root, output, "spare")) as folder:
                made = _fill(root, folder, corpus, options, progress)
                if made is None:
                    return _unchanged(options)
    except OutputError as error:
        raise WrongUse(str(error)) from None
    except OSError as error:
        print(f"sightline: {_reason(error)}", file=sys.stderr)
        return _unchanged(options)
    if not options.quiet:
        files = f"{made.written:,} files made, {made.kept:,} kept"
        print(f"{len(corpus.records):,} records, {made.pages:,} pages in {options.output} ({files})")
        print(progress)
    return 0


def _corpus(root: Path) -> Corpus | None:
    """The linked records, without the files as they were read; None, with what is wrong printed, where there are none."""
    loaded = load(root)
    if loaded.stopping or loaded.corpus is None:
        print(message(loaded.stopping))
        return None
    return loaded.corpus


def _fill(root: Path, folder: Path, corpus: Corpus, options: argparse.Namespace, progress: Progress) -> Made | None:
    """Make the whole site in ``folder`` and publish it; returns what was made, None where something is wrong."""
    framed = frame_of(root, afresh=options.afresh)
    for warning in framed.warnings:
        print(warning, file=sys.stderr)
    if framed.frame is None and not framed.warnings:
        print("MkDocs made no frame; run 'mkdocs build' to see why", file=sys.stderr)
    if framed.frame is None or (framed.warnings and options.strict):
        return None
    site = Folder(folder)
    site.reuse()
    framed.lay(site)
    progress.done("frame")
    store = None if options.no_pdf else pdf.store(root)
    if store is None and not options.no_pdf:
        print(pdf.MISSING, file=sys.stderr)
    output = root / options.output
    program = f"{digest(framed)} {'PDF' if store else 'no PDF'}"
    render = Renderer(corpus, framed.frame.site_url, pdf_store=store)
    listed = _kept(root, output, "built", ".json")
    with closing(Earlier(output, listed, program, afresh=options.afresh)) as earlier:
        made = complete(site, render, framed.frame, earlier, progress.tell)
        site.sweep()
        progress.done("pages and exports")
        exchange(folder, output, _kept(root, output, "spare"))
        earlier.save()
    progress.done("publishing")
    return made


def _kept(root: Path, output: Path, what: str, suffix: str = "") -> Path:
    """Where the list of what was built into ``output`` is kept, or the site that stood there before."""
    name = hashlib.sha256(os.path.relpath(output, root).encode()).hexdigest()[:12]
    return root / KEPT / f"{what}-{name}{suffix}"


def _reason(error: OSError) -> str:
    if isinstance(error, shutil.Error):  # one line for each file that could not be copied; the first will do
        return str(error.args[0][0][2])
    return f"{error.filename}: {error.strerror}" if error.filename else str(error.strerror or error)


def _unchanged(options: argparse.Namespace) -> int:
    print(f"nothing was published; {options.output} is as it was", file=sys.stderr)
    return 1
