"""The same commit gives the same bytes, whoever builds it, wherever and whenever."""

from __future__ import annotations

import datetime
import re
import shutil
import stat
from pathlib import Path

import pytest

from tests.build.projects import Project, command, differing, files, run

ELSEWHERE = {
    "TZ": "Pacific/Kiritimati",
    "LC_ALL": "C",
    "LANG": "tr_TR.UTF-8",
    "PYTHONHASHSEED": "4242",
    "SOURCE_DATE_EPOCH": "1000000000",
    "COLUMNS": "20",
    "FORCE_COLOR": "1",
    "HOME": "/nonexistent",
}


def test_same_bytes_elsewhere(built: Project, tmp_path: Path) -> None:
    """Another folder, time zone, locale, hash seed, date, user mask, and files in another order and of another age."""
    folder = tmp_path / "another folder, é"
    folder.mkdir()
    for name in sorted((path.name for path in built.root.iterdir()), reverse=True):
        source = built.root / name
        if source.is_dir() and name in {"content", "docs"}:
            shutil.copytree(source, folder / name, copy_function=shutil.copyfile)
        elif name == "mkdocs.yml":
            shutil.copyfile(source, folder / name)
    script = f"umask 077 && exec {' '.join(command('build', '--strict'))}"
    done = run(["sh", "-c", script], folder, **ELSEWHERE)
    assert done.code == 0, done.said
    assert differing(files(folder / "site"), files(built.site)) == []
    assert _modes(folder / "site") == _modes(built.site) == {0o644, 0o755}


def test_same_bytes_twice(project: Project) -> None:
    """With the frame made anew, and with it kept."""
    old = files(project.site)
    assert project.build().code == 0
    assert differing(files(project.site), old) == []
    shutil.rmtree(project.root / ".cache")
    assert project.build().code == 0
    assert differing(files(project.site), old) == []


def test_same_bytes_from_plain_mkdocs_at_another_date(project: Project, tmp_path: Path) -> None:
    done = project.mkdocs("build", "--site-dir", str(tmp_path / "plain"), **ELSEWHERE)
    assert done.code == 0, done.said
    assert differing(files(tmp_path / "plain"), files(project.site)) == []


def test_nothing_holds_the_day_of_the_build(built: Project) -> None:
    """As no clock can be set here, look for its traces."""
    today = datetime.datetime.fromtimestamp((built.site / "index.html").stat().st_ctime, datetime.UTC)
    days = [today + datetime.timedelta(days=step) for step in (-1, 0, 1)]
    forms = [
        day.strftime(form) for day in days for form in ("%Y-%m-%d", "%Y/%m/%d", "%d %b %Y", "%-d %B %Y", "%B %-d, %Y")
    ]
    pattern = re.compile("|".join(map(re.escape, forms)))
    for path in built.site.rglob("*"):
        if path.suffix in {".html", ".xml", ".json", ".txt", ".bib", ".ris", ".csv"}:
            assert not pattern.search(path.read_text("utf-8")), path
    packed = (built.site / "sitemap.xml.gz").read_bytes()
    assert packed[4:8] == bytes(4), "the time in the header of the archive (RFC 1952, MTIME)"


def _modes(site: Path) -> set[int]:
    return {stat.S_IMODE(path.stat().st_mode) for path in [site, *site.rglob("*")]}


def test_the_last_date_that_archives_can_hold(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    old = files(project.site)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(2**32 - 1))
    shutil.rmtree(project.root / ".cache")
    done = project.build()
    assert done.code == 0, done.said
    assert differing(files(project.site), old) == []
