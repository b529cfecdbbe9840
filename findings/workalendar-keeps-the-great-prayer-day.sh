#!/usr/bin/env bash
# workalendar: Denmark still has a holiday that was abolished from 2024 on.
#
# Store bededag, the fourth Friday after Easter, is an ordinary working day since 2024. The calendar
# of Denmark gives it for every year, so that a day on which meetings are held, and from which
# deadlines run, counts as free. The library "holidays" ends it with 2023.
#
# Seen with workalendar 17.0.0 and holidays 0.109: Friday 1 May 2026 is no working day for the first
# and no holiday for the second; 5 May 2023 is a holiday for both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check workalendar==17.0.0 holidays==0.109
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date
from importlib.metadata import version

import holidays
from workalendar.europe import Denmark

calendar = Denmark()
for day, is_holiday in ((date(2023, 5, 5), True), (date(2024, 4, 26), False), (date(2026, 5, 1), False)):
    works = calendar.is_working_day(day)
    free = day in holidays.Denmark(years=day.year)
    print(
        f"workalendar {version('workalendar')}: {day} is a working day: {works};"
        f" holidays {version('holidays')}: a holiday: {free}"
    )
    assert not works
    assert free == is_holiday
PYTHON
