"""What is put aside comes back as it was, whether it waits in memory or lies in the file."""

from __future__ import annotations

from contextlib import closing

from sightline.model.corpus import Key
from sightline.publish.aside import AT_ONCE, Aside


def test_every_text_comes_back() -> None:
    texts = {Key("source", "", f"one-{number}"): b"%d." % number * (number * 997) for number in range(70)}
    assert sum(map(len, texts.values())) > 3 * AT_ONCE
    with closing(Aside()) as aside:
        for key, text in texts.items():
            assert aside.get(key) is None
            aside.put([(key, text)])
            assert aside.get(key) == text
        for key, text in reversed(texts.items()):
            assert aside.get(key) == text
