#!/usr/bin/env bash
# pendulum: eighteen years after 29 February is 28 February, and from the one to the other it is 17.
#
# At eighteen a youth's consent is asked for anew, so a program reckons the day, and on a day the age.
# Adding the years to a birthday of 29 February gives the last of February, as with dateutil; but the
# difference up to that very day is one year less than was added. The day after, it is "18 years 1
# day", so that nobody born on such a day is eighteen years old and no days. With months that end
# earlier it is otherwise: one month after 31 January is 28 February, and that is "1 month".
#
# Seen with pendulum 3.3.0 and python-dateutil 2.9.0.post0: on 28 February 2026 17 for pendulum, 18
# for dateutil; on 1 March 2026 "18 years 1 day", and 18 for both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pendulum==3.3.0 \
  python-dateutil==2.9.0.post0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date
from importlib.metadata import version

import pendulum
from dateutil.relativedelta import relativedelta

born = pendulum.date(2008, 2, 29)
birthday = born.add(years=18)
print(f"pendulum {version('pendulum')}: {born} and 18 years is {birthday}")
assert birthday == date(2026, 2, 28) == date(2008, 2, 29) + relativedelta(years=18)
SEEN = {
    date(2026, 2, 28): (17, 18, "17 years 11 months 4 weeks 2 days"),
    date(2026, 3, 1): (18, 18, "18 years 1 day"),
}
for day, seen in SEEN.items():
    since = pendulum.interval(born, day)
    found = since.in_years(), relativedelta(day, born).years, since.in_words(locale="en")
    print(f"{day}: pendulum {found[0]} years, dateutil {found[1]}; {found[2]}")
    assert found == seen
january = pendulum.date(2026, 1, 31)
month = pendulum.interval(january, january.add(months=1)).in_words(locale="en")
print(f"{january} and 1 month is {january.add(months=1)}, {month} later")
assert month == "1 month"
PYTHON
