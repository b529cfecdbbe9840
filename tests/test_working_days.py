"""Working days: weekends and Danish public holidays do not count."""

from datetime import date

import pytest

from samarbejde_cli.danish.dates import birthday, easter, public_holidays, working_days_after


@pytest.mark.parametrize(
    "sunday",
    ["1954-04-18", "1981-04-19", "2000-04-23", "2008-03-23", "2011-04-24", "2024-03-31",
     "2025-04-20", "2026-04-05", "2027-03-28", "2038-04-25", "2049-04-18", "2076-04-19"],
)  # fmt: skip
def test_easter_falls_on_the_day_of_the_almanac(sunday):
    assert easter(int(sunday[:4])).isoformat() == sunday


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
