"""The two corpora that many tests look at: the real one, and the tiny project under ``tests/site``."""

from __future__ import annotations

from pathlib import Path

import pytest
from sightline.load import Loaded, load
from sightline.model.corpus import Corpus
from sightline.render import Page, Renderer, pages

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def real_content() -> Loaded:
    """The published content, as it was loaded."""
    return load(ROOT)


@pytest.fixture(scope="session")
def real(real_content: Loaded) -> Corpus:
    """The published corpus."""
    assert real_content.corpus is not None, "\n".join(map(str, real_content.stopping))
    return real_content.corpus


@pytest.fixture(scope="session")
def tiny() -> Corpus:
    """The corpus of the tiny project."""
    loaded = load(ROOT / "tests" / "site")
    assert loaded.corpus is not None, "\n".join(map(str, loaded.stopping))
    return loaded.corpus


@pytest.fixture(scope="session")
def tiny_pages(tiny: Corpus) -> dict[str, Page]:
    """The pages of the tiny project, by address."""
    return {page.path: page for page in pages(Renderer(tiny, "https://tiny.example.org/"))}


@pytest.fixture(scope="session")
def real_pages(real: Corpus) -> dict[str, Page]:
    """The pages of the real content, by address."""
    return {page.path: page for page in pages(Renderer(real, "https://real.example.org/"))}
