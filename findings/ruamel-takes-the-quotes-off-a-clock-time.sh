#!/usr/bin/env bash
# ruamel.yaml: a clock time in quotes is written back without them, and PyYAML reads a number.
#
# A round trip is there to leave a file as it was, apart from the one value that a program changes.
# Quotes go all the same, unless that is asked for, where YAML 1.2 needs none. A reader of YAML 1.1,
# as PyYAML is, takes hours from one to twenty-three without a leading zero as numbers to base
# sixty, and "on" as true; so a file that both had read alike says something else to one of them.
#
# Seen with ruamel.yaml 0.19.1 and PyYAML 6.0.3: begins: "13:30" becomes begins: 13:30 when another
# value changes; PyYAML had read '13:30' and reads 810. "09:30" stays text in both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ruamel.yaml==0.19.1 PyYAML==6.0.3
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version
from io import StringIO

import yaml
from ruamel.yaml import YAML

TEXT = 'room: Lindesalen\nbegins: "13:30"\nbefore: "09:30"\nscreen: "on"\n'
round_trip, written = YAML(), StringIO()
meeting = round_trip.load(TEXT)
meeting["room"] = "Bøgesalen"
round_trip.dump(meeting, written)
before, after = yaml.safe_load(TEXT), yaml.safe_load(written.getvalue())
again = round_trip.load(written.getvalue())
print(f"ruamel.yaml {version('ruamel.yaml')}: {written.getvalue()!r} says {dict(again)}")
print(f"PyYAML {yaml.__version__}: {before} before, {after} after")
assert (before["begins"], before["before"], before["screen"]) == ("13:30", "09:30", "on")
assert (again["begins"], again["screen"]) == ("13:30", "on")
assert (after["begins"], after["before"], after["screen"]) == (810, "09:30", True)
PYTHON
