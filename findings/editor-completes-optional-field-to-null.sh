#!/usr/bin/env bash
# pydantic and yaml-language-server: choosing an optional key in the editor writes the word null.
#
# pydantic gives an optional field `"default": null` in its JSON Schema. The language server of the
# YAML extension of VS Code writes a default when somebody picks the key from its list: `address:`
# with the word null behind it, selected. Who goes on to the next line without typing over it has
# four letters in the file, which a reader that keeps raw text takes for a text.
#
# Seen with pydantic 2.14.4 and yaml-language-server 1.25.0: the snippet is "address: ${1:null}";
# without the default in the schema it is "address: ".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pydantic==2.14.4
(cd "$folder" && npm install --silent --no-audit --no-fund yaml-language-server@1.25.0 >/dev/null)
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import json
import subprocess
from pathlib import Path

import pydantic
from pydantic import BaseModel


class Person(BaseModel):
    address: str | None = None


def offered(schema: dict) -> str:
    """Return the text that the server inserts for the key ``address`` in an empty file."""
    Path("schema.json").write_text(json.dumps(schema))
    server = subprocess.Popen(
        ["node", "node_modules/yaml-language-server/bin/yaml-language-server", "--stdio"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )

    def send(message: dict) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        server.stdin.flush()

    def answer(number: int) -> dict:
        while True:
            size = int(server.stdout.readline().split(b":")[1])
            while server.stdout.readline().strip():
                pass
            message = json.loads(server.stdout.read(size))
            if message.get("id") == number and "method" not in message:
                return message["result"]
            if "id" in message and "method" in message:  # the server asks for settings
                asked = message.get("params", {}).get("items", [])
                send({"id": message["id"], "result": [{} for _ in asked]})

    uri = Path("person.yaml").resolve().as_uri()
    text = f"# yaml-language-server: $schema={Path('schema.json').resolve().as_uri()}\na"
    send({"id": 1, "method": "initialize",
          "params": {"processId": None, "rootUri": None, "capabilities": {}}})
    answer(1)
    send({"method": "initialized", "params": {}})
    send({"method": "textDocument/didOpen", "params": {
        "textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}})
    send({"id": 2, "method": "textDocument/completion", "params": {
        "textDocument": {"uri": uri}, "position": {"line": 1, "character": 1}}})
    found = answer(2)
    server.kill()
    items = found["items"] if isinstance(found, dict) else found
    item = next(each for each in items if each["label"] == "address")
    return item.get("textEdit", {}).get("newText") or item["insertText"]


schema = Person.model_json_schema()
with_default = offered(schema)
del schema["properties"]["address"]["default"]
without = offered(schema)
print(f"pydantic {pydantic.VERSION}: {with_default!r} with its default, {without!r} without")
assert "null" in with_default
assert "null" not in without
PYTHON
