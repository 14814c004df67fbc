"""What an editor shows while somebody types an account: the real yaml-language-server, over its own protocol."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
SERVER = os.environ.get("SAM_YAML_LSP") or shutil.which("yaml-language-server")
pytestmark = pytest.mark.skipif(
    not SERVER, reason="yaml-language-server is not installed: npm install --global yaml-language-server"
)


class Editor:
    """The least of an editor that the server will talk to."""

    def __init__(self, folder: Path) -> None:
        assert SERVER
        self.folder = folder
        self.process = subprocess.Popen(
            [SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.last = 0
        self.found: dict[str, list[dict[str, Any]]] = {}
        self.ask("initialize", {"processId": None, "rootUri": folder.as_uri(), "capabilities": {}})
        self.tell("initialized", {})
        settings = {"validate": True, "completion": True, "hover": True, "schemaStore": {"enable": False}}
        self.tell("workspace/didChangeConfiguration", {"settings": {"yaml": settings}})

    def send(self, message: dict[str, Any]) -> None:
        assert self.process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout
        length = 0
        while (line := self.process.stdout.readline().strip()) != b"":
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        assert length, "the server ended"
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        if message.get("method") == "textDocument/publishDiagnostics":
            self.found[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            items = message.get("params", {}).get("items", [])
            self.send({"id": message["id"], "result": [None] * len(items) if items else None})
        return message

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self.send({"method": method, "params": params})

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.last += 1
        self.send({"id": self.last, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == self.last and "method" not in message:
                return message.get("result")

    def open(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": document})
        return path.as_uri()

    def problems(self, uri: str) -> list[dict[str, Any]]:
        while uri not in self.found:
            self.receive()
        return self.found[uri]

    def at(self, method: str, uri: str, line: int, column: int) -> Any:
        position = {"line": line, "character": column}
        return self.ask(f"textDocument/{method}", {"textDocument": {"uri": uri}, "position": position})


HEAD = "# yaml-language-server: $schema=../docs/schema/account.json\n"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("playbook")
    shutil.copytree(ROOT / "docs/schema", folder / "docs/schema")
    (folder / "accounts").mkdir()
    editor = Editor(folder)
    yield editor
    editor.process.terminate()
    editor.process.communicate()


def test_fields_are_offered_with_their_sentence(editor: Editor) -> None:
    uri = editor.open("accounts/fields.yml", f"{HEAD}name: Acme\n\n")
    answer = editor.at("completion", uri, 2, 0)
    offered = {item["label"]: item for item in answer["items"]}
    assert {"tier", "lead", "people", "promises"} <= set(offered)
    assert "id" not in offered
    said = offered["tier"]["documentation"]
    assert "The tier, by its id in playbook.yml." in (said if isinstance(said, str) else said["value"])


def test_words_are_offered(editor: Editor) -> None:
    uri = editor.open("accounts/words.yml", f"{HEAD}name: Acme\npeople:\n  - name: Rao\n    support: \n")
    offered = {item["label"] for item in editor.at("completion", uri, 4, 13)["items"]}
    assert {"mentor", "supporter", "neutral", "doubter", "opponent"} <= offered


def test_hover_says_what_a_field_is(editor: Editor) -> None:
    uri = editor.open("accounts/hover.yml", f"{HEAD}name: Acme\ntimeframe: 2027\n")
    said = editor.at("hover", uri, 2, 3)["contents"]
    assert "The span of the plan" in (said if isinstance(said, str) else said["value"])


def test_a_mistake_is_marked_where_it_stands(editor: Editor) -> None:
    uri = editor.open(
        "accounts/mistakes.yml", f"{HEAD}name: Acme\nlaed: x\npeople:\n  - {{name: R, support: suporter}}\n"
    )
    lines = {problem["range"]["start"]["line"] for problem in editor.problems(uri)}
    assert lines == {2, 4}


@pytest.mark.parametrize("path", sorted((ROOT / "accounts").glob("*.yml")), ids=lambda path: path.stem)
def test_the_example_has_no_mistake(editor: Editor, path: Path) -> None:
    uri = editor.open(f"accounts/{path.name}", path.read_text(encoding="utf-8"))
    assert editor.problems(uri) == []
