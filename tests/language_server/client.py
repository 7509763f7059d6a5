"""Talks to the YAML language server as an editor does."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any


class LanguageServer:
    """A running server that has a project's folder open, with the settings of its ``.vscode/settings.json``."""

    def __init__(self, command: list[str], root: Path) -> None:
        self.root = root
        self.settings = json.loads((root / ".vscode" / "settings.json").read_text("utf-8"))
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=root)
        self.asked = 0
        self.told: list[dict[str, Any]] = []

    def __enter__(self) -> LanguageServer:
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        workspace = {"configuration": True, "workspaceFolders": True, "didChangeConfiguration": {}}
        capabilities = {
            "workspace": workspace,
            "textDocument": {"publishDiagnostics": {}, "hover": {}, "completion": {}},
        }
        self.ask(
            "initialize",
            {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": capabilities},
        )
        self.tell("initialized", {})
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": self.section("yaml")}})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.communicate()

    def section(self, name: str) -> Any:
        """The settings below a name, as VS Code hands them on: dots part the levels."""
        if name == "[yaml]":
            return self.settings.get(name)
        found: dict[str, Any] = {}
        for key, value in self.settings.items():
            if key.startswith(f"{name}."):
                *above, last = key.removeprefix(f"{name}.").split(".")
                inner = found
                for step in above:
                    inner = inner.setdefault(step, {})
                inner[last] = value
        return found

    def diagnostics(self, texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
        """What the server says about files with these texts, whether they are on the disk or not; each only once."""
        for file, text in texts.items():
            self.open(file, text)
        return {file: self.published(file) for file in texts}

    def open(self, file: str, text: str) -> None:
        document = {"uri": self.uri(file), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})

    def published(self, file: str) -> list[dict[str, Any]]:
        """The first diagnostics of an open file."""
        while True:
            for message in self.told:
                params = message["params"]
                if message["method"] == "textDocument/publishDiagnostics" and params["uri"] == self.uri(file):
                    diagnostics: list[dict[str, Any]] = params["diagnostics"]
                    return diagnostics
            self.read()

    def uri(self, file: str) -> str:
        return (self.root / file).as_uri()

    def at(self, method: str, file: str, text: str, line: int, column: int) -> Any:
        """What the server answers about a place, counted from 1."""
        self.open(file, text)
        self.published(file)
        place = {"line": line - 1, "character": column - 1}
        return self.ask(method, {"textDocument": {"uri": self.uri(file)}, "position": place})

    def tell(self, method: str, params: Any) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: Any) -> Any:
        self.asked += 1
        number = self.asked
        self.send({"id": number, "method": method, "params": params})
        while True:
            message = self.read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]

    def send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def read(self) -> dict[str, Any]:
        """The next message; what the server asks is answered, what it tells is kept."""
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline()) != b"\r\n":
            assert line, "the language server has ended"
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if "method" in message and "id" in message:
            self.send({"id": message["id"], "result": self.answer(message)})
        elif "method" in message:
            self.told.append(message)
        return message

    def answer(self, message: dict[str, Any]) -> Any:
        if message["method"] == "workspace/configuration":
            return [self.section(item.get("section", "")) for item in message["params"]["items"]]
        if message["method"] == "workspace/workspaceFolders":
            return [{"uri": self.root.as_uri(), "name": self.root.name}]
        return None
