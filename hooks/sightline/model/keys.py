"""What names a record, which each carries."""

from functools import lru_cache
from typing import Annotated, NoReturn

from sightline.model.fields import FromFolder


class Key:
    """What names a record in the whole corpus.

    There is one object for each name, so that to compare keys, or to find what is kept by one, asks which object it is and
    reads none of its words: a build of 300 recommendations does so a million times.
    """

    __slots__ = ("brief", "id", "kind")
    kind: str
    brief: str
    """Empty for records that all briefs share."""
    id: str

    def __new__(cls, kind: str, brief: str, name: str) -> "Key":
        """The key of this name."""
        words = kind, brief, name
        found = _MADE.get(words)
        if found is None:
            made = object.__new__(cls)
            for field, word in zip(("kind", "brief", "id"), words, strict=True):
                object.__setattr__(made, field, word)
            found = _MADE.setdefault(words, made)  # in one step: another thread may have made it by now
        return found

    def __setattr__(self, field: str, value: object) -> NoReturn:
        """A key is never changed: all who ask by it would ask for another record. Raises AttributeError."""
        raise AttributeError(f"the {field} of a key is never changed")

    def __lt__(self, other: "Key") -> bool:
        """Whether it comes before another where keys are sorted: by their words, in turn."""
        return (self.kind, self.brief, self.id) < (other.kind, other.brief, other.id)

    def __reduce__(self) -> tuple[type["Key"], tuple[str, str, str]]:
        """What a copy is made by, so that it is this one."""
        return Key, (self.kind, self.brief, self.id)

    def __str__(self) -> str:
        return f"{self.kind}:{self.brief}/{self.id}" if self.brief else f"{self.kind}:{self.id}"

    def __repr__(self) -> str:
        return f"Key({self.kind!r}, {self.brief!r}, {self.id!r})"

    def named(self, name: str) -> "Key":
        """The key of a record of the same kind and brief with another id."""
        return Key(self.kind, self.brief, name)


_MADE: dict[tuple[str, str, str], Key] = {}
"""All keys, by their words. None is let go: while the records are edited that is a line of memory for each new id."""


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
