"""Working days, public holidays, months and birthdays.

The oracle of the public holidays is ``holidays``, which is not used at run time: importing it
takes longer than all of ``--help``.
"""

from datetime import date

import pytest
from babel.dates import format_date
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from samarbejde_cli.danish.dates import (
    add_months,
    after_working_days,
    age_on,
    birthday,
    public_holidays,
    weekday,
    working_day_by,
    working_days_after,
)

OFF = ("5. juni", "24. december")


@pytest.mark.parametrize(
    "sunday",
    ["1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31",
     "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19"],
)  # fmt: skip
def test_easter_falls_on_the_day_of_the_almanac(sunday):
    assert date.fromisoformat(sunday) in public_holidays(int(sunday[:4]))


@given(st.dates(date(1910, 1, 1), date(2190, 12, 31)), st.integers(-99, 99))
def test_months_are_those_of_the_library(day, months):
    assert add_months(day, months) == day + relativedelta(months=months)


def test_the_weekdays_are_those_of_babel():
    week = [date(2026, 3, day) for day in range(2, 9)]
    assert [weekday(day) for day in week] == [format_date(day, "EEEE", locale="da") for day in week]


@pytest.mark.parametrize("year", range(2015, 2036))
def test_the_holidays_are_those_of_the_library(year):
    denmark = pytest.importorskip("holidays").Denmark
    assert public_holidays(year) == frozenset(denmark(years=year))


@pytest.mark.parametrize(("year", "was_one"), [(2015, True), (2023, True), (2024, False)])
def test_the_library_too_ends_store_bededag_with_2023(year, was_one):
    denmark = pytest.importorskip("holidays").Denmark
    names = denmark(years=year, language="da").values()
    assert ("Store bededag" in names) is was_one


def test_the_holidays_of_2026_are_those_of_the_almanac():
    expected = ["01-01", "04-02", "04-03", "04-05", "04-06", "05-14", "05-24", "05-25", "12-25",
                "12-26"]  # fmt: skip
    assert sorted(f"{day:%m-%d}" for day in public_holidays(2026)) == expected


def test_store_bededag_was_a_holiday_for_the_last_time_in_2023():
    assert date(2023, 5, 5) in public_holidays(2023)
    assert date(2024, 4, 26) not in public_holidays(2024)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        (date(2026, 3, 17), date(2026, 3, 17), 0),
        (date(2026, 3, 17), date(2026, 3, 18), 1),
        (date(2026, 3, 13), date(2026, 3, 16), 1),  # over a weekend
        (date(2026, 3, 31), date(2026, 4, 7), 2),  # over Easter
        (date(2025, 12, 23), date(2026, 1, 2), 5),  # Christmas and New Year
        (date(2026, 3, 18), date(2026, 3, 17), 0),
    ],
)
def test_working_days_are_counted_from_the_day_after(start, end, days):
    assert working_days_after(start, end) == days


def test_who_is_born_on_29_february_has_birthday_on_1_march_in_a_common_year():
    assert birthday(date(2008, 2, 29), 18) == date(2026, 3, 1)
    assert birthday(date(2008, 2, 29), 20) == date(2028, 2, 29)


@given(st.dates(date(1990, 1, 1), date(2060, 12, 31)), st.integers(-300, 300))
def test_months_later_is_the_same_day_or_the_last_of_the_month(day, months):
    later = add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + date.resolution).day == 1


def test_a_birthday_on_29_february_is_not_twelve_months_later():
    born = date(2008, 2, 29)
    assert born + relativedelta(years=18) == date(2026, 2, 28)
    assert birthday(born, 18) == date(2026, 3, 1)
    assert [age_on(born, date(2026, 2, 28)), age_on(born, date(2026, 3, 1))] == [17, 18]


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 6, 5), date(2026, 6, 4)),
        (date(2026, 6, 7), date(2026, 6, 4)),
        (date(2026, 12, 26), date(2026, 12, 23)),
        (date(2026, 3, 3), date(2026, 3, 3)),
    ],
)
def test_the_last_working_day_by_a_day(day, last):
    assert working_day_by(day, OFF) == last


@pytest.mark.parametrize("start", [date(2026, 1, 1), date(2026, 4, 1), date(2026, 12, 23)])
@pytest.mark.parametrize("number", range(8))
def test_so_many_working_days_after_is_counted_back_the_same(start, number):
    end = after_working_days(start, number, OFF)
    assert working_days_after(start, end, OFF) == number
    assert number == 0 or working_day_by(end, OFF) == end
