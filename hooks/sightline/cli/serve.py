"""``sightline serve``: the site on this machine, live while its records are edited."""

from __future__ import annotations

import argparse
import socket
import subprocess
from pathlib import Path

from sightline.cli import engine
from sightline.cli.project import WrongUse

NAME = "serve"
HELP = "show the site on this machine, live while you edit"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Add the command's own options."""
    parser.add_argument("--port", type=int, default=8000, help="the port on this machine (default: 8000)")
    parser.add_argument("--open", action="store_true", help="open the site in a browser")


def run(root: Path, options: argparse.Namespace) -> int:
    """Serve until the command is ended."""
    _free(options.port)
    words = ["serve", "--dev-addr", f"127.0.0.1:{options.port}", "--config-file", str(root / "mkdocs.yml")]
    words += ["--open"] if options.open else []
    process = subprocess.Popen(engine.command(*words), cwd=root, env=engine.environment(root))  # noqa: S603
    try:
        return process.wait()
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        return 0


def _free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            raise WrongUse(f"port {port} is taken; end what uses it, or choose another with --port") from None
