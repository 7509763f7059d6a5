"""Hostile or unlucky YAML: one line a case, with what ``sightline check`` makes of it."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sightline.load import load
from sightline.model import limits

from tests.hostile.planting import FINDINGS, TERMS, found, plant

# What YAML would turn into something else stays the text that was typed.
AS_TYPED = """NO no on off yes y True 1:20 12:30:45 010 0o17 0x1F 1_000 1e3 1.10 .5 -0 +1 .inf .nan 2024-02-30 1940-08-18
2001-12-14t21:59:43.10-05:00 = Null NULL 1986. 5% a:b a#b http://x @2x""".split()


@pytest.mark.parametrize("text", AS_TYPED)
def test_text_stays_as_typed(text: str, tmp_path: Path) -> None:
    quoted = f'"{text}"' if text[0] in "@%=" else text
    corpus = load(
        plant(
            tmp_path, {TERMS: f"- id: t\n  term: {quoted}\n  expansion: [{quoted}]\n".replace("[", "").replace("]", "")}
        )
    ).corpus
    assert corpus is not None
    assert corpus.glossary[0].term == corpus.glossary[0].expansion == text


TERM = b"- id: t\n  term: T\n  expansion: E\n"
LINE = b"x" * (limits.MAX_LINE + 1)
CASES: dict[str, tuple[bytes, str]] = {
    # name: (content of glossary.yml, the problem as code:line; empty for none)
    "good": (TERM, ""),
    # Structure
    "repeated key": (b"- id: t\n  term: T\n  term: U\n  expansion: E\n", "repeated-key:3"),
    "repeated key, quoted": (b"- id: t\n  term: T\n  'term': U\n  expansion: E\n", "repeated-key:3"),
    "repeated key, escaped": (b'- id: t\n  term: T\n  "t\\u0065rm": U\n  expansion: E\n', "repeated-key:3"),
    "tab for indentation": (b"- id: t\n\tterm: T\n", "yaml-syntax:2"),
    "tab after the dash": (b"-\tid: t\n  term: T\n", "yaml-syntax:1|yaml-syntax:2"),
    "unclosed double quote": (b'- id: t\n  term: "T\n  expansion: E\n', "yaml-syntax:2|yaml-syntax:3|yaml-syntax:4"),
    "unclosed single quote": (b"- id: t\n  term: 'T\n  expansion: E\n", "yaml-syntax:2|yaml-syntax:3|yaml-syntax:4"),
    "unclosed bracket": (b"- id: t\n  term: [T\n  expansion: E\n", "yaml-syntax:2|yaml-syntax:3|yaml-syntax:4"),
    "colon in a value": (b"- id: t\n  term: T: U\n  expansion: E\n", "yaml-syntax:2"),
    "comment that was text": (b"- id: t\n  term: Option #3\n  expansion: E #3\n", "lost-comment:2 lost-comment:3"),
    "anchor": (b"- &a\n  id: t\n", "yaml-feature:1"),
    "alias": (b"- id: t\n  term: *a\n", "yaml-feature:2"),
    "alias bomb": (b"a: &a [x]\nb: &b [*a,*a]\nc: &c [*b,*b]\n", "yaml-feature:1"),
    "merge key": (b"- <<: {id: t}\n", "yaml-feature:1"),
    "tag": (b"- id: !!python/object:os.system t\n", "yaml-feature:1"),
    "own tag": (b"- id: !t t\n", "yaml-feature:1"),
    "directive": (b"%YAML 1.1\n---\n" + TERM, "yaml-feature:1|yaml-feature:2"),
    "unknown directive": (b"%FOO bar\n---\n" + TERM, "yaml-syntax:1"),
    "bad directive": (b"%YAML 9.9\n---\n" + TERM, "yaml-syntax:1"),
    "tag directive": (b"%TAG ! tag:x,2000:\n---\n" + TERM, "yaml-feature:1|yaml-feature:2"),
    "document start": (b"---\n" + TERM, ""),
    "document end": (TERM + b"...\n", ""),
    "second document": (TERM + b"---\n" + TERM, "yaml-feature:4"),
    "second document after its end": (TERM + b"...\n---\n" + TERM, "yaml-feature:5"),
    "empty second document": (TERM + b"---\n", "yaml-feature:4"),
    "conflict": (b"<<<<<<< HEAD\n" + TERM + b"=======\n" + TERM + b">>>>>>> x\n", "yaml-syntax:1 yaml-syntax:5 yaml-syntax:9"),
    "conflict in three ways": (TERM + b"||||||| base\n", "yaml-syntax:4"),
    "complex key": (b"? [a]\n: b\n", "yaml-feature:1"),
    "map as key": (b"? {a: b}\n: b\n", "yaml-feature:1"),
    "map for a list": (b"t:\n  term: T\n", "unknown-key:1 missing-key:1"),
    "text for a list": (b"hello\n", "wrong-shape:1"),
    "list in the list": (b"- - id: t\n", "wrong-shape:1"),
    "text in the list": (TERM + b"- hello\n", "wrong-shape:4"),
    "list for a text": (b"- id: t\n  term: [T]\n  expansion: E\n", "bad-value:2"),
    "map for a text": (b"- id: t\n  term: {T: U}\n  expansion: E\n", "bad-value:2"),
    "text for a list of a record": (TERM + b"  aliases: u\n", "bad-value:4"),
    "empty file": (b"", "wrong-shape:1"),
    "only a comment": (b"# nothing\n", "wrong-shape:1"),
    "only a line": (b"\n", "wrong-shape:1"),
    "only a mark": (b"\xef\xbb\xbf", "wrong-shape:1"),
    "empty list": (b"[]\n", ""),
    "empty map": (b"{}\n", "missing-key:1"),
    "null": (b"~\n", "wrong-shape:1"),
    "null item": (b"-\n", "wrong-shape:1"),
    "null key": (TERM + b"  ~: x\n", "unknown-key:4"),
    "null value": (b"- id: t\n  term: ~\n  expansion: E\n", "missing-key:2"),
    "blank value": (b"- id: t\n  term: '  '\n  expansion: E\n", "bad-value:2|missing-key:2"),
    "unknown key": (TERM + b"  meanin: x\n", "unknown-key:4"),
    "key with a blank": (TERM + b"  'meaning ': x\n", "unknown-key:4"),
    "key with an accent apart": (TERM + "  e\u0301: x\n".encode(), "unknown-key:4"),
    "key of an own method": (TERM + b"  __class__: x\n  __init__: y\n", "unknown-key:4 unknown-key:5"),
    "key self": (TERM + b"  self: x\n", "unknown-key:4"),
    # Depth and size
    "deep lists": (b"[\n" * 100_000, "yaml-feature:13"),
    "deep maps": (b"{a:\n" * 50_000, "yaml-feature:13"),
    "deep blocks": (b"".join(b" " * n + b"a:\n" for n in range(500)), "yaml-feature:13"),
    "deep dashes": (b"- " * 50_000, "too-long:1"),
    "long line": (b"- id: t\n  term: T\n  expansion: " + LINE + b"\n", "too-long:3"),
    "long comment": (TERM + b"# " + LINE, "too-long:4"),
    "long title": (b"- id: t\n  term: " + b"x" * 301 + b"\n  expansion: E\n", "too-long:2"),
    "long id": (b"- id: " + b"x" * 65 + b"\n  term: T\n  expansion: E\n", "too-long:1"),
    "long text": (TERM + b"  meaning: >-\n" + b"    word word word word\n" * 3001, "too-long:4"),
    "brackets": (TERM + b"  meaning: '" + b"[" * 401 + b"'\n", "too-long:4"),
    "many keys": (b"- " + b"".join(b"k%d: v\n  " % n for n in range(500)), "too-large:201"),
    "many items": (TERM + b"  aliases: [" + b"a,\n" * 5000 + b"]\n", "too-large:2004"),
    "many records": (b"- a\n" * 30_001, "too-large:30001"),
    "huge": (b"#" * (limits.MAX_FILE + 1), "too-large:0"),
    # Encodings
    "byte-order mark": (b"\xef\xbb\xbf" + TERM, ""),
    "two marks": (b"\xef\xbb\xbf\xef\xbb\xbf" + TERM, "bad-character:1"),
    "mark inside": (TERM + b"  meaning: a\xef\xbb\xbfb\n", "bad-character:4"),
    "UTF-16": (TERM.decode().encode("utf-16"), "unreadable-file:0"),
    "UTF-16 without mark": (TERM.decode().encode("utf-16-le"), "unreadable-file:0"),
    "UTF-32": (TERM.decode().encode("utf-32"), "unreadable-file:0"),
    "UTF-32 without mark": (TERM.decode().encode("utf-32-be"), "unreadable-file:0"),
    "Latin-1": (b"- id: t\n  term: Caf\xe9\n  expansion: E\n", "unreadable-file:2"),
    "Windows-1252": (b"- id: t\n  term: T\n  expansion: \x93E\x94\n", "unreadable-file:3"),
    "overlong": (b"- id: t\n  term: \xc0\xaf\n", "unreadable-file:2"),
    "surrogate in UTF-8": (b"- id: t\n  term: \xed\xa0\x80\n", "unreadable-file:2"),
    "cut in a character": (TERM + b"  meaning: \xe2\x82", "unreadable-file:4"),
    "CRLF": (TERM.replace(b"\n", b"\r\n"), ""),
    "CRLF, error on line 3": (b"- id: t\r\n  term: T\r\n  expansin: E\r\n", "unknown-key:3 missing-key:1"),
    "lone CR": (TERM.replace(b"\n", b"\r"), ""),
    "lone CR, error on line 3": (b"- id: t\r  term: T\r  expansin: E\r", "unknown-key:3 missing-key:1"),
    "mixed line ends": (b"- id: t\r\n  term: T\r  expansin: E\n", "unknown-key:3 missing-key:1"),
    # Characters
    "NUL": (b"- id: t\n  term: a\0b\n  expansion: E\n", "bad-character:2"),
    "escape": (b"- id: t\n  term: a\x1b[31mb\n  expansion: E\n", "bad-character:2"),
    "delete": (b"- id: t\n  term: a\x7fb\n  expansion: E\n", "bad-character:2"),
    "next line U+0085": ("- id: t\n  term: a\u0085b\n  expansion: E\n".encode(), "bad-character:2"),
    "line separator U+2028": ("- id: t\n  term: a\u2028b\n  expansion: E\n".encode(), "bad-character:2"),
    "right-to-left override": ("- id: t\n  term: a\u202eb\n  expansion: E\n".encode(), "bad-character:2"),
    "isolate": ("- id: t\n  term: a\u2066b\n  expansion: E\n".encode(), "bad-character:2"),
    "zero-width space": ("- id: t\n  term: a\u200bb\n  expansion: E\n".encode(), "bad-character:2"),
    "zero-width joiner in an id": ("- id: t\u200d\n  term: T\n  expansion: E\n".encode(), "bad-character:1"),
    "in a key": ("- id: t\n  te\u200brm: T\n  expansion: E\n".encode(), "bad-character:2"),
    "in a comment": ("# a\u202eb\n".encode() + TERM, "bad-character:1"),
    "soft hyphen": ("- id: t\n  term: a\u00adb\n  expansion: E\n".encode(), "bad-character:2"),
    "tag characters": ("- id: t\n  term: a\U000e0041b\n  expansion: E\n".encode(), "bad-character:2"),
    "variation selector": ("- id: t\n  term: a\U000e0101b\n  expansion: E\n".encode(), "bad-character:2"),
    "Hangul filler": ("- id: t\n  term: a\u3164b\n  expansion: E\n".encode(), "bad-character:2"),
    "private use": ("- id: t\n  term: a\uf8ffb\n  expansion: E\n".encode(), "bad-character:2"),
    "no character": ("- id: t\n  term: a\uffffb\n  expansion: E\n".encode(), "bad-character:2"),
    "escaped NUL": (b'- id: t\n  term: "a\\0b"\n  expansion: E\n', "bad-character:2"),
    "escaped half pair": (b'- id: t\n  term: "a\\ud800b"\n  expansion: E\n', "bad-character:2|yaml-syntax:2"),
    "escaped pair": (b'- id: t\n  term: "a\\ud83d\\ude00b"\n  expansion: E\n', "bad-character:2|yaml-syntax:2"),
    "escaped carriage return": (b'- id: t\n  term: "a\\rb"\n  expansion: E\n', "bad-character:2"),
    "escaped next line": (b'- id: t\n  term: "a\\Nb"\n  expansion: E\n', "bad-character:2"),
    "escaped override": (b'- id: t\n  term: "a\\u202eb"\n  expansion: E\n', "bad-character:2"),
    "escaped mark": (b'- id: t\n  term: "\\ufeffb"\n  expansion: E\n', "bad-character:2"),
    "escaped line break in a line": (b'- id: t\n  term: "a\\nb"\n  expansion: E\n', "bad-value:2"),
    "escape out of range": (b'- id: t\n  term: "\\U00110000"\n  expansion: E\n', "yaml-syntax:2"),
    "many at once": (b"- id: t\n  term: " + b"\x01" * 5000 + b"\n", "bad-character:2"),
    "accent apart": ("- id: t\n  term: Cafe\u0301\n  expansion: E\n".encode(), "not-nfc:2"),
    "accent apart in a text": (TERM + "  meaning: Cafe\u0301\n".encode(), "not-nfc:4"),
    "other letters": ("- id: t\n  term: Ångström 東京 Ω😀\n  expansion: E\n".encode(), ""),
    # Ids
    "look-alike id": ("- id: tеrm\n  term: T\n  expansion: E\n".encode(), "bad-id:1"),
    "upper-case id": (b"- id: Term\n  term: T\n  expansion: E\n", "bad-id:1"),
    "path for an id": (b"- id: ../../etc\n  term: T\n  expansion: E\n", "bad-id:1"),
    "id with a line end": (b'- id: "t\\n"\n  term: T\n  expansion: E\n', "bad-id:1"),
    "id with a dot": (b"- id: a.b\n  term: T\n  expansion: E\n", "bad-id:1"),
    "id with two hyphens": (b"- id: a--b\n  term: T\n  expansion: E\n", "bad-id:1"),
    "id in markup": (b"- id: '\"><script>'\n  term: T\n  expansion: E\n", "bad-id:1"),
    "reserved id": (b"- id: index\n  term: T\n  expansion: E\n", "reserved-id:1"),
    "device for an id": (b"- id: con\n  term: T\n  expansion: E\n", "reserved-id:1"),
    "port for an id": (b"- id: lpt1\n  term: T\n  expansion: E\n", "reserved-id:1"),
    "shell for an id": (b"- id: sightline-shell\n  term: T\n  expansion: E\n", "reserved-id:1"),
    "repeated id": (TERM + TERM, "repeated-id:4"),
    "alias of itself": (TERM + b"  aliases: [t]\n", "taken-alias:4"),
    "alias of another": (TERM + b"- id: u\n  term: U\n  expansion: E\n  aliases: [t]\n", "taken-alias:7"),
    "alias twice": (TERM + b"  aliases: [u]\n- id: v\n  term: U\n  expansion: E\n  aliases: [u]\n", "taken-alias:8"),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_yaml(name: str, tmp_path: Path) -> None:
    content, expected = CASES[name]
    started = time.monotonic()
    problems = sorted(found(tmp_path, {TERMS: content}))
    assert time.monotonic() - started < 10
    possible = (
        [
            sorted(f"{one.partition(':')[0]} glossary.yml:{one.partition(':')[2]}" for one in way.split())
            for way in expected.split("|")
        ]
        if expected
        else [[]]
    )
    assert problems in possible


def test_the_same_in_a_brief(tmp_path: Path) -> None:
    """Quotes keep what YAML would lose; a text may hold braces, quotes and hashes, and stays itself."""
    words = "{{ 7*7 }} {% x %} ${jndi:x} \"quotes\" 'too' a#b & </textarea> é"
    text = words.replace("</textarea>", "&lt;/textarea&gt;")
    corpus = load(
        plant(tmp_path, {FINDINGS: f"- id: f\n  section: one\n  kind: fact\n  statement: |\n    {text}\n"})
    ).corpus
    assert corpus is not None
    assert corpus.findings[0].statement.source.strip() == text
