#!/usr/bin/env bash
# icalendar: the end of a series of meetings loses its zone, and dateutil refuses the rule.
#
# RFC 5545 (3.3.10) wants the end of a repetition, UNTIL, in UTC where the first meeting has a zone.
# The library turns other moments that must be in UTC, as the time stamp, into UTC by itself. An end
# with the zone of the meeting is written as the hour on the wall, with neither zone nor Z, and no
# complaint. dateutil, which most of Python's calendars repeat with, refuses such a rule.
#
# Seen with icalendar 7.3.2 and python-dateutil 2.9.0.post0: an end at 9.00 on 2 April in
# Europe/Copenhagen gives UNTIL=20300402T090000, a time stamp of the same moment 20300402T070000Z;
# rrulestr raises ValueError for the first, and finds the three meetings with the second as UNTIL.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 \
  python-dateutil==2.9.0.post0 tzdata==2026.3
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import UTC, datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from icalendar import Event

HERE = ZoneInfo("Europe/Copenhagen")
first, last = datetime(2030, 3, 19, 9, tzinfo=HERE), datetime(2030, 4, 2, 9, tzinfo=HERE)


def written(until):
    event = Event()
    event.add("dtstamp", until)
    event.add("dtstart", first)
    event.add("rrule", {"freq": "weekly", "until": until})
    return event.to_ical().decode().splitlines()


stamp, start, rule = (
    next(line for line in written(last) if line.startswith(name))
    for name in ("DTSTAMP", "DTSTART", "RRULE")
)
in_utc = next(line for line in written(last.astimezone(UTC)) if line.startswith("RRULE"))
try:
    refused = str(rrulestr(rule, dtstart=first)[-1])
except ValueError as error:
    refused = str(error)
meetings = [each.strftime("%d.%m. %H.%M") for each in rrulestr(in_utc, dtstart=first)]
print(f"icalendar {version('icalendar')}: {start} {stamp} {rule}")
print(f"dateutil {version('python-dateutil')}: {refused}; {in_utc} {meetings}")
assert stamp == "DTSTAMP:20300402T070000Z"
assert rule == "RRULE:FREQ=WEEKLY;UNTIL=20300402T090000"
assert "UNTIL values must be specified in UTC" in refused
assert in_utc == "RRULE:FREQ=WEEKLY;UNTIL=20300402T070000Z"
assert meetings == ["19.03. 09.00", "26.03. 09.00", "02.04. 09.00"]
PYTHON
