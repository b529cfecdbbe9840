"""What the YAML server of VS Code says of every example and of the table of spellings; by hand.

    npm install --prefix SOMEWHERE yaml-language-server
    python tests/benchmarks/with_an_editor.py SOMEWHERE

Prints every diagnostic of an example, every spelling about which the server and ``validate``
differ, and what is proposed at some places; exits with 1 when there is any difference.
"""

import itertools
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests/support")]

from spelling_table import ACCEPTED, REJECTED, SAME_NUMBER, TEMPLATES, values_of  # noqa: E402

from samarbejde_cli.actions.demo import copy_examples  # noqa: E402

PROPOSED = {
    "team": "personer:\n  - navn: A\n    rolle: ",
    "sag": "visitation:\n  tjekliste:\n    - udsagn: ",
    "runde": "møde:\n  lokale: ",
    "plan": "mål:\n  - område: bolig\n    ansvarlige:\n      - ",
    "samtykke": "udveksling: ",
    "samarbejde": "medarbejdere:\n  - navn: A\n    afdeling: ",
}


class Server:
    """The language server as a process; ``ask`` waits for an answer, ``diagnose`` for a verdict."""

    def __init__(self, folder: Path) -> None:
        program = folder / "node_modules/yaml-language-server/bin/yaml-language-server"
        self._process = subprocess.Popen(
            ["node", str(program), "--stdio"],  # noqa: S607
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._numbers = itertools.count(1)
        self.ask("initialize", processId=None, rootUri=None, capabilities={
            "textDocument": {"completion": {"completionItem": {"snippetSupport": True}}}
        })  # fmt: skip
        self._send({"method": "initialized", "params": {}})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._process.stdin.flush()

    def _received(self) -> dict[str, Any]:
        length = 0
        while line := self._process.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        message = json.loads(self._process.stdout.read(length))
        if "method" in message and "id" in message:
            asked = message["params"].get("items", []) if message["params"] else []
            self._send({"id": message["id"], "result": [None for _ in asked]})
        return message

    def ask(self, method: str, **params: object) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": params})
        while (message := self._received()).get("id") != number or "method" in message:
            pass
        return message.get("result")

    def diagnose(self, path: Path, text: str) -> list[str]:
        uri = path.as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": next(self._numbers), "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        while True:
            message = self._received()
            told = message.get("params") or {}
            if message.get("method") == "textDocument/publishDiagnostics" and told["uri"] == uri:
                return [
                    f"{each['range']['start']['line'] + 1}: {each['message']}"
                    for each in told["diagnostics"]
                ]

    def proposals(self, path: Path, text: str) -> list[str]:
        self.diagnose(path, text)
        lines = text.split("\n")
        place = {"line": len(lines) - 1, "character": len(lines[-1])}
        document = {"uri": path.as_uri()}
        found = self.ask("textDocument/completion", textDocument=document, position=place)
        return [each["insertText"] for each in found["items"]]


def modeline(stem: str) -> str:
    above = {"samarbejde": "", "runde": "../../../"}.get(stem, "../../")
    return f"# yaml-language-server: $schema={above}.skemaer/{stem}.json\n"


def path_of(root: Path, stem: str, number: int) -> Path:
    case = root / "sager" / f"t{number}"
    return {"samarbejde": root / f"s{number}.yaml", "runde": case / "runder" / "1.yaml"}.get(
        stem, case / f"{stem}.yaml"
    )


def main() -> int:
    server = Server(Path(sys.argv[1]))
    numbers = itertools.count()
    wrong = 0
    with tempfile.TemporaryDirectory() as folder:
        root = copy_examples(Path(folder).resolve()).root
        files = sorted(root.rglob("*.yaml"))
        for path in files:
            told = server.diagnose(path, path.read_text("utf-8"))
            wrong += len(told)
            print(*(f"{path.relative_to(root)}:{each}" for each in told), sep="\n", end="")
        print(f"{len(files)} files of the examples: {wrong} diagnostics")
        same = {field: ", ".join(pairs) for field, pairs in SAME_NUMBER.items()}
        tried = 0
        for table, is_right in ((ACCEPTED, True), (same, True), (REJECTED, False)):
            for field, values in table.items():
                stem, template = TEMPLATES[field]
                for value in values_of(values):
                    text = modeline(stem) + template.format(value)
                    told = server.diagnose(path_of(root, stem, next(numbers)), text)
                    tried += 1
                    if is_right == bool(told):
                        wrong += 1
                        print(f"{field}: {value!r}", told)
                    if "-v" in sys.argv and told:
                        print(f"{field}: {value!r}", told)
        print(f"{tried} spellings tried; {wrong} differences in all")
        for stem, text in PROPOSED.items():
            path = path_of(root, stem, next(numbers))
            print(stem, server.proposals(path, modeline(stem) + text))
            print("   keys:", server.proposals(path_of(root, stem, next(numbers)), modeline(stem)))
    return int(wrong > 0)


if __name__ == "__main__":
    sys.exit(main())
