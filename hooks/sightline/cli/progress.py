"""Tells how a long command gets on: a line that is written over in a terminal, nothing elsewhere."""

from __future__ import annotations

import sys
import time

_PATIENCE, _OFTEN = 1.0, 0.2
"""Seconds before the first word, and between two."""


class Progress:
    """The clock of one command; its phases are what it spends its time on."""

    def __init__(self, *, quiet: bool = False) -> None:
        self._started = self._since = self._told = time.monotonic()
        self._shows = sys.stderr.isatty() and not quiet
        self._shown = False
        self.phases: list[tuple[str, float]] = []
        """What was done, with its seconds."""

    def done(self, phase: str) -> None:
        """End a phase."""
        now = time.monotonic()
        self.phases.append((phase, now - self._since))
        self._since = now
        self._wipe()

    def tell(self, what: str, number: int) -> None:
        """Say what is being made, how many so far and for how long, where someone is looking and it takes long."""
        now = time.monotonic()
        if self._shows and now - self._started > _PATIENCE and now - self._told > _OFTEN:
            self._told, self._shown = now, True
            print(f"\r\033[K{number:,} {what}, {now - self._started:.0f} s", end="", file=sys.stderr, flush=True)

    def _wipe(self) -> None:
        if self._shown:
            print("\r\033[K", end="", file=sys.stderr, flush=True)
            self._shown = False

    @property
    def total(self) -> float:
        """Seconds since the command began."""
        return time.monotonic() - self._started

    def __str__(self) -> str:
        """``1.9 s: records 0.4, frame 0.0``; phases too short to matter are left out."""
        parts = ", ".join(f"{phase} {seconds:.1f}" for phase, seconds in self.phases if seconds >= 0.05)
        return f"{self.total:.1f} s: {parts}" if parts else f"{self.total:.1f} s"
