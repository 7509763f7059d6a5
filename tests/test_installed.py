"""Versions are told by the names of folders; what the standard library reads in them says the same."""

from __future__ import annotations

from importlib.metadata import version

from sightline.installed import versions
from sightline.site import engine, program


def test_the_folders_of_packages_say_their_versions() -> None:
    names = {*engine.PACKAGES, *program.PACKAGES}
    assert versions(names) == {name: version(name) for name in names}


def test_what_is_not_installed_has_no_version() -> None:
    assert versions(["no_such_package"]) == {"no_such_package": ""}
