#!/usr/bin/env bash
# icalendar: an event with a zone is written with the zone's name, and nothing says what that is.
#
# RFC 5545 (3.2.19) asks for one VTIMEZONE for each TZID that a calendar uses. The library knows the
# zone, as it can describe it when it is asked to; writing the calendar does not ask, and does not
# say that it is missing. How a reader takes a name it has no description of is its own affair.
#
# Seen with icalendar 7.3.2: one event at 9.00 in Europe/Copenhagen gives a DTSTART with that TZID and
# no VTIMEZONE; after add_missing_timezones() there is one.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 tzdata==2026.3
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import datetime
from importlib.metadata import version
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

event = Event()
event.add("uid", "1")
event.add("dtstamp", datetime(2030, 1, 1, tzinfo=ZoneInfo("UTC")))
event.add("dtstart", datetime(2030, 3, 19, 9, tzinfo=ZoneInfo("Europe/Copenhagen")))
calendar = Calendar()
calendar.add("version", "2.0")
calendar.add("prodid", "-//example//da")
calendar.add_component(event)
plain = calendar.to_ical().decode()
calendar.add_missing_timezones()
whole = calendar.to_ical().decode()
start = next(line for line in plain.splitlines() if line.startswith("DTSTART"))
print(f"icalendar {version('icalendar')}: {start}; VTIMEZONE: {plain.count('BEGIN:VTIMEZONE')}, "
      f"asked for: {whole.count('BEGIN:VTIMEZONE')}")
assert start == "DTSTART;TZID=Europe/Copenhagen:20300319T090000"
assert "VTIMEZONE" not in plain
assert "BEGIN:VTIMEZONE" in whole
PYTHON
