#!/usr/bin/env bash
# PyYAML 6.0.4: whether "#" begins a comment depends on the loader.
#
# A block sign, a directive or a tab directly before "#": the loader on libyaml takes the rest of the
# line for a comment and goes on; the loader in Python refuses the same text. YAML 1.2.2 § 6.6 wants
# white space before "#", and a tab is white space. So a file that one installation reads is an error
# on another one, where the wheel has no libyaml.
#
# Seen: block sign: C reads, Python refuses · directive: C reads, Python refuses ·
#       tab before "#": C reads, Python refuses
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PyYAML==6.0.4
"$folder/venv/bin/python" - <<'PYTHON'
import yaml

TEXTS = {
    "block sign": "note: |#x\n  text\n",
    "directive": "%YAML 1.1#x\n---\nnote: text\n",
    "tab before #": "note: text\t#x\nnext: more\n",
}


def reads(text: str, loader: type) -> bool:
    try:
        yaml.load(text, loader)
    except yaml.YAMLError:
        return False
    return True


print("PyYAML", yaml.__version__)
for name, text in TEXTS.items():
    c, python = reads(text, yaml.CSafeLoader), reads(text, yaml.SafeLoader)
    print(f"{name}: libyaml {'reads' if c else 'refuses'}, Python {'reads' if python else 'refuses'}")
    assert c and not python, f"{name}: it is no longer so"
PYTHON
