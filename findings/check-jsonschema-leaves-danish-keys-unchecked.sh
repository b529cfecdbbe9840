#!/usr/bin/env bash
# check-jsonschema: under the key "mål" anything goes, under "goal" only what the schema says.
#
# A schema says that every key is a word, \w+, with a text behind it, and that there are no other
# keys. The program asks that pattern twice, in two languages: what stands behind a key is checked
# where JavaScript finds a word, which is a to z, and other keys are refused where Python finds none,
# to which æ, ø and å belong. "mål" is no word for the first and one for the second, so it is neither
# checked nor refused. As the pattern of a value, \w+ refuses what it lets through as a key.
#
# Seen with check-jsonschema 0.39.0 and jsonschema 4.26.0: {"mål": 5} fits, {"goal": 5} is refused;
# with --regex-variant python, and with jsonschema alone, on which it is built, both are refused.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check check-jsonschema==0.39.0 \
  jsonschema==4.26.0
cd "$folder"
"$folder/venv/bin/python" - <<'PYTHON'
import json
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from jsonschema import Draft202012Validator

PROGRAM = str(Path(sys.executable).parent / "check-jsonschema")
KEYS = {"patternProperties": {r"^\w+$": {"type": "string"}}, "additionalProperties": False}
VALUES = {"additionalProperties": {"pattern": r"^\w+$"}}
# errors of check-jsonschema, of check-jsonschema with Python's patterns, of jsonschema
SEEN = [
    (KEYS, {"goal": "school"}, (0, 0, 0)),
    (KEYS, {"mål": "skole"}, (0, 0, 0)),
    (KEYS, {"goal": 5}, (1, 1, 1)),
    (KEYS, {"mål": 5}, (0, 1, 1)),
    (VALUES, {"name": "Anna"}, (0, 0, 0)),
    (VALUES, {"name": "Åse"}, (1, 0, 0)),
]


def by_program(*options):
    command = (PROGRAM, "--output-format", "json", *options, "--schemafile", "schema.json", "file.json")
    said = subprocess.run(command, capture_output=True, encoding="utf-8").stdout
    return len(json.loads(said)["errors"])


for schema, content, seen in SEEN:
    Path("schema.json").write_text(json.dumps(schema), encoding="utf-8")
    Path("file.json").write_text(json.dumps(content), encoding="utf-8")
    alone = len(list(Draft202012Validator(schema).iter_errors(content)))
    errors = (by_program(), by_program("--regex-variant", "python"), alone)
    what = "key" if schema is KEYS else "value"
    print(f"check-jsonschema {version('check-jsonschema')}, jsonschema {version('jsonschema')}:"
          f" {content} by its {what}: errors {errors}")
    assert errors == seen
PYTHON
