"""The Content-Security-Policy as text; a browser tries it in ``tests/browser/test_policy.py``."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path

import pytest
from sightline.site.frame import Frame
from sightline.site.policy import HEADERS, inline_scripts, policy, secure, with_policy
from sightline.site.shell import Shell

SCRIPTS = [
    ("<script>a()</script>", ["a()"]),
    ("<SCRIPT type=module>a()</SCRIPT>", ["a()"]),
    ('<script type="text/javascript">if (a < b && "</p>") c()</script>', ['if (a < b && "</p>") c()']),
    ("<script>a()</script><script>b()\n</script>", ["a()", "b()\n"]),
    ("<script>&amp;</script>", ["&amp;"]),
    ("<script></script>", [""]),
    ('<script src="a.js"></script>', []),
    ('<script src="a.js">ignored()</script>', []),
    ('<script type="application/json">{}</script>', []),
    ('<script type="application/ld+json">{"a": "<b>"}</script>', []),
    ("<!-- <script>a()</script> -->", []),
    ("<p>&lt;script&gt;a()&lt;/script&gt;</p>", []),
]
META = '<meta http-equiv="Content-Security-Policy" content="p">'


@pytest.mark.parametrize(("html", "scripts"), SCRIPTS)
def test_inline_scripts(html: str, scripts: list[str]) -> None:
    assert inline_scripts(html) == scripts


def test_the_policy_names_each_script_once_and_in_order() -> None:
    pages = ["<script>a()</script><script>b()</script>", "<script>b()</script>"]
    hashes = sorted(f"'sha256-{base64.b64encode(hashlib.sha256(one).digest()).decode()}'" for one in (b"a()", b"b()"))
    assert f"; script-src 'self' {' '.join(hashes)}; style-src 'self'; " in policy(pages)
    assert policy([]) == (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
        " manifest-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'"
    )


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<head>\n<meta charset="utf-8">\n<script>', f'<head>\n<meta charset="utf-8">{META}\n<script>'),
        ("<!doctype html><head><title>", f"<!doctype html><head>{META}<title>"),
        ("<!doctype html><p>", f"<!doctype html>{META}<p>"),
        ("<p>", f"{META}<p>"),
    ],
)
def test_the_policy_stands_as_early_as_it_may(html: str, expected: str) -> None:
    assert with_policy(html, "p") == expected
    assert with_policy(html, "") == html


def test_all_of_a_frame_gets_the_policy_of_all(tmp_path: Path) -> None:
    page = '<head><meta charset="utf-8"></head><script>{}()</script>'
    (tmp_path / "sub").mkdir()
    (tmp_path / "404.html").write_text(page.format("lost"))
    (tmp_path / "sub" / "page.html").write_text(page.format("sub"))
    shell = Shell((page.format("shell"), "SightlineShellBody", "<script>late()</script>"))
    frame = Frame("", {("themes", 1): shell}, {"": page.format("home")})
    secure(frame, tmp_path)
    assert frame.policy == policy(page.format(name) for name in ("lost", "sub", "shell", "home", "late"))
    pages = [path.read_text() for path in tmp_path.rglob("*.html")]
    for html in (*pages, frame.handwritten[""], frame.shells["themes", 1].pieces[0]):
        assert html.count(f'content="{frame.policy}"') == 1
    assert f"  Content-Security-Policy: {frame.policy}; frame-ancestors 'none'\n" in (tmp_path / HEADERS).read_text()
