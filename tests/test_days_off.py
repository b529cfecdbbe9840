from datetime import date

import pytest

from samarbejde_cli.danish.dates import after_working_days, working_day_by, working_days_after

OFF = ("5. juni", "24. december")


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
