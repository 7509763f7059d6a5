"""The list of what was built, where it is too long to wait in memory."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

from sightline.site.earlier import AT_ONCE, Earlier
from sightline.site.files import Folder


def test_a_long_list_comes_back_whole(tmp_path: Path) -> None:
    listed, output = tmp_path / "cache" / "built.json", tmp_path / "site"
    output.mkdir()
    found = {f"{number}/index.html": ["Finding", "a\tb\n", "c" * 9973] for number in range(3 * AT_ONCE // 10_000)}
    with closing(Earlier(output, listed)) as earlier:
        for path, entry in found.items():
            earlier.remember(path, "made of", Folder(output).write(path, b"one"), [entry])
            earlier.remember(f"{path}.md", "made of", Folder(output).write(f"{path}.md", b"two"))
        assert [*earlier.entries()] == [*found.values()]
        earlier.references = {"source": ["made of", "text"]}
        earlier.save()
    with closing(Earlier(output, listed)) as again:
        into = Folder(tmp_path)
        assert again.references == earlier.references
        assert all(again.take(path, "made of", into) and again.take(f"{path}.md", "made of", into) for path in found)
        assert [*again.entries()] == [*found.values()]
