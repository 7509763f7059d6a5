"""What the preview adds to a page: the script that reloads it, and the list of problems over it."""

from __future__ import annotations

from markupsafe import Markup

from sightline.preview.state import Shown
from sightline.site.policy import policy, with_policy

ASSETS: dict[str, bytes] = {
    "live.js": b"""\
"use strict";
(() => {
  const own = document.currentScript.dataset.version;
  const events = new EventSource("/__sightline/events");
  events.onmessage = (event) => { if (event.data !== own) { events.close(); location.reload(); } };
})();
""",
    "live.css": b"""\
.sightline-problems { position: fixed; inset: auto 0 0 0; z-index: 1000; max-height: 60vh; overflow: auto; margin: 0;
  padding: 1rem 1.5rem; background: #3b0d0c; color: #fff4f2; font: 15px/1.5 ui-monospace, monospace; }
.sightline-problems h2 { margin: 0 0 .5rem; font: 700 17px/1.4 system-ui, sans-serif; color: inherit; }
.sightline-problems pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: .75rem 0; }
""",
}


def dress(page: bytes, shown: Shown) -> bytes:
    """A page with the preview's additions before its end."""
    additions = Markup('<script src="/__sightline/live.js" data-version="%d"></script>') % shown.version
    if shown.problems:
        additions = _problems(shown) + additions
    head, found, tail = page.rpartition(b"</body>")
    return head + str(additions).encode() + found + tail if found else page + str(additions).encode()


def problem_page(shown: Shown) -> bytes:
    """The page for a start on broken records, when there is no good site yet."""
    title = "The records have problems" if shown.problems else "One moment"
    page = Markup(
        '<!doctype html>\n<html lang="en-CA"><head><meta charset="utf-8"><title>%s</title></head>'
        "<body><h1>%s</h1></body></html>\n"
    ) % (title, title)
    return dress(with_policy(str(page), policy(())).encode(), shown)


def _problems(shown: Shown) -> Markup:
    listed = Markup("").join(Markup("<pre>%s</pre>") % problem for problem in shown.problems)
    note = (
        "These are the last good pages; save a corrected record to go on." if shown.view else "Correct them and save."
    )
    return Markup(
        '<link rel="stylesheet" href="/__sightline/live.css">'
        '<section class="sightline-problems" role="alert" aria-label="Problems in the records">'
        "<h2>The records have problems</h2><p>%s</p>%s</section>"
    ) % (note, listed)
