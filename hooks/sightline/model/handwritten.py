"""How hand-written pages name records: ``[^canada-ntib/12]`` is a note mark, ``[words](finding:canada-ntib/its-id)`` a
link, and a line that is only ``[sightline:briefs]`` the list of that name. Code, indented or fenced, is left alone.
"""

from __future__ import annotations

import re

from sightline.model.addresses import RECORD_SCHEMES

_MARK = r"\[\^(?P<mark>[a-z][a-z0-9-]*/[1-9]\d*)\]"
_LINK = rf"\[(?P<words>[^\[\]]{{0,300}})\]\((?P<kind>{'|'.join(RECORD_SCHEMES)}):(?P<ref>[a-z0-9/-]+)\)"
_BLOCK = r"^\[sightline:(?P<block>[a-z-]+)\][ \t]*$"
_CODE = r"(?P<code>^ {4}[^\n]*$|^(?P<fence>`{3,}|~{3,}).*?^(?P=fence)|(?<!`)(?P<tick>`+)(?!`).+?(?<!`)(?P=tick)(?!`))"
_BARE = r"\[\^(?P<bare>[1-9]\d*)\]"
REFERENCE = re.compile(f"{_CODE}|{_MARK}|{_LINK}|{_BLOCK}|{_BARE}", re.MULTILINE | re.DOTALL)
