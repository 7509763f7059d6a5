"""Random input: what comes of it is a corpus, or problems that each name a file; never anything else.

The same examples each time. A longer campaign with new ones:  FUZZ=2000 pytest tests/hostile/test_fuzz.py
"""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sightline.load import Loaded, load
from sightline.model.addresses import link_target, web_address
from sightline.model.dates import Edtf
from sightline.model.markdown import parse
from sightline.model.prose import Emphasis, Paragraph, Words, plain
from sightline.model.refused import ProseError
from sightline.read.documents import read_document
from sightline.read.yaml_events import INVISIBLE, positions

from tests.hostile.planting import plant

ROOT = Path(__file__).parents[2]
TINY = ROOT / "tests" / "site"
EXAMPLES = int(os.environ.get("FUZZ", "0"))
FILES = sorted(path.relative_to(TINY) for path in (TINY / "content").rglob("*.yml"))
REAL = sorted(path.relative_to(ROOT) for path in (ROOT / "content").rglob("*.yml"))


def examples(number: int) -> settings:
    """So many examples; with FUZZ as many more, and others each time."""
    return settings(
        max_examples=max(number, EXAMPLES),
        derandomize=not EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
    )


@pytest.fixture(scope="module")
def copied() -> Iterator[Path]:
    """The tiny project, copied once; each example puts its file back."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(TINY, Path(folder) / "p")
        yield Path(folder) / "p"


@pytest.fixture(scope="module")
def real_copied() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "content", Path(folder) / "content")
        yield Path(folder)


def judge(loaded: Loaded, root: Path) -> None:
    """A corpus or errors; each problem with a message that can be printed and a place that exists."""
    assert (loaded.corpus is None) == any(problem.severity == "error" for problem in loaded.problems)
    for problem in loaded.problems:
        str(problem).encode()
        assert not INVISIBLE.search(problem.message)
        assert "\n" not in problem.message
        path = root / problem.place.file
        assert path.exists() or path.is_symlink()
        if problem.place.line:
            text = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            assert 1 <= problem.place.line <= text.count(b"\n") + 1
            assert problem.place.column >= 0


def try_file(root: Path, file: Path, content: bytes) -> None:
    """Load the project with another content of one file."""
    before = (root / file).read_bytes()
    (root / file).write_bytes(content)
    try:
        judge(load(root), root)
    finally:
        (root / file).write_bytes(before)


# ---- files of anything ----

NOISE = st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass"))
TOKENS = "- |: |? |{|}|[|]|,|\n|\n  |\n    |#| #|&a |*a |!!str |! |%YAML 1.1\n|---\n|...\n|'|\"|\\|| |\t|>-\n|\\n|\r|\r\n|~|<<|id|b|title|1e3|é|\0|\u2028|\ufeff|[^1]|[x](theme:a)".split(
    "|"
)
YAMLISH = st.lists(st.sampled_from(TOKENS) | st.text(max_size=4), max_size=60).map(
    lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
)


@examples(300)
@given(NOISE | YAMLISH)
def test_any_bytes_for_a_file(copied: Path, content: bytes) -> None:
    path = copied / "any.yml"
    path.write_bytes(content)
    document, problems = read_document(path, "any.yml")
    assert (document is None) == bool(problems)
    assert all(problem.place.file == "any.yml" and not INVISIBLE.search(problem.message) for problem in problems)
    if document:
        positions(document.text)


@examples(60)
@given(st.sampled_from(FILES), NOISE | YAMLISH)
def test_any_bytes_among_good_files(copied: Path, file: Path, content: bytes) -> None:
    try_file(copied, file, content)


# ---- trees of the right look with anything in them ----

KEYS = "id title kind summary sections statement section brief number citations source form refers_to locator rests_on finding role why aliases related where type author issued URL date name term expansion used_in themes actors broader comparisons status addressees".split()
SCALARS = st.sampled_from(
    [
        "b",
        "one",
        "x",
        "1",
        "0",
        "-1",
        "true",
        "null",
        "1e9",
        "9" * 40,
        "2001-02-30",
        "199X",
        "ibid",
        "full",
        "short",
        "report",
        "fact",
        "https://example.org/",
        "javascript:x",
        "[x](theme:x)",
        "T[^1]",
        "T[^b/1]",
        "é",
        "e\u0301",
        "\ud800",
        "",
    ]
) | st.text(max_size=12)
TREES = st.recursive(
    SCALARS | st.none(),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=6), inner, max_size=8)
    ),
    max_leaves=30,
)


def flow(value: Any) -> str:
    """A tree as YAML, all on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{flow(key)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    if value is None:
        return "~"
    return '"' + "".join(f"\\U{ord(one):08X}" if not one.isalnum() or one > "~" else one for one in value) + '"'


@examples(100)
@given(st.sampled_from(FILES), st.lists(TREES, max_size=4) | TREES)
def test_any_tree(copied: Path, file: Path, tree: Any) -> None:
    content = flow(tree) if not isinstance(tree, list) else "".join(f"- {flow(one)}\n" for one in tree)
    try_file(copied, file, content.encode())


# ---- good content with a mistake in it ----


@st.composite
def mutations(draw: Callable[..., Any], root: Path, files: list[Path]) -> tuple[Path, bytes]:
    """A file of the project with one to four changes."""
    file = draw(st.sampled_from(files))
    content = (root / file).read_bytes()
    for _ in range(draw(st.integers(1, 4))):
        content = draw(st.sampled_from(CHANGES))(draw, content)
    return file, content


def _flip(draw: Callable[..., Any], content: bytes) -> bytes:
    at = draw(st.integers(0, max(len(content) - 1, 0)))
    return content[:at] + bytes([draw(st.integers(0, 255))]) + content[at + 1 :]


def _insert(draw: Callable[..., Any], content: bytes) -> bytes:
    at = draw(st.integers(0, len(content)))
    return content[:at] + draw(st.sampled_from(TOKENS)).encode() + content[at:]


def _without_line(draw: Callable[..., Any], content: bytes) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    del lines[draw(st.integers(0, len(lines) - 1))]
    return b"".join(lines)


def _swapped(draw: Callable[..., Any], content: bytes) -> bytes:
    """Two lines with their values exchanged."""
    lines = content.split(b"\n")
    one, other = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
    (key, colon, value), (key_2, colon_2, value_2) = lines[one].partition(b":"), lines[other].partition(b":")
    lines[one], lines[other] = key + colon + value_2, key_2 + colon_2 + value
    return b"\n".join(lines)


def _renamed(draw: Callable[..., Any], content: bytes) -> bytes:
    """A word that stands for another, wherever it stands."""
    words = sorted({*content.split()}) or [b"x"]
    return content.replace(draw(st.sampled_from(words)), draw(st.sampled_from(words)))


def _twice(draw: Callable[..., Any], content: bytes) -> bytes:
    lines = content.splitlines(keepends=True) or [b""]
    start = draw(st.integers(0, len(lines) - 1))
    end = draw(st.integers(start, min(start + 12, len(lines))))
    return b"".join(lines[:end] + lines[start:])


def _cut(draw: Callable[..., Any], content: bytes) -> bytes:
    return content[: draw(st.integers(0, len(content)))]


CHANGES = (_flip, _insert, _without_line, _swapped, _renamed, _twice, _cut)


@examples(100)
@given(mutations(TINY, FILES))
def test_mutations_of_the_tiny_content(copied: Path, mutation: tuple[Path, bytes]) -> None:
    try_file(copied, *mutation)


@examples(12)
@given(mutations(ROOT, REAL))
def test_mutations_of_the_real_content(real_copied: Path, mutation: tuple[Path, bytes]) -> None:
    try_file(real_copied, *mutation)


# ---- single values ----


SIGNS = "* ** _ [ ]( ) [^1] - 1. \\ \n \n\n < > & ` x é https://e.org".split(" ")


@examples(500)
@given(st.text(max_size=200) | st.lists(st.sampled_from(SIGNS), max_size=80).map("".join))
def test_any_prose(text: str) -> None:
    with contextlib.suppress(ProseError):
        plain(parse(text))


@examples(500)
@given(
    (st.text(max_size=20) | st.lists(st.sampled_from([*SIGNS, *" \t\f\u2028+", "2)"])).map("".join)).filter(str.strip)
)
def test_a_text_says_the_same_before_markup(text: str) -> None:
    """A text without markup needs no parser; with emphasised words below it, it comes from the parser."""
    with contextlib.suppress(ProseError):
        assert parse(f"{text}\n\n*a*").blocks == (*parse(text).blocks, Paragraph((Emphasis((Words("a"),)),)))


@examples(400)
@given(st.text(max_size=20) | st.text("0123456789X-/?~%. ", max_size=22))
def test_any_date(text: str) -> None:
    try:
        date = Edtf.parse(text)
    except ValueError:
        return
    assert date.text == text
    assert 0 <= date.year <= 9999
    assert text.isascii()


@examples(400)
@given(st.text(max_size=60) | st.text("htps:/.exampl@%[]0123456789-_?#\\ ", max_size=60).map("https://".__add__))
def test_any_address(text: str) -> None:
    if web_address(text) is None:
        assert text.lower().startswith(("https://", "http://"))
        assert link_target(text) is None or not text.startswith(("http:", "https:"))
    link_target(text)


def test_the_untouched_projects_are_good(copied: Path, tmp_path: Path) -> None:
    """Else all of the above would look at projects that are broken from the start."""
    assert load(copied).corpus
    assert load(plant(tmp_path, {})).corpus
