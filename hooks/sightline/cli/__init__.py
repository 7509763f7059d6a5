"""The front command: one module for each thing that it does."""

from sightline.cli.main import main

__all__ = ["main"]
