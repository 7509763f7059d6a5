"""``sightline serve``: the site on this machine, live while its records are edited."""

from __future__ import annotations

import argparse
import signal
import webbrowser
from pathlib import Path

from sightline.cli.project import WrongUse
from sightline.preview.server import HOST, bind, serve

NAME = "serve"
HELP = "show the site on this machine, live while you edit"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("--port", type=int, default=8000, help="the port on this machine (default: 8000)")
    parser.add_argument("--open", action="store_true", help="open the site in a browser")


def run(root: Path, options: argparse.Namespace) -> int:
    """Serve until the command is ended."""
    try:
        server = bind(root, options.port)
    except (OSError, OverflowError):
        hint = "end what uses it, or choose another with --port"
        raise WrongUse(f"port {options.port} cannot be had; {hint}") from None
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if options.open:
        webbrowser.open(f"http://{HOST}:{server.server_port}/")
    try:
        serve(server)
    except KeyboardInterrupt:
        # One that goes through an exec() of text, such as that which makes a dataclass, lets CPython end "python -m" as if it
        # were killed, although it is caught here. The next exec() lets it forget that.
        exec("")  # noqa: S102
        print("ended")
    return 0
