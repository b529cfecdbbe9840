"""The calendar of deadlines: what is over goes away from the reader's calendar."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from samarbejde_cli.actions.deadline_calendar import PublishedEntry, as_calendar, published_in

STAMP = datetime(2026, 2, 24, 8, tzinfo=UTC)
A, B = ("2026-001", date(2026, 3, 3)), ("2026-002", date(2026, 3, 4))


def events(text):
    return {
        (str(each["summary"]), each.decoded("dtstart")): (each["sequence"], each["status"])
        for each in Calendar.from_ical(text).walk("VEVENT")
    }


def again(text, days, still=()):
    return as_calendar(days, STAMP, published_in(text.encode()), still)


def test_what_is_no_deadline_any_more_is_cancelled_under_its_own_name():
    first = as_calendar([A, B], STAMP)
    second = again(first, [B])
    assert events(second) == {
        ("Ikke en frist mere: sag 2026-001", A[1]): (1, "CANCELLED"),
        ("Frist i sag 2026-002", B[1]): (0, "CONFIRMED"),
    }
    uids = [sorted(x["uid"] for x in Calendar.from_ical(t).walk("VEVENT")) for t in (first, second)]
    assert uids[0] == uids[1]


def test_it_stays_cancelled_and_may_come_back():
    gone = again(as_calendar([A], STAMP), [])
    assert again(gone, []) == gone
    assert events(again(gone, [A])) == {("Frist i sag 2026-001", A[1]): (2, "CONFIRMED")}


def test_what_was_not_asked_for_this_time_stays():
    assert again(as_calendar([A, B], STAMP), [B], [A, B]) == as_calendar([A, B], STAMP)


def test_what_is_a_year_old_is_forgotten():
    old = ("2024-001", date(2024, 3, 3))
    assert old not in published_in(again(as_calendar([old, A], STAMP), [A]).encode())


def test_any_other_file_tells_nothing():
    other = as_calendar([A], STAMP).replace("frister", "andet")
    for data in (b"", b"BEGIN:VCALENDAR", b"\xff\xfe", other.encode(), b"hej"):
        assert published_in(data) == {}
    assert published_in(as_calendar([A], STAMP).encode()) == {A: PublishedEntry()}
