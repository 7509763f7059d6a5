"""A citation as HTML: it ends as CMOS has it, wherever its marks stand."""

from __future__ import annotations

import pytest
from markupsafe import Markup
from sightline.render.references import closed


@pytest.mark.parametrize(
    ("opened", "shut"),
    [
        ("", ""),
        ("Ibid., 4", "Ibid., 4."),
        ("<i>Who Pays</i>", "<i>Who Pays</i>."),
        ("“A Title”", "“A Title.”"),
        ("<i>On “Emma”</i>", "<i>On “Emma.”</i>"),
        ("“On <i>Emma</i>”", "“On <i>Emma</i>.”"),
        ("“A ‘Title’”", "“A ‘Title.’”"),
        ("“Why?”", "“Why?”"),
        ("<i>Why?</i>", "<i>Why?</i>"),
        ("Smith Inc.", "Smith Inc."),
    ],
)
def test_closed(opened: str, shut: str) -> None:
    assert closed(Markup(opened)) == shut
