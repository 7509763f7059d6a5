"""The preview's web server, on this machine only. Every request is answered at once, whatever is being made."""

from __future__ import annotations

import contextlib
import mimetypes
import threading
from dataclasses import replace
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from sightline.preview.overlay import ASSETS, dress, problem_page
from sightline.preview.state import Preview
from sightline.preview.watch import watch

HOST = "127.0.0.1"
OWN = "__sightline/"
"""The preview's own addresses begin with this."""
HEARTBEAT = 15.0
"""Seconds after which a waiting browser hears that the server is still there."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    preview: Preview


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    server_version = "Sightline"

    def do_GET(self) -> None:
        """Answer one request."""
        path = unquote(urlsplit(self.path).path).lstrip("/")
        with contextlib.suppress(BrokenPipeError, ConnectionResetError):
            if path == f"{OWN}events":
                self._events()
            elif path.startswith(OWN):
                self._send(ASSETS.get(path.removeprefix(OWN)), path)
            else:
                self._page(path)

    def do_HEAD(self) -> None:
        """Answer as to GET, without the content."""
        self.do_GET()

    def _page(self, path: str) -> None:
        shown = self.server.preview.shown
        if shown.view is None:
            self._send(problem_page(shown), "index.html", HTTPStatus.OK)
            return
        try:
            content = shown.view.get(path)
        except Exception as error:  # noqa: BLE001  # a template under work must not end the answer
            failure = f"the page /{path} cannot be rendered: {type(error).__name__}: {error}"
            page = problem_page(replace(shown, view=None, problems=(failure,)))
            self._send(page, "index.html", HTTPStatus.INTERNAL_SERVER_ERROR)
            return
        if content is None and not path.endswith("/") and shown.view.get(f"{path}/") is not None:
            self.send_response(HTTPStatus.MOVED_PERMANENTLY)
            self.send_header("Location", f"/{path}/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status = HTTPStatus.OK
        if content is None:
            content, path, status = shown.view.get("404.html"), "404.html", HTTPStatus.NOT_FOUND
        is_page = path == "" or path.endswith(("/", ".html"))
        self._send(dress(content, shown) if is_page and content else content, path or "index.html", status)

    def _send(self, content: bytes | None, path: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        body = content or b""
        kind = "text/html" if path.endswith("/") else mimetypes.guess_type(path)[0] or "application/octet-stream"
        charset = "; charset=utf-8" if kind.startswith("text/") or kind.endswith(("json", "javascript", "xml")) else ""
        self.send_response(status if content is not None else HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", kind + charset)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _events(self) -> None:
        """Tell a browser of every new version (server-sent events, HTML Standard section 9.2)."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        version = self.server.preview.shown.version
        while self.command != "HEAD":
            self.wfile.write(f"data: {version}\n\n".encode())
            self.wfile.flush()
            version = self.server.preview.wait(version, HEARTBEAT)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        """Keep the terminal for what an editor needs."""


def bind(root: Path, port: int) -> _Server:
    """A server that is ready to run. Raises OSError where the port is taken."""
    _Server.allow_reuse_address = True
    server = _Server((HOST, port), _Handler)
    server.preview = Preview(root)
    return server


def serve(server: _Server) -> None:
    """Show the site until interrupted."""
    preview = server.preview
    stop = threading.Event()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"the site is at http://{HOST}:{server.server_port}/ (end with Ctrl+C)", flush=True)
    try:
        watch(preview.root, preview.refresh, stop)
    finally:
        stop.set()
        server.shutdown()
        server.server_close()
