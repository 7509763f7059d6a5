"""The schemas in ``.vscode/schemas``, which are kept with the repository so that editors work offline."""

from __future__ import annotations

import json
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from sightline.cli import main
from sightline.edit.schemas import FOLDER, associations, schema_files

ROOT = Path(__file__).parents[2]


def test_they_are_up_to_date() -> None:
    there = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in (ROOT / FOLDER).iterdir()}
    assert there == schema_files(), "the record classes have changed: run  make schemas"


def test_the_command_writes_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "old-kind.schema.json").write_text("{}", "utf-8")
    assert main(["--root", str(tmp_path), "schemas"]) == 0
    assert {f"{FOLDER}/{path.name}": path.read_bytes() for path in (tmp_path / FOLDER).iterdir()} == schema_files()
    assert main(["--root", str(tmp_path), "schemas"]) == 0
    assert capsys.readouterr().out.endswith("the schemas are up to date\n")


@pytest.mark.parametrize("file", schema_files())
def test_every_key_is_explained_and_no_other_is_allowed(file: str) -> None:
    definitions: dict[str, Any] = json.loads(schema_files()[file])["definitions"]
    for name, definition in definitions.items():
        if definition.get("type") == "object":
            assert definition["additionalProperties"] is False, name
            assert [key for key, value in definition["properties"].items() if not value.get("description")] == [], name


def test_each_record_file_has_exactly_one_schema() -> None:
    patterns = [
        (schema, form.replace("{yml,yaml}", suffix))
        for schema, forms in associations().items()
        for form in forms
        for suffix in ("yml", "yaml")
    ]
    for top in (ROOT, ROOT / "tests" / "site"):
        for path in (top / "content").rglob("*.yml"):
            file = path.relative_to(top).as_posix()
            # fnmatch lets * match slashes, an editor does not
            found = {schema for schema, form in patterns if fnmatch(file, form) and form.count("/") == file.count("/")}
            assert len(found) == 1, file
