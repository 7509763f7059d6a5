"""The preview outlives whatever an editor does, and says what is wrong over the last good pages."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from tests.build.projects import Project, command, files, run
from tests.build.serving import PATIENCE, Serving, preview

THEME = "/themes/weather/"


@pytest.fixture
def served(project: Project) -> Iterator[Serving]:
    with preview(project.root) as server:
        server.wait_for("Nothing belongs to it.", THEME)
        yield server
        server.assert_prompt()


def listed(project: Project) -> list[str]:
    """What ``sightline check`` says about errors, problem by problem, with the count at the end; nothing if all is well."""
    done = project.sightline("check", "--errors-only")
    lines = done.out.splitlines() if done.code else []
    problems: list[str] = []
    for line in lines:
        if line.startswith("    "):
            problems[-1] += f"\n{line}"
        else:
            problems.append(line)
    return problems


def test_broken_edit_and_the_next_good_one(project: Project, served: Serving) -> None:
    served.said()
    project.edit("content/themes.yml", "broader: speed", "broader: sped")
    answer = served.wait_for_problems(THEME)
    expected = listed(project)
    assert len(expected) == 2
    assert "did you mean 'speed'?" in expected[0]
    assert answer.problems == expected
    assert "Nothing belongs to it." in answer.text, "the last good page is still there"
    assert served.get("/themes/").problems == expected
    assert served.get("/gone/").problems == expected
    served.line_with("content/themes.yml:.*unknown-theme")
    project.edit("content/themes.yml", "broader: sped", "broader: speed")
    assert served.wait_until_good(THEME).status == 200
    project.edit("content/themes.yml", "Nothing belongs", "Little belongs")
    served.wait_for("Little belongs to it.", THEME)


def test_every_problem_at_once(project: Project, served: Serving) -> None:
    project.edit("content/themes.yml", "broader: speed", "broader: sped")
    project.edit("content/briefs/night-ferries/findings/unsaid.yml", "kind: judgement", "kind: <b>guess</b>")
    end = time.monotonic() + 60
    while (answer := served.get()).problems != listed(project):
        assert time.monotonic() < end, answer.problems
    assert len(answer.problems) == 3
    assert "<b>guess" not in answer.text, "what an editor wrote is shown as text"


def test_syntax_error(project: Project, served: Serving) -> None:
    project.edit("content/themes.yml", "title: Lamps", 'title: "Lamps')
    answer = served.wait_for_problems()
    assert answer.problems == listed(project)
    assert answer.problems[0].startswith("content/themes.yml:")


def test_unreadable_bytes(project: Project, served: Serving) -> None:
    file = project.root / "content" / "themes.yml"
    good = file.read_bytes()
    for bad in (b"\xff\xfe\x00", b"- id: caf\xe9\n", b"\x00" * 100, b"", b"\xef\xbb\xbf" + good, b"[" * 100_000):
        file.write_bytes(bad)
        end = time.monotonic() + 60
        while served.get(THEME).problems != listed(project):
            assert time.monotonic() < end, bad[:20]
    file.write_bytes(good)
    served.wait_until_good(THEME)
    assert "Traceback" not in served.said()


def test_file_deleted_and_back(project: Project, served: Serving) -> None:
    file = project.root / "content" / "themes.yml"
    good = file.read_bytes()
    file.unlink()
    assert "unknown-theme" in served.wait_for_problems(THEME).problems[0]
    file.write_bytes(good)
    served.wait_until_good(THEME)


@pytest.mark.parametrize("folder", ["content", "content/briefs/stone-piers", "docs"])
def test_folder_renamed_away_and_back(project: Project, served: Serving, folder: str) -> None:
    path = project.root / folder
    path.rename(project.root / "away")
    assert served.wait_for_problems(THEME).status == 200
    (project.root / "away").rename(path)
    served.wait_until_good(THEME)
    project.edit("content/themes.yml", "Nothing belongs", "Little belongs")
    served.wait_for("Little belongs to it.", THEME)


def test_mark_in_a_page(project: Project, served: Serving) -> None:
    project.edit("docs/about.md", "[^night-ferries/5]", "[^night-ferries/500]")
    answer = served.wait_for_problems("/about/")
    assert answer.problems[:-1] == listed(project)[:-1], "only the count differs: the preview counts what stops it"
    assert answer.problems[0].startswith("docs/about.md:3:")


def test_settings_broken_and_mended(project: Project, served: Serving) -> None:
    project.edit("mkdocs.yml", "plugins:", "plugins: [")
    answer = served.wait_for_problems(THEME)
    assert "Nothing belongs to it." in answer.text
    assert "Traceback" not in "".join(answer.problems)
    project.edit("mkdocs.yml", "plugins: [", "plugins:")
    served.wait_until_good(THEME)


def test_hundred_saves_in_ten_seconds(project: Project, served: Serving) -> None:
    file = project.root / "content" / "themes.yml"
    good = file.read_text("utf-8")
    for save in range(100):
        broken = good.replace("broader: speed", f"broader: sped-{save}")
        file.write_text(broken if save % 3 else good.replace("Weather", f"Weather {save}"), "utf-8")
        assert served.get(THEME if save % 2 else "/data/corpus.json").status == 200
        time.sleep(0.1)
    file.write_text(good.replace("Nothing belongs", "Little belongs"), "utf-8")
    served.wait_for("Little belongs to it.", THEME)
    assert served.wait_until_good(THEME).status == 200
    assert "Traceback" not in served.said()


def test_start_on_broken_content(project: Project) -> None:
    project.edit("content/themes.yml", "broader: speed", "broader: sped")
    with preview(project.root) as server:
        answer = server.wait_for_problems("/any/page/")
        assert answer.problems == listed(project)
        assert "The records have problems" in answer.text
        project.edit("content/themes.yml", "broader: sped", "broader: speed")
        server.wait_for("Nothing belongs to it.", THEME)


def test_an_edit_while_it_starts_is_not_missed(project: Project) -> None:
    shutil.rmtree(project.root / ".cache")  # a slow start
    with preview(project.root) as server:
        time.sleep(0.5)
        project.edit("content/themes.yml", "Nothing belongs", "Little belongs")
        server.wait_for("Little belongs to it.", THEME)


def test_every_address_is_answered(project: Project, served: Serving) -> None:
    """Whatever a build would write, the preview shows."""
    for name in files(project.site):
        if not name.startswith((".", "_", "assets/", "sitemap")):
            address = "/" + name.removesuffix("index.html")
            assert served.get(address).status == 200, address
    for gone in ("/gone/", "/themes/gone/", "/../mkdocs.yml", "/..%2fmkdocs.yml", "/%2e%2e/%2e%2e/frame.json", "/%00"):
        assert served.get(gone).status == 404, gone
    assert served.get("/themes").text == served.get("/themes/").text
    assert "Traceback" not in served.said()


@pytest.mark.parametrize("path", ["/", "/sources/", "/about/", "/find/"])
def test_a_page_has_the_name_of_its_file_too(served: Serving, path: str) -> None:
    page, same = served.get(path), served.get(f"{path}index.html")
    assert (same.status, same.text) == (200, page.text)


@pytest.mark.parametrize("path", ["/sources/", "/data/corpus.json", "/gone/", "/about", "/__sightline/events"])
def test_head_is_answered_as_get_without_the_content(served: Serving, path: str) -> None:
    host = served.address.removeprefix("http://")
    answers = []
    for method in ("HEAD", "GET"):
        connection = HTTPConnection(host, timeout=PATIENCE)
        connection.request(method, path)
        answer = connection.getresponse()
        answers.append((answer.status, answer.getheader("Content-Type"), answer.getheader("Content-Length")))
        assert method == "GET" or answer.read() == b""
        connection.close()
    assert answers[0] == answers[1]


def test_it_is_the_page_that_a_build_makes(project: Project, served: Serving) -> None:
    for address in ("/", THEME, "/briefs/night-ferries/recommendations/light-the-lamps/", "/about/"):
        page = (project.site / address.lstrip("/") / "index.html").read_text("utf-8")
        shown = served.get(address).text
        before, found, after = shown.partition('<script src="/__sightline/live.js"')
        assert found
        start, end = page.split("</body>")
        assert (before, after.partition("</script>")[2]) == (start, f"</body>{end}"), address


def test_kept_frame_deleted_while_serving(project: Project, served: Serving) -> None:
    """As by ``make clean``: pages go on, and nothing ends in a traceback."""
    shutil.rmtree(project.root / ".cache")
    assert "Nothing belongs to it." in served.get(THEME).text
    assert served.get("/search/search.json").status in {200, 404, 500}
    assert served.get("/assets/stylesheets/reading.css").status in {200, 404, 500}
    project.edit("content/themes.yml", "Nothing belongs", "Little belongs")
    served.wait_for("Little belongs to it.", THEME)
    assert served.get("/search/search.json").status == 200
    assert "Traceback" not in served.said()


def test_page_tells_the_browser_of_a_change(project: Project, served: Serving) -> None:
    host, _, port = served.address.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=60) as browser:
        browser.sendall(b"GET /__sightline/events HTTP/1.1\r\nHost: x\r\n\r\n")
        with browser.makefile("rb") as stream:
            versions = (int(line.split()[1]) for line in stream if line.startswith(b"data:"))
            first = next(versions)
            assert f'data-version="{first}"' in served.get().text
            project.edit("content/themes.yml", "Nothing belongs", "Little belongs")
            assert next(versions) > first
    assert "Traceback" not in served.said()


def test_port_taken(project: Project) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = run(command("serve", "--port", str(port)), project.root)
    assert (done.code, done.out) == (2, "")
    assert done.err == f"sightline: port {port} cannot be had; end what uses it, or choose another with --port\n"


@pytest.mark.parametrize("port", ["-1", "65536", "80000"])
def test_no_such_port(project: Project, port: str) -> None:
    done = run(command("serve", f"--port={port}"), project.root)
    assert done.code == 2
    assert f"port {port} cannot be had" in done.err


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_ends_cleanly(project: Project, how: signal.Signals) -> None:
    with preview(project.root) as server:
        server.wait_for("Nothing belongs to it.", THEME)
        server.process.send_signal(how)
        assert server.process.wait(10) == 0
        time.sleep(0.1)
        said = server.said()
    assert said.endswith("ended\n")
    assert "Traceback" not in said


def test_ends_cleanly_with_a_browser_waiting_and_while_starting(project: Project) -> None:
    shutil.rmtree(project.root / ".cache")
    with preview(project.root) as server:
        host, _, port = server.address.removeprefix("http://").partition(":")
        with socket.create_connection((host, int(port))) as browser:
            browser.sendall(b"GET /__sightline/events HTTP/1.1\r\nHost: x\r\n\r\n")
            server.process.send_signal(signal.SIGTERM)
            assert server.process.wait(10) == 0
        assert "Traceback" not in server.said()


def test_ends_cleanly_where_code_was_just_being_made(project: Project) -> None:
    """As at the import of a dataclass, where hardly any test of a real server would meet the moment."""
    (project.root / "interrupted.py").write_text(
        "import argparse, pathlib\nfrom sightline.cli import serve\n"
        "serve.serve = lambda server: exec('raise KeyboardInterrupt')\n"
        "raise SystemExit(serve.run(pathlib.Path(), argparse.Namespace(port=0, open=False)))\n",
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-m", "interrupted"], cwd=project.root, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout) == (0, "ended\n")


def test_the_site_is_left_alone(project: Project, served: Serving) -> None:
    before = files(project.site)
    project.edit("content/themes.yml", "Nothing belongs", "Little belongs")
    served.wait_for("Little belongs to it.", THEME)
    assert files(project.site) == before
