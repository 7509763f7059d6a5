"""What names a record, which each carries."""

from functools import lru_cache
from typing import Annotated, NamedTuple

from sightline.model.fields import FromFolder


class Key(NamedTuple):
    """What names a record in the whole corpus."""

    kind: str
    brief: str
    """Empty for records that all briefs share."""
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.brief}/{self.id}" if self.brief else f"{self.kind}:{self.id}"


@lru_cache(1 << 14)  # more than twenty years of reports cite
def source_key(source: str) -> Key:
    """The key of a source: each page and file that it is cited on knows it by its citation key and asks for this one."""
    return Key("source", "", source)


class Keyed:
    """A record with its key: every page asks for many of them again, so each is made once, with its record."""

    __slots__ = ("key",)
    key: Annotated[Key, FromFolder()]
    KIND = ""
    """The name of its kind in links, messages and commands: ``source-note``."""

    def __post_init__(self) -> None:
        """Make the key; no field says it, so nothing that goes through the fields of a record meets it."""
        key = Key(self.KIND, getattr(self, "brief", ""), self.id)  # type: ignore[attr-defined]  # each class has its own
        object.__setattr__(self, "key", key)
