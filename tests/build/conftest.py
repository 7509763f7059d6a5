"""The tiny project, built once; each test gets a copy of its own with the site and the kept frame in it."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.build.projects import Project
from tests.tiny_project import copy_tiny_project


@pytest.fixture(scope="session", autouse=True)
def interruptible() -> None:
    """Begin servers as a terminal does.

    A shell without job control begins what it runs in the background with interrupts ignored, which all
    processes below inherit, Python's too. Tests that were begun so could not interrupt a server.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The tiny project after a strict build. Look, don't touch."""
    project = Project(copy_tiny_project(tmp_path_factory.mktemp("built") / "tiny"))
    done = project.build()
    assert done.code == 0, done.said
    return project


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A copy of the built project."""
    return built.copy(tmp_path / "tiny")


@pytest.fixture
def quick_path(tmp_path: Path) -> Iterator[Path]:
    """A temporary folder, in memory where there is a place for that: for tests that write a site many times."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    folder = Path(tempfile.mkdtemp(prefix="sightline-", dir=memory))
    yield folder
    shutil.rmtree(folder)
