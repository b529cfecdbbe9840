#!/usr/bin/env bash
# Babel: "da" and "da_DK" give the same day another week, in some years only.
#
# Meetings are booked by the number of the week, and in Denmark that is the number of ISO 8601: the
# first week is the one that has four days of January. The language alone gives Danish words, Danish
# dates and a week that begins on Monday, so one takes it for enough. But the days that the first
# week must have belong to the country, and without one a single day is enough: the numbers of a
# year that begins on a Friday, Saturday or Sunday are one too high.
#
# Seen with Babel 2.19.0: Monday 4 January 2027 is "uge 2" for da, "uge 1" for da_DK and ISO; Monday
# 5 January 2026 is "uge 2" for all three.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Babel==2.19.0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date

import babel
from babel.dates import format_date

SEEN = {
    date(2026, 1, 5): ("uge 2", "uge 2", "uge 2"),
    date(2027, 1, 4): ("uge 2", "uge 1", "uge 1"),
    date(2027, 9, 27): ("uge 40", "uge 39", "uge 39"),
    date(2028, 1, 3): ("uge 2", "uge 1", "uge 1"),
}
for day, seen in SEEN.items():
    weeks = [format_date(day, "'uge' w", locale=locale) for locale in ("da", "da_DK")]
    weeks.append(f"uge {day.isocalendar().week}")
    print(f"Babel {babel.__version__}: {day}: da {weeks[0]}, da_DK {weeks[1]}, ISO {weeks[2]}")
    assert tuple(weeks) == seen
for locale in ("da", "da_DK"):
    assert format_date(date(2027, 1, 4), "EEEE d. MMMM", locale=locale) == "mandag 4. januar"
PYTHON
