#!/usr/bin/env bash
# num2words: Danish ordinals are put together by rules that Danish does not have.
#
# "det tredje møde" and "3. møde" are what a summons says. The Danish cardinal takes an ending to
# become an ordinal there, also where the language has a word of its own: tredivte, fyrretyvende,
# halvtredsindstyvende. As a figure an ordinal is a full stop in Danish; the module writes endings,
# and not those of the word either.
#
# Seen with num2words 0.5.14: 30 is "tredivete", 40 "fyrreende", 50 "halvtredsende"; as figures
# 3 is "3ende" and 2 is "2en"; and the cardinal of a million is "en millioner".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from num2words import num2words

words = {n: num2words(n, lang="da", to="ordinal") for n in (3, 30, 40, 50)}
figures = {n: num2words(n, lang="da", to="ordinal_num") for n in (2, 3)}
million = num2words(1_000_000, lang="da")
print(f"num2words {version('num2words')}: {words} {figures} {million}")
assert words == {3: "tredje", 30: "tredivete", 40: "fyrreende", 50: "halvtredsende"}
assert figures == {2: "2en", 3: "3ende"}
assert million == "en millioner"
PYTHON
