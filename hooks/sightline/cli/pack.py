"""``sightline pack``: recommendations with their evidence as a zip file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from zipfile import is_zipfile

from sightline.cli.project import WrongUse
from sightline.diagnostics import did_you_mean, message
from sightline.load import load
from sightline.model.corpus import Corpus, Key
from sightline.pack import name_of, pack
from sightline.publish import pdf
from sightline.render import Renderer
from sightline.site.materialise import site_url
from sightline.site.output import OutputError, apart

NAME = "pack"
HELP = "write recommendations with all their evidence to a zip file that works offline"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("recommendations", metavar="RECOMMENDATION", nargs="+", help="brief/id, or an id alone")
    parser.add_argument("--output", type=Path, metavar="FILE.zip", help="default: named after what is in it")


def run(root: Path, options: argparse.Namespace) -> int:
    """Write the pack; returns 1 where the content is wrong. Raises WrongUse where there is no such recommendation."""
    loaded = load(root)
    if loaded.stopping or loaded.corpus is None:
        print(message(loaded.stopping))
        return 1
    keys = tuple(dict.fromkeys(find(loaded.corpus, words) for words in options.recommendations))
    output = options.output or Path(f"{name_of(keys)}.zip")
    _guard(root, output)
    store = pdf.store(root)
    if store is None:
        print(pdf.MISSING, file=sys.stderr)
    content = pack(Renderer(loaded.corpus, site_url(root), pdf_store=store), keys, root / "docs" / "assets")
    try:
        output.write_bytes(content)
    except OSError as error:
        print(f"sightline: {output}: {error.strerror or error}", file=sys.stderr)
        return 1
    print(f"{output}, {len(content) / 1000:,.0f} kB")
    return 0


def find(corpus: Corpus, words: str) -> Key:
    """The recommendation that is meant. Raises WrongUse where there is none, or several."""
    brief, slash, one = words.removeprefix("recommendation:").rpartition("/")
    known = [key for key in corpus.records if key.kind == "recommendation"]
    found = [key for key in known if key.id == one and (not slash or key.brief == brief)]
    if len(found) == 1:
        return found[0]
    names = [f"{key.brief}/{key.id}" for key in (found or known)]
    if found:
        raise WrongUse(f"'{words}' may be any of these: {', '.join(names)}")
    near = did_you_mean(f"{brief}{slash}{one}", names if slash else [key.id for key in known])
    raise WrongUse(f"there is no recommendation '{words}'{f'; {near}' if near else ''}")


def _guard(root: Path, output: Path) -> None:
    """Refuse to write among the project's own files, or over anything but an earlier pack."""
    if output.is_dir():
        raise WrongUse(f"{output} is a folder; name a file")
    if output.exists() and not is_zipfile(output):
        raise WrongUse(f"{output} is there already and is no zip file; name another")
    if not output.parent.is_dir():
        raise WrongUse(f"there is no folder {output.parent}")
    try:
        apart(root, output, "name another, such as evidence.zip")
    except OutputError as error:
        raise WrongUse(str(error)) from None
