#!/usr/bin/env bash
# arrow: a deadline in fifteen days is "om en måned", a month away.
#
# The words for how long there is left go by days, then weeks, and a list of deadlines can be read
# with them until two weeks are past. From there on it is a month, and it stays one for thirty days
# more: three weeks are never said, though the words for weeks in the plural are there. Somebody who
# has a fortnight and a day is told to have twice the time.
#
# Seen with arrow 1.4.0 in Danish, and alike in English: 14 days "om 2 uger"; 15, 21, 30 and 45 days
# "om en måned"; asked for weeks, 21 days are "om 3 uger".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check arrow==1.4.0
"$folder/venv/bin/python" - <<'PYTHON'
import arrow

SEEN = {
    13: ("om en uge", "in a week"),
    14: ("om 2 uger", "in 2 weeks"),
    15: ("om en måned", "in a month"),
    21: ("om en måned", "in a month"),
    30: ("om en måned", "in a month"),
    45: ("om en måned", "in a month"),
    46: ("om 2 måneder", "in 2 months"),
}
today = arrow.get(2026, 3, 3)
for days, seen in SEEN.items():
    deadline = today.shift(days=days)
    words = tuple(deadline.humanize(today, locale=locale) for locale in ("da", "en"))
    print(f"arrow {arrow.__version__}: {days} days: {words}")
    assert words == seen
asked = today.shift(days=21).humanize(today, locale="da", granularity="week")
print(f"21 days, asked for weeks: {asked}")
assert asked == "om 3 uger"
PYTHON
