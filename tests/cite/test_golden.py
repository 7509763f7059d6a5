"""Every golden reference, in both styles: see tests/golden/cite/README.md for where they come from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from sightline import cite

GOLDEN = Path(__file__).parents[1] / "golden" / "cite"
CASES: list[dict[str, Any]] = [
    case for path in sorted(GOLDEN.glob("*.json")) for case in json.loads(path.read_text("utf-8"))
]
FORMS = ("note", "short_note", "bibliography", "apa", "in_text")


def looks(tokens: cite.Tokens) -> str:
    """The reference as goldens have it: italics marked, nothing escaped."""
    return "".join(f"<i>{token.text}</i>" if token.style == "italic" else token.text for token in tokens)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_golden(case: dict[str, Any]) -> None:
    item = cite.from_csl_json(case["item"])
    locator = tuple(case["locator"]) if "locator" in case else None
    made = {
        "note": looks(cite.note(item, locator)),
        "short_note": looks(cite.short_note(item, locator)),
        "bibliography": looks(cite.bibliography(item)),
        "apa": looks(cite.bibliography(item, "apa")),
        "in_text": looks(cite.in_text(item, locator)),
        "listed": cite.is_listed(item),
    }
    assert made == {key: case[key] for key in made}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_golden_reads_back(case: dict[str, Any]) -> None:
    item = cite.from_csl_json(case["item"])
    again = cite.from_csl_json(cite.to_csl_json(item))
    assert again == item


def test_the_set() -> None:
    assert len({case["id"] for case in CASES}) == len(CASES) >= 100
    held_out = [case for case in CASES if case["set"].startswith("held-out")]
    assert 2 * len(held_out) >= len(CASES)


def test_each_correction_says_why() -> None:
    for case in CASES:
        for form, correction in case.get("corrected", {}).items():
            assert form in FORMS
            assert correction["why"]
            assert correction["citeproc"] != case[form]
