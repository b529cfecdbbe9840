#!/usr/bin/env bash
# dateparser, Danish: the hour in "tirsdag kl. 9" becomes the ninth of the month.
#
# "kl. 9" is how everybody in Denmark writes nine o'clock. Without minutes the number is taken for a
# day of the month, whatever weekday stands before it: "tirsdag kl. 9" is a Monday at midnight. With
# a date before it the whole text is not understood; with minutes ("kl. 9.30") all is as expected.
# No error tells the two apart, so an appointment typed in the common way lands on another day.
#
# Seen with dateparser 1.5.0, counted from Tuesday 24 February 2026: "kl. 9" and "tirsdag kl. 9" are
# 2026-02-09 00:00; "3. marts kl. 9" is None; "3. marts 2026 kl. 9.30" is 2026-03-03 09:30.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import datetime

import dateparser

SEEN = {
    "kl. 9": datetime(2026, 2, 9),
    "tirsdag kl. 9": datetime(2026, 2, 9),
    "i morgen": datetime(2026, 2, 25),
    "3. marts kl. 9": None,
    "3. marts 2026 kl. 9.30": datetime(2026, 3, 3, 9, 30),
}
now = {"RELATIVE_BASE": datetime(2026, 2, 24)}
for text, seen in SEEN.items():
    found = dateparser.parse(text, languages=["da"], settings=now)
    print(f"dateparser {dateparser.__version__}: {text!r} is {found}")
    assert found == seen
PYTHON
