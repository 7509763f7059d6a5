"""What the preview shows at the moment, and how it gets to the next."""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from dataclasses import dataclass, replace
from pathlib import Path

from sightline.diagnostics import summary
from sightline.load import Loaded, load
from sightline.preview.view import View
from sightline.publish import pdf
from sightline.render import Renderer
from sightline.site.engine import frame_of


@dataclass(frozen=True, slots=True)
class Shown:
    """One state of the preview."""

    version: int = 0
    view: View | None = None
    """The last good site; None until there is one."""
    problems: tuple[str, ...] = ()
    """What is wrong with the records as they are now, each as the terminal shows it."""


class Preview:
    """Holds the state; one thread refreshes it, many read it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.shown = Shown()
        self._changed = threading.Condition()
        self._loaded: Loaded | None = None

    def refresh(self) -> None:
        """Read everything anew. Whatever is wrong is shown; nothing is raised."""
        started = time.monotonic()
        try:
            view, problems = self._read()
        except Exception as error:  # noqa: BLE001  # the preview outlives every mistake, ours too
            if os.environ.get("SIGHTLINE_DEBUG"):
                traceback.print_exc()
            view, problems = None, (f"Sightline itself failed: {type(error).__name__}: {error}",)
        with self._changed:
            shown = self.shown
            self.shown = replace(shown, version=shown.version + 1, view=view or shown.view, problems=problems)
            self._changed.notify_all()
        _tell(problems, time.monotonic() - started)

    def _read(self) -> tuple[View | None, tuple[str, ...]]:
        loaded = self._loaded = load(self.root, self._loaded)
        if loaded.stopping or loaded.corpus is None:
            return None, (*map(str, loaded.stopping), summary(loaded.stopping))
        framed = frame_of(self.root)
        if framed.frame is None:
            return None, framed.warnings
        for warning in framed.warnings:
            print(warning, file=sys.stderr)
        return View(
            Renderer(loaded.corpus, framed.frame.site_url, pdf_store=pdf.store(self.root)), framed.frame, framed.folder
        ), ()

    def wait(self, version: int, seconds: float) -> int:
        """Wait until the state is another than ``version``, or for so long; returns the version then."""
        with self._changed:
            self._changed.wait_for(lambda: self.shown.version != version, seconds)
            return self.shown.version


def _tell(problems: tuple[str, ...], seconds: float) -> None:
    text = "\n".join(problems) if problems else f"good after {seconds:.2f} s"
    print(text, file=sys.stderr if problems else sys.stdout, flush=True)
