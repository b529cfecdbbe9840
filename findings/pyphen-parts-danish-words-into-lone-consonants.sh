#!/usr/bin/env bash
# Pyphen: the Danish patterns part words where no syllable is, by a single consonant.
#
# Narrow columns of a plan need soft hyphens in words like "socialrådgiver". Every part that the
# Danish dictionary gives can become a line by itself; a "d" between two hyphens is none, and a
# compound is parted inside its second word ("handica-pafdeling").
#
# Seen with Pyphen 0.18.1, da_DK: "so-ci-al-rå-d-gi-ver", "rå-d-hus", "han-di-ca-paf-de-ling".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pyphen==0.18.1
"$folder/venv/bin/python" - <<'PYTHON'
from importlib.metadata import version

from pyphen import Pyphen

danish = Pyphen(lang="da_DK")
found = [danish.inserted(word) for word in ("socialrådgiver", "rådhus", "handicapafdeling")]
print(f"Pyphen {version('pyphen')}: {found}")
assert found == ["so-ci-al-rå-d-gi-ver", "rå-d-hus", "han-di-ca-paf-de-ling"]
PYTHON
