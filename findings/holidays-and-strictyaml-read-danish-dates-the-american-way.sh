#!/usr/bin/env bash
# holidays, strictyaml: the 3rd of April is the 4th of March, but the 13th is read as it is written.
#
# The calendar of Denmark can be asked for a day that is a text, and a field of a strict YAML schema
# can be a date. Both hand the text to dateutil with its American order, also for Denmark: a day up
# to the twelfth becomes a month, a later one is understood. Tried with the 25th of December, or with
# any date of the second half of a month, it is all in order. Good Friday and Easter of 2026 are no
# holidays, and the 4th of May, an ordinary Monday, is one.
#
# Seen with holidays 0.109, strictyaml 1.7.3 and python-dateutil 2.9.0.post0: as in SEEN below.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check holidays==0.109 \
  strictyaml==1.7.3 python-dateutil==2.9.0.post0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date
from importlib.metadata import version

import holidays
import strictyaml

SCHEMA = strictyaml.Map({"day": strictyaml.Datetime()})
denmark = holidays.Denmark(language="da")
# what holidays says of the text and of the day itself; what strictyaml reads
SEEN = {
    ("25.12.2026", date(2026, 12, 25)): ("Juledag", "Juledag", date(2026, 12, 25)),
    ("13.04.2026", date(2026, 4, 13)): (None, None, date(2026, 4, 13)),
    ("03.04.2026", date(2026, 4, 3)): (None, "Langfredag", date(2026, 3, 4)),
    ("05.04.2026", date(2026, 4, 5)): (None, "Påskedag", date(2026, 5, 4)),
    ("04.05.2026", date(2026, 5, 4)): ("Påskedag", None, date(2026, 4, 5)),
}
for (text, day), seen in SEEN.items():
    read = strictyaml.load(f"day: {text}", SCHEMA).data["day"].date()
    found = denmark.get(text), denmark.get(day), read
    print(f"{text}: holidays {version('holidays')}: {found[0]}, of the day itself {found[1]}; "
          f"strictyaml {version('strictyaml')}: {read}")
    assert found == seen
PYTHON
