#!/usr/bin/env bash
# ruamel.yaml: pop() takes the last item of a list, and the comments of the others move up by one.
#
# Comments beside the items of a list are kept in a round trip, and go with their items when one is
# taken out by its number. pop() without one, as it is mostly written, takes the same item as the
# number of the last one does; but the comments are moved as if it stood before the first, so that
# each item has what was said of the next: who is responsible for what is then another one. The
# comment above the next key belongs to the last item, too: it goes with it when the number is given,
# and what is appended stands below it.
#
# Seen with ruamel.yaml 0.19.1 on goals a, b and c: pop() gives a the comment of b and b that of c,
# as pop(-1) does; pop(2) leaves both as they are and takes "# agreements" of the next key with it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ruamel.yaml==0.19.1
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version
from io import StringIO

from ruamel.yaml import YAML

TEXT = "goals:\n- a  # Anna\n- b  # Bo\n- c  # Carl\n\n# agreements\nagreed:\n- d\n"
SEEN = {
    "as it is": TEXT,
    "pop(2)": "goals:\n- a  # Anna\n- b  # Bo\nagreed:\n- d\n",
    "pop()": "goals:\n- a  # Bo\n- b  # Carl\n\n# agreements\nagreed:\n- d\n",
    "pop(-1)": "goals:\n- a  # Bo\n- b  # Carl\n\n# agreements\nagreed:\n- d\n",
    "append": "goals:\n- a  # Anna\n- b  # Bo\n- c  # Carl\n\n# agreements\n- x\nagreed:\n- d\n",
}
CHANGES = {
    "as it is": lambda goals: None,
    "pop(2)": lambda goals: goals.pop(2),
    "pop()": lambda goals: goals.pop(),
    "pop(-1)": lambda goals: goals.pop(-1),
    "append": lambda goals: goals.append("x"),
}
for name, change in CHANGES.items():
    round_trip, written = YAML(), StringIO()
    plan = round_trip.load(TEXT)
    change(plan["goals"])
    round_trip.dump(plan, written)
    print(f"ruamel.yaml {version('ruamel.yaml')}: {name}: {written.getvalue()!r}")
    assert written.getvalue() == SEEN[name]
PYTHON
