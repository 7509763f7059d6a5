"""Checks every page of a built site with the Nu HTML checker. Whatever is not named here fails.

python .ci/html.py SITE CHECKER [ARGUMENT...]
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

THEME = {
    "Attribute “autocomplete” is only allowed when the input type is “color”,": 2,
}
"""Faults of Material 9.8.1, by the start of the message: how often each stands on a page that has it at all.
Its base template gives `autocomplete` to the two hidden checkboxes that open the drawer and the search."""

RESOURCE = re.compile(
    r"Resource violates Content Security Policy \(meta tag\): external (stylesheet|script) “(?!https?:)[^”]*” blocked by"
    r" “(style|script)-src” directive\."
)
INLINE = re.compile(
    r"Inline script violates Content Security Policy \(meta tag\): blocked by “script-src” directive .*"
)
"""What the checker cannot judge when it reads files: they have no origin that 'self' could mean, and blocks of data
(JSON) are no scripts. Inline scripts that do run have their hashes; `tests/browser/test_policy.py` proves both."""
DATA = re.compile(r"<script[^>]*type=\"application/(ld\+)?json\"")


def messages(checker: list[str], site: Path) -> list[dict[str, str]]:
    """All that the checker has to say, of one run over all pages."""
    done = subprocess.run(
        [*checker, "--skip-non-html", "--format", "json", "--stdout", "--exit-zero-always", str(site)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        sys.exit(f"error: the checker itself failed\n{done.stderr}")
    found: list[dict[str, str]] = json.loads(done.stdout)["messages"]
    return found


def is_unseen(message: dict[str, str]) -> bool:
    """True for what only a browser can judge."""
    text = message["message"]
    return bool(RESOURCE.fullmatch(text) or (INLINE.fullmatch(text) and DATA.search(message["extract"])))


def ours(found: list[dict[str, str]]) -> list[str]:
    """What is left once the named faults are taken off, as lines to read; a named fault in another number stays."""
    left = [message for message in found if not is_unseen(message)]
    start = {id(message): next((one for one in THEME if message["message"].startswith(one)), "") for message in left}
    numbers = Counter((message.get("url", ""), start[id(message)]) for message in left)
    return [
        f"{message.get('url', '')}:{message.get('lastLine', '?')}: {message.get('subType') or message['type']}:"
        f" {message['message']}\n    {' '.join(message.get('extract', '').split())}"
        for message in left
        if THEME.get(start[id(message)]) != numbers[message.get("url", ""), start[id(message)]]
    ]


def main(site: Path, checker: list[str]) -> int:
    """Exit code 1 where anything is left."""
    pages = sum(1 for _ in site.rglob("*.html"))
    if not pages:
        sys.exit(f"error: there is no page in {site}; build it first: make site")
    lines = ours(messages(checker, site))
    print("\n".join(lines) or f"    {pages} pages, nothing but the theme’s named faults")
    return bool(lines)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
