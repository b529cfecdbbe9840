#!/usr/bin/env bash
# ics: a meeting that repeats at nine o'clock is at ten as soon as summer time begins.
#
# Read and written again, the start in Europe/Copenhagen becomes one in UTC, while the rule of
# repetition stays beside it. A single meeting is still at its hour; a series counts its weeks from
# the hour in UTC. A task that is due on a day becomes due at a moment, one in the morning here.
#
# Seen with ics 0.7.3: DTSTART;TZID=Europe/Copenhagen:20300319T090000 with FREQ=WEEKLY comes back as
# DTSTART:20300319T080000Z with FREQ=WEEKLY, so that the third time, 2 April, is 10.00 in Denmark;
# DUE;VALUE=DATE:20300319 comes back as DUE:20300319T000000Z.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 tzdata==2026.3 python-dateutil==2.9.0.post0
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from ics import Calendar

HERE = ZoneInfo("Europe/Copenhagen")
GIVEN = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//example//da
BEGIN:VEVENT
UID:1
DTSTAMP:20300101T000000Z
DTSTART;TZID=Europe/Copenhagen:20300319T090000
RRULE:FREQ=WEEKLY;COUNT=4
SUMMARY:Samtale
END:VEVENT
BEGIN:VTODO
UID:2
DTSTAMP:20300101T000000Z
DUE;VALUE=DATE:20300319
SUMMARY:Ring
END:VTODO
END:VCALENDAR
"""
lines = Calendar(GIVEN.replace("\n", "\r\n")).serialize().splitlines()
start = next(each for each in lines if each.startswith("DTSTART"))
rule = next(each for each in lines if each.startswith("RRULE"))
due = next(each for each in lines if each.startswith("DUE"))
first = datetime.fromisoformat(start.removeprefix("DTSTART:"))
hours = [each.astimezone(HERE).strftime("%H.%M") for each in rrulestr(rule, dtstart=first)]
print(f"ics {version('ics')}: {start} {rule} {due}; in Denmark {hours}")
assert start == "DTSTART:20300319T080000Z"
assert due == "DUE:20300319T000000Z"
assert hours == ["09.00", "09.00", "10.00", "10.00"]
PYTHON
