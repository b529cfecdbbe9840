"""The calendar tells days and case numbers, and nothing of anybody."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from samarbejde_cli.actions.deadline_calendar import as_calendar

STAMP = datetime(2026, 2, 24, 12, 0, tzinfo=UTC)
DAYS = [
    ("2026-001", date(2026, 3, 3)),
    ("2026-001", date(2026, 3, 3)),
    ("2026-002", date(2026, 3, 3)),
]
ALLOWED = {"STATUS", "SEQUENCE", "UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "CLASS", "TRANSP"}


def events(text):
    return Calendar.from_ical(text).walk("VEVENT")


def test_one_private_all_day_entry_for_each_case_and_day():
    found = events(as_calendar(DAYS, STAMP))
    assert [str(each["SUMMARY"]) for each in found] == [
        "Frist i sag 2026-001",
        "Frist i sag 2026-002",
    ]
    for each in found:
        assert set(each) == ALLOWED
        assert str(each["CLASS"]) == "PRIVATE"
        assert (each.decoded("DTSTART"), each.decoded("DTEND")) == (
            date(2026, 3, 3),
            date(2026, 3, 4),
        )


def test_the_same_deadline_has_the_same_id_in_every_file_and_others_have_others():
    first, second = (events(as_calendar(DAYS, STAMP.replace(hour=n))) for n in (1, 2))
    ids = [str(each["UID"]) for each in first]
    assert ids == [str(each["UID"]) for each in second]
    assert len(set(ids)) == 2
    assert not any("2026" in each for each in ids)


def test_lines_end_as_calendars_want_them():
    text = as_calendar(DAYS, STAMP)
    assert text.count("\r\n") == text.count("\n")
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")


def test_no_deadlines_are_a_calendar_without_entries():
    assert events(as_calendar([], STAMP)) == []
