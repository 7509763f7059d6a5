"""Reads rendered HTML as a browser does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element

import html5lib


@dataclass(frozen=True)
class Html:
    """A parsed page body."""

    body: str

    @cached_property
    def _parser(self) -> tuple[Element, list[str]]:
        parser = html5lib.HTMLParser(namespaceHTMLElements=False)
        tree = parser.parseFragment(self.body)
        return tree, [f"{line}:{column} {code} {details}" for (line, column), code, details in parser.errors]

    @property
    def errors(self) -> list[str]:
        """Where the HTML is not well formed, and a browser guesses."""
        return self._parser[1]

    @property
    def elements(self) -> Iterator[Element]:
        """Every element in order."""
        return (one for one in self._parser[0].iter() if isinstance(one.tag, str))

    @property
    def structure(self) -> list[tuple[str, ...]]:
        """The name of each element with the names of its attributes, in order."""
        return [(one.tag, *sorted(one.attrib)) for one in self.elements]

    @property
    def text(self) -> str:
        """All words of the page."""
        return words(self._parser[0])

    @property
    def ids(self) -> list[str]:
        """Every id, repeats included."""
        return [one.attrib["id"] for one in self.elements if "id" in one.attrib]

    def all(self, tag: str, **attributes: str) -> list[Element]:
        """The elements of a name with these attributes; ``class_`` for one of the classes."""
        wanted = attributes.pop("class_", "")
        return [
            one
            for one in self.elements
            if one.tag == tag
            and all(one.attrib.get(name) == value for name, value in attributes.items())
            and (not wanted or wanted in one.attrib.get("class", "").split())
        ]

    def by_id(self, identity: str) -> Element:
        """The element of an id."""
        return next(one for one in self.elements if one.attrib.get("id") == identity)


def words(element: Element) -> str:
    """The words of an element, with single blanks."""
    return " ".join("".join(element.itertext()).split())
