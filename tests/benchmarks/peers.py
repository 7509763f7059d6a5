"""The tools that are compared, each with a project of the same pages.

Sightline starts from YAML: it checks, links, formats every citation and writes exports. The others start from
Markdown of the pages that Sightline made, ready-made and free of charge: the same statements, notes and sources.
"""

from __future__ import annotations

import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.corpus import write
from tests.benchmarks.markdown import of_page

ROOT = Path(__file__).resolve().parents[2]
EDITED = "briefs/brief-0000/recommendations/recommendation-001"
"""The page that is edited."""
_LEFT_OUT = re.compile(r"\.|find|about(/.*)?|briefs/[^/]+/(n|sections|endnotes)/.+")
_LAYOUT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="stylesheet" href="/style.css"></head><body><nav><a href="/">Home</a></nav>
<main><h1>{{ .Title }}</h1>{{ .Content }}</main></body></html>
"""
_INDEX = (
    "{{ $all := slice }}{{ range site.RegularPages }}{{ $all = $all | append"
    ' (dict "location" .RelPermalink "title" .Title "text" .Plain) }}{{ end }}{{ $all | jsonify }}'
)


@dataclass(frozen=True, slots=True)
class Peer:
    """One tool, and how it is asked to do the job."""

    name: str
    folder: Path
    build: list[str]
    output: str
    made: tuple[str, ...]
    """What a build leaves, deleted before each cold one."""
    edited: str
    """The file that an edit changes."""
    serve: list[str]
    """With {port} for the port."""

    def edit(self, word: str) -> str:
        """Put a word before the title of the recommendation; returns it."""
        file = self.folder / self.edited
        text = file.read_text("utf-8")
        file.write_text(_retitled(text, word, yaml=file.suffix == ".yml"), "utf-8")
        return word

    def forget(self) -> None:
        """Delete all that builds have left."""
        for name in self.made:
            shutil.rmtree(self.folder / name, ignore_errors=True)


def _retitled(text: str, word: str, *, yaml: bool) -> str:
    if yaml:
        head, mark, rest = text.partition("- id: recommendation-001\n  title: ")
        return f"{head}{mark}{word} {rest}"
    return text.replace("# ", f"# {word} ", 1)


def sightline(folder: Path, n: int) -> Peer:
    """Our own project with a corpus of the size."""
    write(folder, n)
    shutil.copytree(ROOT / "docs" / "assets", folder / "docs" / "assets")
    for name in ("index", "find"):
        (folder / "docs" / f"{name}.md").write_text("# Bench\n\nA made-up corpus.\n", "utf-8")
    settings = (
        (ROOT / "tests" / "site" / "mkdocs.yml").read_text("utf-8").replace("@HOOKS@", (ROOT / "hooks").as_posix())
    )
    kept = (line for line in settings.splitlines(keepends=True) if "about" not in line)
    (folder / "mkdocs.yml").write_text("".join(kept), "utf-8")
    words = [sys.executable, "-m", "sightline"]
    return Peer(
        "Sightline", folder, [*words, "build", "--no-pdf"], "site", ("site", ".cache"),
        "content/briefs/brief-0000/recommendations.yml", [*words, "serve", "--port", "{port}"],
    )  # fmt: skip


def mkdocs(folder: Path, site: Path) -> Peer:
    """MkDocs with Material, its search on, and only the lists in the navigation."""
    for path, text in _pages(site):
        _put(folder / "docs" / path, text)
    _put(folder / "docs" / "index.md", "# Bench\n")
    _put(
        folder / "mkdocs.yml",
        "site_name: Bench\nsite_url: https://bench.example.org/\ntheme: {name: material, font: false}\n"
        "plugins: [search]\nmarkdown_extensions: [footnotes]\nnav: [index.md]\n",
    )
    words = [sys.executable, "-m", "mkdocs"]
    return Peer(
        "MkDocs + Material", folder, [*words, "build", "-q"], "site", ("site",), f"docs/{EDITED}.md",
        [*words, "serve", "-q", "--livereload", "-a", "127.0.0.1:{port}"],
    )  # fmt: skip


def hugo(folder: Path, site: Path, program: str) -> Peer:
    """Hugo with the smallest layout that shows the page, and one index for a search."""
    for path, text in _pages(site):
        title, _, body = text.removeprefix("# ").partition("\n")
        _put(folder / "content" / path, f'---\ntitle: "{title.replace(chr(34), chr(39))}"\n---\n# {title}\n{body}')
    _put(folder / "layouts" / "_default" / "single.html", _LAYOUT)
    _put(folder / "layouts" / "index.html", _LAYOUT)
    _put(folder / "layouts" / "index.search.json", _INDEX)
    _put(folder / "static" / "style.css", "body{max-width:50rem;margin:auto}\n")
    _put(
        folder / "hugo.yaml",
        "baseURL: https://bench.example.org/\ntitle: Bench\ndisableKinds: [rss, sitemap, taxonomy, term, section]\n"
        "outputFormats: {SEARCH: {mediaType: application/json, baseName: search, isPlainText: true}}\n"
        "outputs: {home: [html, SEARCH]}\n",
    )
    return Peer(
        "Hugo", folder, [program, "--quiet"], "public", ("public", "resources"), f"content/{EDITED}.md",
        [program, "server", "--quiet", "--bind", "127.0.0.1", "-p", "{port}", "--baseURL", "http://127.0.0.1:{port}/"],
    )  # fmt: skip


def _pages(site: Path) -> list[tuple[str, str]]:
    """The Markdown of each page, as the file ``a/b.md`` whose address is ``a/b/``.

    It is the page's twin or, for lists by facet and other pages without one, what the page says. Left out are
    redirects and the parts of a page whose twin is whole.
    """
    found = sorted(path.parent for path in site.rglob("index.html"))
    named = ((folder.relative_to(site).as_posix(), folder) for folder in found)
    return [(f"{name}.md", _markdown(folder)) for name, folder in named if not _LEFT_OUT.fullmatch(name)]


def _markdown(folder: Path) -> str:
    twin = folder / "index.md"
    return twin.read_text("utf-8") if twin.is_file() else of_page((folder / "index.html").read_text("utf-8"))


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
