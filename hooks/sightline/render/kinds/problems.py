"""What the check may complain about, one entry for each code."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from sightline import urls
from sightline.render.kinds.common import HOME
from sightline.render.page import Crumb, Page, Planned
from sightline.render.problem_entries import entries
from sightline.render.site import Renderer


def pages(render: Renderer) -> Iterator[Planned]:
    """One page."""
    yield Planned(urls.PROBLEMS, partial(_problems, render), ("brief",))


def _problems(render: Renderer) -> Page:
    listed = entries()
    return render.page(
        render.sheet(urls.PROBLEMS),
        "problems",
        title="Problems",
        description="What the check may complain about: what each message means, with a wrong and a right example.",
        crumbs=(HOME, Crumb("Problems", urls.PROBLEMS)),
        groups=[
            ("errors", "Errors", "They stop a build.", [one for one in listed if one.code.severity == "error"]),
            (
                "warnings",
                "Warnings",
                "They go on the ledger.",
                [one for one in listed if one.code.severity == "warning"],
            ),
        ],
    )
