"""Days, hours and answers as people say them: one reading, two, or none."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.danish import said
from samarbejde_cli.danish.dates import full_date, long_date

TUESDAY, MONDAY = date(2026, 2, 24), date(2026, 2, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("i dag", "2026-02-24"),
        ("I morgen", "2026-02-25"),
        ("i går", "2026-02-23"),
        ("tirsdag", "2026-03-03"),
        ("på fredag", "2026-02-27"),
        ("i tirsdags", "2026-02-17"),
        ("næste tirsdag", "2026-03-03"),
        ("fredag i næste uge", "2026-03-06"),
        ("tirsdag uge 12", "2026-03-17"),
        ("om 14 dage", "2026-03-10"),
        ("om to uger", "2026-03-10"),
        ("om en måned", "2026-03-24"),
        ("for 3 dage siden", "2026-02-21"),
        ("3/3", "2026-03-03"),
        ("3.3", "2026-03-03"),
        ("3. marts", "2026-03-03"),
        ("3 mar", "2026-03-03"),
        ("tirsdag d. 3. marts", "2026-03-03"),
        ("tirsdag den 3. marts 2026", "2026-03-03"),
        ("d. 3/3-26", "2026-03-03"),
        ("11. dec", "2025-12-11"),
        ("2026-03-03", "2026-03-03"),
        ("2026-3-3", "2026-03-03"),
        ("tirs d. 3/3", "2026-03-03"),
        ("ti. 3. marts", "2026-03-03"),
        ("tir. uge 12", "2026-03-17"),
        ("uge 12 tirsdag", "2026-03-17"),
        ("fre", "2026-02-27"),
        ("3/3 2026", "2026-03-03"),
        ("3. marts 26", "2026-03-03"),
    ],
)
def test_one_reading(text, day):
    assert said.days(text, TUESDAY) == (date.fromisoformat(day),)


def test_two_readings_are_both_kept():
    assert said.days("næste tirsdag", MONDAY) == (date(2026, 2, 24), date(2026, 3, 3))
    assert said.days("24/8", TUESDAY) == (date(2026, 8, 24), date(2025, 8, 24))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("1/10", "2026-10-01"),
        ("1/9", "2026-09-01"),
        ("23. feb", "2027-02-23"),
        ("1/3", "2026-03-01"),
    ],
)
def test_what_can_only_lie_ahead_is_the_next_of_its_kind(text, day):
    assert said.days(text, TUESDAY, ahead=True) == (date.fromisoformat(day),)


def test_a_day_of_the_month_alone_is_the_coming_one_or_the_last():
    assert said.days("tirsdag d. 3.", TUESDAY) == (date(2026, 3, 3), date(2026, 2, 3))
    assert said.days("den 27.", TUESDAY) == (date(2026, 2, 27), date(2026, 1, 27))


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("tirsdag d. 4. marts", "Den 4. marts 2026 er en onsdag."),
        ("fre. 3/3", "Den 3. marts 2026 er en tirsdag."),
        ("i uge 10", "Skriv også ugedagen: tirsdag i uge 10."),
        ("snart", "Skriv den som 3/3, 3. marts, næste tirsdag eller 2026-03-03."),
    ],
)
def test_what_to_write_instead(text, hint):
    assert said.days(text, TUESDAY) == ()
    assert said.how_to_write(text, TUESDAY) == hint


@pytest.mark.parametrize(
    "text", ["", "3", "to", "31/2", "onsdag d. 3. marts", "snart", "uge 12", "om x uger", "3/13"]
)
def test_no_reading(text):
    assert said.days(text, TUESDAY) == ()


@given(st.dates(date(2020, 1, 1), date(2030, 12, 31)), st.integers(-140, 140))
def test_a_day_near_by_is_understood_without_its_year(today, distance):
    day = today + timedelta(days=distance)
    assert said.days(f"{day.day}/{day.month}", today) == (day,)
    assert said.days(long_date(day), today) == (day,)
    assert said.days(full_date(day), today) == (day,)


@given(st.text(max_size=20), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_no_text_is_too_odd(text, today):
    said.days(text, today)
    said.clock_time(text)
    said.yes_or_no(text)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("kl. 9", time(9)),
        ("Klokken 13.30", time(13, 30)),
        ("9:15", time(9, 15)),
        ("ni", time(9)),
        ("halv ti", time(9, 30)),
        ("kvart over 9", time(9, 15)),
        ("kvart i ti", time(9, 45)),
        ("0930", time(9, 30)),
        ("2590", None),
        ("9.5", None),
        ("25", None),
        ("tidligt", None),
    ],
)
def test_clock_times(text, at):
    assert said.clock_time(text) == at


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kl. 9", [time(9)]),
        ("1", [time(1), time(13)]),
        ("halv to", [time(1, 30), time(13, 30)]),
        ("1.00", [time(1)]),
        ("0130", [time(1, 30)]),
        ("0", [time(0)]),
        ("syv", [time(7)]),
        ("tidligt", []),
    ],
)
def test_an_hour_that_is_said_may_be_in_the_afternoon(text, found):
    assert list(said.clock_times(text)) == found


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        *dict.fromkeys(("Ja tak!", "ja, tak", "ja da", "jo tak", "Ja gerne."), True).items(),
        *dict.fromkeys(("nej", "Nej tak", "nej, tak.", "nej da"), False).items(),
        *dict.fromkeys(("måske", "ja og nej", "ja, hvis mor vil", ""), None).items(),
    ],
)
def test_yes_and_no(text, answer):
    assert said.yes_or_no(text) is answer
